import Statements

/// Tells what kind of dated event a clause reports.
struct EventTyping {
  let lexicon: Lexicon

  /// The property of a clause: the first cue's, preferring verbs of the clause itself to those of
  /// the sentence before it.
  ///
  /// - Parameter isPeriod: whether the clause's date is a period; "ran from 2004 to 2011" states
  ///   one, "ran for office in 2004" does not.
  func property(of clause: ArraySlice<Token>, isPeriod: Bool) -> (property: Property, cue: Range<Int>)? {
    let cues = lexicon.cues.all(in: Array(clause)).map {
      (value: $0.value, tokens: $0.tokens.lowerBound + clause.startIndex..<$0.tokens.upperBound + clause.startIndex)
    }
    let usable = cues.first { cue in
      (cue.value != .period || isPeriod) && !isNoun(cue.tokens, in: clause)
    }
    return usable.map { ($0.value, $0.tokens) }
  }

  /// "Agreed" in "the agreed framework" and "Training" in a name are no events: an article before
  /// the word and a noun behind it, or a capital inside the sentence.
  private func isNoun(_ cue: Range<Int>, in clause: ArraySlice<Token>) -> Bool {
    guard cue.lowerBound > clause.startIndex else { return false }
    let token = clause[cue.lowerBound]
    if token.isCapitalised, clause[cue.lowerBound - 1].kind == .word { return true }
    return token.lower.hasSuffix("ed")
      && ["the", "a", "an", "its", "newly"].contains(clause[cue.lowerBound - 1].lower)
      && cue.upperBound < clause.endIndex && clause[cue.upperBound].kind == .word
      && !["in", "on", "by", "at", "to"].contains(clause[cue.upperBound].lower)
  }
}
