import Testing

@testable import Reading

@Suite struct `The layout of a briefing` {
  /// The blocks as `level text`, `- text`, `: label`, `¶ text`.
  private func blocks(_ text: String) throws -> [String] {
    try reader.get().outline(of: text).blocks.map { block in
      let words = String(decoding: Array(text.utf8)[block.bytes], as: UTF8.self)
      return switch block.kind {
      case .heading(let level): "\(level) \(words)"
      case .label: ": \(words)"
      case .item: "- \(words)"
      case .paragraph: "¶ \(words)"
      case .row: "| \(words)"
      }
    }
  }

  @Test func `has a title, periods, missions, labels and items`() throws {
    let text = """
      The OSCE in Georgia

      1992-2008

      OSCE Mission to Georgia
      Key Information:
      · Opened in Tbilisi in December 1992.
      • Closed after the mandate
        had expired.
      1. First the office, 2) then the field.
      """
    #expect(
      try blocks(text) == [
        "1 The OSCE in Georgia", "2 1992-2008", "3 OSCE Mission to Georgia", ": Key Information:",
        "- Opened in Tbilisi in December 1992.",
        "- Closed after the mandate\n  had expired.",
        "- First the office, 2) then the field.",
      ])
  }

  @Test func `may mark headings by hashes, underlines or equals signs`() throws {
    let text = """
      # Haiti
      ## 2004 to 2017
      **Main points**

      - MINUSTAH took over.

      Congo
      =====
      1960–1964
      ---------
      == Background ==
      The force arrived.
      """
    #expect(
      try blocks(text) == [
        "1 Haiti", "2 2004 to 2017", ": **Main points**", "- MINUSTAH took over.", "1 Congo",
        "2 1960–1964", "2 Background", "¶ The force arrived.",
      ])
  }

  @Test func `takes a line that repeats under each heading for a label`() throws {
    let text = """
      Missions in Mali

      Mission A (EUTM)
      In short
      - one
      Mission B (EUCAP)
      In short
      - two
      """
    #expect(try blocks(text).filter { $0 == ": In short" }.count == 2)
  }

  @Test func `keeps a sentence and a wrapped line out of the headings`() throws {
    let text = """
      The mission was opened in 1993

      It has since moved to Pristina, where
      Kosovo Force soldiers guard it
      day and night.
      """
    #expect(try blocks(text).allSatisfy { $0.hasPrefix("¶") })
  }

  @Test func `knows every block's bytes in the untouched text`() throws {
    let text = "\u{FEFF}Überblick: Missions\r\n\r\n•\u{A0}EUFOR – “Althea”\r\n\ttab\r\n"
    let utf8 = Array(text.utf8)
    for block in try reader.get().outline(of: text).blocks {
      let words = String(decoding: utf8[block.bytes], as: UTF8.self)
      #expect(!words.isEmpty && !words.contains("\u{FEFF}") && !words.contains("\u{FFFD}"))
      #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false)
    }
  }

  @Test(arguments: ["\n\n\n", "#", "# ", "=", "----", "·", "1.", "(", "| |", "\r\r\n", "•\u{A0}"])
  func `survives lines of nothing but marks`(text: String) throws {
    _ = try reader.get().outline(of: text)
  }
}

@Suite struct `Sentences of a text` {
  private func sentences(_ text: String) -> [String] {
    var words = WordTable()
    for keyword in Keyword.allCases { words.insert(keyword.spelling) }
    let sentences = Sentences(words: &words)
    let tokens = Lexer(words: words).tokens(of: text.utf8.span, in: 0..<text.utf8.count)
    return sentences.split(tokens, tokens.indices).map { range in
      let bytes = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
      return String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
    }
  }

  @Test func `end at a full stop before a capital`() {
    #expect(
      sentences("UNTAET ended in 2002. UNMISET followed.") == [
        "UNTAET ended in 2002.", "UNMISET followed.",
      ])
  }

  @Test(arguments: [
    "Gen. Dallaire led UNAMIR.", "It cost 1.5 million.", "On 31 Dec. 2011 it closed.",
    "Resolution No. 1546 was adopted.", "The U.S. Army left.", "It ran, e.g. in Basra, for years.",
  ])
  func `do not end at abbreviations, initials and decimals`(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test func `take closing quotes and footnote marks along`() {
    #expect(
      sentences("They called it “a success.” Others left.[12] The end.") == [
        "They called it “a success.”", "Others left.[12]", "The end.",
      ])
  }
}
