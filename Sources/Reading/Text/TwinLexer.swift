/// Lexes a text once for two readers that know different words: the rules of extraction and the
/// tagger.
struct TwinLexer: Sendable {
  /// Knows the words of both.
  private let lexer: Lexer
  /// How many words the first reader knows, which have the same numbers here.
  private let firstCount: Int32
  /// The number that the second reader has for each word.
  private let seconds: [Word]

  init(_ first: Lexer, _ second: Lexer) {
    var words = first.words
    firstCount = Int32(words.count)
    for number in 1..<max(second.words.count, 1) {
      words.insert(second.words.text(of: Word(rawValue: Int32(number))))
    }
    seconds = (0..<words.count).map {
      second.words[words.text(of: Word(rawValue: Int32($0)))]
    }
    lexer = Lexer(words: words)
  }

  /// The tokens of a range of UTF-8 bytes, added to those of either reader: the same tokens, with the
  /// numbers that each has for the words.
  func lex(
    _ text: Span<UInt8>, in range: Range<Int>, into first: inout [Token],
    and second: inout [Token]
  ) {
    let start = first.count
    lexer.lex(text, in: range, into: &first)
    for index in start..<first.count {
      let token = first[index]
      guard token.word != .unknown else {
        second.append(token)
        continue
      }
      second.append(token.with(seconds[Int(token.word.rawValue)]))
      if token.word.rawValue >= firstCount { first[index] = token.with(.unknown) }
    }
  }
}
