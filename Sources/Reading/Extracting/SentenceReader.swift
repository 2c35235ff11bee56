import Chronology
import Statements

/// Reads what one sentence says: its dated clauses, its numbers, which mission followed which, and
/// whether one goes on.
struct SentenceReader {
  let body: BodyReader
  let sentence: Sentence
  let context: Context

  private var text: LexedText { body.text }
  private var lexicon: Lexicon { body.lexicon }
  private var tokens: [Token] { body.text.tokens }

  func read(into proposed: inout [Proposed], _ doubts: inout [Doubt]) {
    let counts = CountRule(text: text, lexicon: lexicon).quantities(
      in: sentence.range, dates: sentence.dates.map(\.tokens), label: sentence.label)
    for index in sentence.dates.indices {
      readClause(index, counts.map(\.tokens), into: &proposed, &doubts)
    }
    for count in counts { readCount(count, into: &proposed) }
    proposed += legalBases()
    proposed += successions()
    proposed += circumstances()
    if let goesOn = goesOn(), sentence.label == nil { proposed.append(goesOn) }
  }

  // MARK: Dated clauses

  private func readClause(
    _ index: Int, _ counts: [Range<Int>], into proposed: inout [Proposed], _ doubts: inout [Doubt]
  ) {
    let date = sentence.dates[index]
    let clause = sentence.clauses[index]
    guard !isAside(date, clause) else { return }
    let typed = EventTyping(text: text, lexicon: lexicon).property(
      of: sentence, clause: clause, date: date.tokens, isPeriod: date.expression.isPeriod)
    let subject = body.attachment.subject(
      of: sentence, clause: clause, cue: typed?.cue.lowerBound, context: context)
    switch subject {
    case .mission(let draft, let reference):
      let others =
        reference.strength == .named
        ? reference.cue.map { body.attachment.coordinated(with: $0, in: sentence) } ?? [] : []
      var found = statements(date, clause, typed, draft, reference, counts)
      for other in others {
        let named = Reference(strength: .named, cue: other.tokens, note: nil)
        found += statements(date, clause, typed, other.missions[0], named, counts)
      }
      if !others.isEmpty { for index in found.indices { found[index].isShared = true } }
      proposed += found
    case .ambiguous(let candidates, let cue):
      let names = candidates.map { body.roster.drafts[$0].best.name }.joined(separator: " or ")
      if let passage = text.passage(clause) {
        doubts.append(Doubt(passage: passage, reason: "may be about \(names)"))
      }
      // Proposed for each, as a dated event that bounds no mission: a person decides.
      for candidate in candidates {
        var one = event(date, .event, candidate, clause, typed, nil, cue, "may be about \(names)")
        one.isShared = true
        proposed.append(one)
      }
    case .none:
      guard
        typed != nil || context.isPlace || context.isOfPlaces || isStatement(clause, date.tokens)
      else { return }
      proposed.append(
        event(
          date, typed?.property == .period ? .event : typed?.property ?? .event, nil, clause, typed,
          nil, typed?.cue, "no mission is named"))
    }
  }

  private func statements(
    _ date: Dated, _ clause: Range<Int>, _ typed: EventTyping.Typed?, _ draft: Int,
    _ reference: Reference, _ counts: [Range<Int>]
  ) -> [Proposed] {
    if let label = sentence.label, let labelled = labelled(date, label, draft, reference) {
      return [labelled]
    }
    guard !isBeforeMissions(date) else {
      return [
        event(date, .event, draft, clause, typed, reference, reference.cue ?? typed?.cue, nil)
      ]
    }
    let rule = StatedPeriod(text: text, lexicon: lexicon)
    if reference.strength != .supposed,
      rule.holds(
        for: date, in: sentence, clause: clause, cue: typed, quantities: counts,
        attachment: body.attachment,
        isOwnHeading: context.heading == draft && context.isOwnSection, nation: context.nation)
    {
      return [period(date, .period, draft, clause, typed, reference)]
    }
    var property = typed?.property == .period ? Property.event : typed?.property ?? .event
    // Supposed from the document or section, an event may be something else's; a decision is the
    // mission's wherever it is taken.
    let isSubjectless = typed.map { isOpening($0.cue) } ?? false
    if reference.strength == .supposed, ![.decided, .authorised].contains(property), !isSubjectless
    {
      property = .event
    }
    return [
      event(date, property, draft, clause, typed, reference, reference.cue ?? typed?.cue, nil)
    ]
  }

