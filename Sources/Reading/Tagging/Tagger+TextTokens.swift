extension Tagger {
  /// Whether a word in lower case is a month's name.
  package func isMonth(_ word: String) -> Bool { words.isMonth(lexer.words[word]) }

  /// Tags the bytes that a run of tokens with strings covers, until their rules are moved to `Token`.
  package func tag(_ tokens: [TextToken], of text: String, clock: inout Clock) -> Tags {
    guard let first = tokens.first, let last = tokens.last else { return Tags() }
    return tag(text.utf8.span, in: first.bytes.lowerBound..<last.bytes.upperBound, clock: &clock)
  }
}
