package import Chronology

/// A document with time expressions tagged in the text, as TimeML 1.2.1 writes it.
package struct TimeML: Sendable {
  /// What stands before the text to be tagged, up to and with `<TEXT>`.
  private let head: [UInt8]
  /// The text without tags, UTF-8; the entities of a TimeML file stay as they are written.
  package let text: [UInt8]
  /// Whether `&`, `<` and `>` of the text are still to be written as entities.
  private let isPlain: Bool
  private let tail: [UInt8]
  /// The day of the document's own date, from its `DCT`.
  package let documentDate: Day?

  /// Takes a TimeML document apart: tags inside the text are dropped, all else is kept.
  /// Nil where there is no `TEXT` element.
  package init?(parsing document: [UInt8]) {
    let bytes = document[...]
    guard let open = bytes.firstRange(of: Array("<TEXT>".utf8)),
      let close = bytes[open.upperBound...].firstRange(of: Array("</TEXT>".utf8))
    else { return nil }
    head = Array(document[..<open.upperBound])
    tail = Array(document[close.lowerBound...])
    var text: [UInt8] = []
    text.reserveCapacity(close.lowerBound - open.upperBound)
    var isTag = false
    for index in open.upperBound..<close.lowerBound {
      let byte = document[index]
      // A bare "<" before a space or a digit is the text's own.
      if byte == UInt8(ascii: "<"), TimeML.beginsTag(document[index + 1]) { isTag = true }
      if !isTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    self.text = text
    isPlain = false
    documentDate = TimeML.date(in: head)
  }

  /// Wraps plain text, escaped.
  package init(name: String, plainText: [UInt8], documentDate: Day?) {
    let date =
      documentDate.map {
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\($0)\" "
          + "functionInDocument=\"CREATION_TIME\">\($0)</TIMEX3></DCT>\n"
      } ?? ""
    let name = TimeML.escaped(Array(name.utf8))
    head =
      Array("<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>".utf8) + name
      + Array("</DOCID>\n\(date)<TEXT>".utf8)
    text = plainText
    isPlain = true
    tail = Array("</TEXT>\n</TimeML>\n".utf8)
    self.documentDate = documentDate
  }

  /// The document with its text tagged, as UTF-8.
  package func tagged(with timexes: [Timex]) -> [UInt8] {
    var output = head
    output.reserveCapacity(head.count + text.count + tail.count + timexes.count * 80)
    func write(_ piece: ArraySlice<UInt8>) {
      if isPlain { TimeML.escape(piece, into: &output) } else { output += piece }
    }
    var end = 0
    for (number, timex) in timexes.enumerated() where timex.bytes.lowerBound >= end {
      write(text[end..<timex.bytes.lowerBound])
      output += "<TIMEX3 tid=\"t\(number + 1)\" type=\"".utf8
      output += timex.kind.rawValue.utf8
      output += "\" value=\"".utf8
      output += timex.value.utf8
      if let modifier = timex.modifier {
        output += "\" mod=\"".utf8
        output += modifier.utf8
      }
      output += "\">".utf8
      write(text[timex.bytes])
      output += "</TIMEX3>".utf8
      end = timex.bytes.upperBound
    }
    write(text[end...])
    output += tail
    return output
  }

  private static func date(in head: [UInt8]) -> Day? {
    let head = String(decoding: head, as: UTF8.self)
    guard let element = head.firstRange(of: "<DCT>"),
      let value = head[element.upperBound...].firstRange(of: "value=\"")
    else { return nil }
    let text = head[value.upperBound...].prefix { $0 != "\"" && $0 != "T" }
    return (try? EDTF(text))?.extent()?.spans.first?.beginEarliest
  }

  private static func beginsTag(_ next: UInt8) -> Bool {
    (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    escape(text[...], into: &output)
    return output
  }

  private static func escape(_ text: ArraySlice<UInt8>, into output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      default: output.append(byte)
      }
    }
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
  /// Tags a whole text of UTF-8 bytes, paragraph by paragraph.
  ///
  /// - Parameter documentDate: the document's own date; nil for that of the text's dateline, where it
  ///   has one.
  package func tag(_ text: [UInt8], documentDate: Day?, domain: Domain) -> [Timex] {
    let span = text.span
    let date = documentDate ?? dateline(span)
    let isNews =
      switch domain {
      case .news: true
      case .narrative: false
      case .auto: date != nil && !isNarrative(span)
      }
    var clock = Clock(document: date, isNews: isNews, order: Tagger.settledOrder(span))
    var timexes: [Timex] = []
    var tokens: [Token] = []
    forEachParagraph(of: span) { range in
      tokens.removeAll(keepingCapacity: true)
      lexer.lex(span, in: range, into: &tokens)
      for tagged in tagged(tokens, of: span, clock: &clock, isParagraph: true) {
        timexes.append(timex(tagged, tokens))
      }
    }
    return timexes
  }
}
