package import Chronology

/// A document with time expressions tagged in the text, as TimeML 1.2.1 writes it.
package struct TimeML: Sendable {
  /// What stands before the text to be tagged, up to and with `<TEXT>`.
  private let head: String
  /// The text without tags; entities stay as they are written.
  package let text: String
  private let tail: String
  /// The day of the document's own date, from its `DCT`.
  package let documentDate: Day?

  /// Takes a TimeML document apart: tags inside the text are dropped, all else is kept.
  /// Nil where there is no `TEXT` element.
  package init?(parsing document: String) {
    guard let open = document.firstRange(of: "<TEXT>"),
      let close = document[open.upperBound...].firstRange(of: "</TEXT>")
    else { return nil }
    head = String(document[..<open.upperBound])
    tail = String(document[close.lowerBound...])
    var text = ""
    var isTag = false
    for scalar in document[open.upperBound..<close.lowerBound].unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { text.unicodeScalars.append(scalar) }
      if scalar == ">" { isTag = false }
    }
    self.text = text
    documentDate = TimeML.date(in: head)
  }

  /// Wraps plain text, escaped.
  package init(name: String, plainText: String, documentDate: Day?) {
    let date =
      documentDate.map {
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\($0)\" "
          + "functionInDocument=\"CREATION_TIME\">\($0)</TIMEX3></DCT>\n"
      } ?? ""
    head =
      "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>\(TimeML.escaped(name))</DOCID>\n\(date)<TEXT>"
    text = TimeML.escaped(plainText)
    tail = "</TEXT>\n</TimeML>\n"
    self.documentDate = documentDate
  }

  /// The document with its text tagged.
  package func tagged(with timexes: [Timex]) -> String {
    let utf8 = Array(text.utf8)
    var output = head
    var end = 0
    for (number, timex) in timexes.enumerated() where timex.bytes.lowerBound >= end {
      output += String(decoding: utf8[end..<timex.bytes.lowerBound], as: UTF8.self)
      let modifier = timex.modifier.map { " mod=\"\($0)\"" } ?? ""
      output +=
        "<TIMEX3 tid=\"t\(number + 1)\" type=\"\(timex.kind.rawValue)\" "
        + "value=\"\(timex.value)\"\(modifier)>"
      output += String(decoding: utf8[timex.bytes], as: UTF8.self) + "</TIMEX3>"
      end = timex.bytes.upperBound
    }
    return output + String(decoding: utf8[end...], as: UTF8.self) + tail
  }

  private static func date(in head: String) -> Day? {
    guard let element = head.firstRange(of: "<DCT>"),
      let value = head[element.upperBound...].firstRange(of: "value=\"")
    else { return nil }
    let text = head[value.upperBound...].prefix { $0 != "\"" && $0 != "T" }
    return (try? EDTF(text))?.extent()?.spans.first?.beginEarliest
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }
}

/// Whose clock completes dates without a year: the document's own in news, the narrative's in
/// accounts of the past.
package enum Domain: String, Sendable, CaseIterable {
  case news, narrative
  /// News unless the text writes many years.
  case auto
}

extension Tagger {
  /// Tags a whole text, paragraph by paragraph.
  package func tag(_ text: String, documentDate: Day?, domain: Domain) -> [Timex] {
    let utf8 = Array(text.utf8)
    let year = documentDate?.date.map { Int($0.year) }
    let isNews: Bool
    switch domain {
    case .news: isNews = true
    case .narrative: isNews = false
    case .auto: isNews = year != nil && !isDense(inYears: text)
    }
    var clock = Clock(documentYear: year, prefersDocument: isNews)
    var timexes: [Timex] = []
    for line in Line.lines(of: utf8) where !line.isBlank {
      let tokens = TextToken.tokens(of: text, in: line.bytes)
      for sentence in Sentences.split(tokens) {
        timexes += tag(Array(tokens[sentence]), clock: &clock).timexes
      }
    }
    return timexes
  }

  /// Whether a text writes a year at least every thousand bytes.
  private func isDense(inYears text: String) -> Bool {
    let tokens = TextToken.tokens(of: text, in: 0..<text.utf8.count)
    let grammar = PointGrammar(tokens: tokens, countNouns: countNouns)
    let years = tokens.indices.count { grammar.isYear($0) }
    return years * 1000 >= text.utf8.count
  }
}
