internal import Statements

extension HTMLWriter {
  /// A passage with the place where it stands, which leads there.
  mutating func quote(_ passage: Passage, in document: Document, _ frame: PageFrame) {
    element(.blockquote, .class("quote")) { out in
      out.element(.p) { out in out.foreign(passage.quote) }
      out.element(.footer) { out in out.place(passage, in: document, frame) }
    }
  }

  /// The place of a passage, as a link to it.
  mutating func place(_ passage: Passage, in document: Document, _ frame: PageFrame) {
    element(.a, .class("place"), .href(frame.addresses.passage(passage))) { out in
      let place = document.place(of: passage)
      out.foreign(frame.wording.place(place, in: document.source.location))
    }
  }

  /// A text of a document: its direction of writing is its own.
  package mutating func foreign(_ text: String) {
    element(.bdi, text: text)
  }

  /// What the program says by itself, such as the reason for an answer: in the page's language where that
  /// has words for it, else in English.
  mutating func reason(_ english: String, _ frame: PageFrame) {
    if let said = frame.wording.reason(english) { return text(said) }
    element(.span, .lang("en"), text: english)
  }

  /// The name of a rule, as filters take it, or in words where the page's language has its own.
  mutating func rule(_ name: String, _ frame: PageFrame) {
    if let said = frame.wording.reason(name), said != name { return text(said) }
    element(.code, text: name)
  }

  /// A word that says how certain something is, told apart by its shape as well as its tone.
  mutating func badge(_ kind: String, _ text: String) {
    element(.span, .class("badge \(kind)"), text: text)
  }

  /// A term and what it is, where there is something.
  mutating func fact(_ term: String, _ content: (inout HTMLWriter) -> Void) {
    element(.dt, text: term)
    element(.dd, content: content)
  }

  mutating func fact(_ term: String, _ value: String?) {
    guard let value else { return }
    fact(term) { $0.foreign(value) }
  }
}