  /// Whether a clause may be a statement rather than a phrase inside one: it has four words at least
  /// beside its date, and the date is no adjective ("the 2013 coup").
  private func isStatement(_ clause: Range<Int>, _ date: Range<Int>) -> Bool {
    let words = clause.count { tokens[$0].kind == .word && !date.contains($0) }
    let isAdjective =
      date.lowerBound > clause.lowerBound && tokens[date.lowerBound - 1].isAny(of: .articles)
      && date.count == 1
    return words >= 4 && !isAdjective
  }

  private var speaksOfPeacekeeping: Bool {
    sentence.range.contains { tokens[$0].isAny(of: [.peacekeeping, .peacekeepers]) }
  }

  /// Whether people are said to be sent somewhere, whoever sends them.
  private var speaksOfDeployment: Bool {
    lexicon.cues.all(in: tokens, sentence.range).contains {
      [.deployed, .withdrawn, .drawdown, .joined].contains($0.value)
    }
  }

  /// "Set up by the Permanent Council": a sentence that opens with its verb has the document's mission
  /// for its subject.
  private func isOpening(_ cue: Range<Int>) -> Bool {
    (sentence.range.lowerBound..<cue.lowerBound).allSatisfy { tokens[$0].kind == .mark }
  }

  /// "Start: 1 July 2005" gives one end of the period and says nothing of the other.
  private func labelled(
    _ date: Dated, _ label: FactLabel, _ draft: Int, _ reference: Reference
  ) -> Proposed? {
    let property: Property
    switch label.role {
    case .start where !date.expression.isPeriod: property = .start
    case .end where !date.expression.isPeriod: property = .end
    case .start, .end, .period: property = .period
    case .mandatePeriod:
      guard sentence.dates.first?.tokens == date.tokens else { return nil }
      let range = label.tokens.lowerBound..<date.tokens.upperBound
      return event(
        date, .plannedEnd, draft, range, nil, reference, label.tokens, nil, rule: "labelled date")
    default: return nil
    }
    guard sentence.dates.first?.tokens == date.tokens else { return nil }
    let range = label.tokens.lowerBound..<date.tokens.upperBound
    return period(date, property, draft, range, nil, reference, rule: "labelled date")
  }

  private func period(
    _ date: Dated, _ property: Property, _ draft: Int, _ clause: Range<Int>,
    _ typed: EventTyping.Typed?,
    _ reference: Reference, rule: String = "period in prose"
  ) -> Proposed {
    // "Until 1998" is an end and says nothing of the begin.
    let edtf = date.expression.edtf.description
    let end = edtf.hasPrefix("../") ? try? EDTF(String(edtf.dropFirst(3))) : nil
    return Proposed(
      draft: draft, property: end == nil ? property : .end,
      value: .date(end ?? date.expression.edtf),
      valid: date.expression.edtf,
      bytes: text.bytes(of: withoutEmphasis(clause)), sentence: text.bytes(of: sentence.range),
      rule: rule, note: notes(date, reference), cue: (typed?.cue ?? reference.cue).map(text.bytes),
      rejected: reference.rejected + (typed?.rejected ?? []))
  }

  private func event(
    _ date: Dated, _ property: Property, _ draft: Int?, _ clause: Range<Int>,
    _ typed: EventTyping.Typed?, _ reference: Reference?, _ cue: Range<Int>?, _ note: String?,
    rule: String = "dated clause"
  ) -> Proposed {
    let bytes = text.bytes(of: withoutEmphasis(clause))
    return Proposed(
      draft: draft, property: property,
      value: .text(text.quote(ofBytes: bytes)),
      valid: property == .extended ? extendedTo(date) : date.expression.edtf, bytes: bytes,
      sentence: text.bytes(of: sentence.range),
      rule: rule, note: note ?? notes(date, reference),
      cue: (typed?.cue ?? cue).map(text.bytes),
      rejected: (reference?.rejected ?? []) + (typed?.rejected ?? []))
  }

  /// "Extended to 31 December 2006" says until when; "extended on 30 June 2006", when that was decided.
  private func extendedTo(_ date: Dated) -> EDTF {
    guard date.tokens.lowerBound > sentence.range.lowerBound, !date.expression.isPeriod,
      tokens[date.tokens.lowerBound - 1].isAny(of: [.to, .until, .till, .through]),
      let end = try? EDTF("../\(date.expression.edtf)")
    else { return date.expression.edtf }
    return end
  }

