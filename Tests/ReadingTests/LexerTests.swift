import Testing

@testable import Reading

@Suite struct `A lexer` {
  private func tokens(_ text: String) -> [String] {
    var words = WordTable()
    words.insert("o'clock")
    let bytes = Array(text.utf8)
    return Lexer(words: words).tokens(of: bytes.span, in: 0..<bytes.count).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test func `cuts names, numbers and marks that touch`() {
    #expect(
      tokens("NTM-I ran 2004–2011 (1,500)") == [
        "NTM", "-", "I", "ran", "2004", "–", "2011", "(", "1", ",", "500", ")",
      ])
  }

  @Test func `gives the possessive a token of its own`() {
    #expect(
      tokens("the mission’s end, o’clock, 1990's") == [
        "the", "mission", "’s", "end", ",", "o’clock", ",", "1990", "'", "s",
      ])
  }

  @Test func `keeps letters of other scripts in a word`() {
    #expect(tokens("Genève Łódź 東京") == ["Genève", "Łódź", "東京"])
  }

  @Test func `leaves no byte but white space out, whatever the bytes`() {
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      let tokens = Lexer(words: WordTable()).tokens(of: bytes.span, in: 0..<bytes.count)
      var end = 0
      for token in tokens {
        #expect(Int(token.start) >= end && token.end > token.start && Int(token.end) <= bytes.count)
        end = Int(token.end)
      }
    }
  }

  @Test func `knows a word in any case, with either apostrophe`() {
    var words = WordTable()
    let clock = words.insert("o'clock")
    let etranger = words.insert("étranger")
    for (text, word) in [("O’CLOCK", clock), ("o'clock", clock), ("Étranger", etranger)] {
      let bytes = Array(text.utf8)
      let tokens = Lexer(words: words).tokens(of: bytes.span, in: 0..<bytes.count)
      #expect(tokens.map(\.word) == [word])
      #expect(tokens.first?.isCapitalised == (text.first?.isUppercase))
    }
  }

  @Test func `says where lines and paragraphs begin`() {
    let bytes = Array("One two\nthree\n\nfour".utf8)
    let tokens = Lexer(words: WordTable()).tokens(of: bytes.span, in: 0..<bytes.count)
    #expect(tokens.map { $0.shape.contains(.newLine) } == [true, false, true, true])
    #expect(tokens.map { $0.shape.contains(.newParagraph) } == [true, false, false, true])
  }

  @Test func `reads a number of at most nine digits`() {
    let bytes = Array("007 999999999 1000000000".utf8)
    let tokens = Lexer(words: WordTable()).tokens(of: bytes.span, in: 0..<bytes.count)
    #expect(tokens.map(\.number) == [7, 999_999_999, nil])
  }
}
