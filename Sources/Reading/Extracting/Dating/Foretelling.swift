import Statements

/// Tells an event that a text foretells from one that it reports: "will shut down by 31 December 2025", "is
/// scheduled to end".
struct Foretelling {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The cues of a range with the verbs that stand behind "will" or "scheduled to" in the form that is a
  /// noun elsewhere: "will end", "is to close".
  func cues(
    in range: Range<Int>, among cues: [Phrases<Property>.Match]
  ) -> [Phrases<Property>.Match] {
    let bare = lexicon.foretellings.all(in: tokens, range).compactMap { phrase in
      (phrase.tokens.upperBound..<min(phrase.tokens.upperBound + 3, range.upperBound)).lazy
        .compactMap { lexicon.bareVerbs.match(tokens, at: $0, before: range.upperBound) }.first
    }
    guard !bare.isEmpty else { return cues }
    let others = cues.filter { cue in !bare.contains { $0.tokens.overlaps(cue.tokens) } }
    return (others + bare).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The property of a cue's event: a planned begin or end where it is only foretold.
  func property(
    of cue: Phrases<Property>.Match, in range: Range<Int>, date: Range<Int>
  ) -> Property {
    guard let planned = Foretelling.planned[cue.value], isForetold(cue.tokens, in: range)
    else { return cue.value }
    return planned
  }

  private func isForetold(_ cue: Range<Int>, in range: Range<Int>) -> Bool {
    let before = max(range.lowerBound, cue.lowerBound - 7)..<cue.lowerBound
    guard let phrase = lexicon.foretellings.all(in: tokens, before).last else { return false }
    let between = phrase.tokens.upperBound..<cue.lowerBound
    return between.count <= 2 && between.allSatisfy { tokens[$0].kind == .word }
  }

  private static let planned: [Property: Property] = [
    .closed: .plannedEnd, .mandateEnded: .plannedEnd, .withdrawn: .plannedEnd,
    .established: .plannedStart, .launched: .plannedStart, .deployed: .plannedStart,
    .operational: .plannedStart,
  ]
}