  private func notes(_ date: Dated, _ reference: Reference?) -> String? {
    let notes = [date.expression.completion, reference?.note].compactMap(\.self)
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// A year in parentheses that only dates a resolution or the figures before it: "resolution 1739
  /// (2007)", "(2024 est.)".
  private func isAside(_ date: Dated, _ clause: Range<Int>) -> Bool {
    guard !date.expression.isPeriod, date.tokens.count == 1,
      date.tokens.lowerBound > sentence.range.lowerBound,
      tokens[date.tokens.lowerBound - 1].isMark("(")
    else { return false }
    if sentence.mentions.contains(where: { $0.tokens.upperBound == date.tokens.lowerBound - 1 }) {
      return false
    }
    let next = date.tokens.upperBound
    return next < sentence.range.upperBound
      && (tokens[next].isMark(")")
        || next + 1 < sentence.range.upperBound && tokens[next + 1].isMark("."))
  }

  /// Without the stars, underscores and bars that Markdown puts around all of the words; stars
  /// around some of them stay in pairs.
  private func withoutEmphasis(_ clause: Range<Int>) -> Range<Int> {
    let isMark = { (index: Int) in
      tokens[index].isMark("*") || tokens[index].isMark("_") || tokens[index].isMark("|")
    }
    var low = clause.lowerBound
    var high = clause.upperBound
    while low + 1 < high, isMark(low) || tokens[low].isMark(",") { low += 1 }
    while low + 1 < high, isMark(high - 1) { high -= 1 }
    let hasStars = (low..<high).contains { tokens[$0].isMark("*") || tokens[$0].isMark("_") }
    return hasStars ? clause : low..<high
  }

  // MARK: Numbers

  private func readCount(_ count: CountRule.Found, into proposed: inout [Proposed]) {
    let found = sentence.clauses.firstIndex { $0.overlaps(count.tokens) }
    let clause = found.map { sentence.clauses[$0] } ?? sentence.range
    let subject = body.attachment.subject(
      of: sentence, clause: clause, cue: count.tokens.lowerBound, context: context)
    let draft: Int?
    var reference: Reference?
    switch subject {
    case .mission(let mission, let how):
      draft = mission
      reference = how
    case .ambiguous: draft = nil
    case .none:
      guard context.isPlace || context.isOfPlaces || speaksOfPeacekeeping || speaksOfDeployment
      else { return }
      draft = nil
    }
    if reference?.strength == .supposed,
      EventTyping(text: text, lexicon: lexicon).opensWithCountry(sentence)
    {
      // "The United States has 2,500 troops in Iraq" counts nobody's but theirs.
      guard context.isPlace || speaksOfDeployment else { return }
    }
    let isTraining = count.property == .strength && speaksOfTraining(clause)
    let property =
      isTraining
      ? .trained : StrengthKind(text: text, lexicon: lexicon).property(of: count, in: sentence)
    let asOf = found.map { sentence.dates[$0].expression.edtf }
    let quantity = Quantity(
      value: count.value, upper: count.upper, hedge: count.hedge, unit: count.unit, asOf: asOf,
      isCumulative: property == .trained || property == .casualties)
    proposed.append(
      Proposed(
        draft: draft, property: property, value: .quantity(quantity), valid: asOf,
        bytes: text.bytes(of: count.tokens), sentence: text.bytes(of: sentence.range),
        rule: count.rule, note: reference?.note, cue: reference?.cue.map(text.bytes),
        rejected: reference?.rejected ?? []))
  }

  // MARK: Successions

  /// Of two missions that a sentence names with "was followed by" or "took over from" between them,
  /// which followed which, and when one gave way to the other.
  private func successions() -> [Proposed] {
    var named = sentence.mentions.filter { $0.missions.count == 1 }
    // "Took up its work as the follow-on to …": the heading's mission is the subject.
    if let heading = context.heading ?? context.topic, let other = named.first,
      other.missions != [heading], named.count == 1 || context.heading != nil
    {
      let place = max(sentence.range.lowerBound, other.tokens.lowerBound - 6)
      named.insert(.init(missions: [heading], tokens: place..<place), at: 0)
    }
    var proposed: [Proposed] = []
    let rule = SuccessionRule(text: text, lexicon: lexicon)
    for (left, right) in zip(named, named.dropFirst()) where left.missions[0] != right.missions[0] {
      guard
        let found = rule.sense(
          between: left.tokens, and: right.tokens, without: sentence.dates.map(\.tokens))
      else { continue }
      let (old, new) =
        found.sense == .passedOn
        ? (left.missions[0], right.missions[0]) : (right.missions[0], left.missions[0])
      let start = left.tokens.isEmpty ? found.cue.lowerBound : left.tokens.lowerBound
      let range = withoutEmphasis(start..<right.tokens.upperBound)
      let bytes = text.bytes(of: range)
      for (draft, property, other) in [(old, Property.followOn, new), (new, .predecessor, old)] {
        proposed.append(
          Proposed(
            draft: draft, property: property, value: .mission(body.ids[other]), valid: nil,
            bytes: bytes, sentence: text.bytes(of: sentence.range), rule: "succession in prose",
            cue: text.bytes(of: found.cue)))
      }
      if found.isDated { proposed += handover(from: old, to: new, found.cue) }
    }
    return proposed
  }

  /// The date of the clause in which one mission gives way to another ends the one and begins the
  /// other.
  private func handover(from old: Int, to new: Int, _ cue: Range<Int>) -> [Proposed] {
    guard let (index, clause) = dated(cue), !sentence.dates[index].expression.isPeriod
    else { return [] }
    return [(old, Property.handedOver), (new, .takeover)].map { draft, property in
      event(
        sentence.dates[index], property, draft, clause,
        EventTyping.Typed(property: property, cue: cue), nil, cue, nil, rule: "handover in prose")
    }
  }

  /// The date of a handover with its clause: the one before "when", else that of the clause.
  private func dated(_ cue: Range<Int>) -> (index: Int, clause: Range<Int>)? {
    let low = max(sentence.range.lowerBound, cue.lowerBound - 4)
    if let when = (low..<cue.lowerBound).last(where: { tokens[$0].isWord(.when) }),
      let index = sentence.dates.lastIndex(where: { date in
        (0...1).contains(when - date.tokens.upperBound)
      })
    {
      return (index, sentence.dates[index].tokens.lowerBound..<cue.upperBound)
    }
    return sentence.clause(holding: cue.lowerBound).map { ($0.index, $0.tokens) }
  }

  // MARK: Legal basis

  /// The acts that a sentence names beside an event of a mission which an act brings about.
  private func legalBases() -> [Proposed] {
    let acts = LegalBasisRule(text: text, lexicon: lexicon).acts(in: sentence.range)
    guard !acts.isEmpty else { return [] }
    let mandating: Set<Property> = [
      .established, .authorised, .decided, .extended, .launched, .expanded, .deployed,
    ]
    guard
      let cue = lexicon.cues.all(in: tokens, sentence.range).first(where: {
        mandating.contains($0.value)
      }),
      case .mission(let draft, let reference) = body.attachment.subject(
        of: sentence, clause: sentence.range, cue: cue.tokens.lowerBound, context: context),
      reference.strength != .supposed
    else { return [] }
    return acts.map { act in
      let bytes = text.bytes(of: act)
      return Proposed(
        draft: draft, property: .legalBasis, value: .text(text.words(act)), valid: nil,
        bytes: bytes,
        sentence: text.bytes(of: sentence.range), rule: "act beside an event", note: reference.note,
        cue: text.bytes(of: cue.tokens), rejected: reference.rejected)
    }
  }

  // MARK: Going on

  /// "The mission is still going on", "has at present several hundred men": no end at the text's own
  /// date.
  private func goesOn() -> Proposed? {
    guard
      let cue = lexicon.goesOn.all(in: tokens, sentence.range)
        .first(where: { isOfMission($0) })
    else { return nil }
    guard
      case .mission(let draft, let reference) = body.attachment.subject(
        of: sentence, clause: sentence.range, cue: cue.tokens.lowerBound, context: context),
      reference.strength != .supposed,
      // "Al-Shabaab continues to attack … AMISOM" says nothing of the mission named behind the verb.
      reference.cue.map({ $0.lowerBound <= cue.tokens.lowerBound }) ?? true
    else { return nil }
    let bytes = text.bytes(of: sentence.range)
    return Proposed(
      draft: draft, property: .goesOn, value: .text(text.quote(sentence.range)), valid: nil,
      bytes: bytes, sentence: bytes,
      rule: "goes on", note: reference.note, cue: text.bytes(of: cue.tokens),
      rejected: reference.rejected)
  }

  private func isOfMission(_ cue: Phrases<Bool>.Match) -> Bool {
    if cue.value { return true }
    return sentence.range.contains {
      tokens[$0].isAny(of: [.is, .are, .has, .have]) && abs($0 - cue.tokens.lowerBound) <= 4
    }
  }
}
