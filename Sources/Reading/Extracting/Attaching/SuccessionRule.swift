import Statements

/// Says which of two missions that a sentence names followed which.
struct SuccessionRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  struct Found {
    let sense: SuccessionSense
    let cue: Range<Int>
    /// Whether the clause's date is that of the change: not of "the successor of".
    var isDated = true
  }

  /// What the words between two names say of them: "was followed by", "took over from".
  ///
  /// - Parameter dates: what may stand in the phrase: "gave way on 15 December 2003 to".
  func sense(
    between left: Range<Int>, and right: Range<Int>, without dates: [Range<Int>] = []
  ) -> Found? {
    guard left.upperBound <= right.lowerBound else { return nil }
    let between = fromPronoun(left.upperBound..<right.lowerBound)
    if let date = dates.first(where: {
      between.contains($0.lowerBound) && between.contains($0.upperBound - 1)
    }),
      let found = acrossDate(between, date)
    {
      return found
    }
    // Far apart, the words are about something else.
    guard between.count <= 16, !between.contains(where: { tokens[$0].isMark(";") })
    else { return nil }
    if let passive = passive(between) { return Found(sense: .passedOn, cue: passive) }
    for found in lexicon.successions.all(in: tokens, between) {
      guard found.value == .takenOverPlace else {
        return Found(
          sense: found.value == .successorOf ? .takenOver : found.value, cue: found.tokens,
          isDated: found.value != .successorOf)
      }
      // "took ISAF's place"
      let next = right.upperBound
      if next + 1 < tokens.count, text.quote(next..<next + 2).hasSuffix("place") {
        return Found(sense: .takenOver, cue: found.tokens.lowerBound..<next + 2)
      }
    }
    return nil
  }

  /// From the pronoun that stands for the mission on the left: "…, until it was replaced by".
  private func fromPronoun(_ between: Range<Int>) -> Range<Int> {
    guard between.count > 12,
      let pronoun = between.last(where: { tokens[$0].isAny(of: [.it, .which]) }),
      between.upperBound - pronoun <= 12
    else { return between }
    return pronoun + 1..<between.upperBound
  }

  private func acrossDate(_ between: Range<Int>, _ date: Range<Int>) -> Found? {
    var start = date.lowerBound
    if start > between.lowerBound, tokens[start - 1].isAny(of: [.on, .in]) { start -= 1 }
    let kept = Array(between.lowerBound..<start) + Array(date.upperBound..<between.upperBound)
    let words = kept.map { tokens[$0] }
    guard let found = lexicon.successions.all(in: words, 0..<words.count).first,
      found.value != .takenOverPlace
    else { return nil }
    return Found(
      sense: found.value == .successorOf ? .takenOver : found.value,
      cue: kept[found.tokens.lowerBound]..<kept[found.tokens.upperBound - 1] + 1,
      isDated: found.value != .successorOf)
  }

  /// "was followed on the same day by", "were handed down by".
  private func passive(_ between: Range<Int>) -> Range<Int>? {
    guard let by = between.last(where: { tokens[$0].isWord(.by) }) else { return nil }
    for index in between.dropLast() where index < by && tokens[index].isAny(of: .being) {
      if tokens[index + 1].isAny(of: [.followed, .replaced, .succeeded]) { return index..<by + 1 }
    }
    return nil
  }
}
