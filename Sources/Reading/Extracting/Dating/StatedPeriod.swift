import Chronology
import Statements

/// Whether a period in prose is a mission's own, not that of something it did.
struct StatedPeriod {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// - Parameters:
  ///   - quantities: the tokens of counted things; "900 monitors served from 2018 to 2021" is about
  ///     the monitors.
  func holds(
    for date: Dated, in sentence: Sentence, clause: Range<Int>, cue: EventTyping.Typed?,
    quantities: [Range<Int>], attachment: Attachment
  ) -> Bool {
    let range = date.tokens
    if sentence.label?.role == .period { return true }
    if isBehindName(range, sentence) { return true }
    guard date.expression.isPeriod else { return false }
    // "Under the United Nations Protection Force from 1993 to 1995", "UNMIK since June 1999".
    if sentence.mentions.contains(where: { $0.tokens.upperBound == range.lowerBound }) {
      return true
    }
    let before = clause.lowerBound..<range.lowerBound
    if isSince(date, in: sentence, clause: clause, attachment: attachment) { return true }
    if cue?.property == .period {
      let isOfCounted = quantities.contains { before.contains($0.lowerBound) }
      return !isOfCounted
        && (sentence.mentions.contains { before.overlaps($0.tokens) }
          || lexicon.references.first(in: tokens, before) != nil
          || attachment.anaphor(in: before) != nil)
    }
    return cue == nil && (begins(before, sentence) || isFollowedByMission(range, sentence))
  }

  /// "It has been a NATO mission since 2006", "UNMISS has operated in the country since 2011": the
  /// perfect of a mission with "since".
  func isSince(_ date: Dated, in sentence: Sentence, clause: Range<Int>, attachment: Attachment)
    -> Bool
  {
    guard date.expression.edtf.description.hasSuffix("/..") else { return false }
    // "Since August 2006 the UN has been working there through UNMIT."
    if date.tokens.lowerBound == sentence.range.lowerBound, sentence.mentions.count == 1,
      sentence.dates.count == 1,
      sentence.range.contains(where: { tokens[$0].isAny(of: [.has, .have]) })
    {
      return true
    }
    let before = clause.lowerBound..<date.tokens.lowerBound
    guard let verb = before.last(where: { tokens[$0].isAny(of: [.has, .have]) }) else {
      return false
    }
    let subject = max(clause.lowerBound, verb - 6)..<verb
    return sentence.mentions.contains {
      $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 2
    } || attachment.anaphor(in: subject) != nil && subject.count <= 4
  }

  /// "ISAF (August 2003 – December 2014)", "UNMIH, 1993–1996", "MINUSTAH: since 2004".
  private func isBehindName(_ date: Range<Int>, _ sentence: Sentence) -> Bool {
    guard date.lowerBound > sentence.range.lowerBound else { return false }
    let mark = tokens[date.lowerBound - 1]
    guard mark.isMark("(") || mark.isMark(",") || mark.isMark(":") || mark.isDash,
      let mention = sentence.mentions.last(where: { $0.tokens.upperBound <= date.lowerBound })
    else { return false }
    let between = mention.tokens.upperBound..<date.lowerBound - 1
    // A place may stand between: "UNMIH, Haiti (1993–1996)".
    let isPlace = between.allSatisfy { index in
      tokens[index].kind == .mark && !tokens[index].isMark(".") && !tokens[index].isMark(";")
        || lexicon.countries.match(tokens, at: index, before: between.upperBound) != nil
        || tokens[index].isAny(of: [.in, .the])
    }
    guard isPlace else { return false }
    let isEnd =
      date.upperBound == sentence.range.upperBound || tokens[date.upperBound].kind == .mark
    return isEnd && (mark.isMark("(") || mention.tokens.lowerBound - sentence.range.lowerBound <= 2)
  }

  /// "From 2004 to 2011 the NATO Training Mission in Iraq taught …".
  private func isFollowedByMission(_ date: Range<Int>, _ sentence: Sentence) -> Bool {
    let opens =
      date.lowerBound == sentence.range.lowerBound || tokens[date.lowerBound - 1].kind == .mark
    return opens
      && sentence.mentions.contains {
        $0.tokens.lowerBound >= date.upperBound && $0.tokens.lowerBound - date.upperBound <= 2
      }
  }

  /// Whether the clause opens with the mission's name: "Operation Amber Fox protected the monitors from
  /// September 2001 until December 2002".
  private func begins(_ before: Range<Int>, _ sentence: Sentence) -> Bool {
    sentence.mentions.contains { mention in
      before.contains(mention.tokens.lowerBound)
        && mention.tokens.lowerBound - before.lowerBound <= 1
        && !before.contains { tokens[$0].isAny(of: [.would, .should, .will]) }
    }
  }
}
