import Statements

/// Whether a period in prose is a mission's own, not that of something it did.
struct StatedPeriod {
  let lexicon: Lexicon
  let mentions: Phrases<[Int]>

  /// - Parameters:
  ///   - date: the token range of the period.
  ///   - quantities: the token ranges of counted things; "900 monitors served from 2018 to 2021" is
  ///     about the monitors.
  func holds(
    for date: Range<Int>, in sentence: [TextToken], cue: EventTyping.Typed?,
    quantities: [Range<Int>],
    isRow: Bool
  ) -> Bool {
    let before = sentence[..<date.lowerBound]
    if isRow { return !mentions.all(in: Array(before)).isEmpty }
    if isLabelled(before) { return true }
    if cue?.property == .period {
      let isOfCounted = quantities.contains { $0.upperBound <= date.lowerBound }
      return !isOfCounted && speaksOfMission(before)
    }
    return cue == nil && (begins(with: before) || isFollowedByMission(date, in: sentence))
  }

  /// "From 2004 to 2011 the NATO Training Mission in Iraq taught …".
  private func isFollowedByMission(_ date: Range<Int>, in sentence: [TextToken]) -> Bool {
    let opens = date.lowerBound == 0 || sentence[date.lowerBound - 1].kind == .mark
    return opens
      && mentions.all(in: Array(sentence[date.upperBound...])).contains {
        $0.tokens.lowerBound <= 2
      }
  }

  /// "Duration: 31 March – 15 December 2003".
  private func isLabelled(_ before: ArraySlice<TextToken>) -> Bool {
    let words = before.filter { $0.kind == .word }.map(\.lower)
    return [":", "|"].contains(before.last?.text) && words.count <= 2
      && words.contains { ["period", "duration", "dates", "years"].contains($0) }
  }

  /// Whether the words name a mission or have a noun that means one.
  private func speaksOfMission(_ before: ArraySlice<TextToken>) -> Bool {
    before.contains { lexicon.missionNoun($0)?.isStrong == true }
      || !mentions.all(in: Array(before)).isEmpty || Attachment.anaphor(in: Array(before)) != nil
  }

  /// Whether the sentence opens with the mission's name: "Operation Amber Fox protected the
  /// monitors from September 2001 until December 2002".
  private func begins(with before: ArraySlice<TextToken>) -> Bool {
    mentions.all(in: Array(before)).contains { $0.tokens.lowerBound <= 1 }
  }
}
