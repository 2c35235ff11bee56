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
  package func tag(_ text: [UInt8], documentDate: Day?, domain: Domain) -> [Timex] {
    let span = text.span
    var timexes: [Timex] = []
    var tokens: [Token] = []
    let isNews: Bool
    switch domain {
    case .news: isNews = true
    case .narrative: isNews = false
    case .auto: isNews = documentDate != nil && !isNarrative(span)
    }
    var clock = Clock(document: documentDate, isNews: isNews)
    forEachParagraph(of: span) { range in
      tokens.removeAll(keepingCapacity: true)
      lexer.lex(span, in: range, into: &tokens)
      for tagged in tagged(tokens, of: span, clock: &clock) {
        timexes.append(timex(tagged, tokens))
      }
    }
    return timexes
  }

  /// Cuts a text at empty lines, and at line ends where a paragraph grows long, so that memory stays
  /// flat.
  private func forEachParagraph(of text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    var at = 0
    while at < text.count {
      if text[at] == 0x0A {
        var next = at + 1
        while next < text.count, text[next] == 0x20 || text[next] == 0x0D || text[next] == 0x09 {
          next += 1
        }
        if next < text.count, text[next] == 0x0A || at - start > 4096 {
          body(start..<at)
          start = at
        }
        at = next
      } else {
        at += 1
      }
    }
    if start < text.count { body(start..<text.count) }
  }

  /// Whether a text tells of the past: it writes several years, and far more of them than of days
  /// that count from its own ("Tuesday", "last week").
  private func isNarrative(_ text: Span<UInt8>) -> Bool {
    var years = 0
    var deictics = 0
    var tokens: [Token] = []
    forEachParagraph(of: text) { range in
      tokens.removeAll(keepingCapacity: true)
      lexer.lex(text, in: range, into: &tokens)
      let grammar = TimexGrammar(tokens: tokens, words: words, holidays: holidays)
      for index in tokens.indices {
        if grammar.isYear(index) {
          years += 1
        } else if grammar[index].has([.weekday, .dayDeictic, .nightDeictic]) {
          deictics += 1
        } else if grammar[index].has(.era), tokens[index].isUpperCase {
          years += 1
        }
      }
    }
    return years >= 4 && years >= 4 * deictics
  }
}
