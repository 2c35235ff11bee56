import Statements

/// Tells what kind of dated event a clause reports.
struct EventTyping {
  let lexicon: Lexicon

  struct Typed {
    let property: Property
    let cue: Range<Int>
  }

  /// The property of a clause and the token indices of the words that tell it.
  ///
  /// The first cue decides, among those between the commas around the date if there are any: in
  /// "The mandate was renewed, and the mission closed on 30 June 2012" that is "closed".
  ///
  /// - Parameter isPeriod: whether the date is a period; "ran from 2004 to 2011" states one, "ran
  ///   for office in 2004" does not.
  func property(
    of sentence: [TextToken], clause: Range<Int>, date: Range<Int>, isPeriod: Bool
  ) -> Typed? {
    let near = EventTyping.segment(around: date, in: clause, of: sentence)
    return first(in: near, of: sentence, isPeriod) ?? first(in: clause, of: sentence, isPeriod)
  }

  private func first(in range: Range<Int>, of sentence: [TextToken], _ isPeriod: Bool) -> Typed? {
    for found in lexicon.cues.all(in: Array(sentence[range])) {
      let low = found.tokens.lowerBound + range.lowerBound
      let cue = low..<low + found.tokens.count
      guard found.value != .period || isPeriod, !isNoun(cue, in: sentence) else { continue }
      let property = isOfAnother(cue, in: sentence, range) ? Property.event : found.value
      return Typed(property: property, cue: cue)
    }
    return nil
  }

  /// The tokens between the commas, semicolons and parentheses around a date.
  static func segment(around date: Range<Int>, in clause: Range<Int>, of sentence: [TextToken])
    -> Range<Int>
  {
    let isStop = { (index: Int) in
      [",", ";", "(", ")", ":"].contains(sentence[index].text)
        && !Clauses.isInsideNumber(index, sentence)
    }
    let low = (clause.lowerBound..<max(date.lowerBound, clause.lowerBound)).last(where: isStop)
    let high = (min(date.upperBound, clause.upperBound)..<clause.upperBound).first(where: isStop)
    return (low.map { $0 + 1 } ?? clause.lowerBound)..<(high ?? clause.upperBound)
  }

  /// "Agreed" in "the agreed framework" is no event: an article before the word and a noun behind
  /// it, or a capital inside the sentence.
  private func isNoun(_ cue: Range<Int>, in sentence: [TextToken]) -> Bool {
    guard cue.lowerBound > 0 else { return false }
    let token = sentence[cue.lowerBound]
    let before = sentence[cue.lowerBound - 1]
    if token.isCapitalised, before.kind == .word { return true }
    return token.lower.hasSuffix("ed")
      && ["the", "a", "an", "its", "newly"].contains(before.lower)
      && cue.upperBound < sentence.count && sentence[cue.upperBound].kind == .word
      && !["in", "on", "by", "at", "to"].contains(sentence[cue.upperBound].lower)
  }

  /// Whether something else than the mission was established, closed …: the verb is passive and its
  /// subject is "a small team", "the first courses", without a noun that means a mission.
  private func isOfAnother(_ cue: Range<Int>, in sentence: [TextToken], _ range: Range<Int>) -> Bool
  {
    guard cue.lowerBound > range.lowerBound + 2,
      ["was", "were", "been"].contains(sentence[cue.lowerBound - 1].lower)
    else { return false }
    let start = sentence[range.lowerBound..<cue.lowerBound - 1].lastIndex {
      [",", ";", ":", "–", "—", ")"].contains($0.text) || ["that", "which"].contains($0.lower)
    }
    let subject = sentence[(start.map { $0 + 1 } ?? range.lowerBound)..<cue.lowerBound - 1]
    guard let article = subject.lastIndex(where: { ["a", "an"].contains($0.lower) })
    else { return false }
    return !subject[article...].contains { lexicon.missionNoun($0)?.isStrong == true }
  }
}
