import Chronology
import Statements

/// What surrounds a mission's events: who decided and who asked, what it was a part of, why it ended.
extension SentenceReader {
  private var text: LexedText { body.text }
  private var lexicon: Lexicon { body.lexicon }

  func circumstances() -> [Proposed] {
    let cues = lexicon.cues.all(in: text.tokens, sentence.range)
    return parts() + (cues.isEmpty ? [] : actors(cues) + endCauses(cues))
  }

  /// That the first mission of a list's item goes on, where the list's head says so and the item gives
  /// it no end.
  func listed(_ block: Int) -> Proposed? {
    guard let mention = sentence.mentions.first(where: { $0.missions.count == 1 }),
      let cue = OngoingListRule(text: text, lexicon: lexicon).cue(of: block),
      sentence.dates.allSatisfy({
        !$0.expression.isPeriod || $0.expression.edtf.description.hasSuffix("/..")
      })
    else { return nil }
    let bytes = text.bytes(of: sentence.range)
    return Proposed(
      draft: mention.missions[0], property: .goesOn, value: .text(text.quote(sentence.range)),
      valid: nil, bytes: bytes, sentence: bytes, rule: "list of what goes on",
      note: "the list's head says “\(text.words(cue))”", cue: text.bytes(of: cue))
  }

  private func parts() -> [Proposed] {
    PartRule(text: text, lexicon: lexicon).parts(of: sentence).map { found in
      Proposed(
        draft: found.part.missions[0], property: .partOf,
        value: .mission(body.ids[found.whole.missions[0]]), valid: nil,
        bytes: text.bytes(of: found.part.tokens.lowerBound..<found.whole.tokens.upperBound),
        sentence: text.bytes(of: sentence.range), rule: "part in prose",
        cue: text.bytes(of: found.cue))
    }
  }

  private func actors(_ cues: [Phrases<Property>.Match]) -> [Proposed] {
    ActorRule(text: text, lexicon: lexicon).actors(in: sentence.range, cues: cues).compactMap {
      found in
      let clause = sentence.clause(holding: found.cue.lowerBound)
      guard
        case .mission(let draft, let reference) = body.attachment.subject(
          of: sentence, clause: clause?.tokens ?? sentence.range, cue: found.cue.lowerBound,
          context: context),
        reference.strength != .supposed
      else { return nil }
      return Proposed(
        draft: draft, property: found.property, value: .text(text.words(found.actor)),
        valid: nil,
        bytes: text.bytes(of: found.tokens), sentence: text.bytes(of: sentence.range),
        rule: found.property == .requestedBy ? "who asked" : "who decided", note: reference.note,
        cue: text.bytes(of: found.cue), rejected: reference.rejected)
    }
  }

  private func endCauses(_ cues: [Phrases<Property>.Match]) -> [Proposed] {
    let ends: Set<Property> = [.closed, .withdrawn, .mandateEnded]
    guard let cue = cues.first(where: { ends.contains($0.value) }),
      let cause = EndCauseRule(text: text, lexicon: lexicon).cause(in: sentence.range),
      !cause.tokens.contains(cue.tokens.lowerBound),
      case .mission(let draft, let reference) = body.attachment.subject(
        of: sentence, clause: sentence.range, cue: cue.tokens.lowerBound, context: context),
      reference.strength != .supposed
    else { return [] }
    return [
      Proposed(
        draft: draft, property: .endCause, value: .text(text.quote(cause.tokens)), valid: nil,
        bytes: text.bytes(of: cause.tokens), sentence: text.bytes(of: sentence.range),
        rule: "reason beside an end", note: reference.note, cue: text.bytes(of: cause.cue),
        rejected: reference.rejected)
    ]
  }

  /// International missions are a thing of the last two centuries: an older date tells of the country's
  /// history, whatever "it" seems to mean.
  func isBeforeMissions(_ date: Dated) -> Bool {
    guard let last = date.expression.edtf.extent()?.spans.last?.endLatest.date else { return false }
    return last.year < 1815
  }

  func speaksOfTraining(_ clause: Range<Int>) -> Bool {
    clause.contains {
      text.tokens[$0].isAny(of: [
        .trained, .train, .trains, .course, .courses, .graduated, .instructed, .taught, .graduates,
      ])
    }
  }

  // MARK: Entries of a chronology

  /// The date with a dash or colon behind it that opens the sentence.
  var entry: Dated? {
    guard let date = sentence.dates.first, !date.expression.isPeriod,
      date.tokens.lowerBound == sentence.range.lowerBound,
      date.tokens.upperBound < sentence.range.upperBound
    else { return nil }
    let mark = text.tokens[date.tokens.upperBound]
    return mark.isDash && !mark.touches || mark.isMark(":") || mark.isMark("|") ? date : nil
  }

  /// What a sentence without a date of its own reports, in an entry that a date opens: "1 June 2004 – The
  /// soldiers put on blue berets. AMIB ends."
  func datedByEntry(_ date: Dated) -> [Proposed] {
    let start = sentence.range.lowerBound
    guard
      let typed = EventTyping(text: text, lexicon: lexicon).property(
        of: sentence, clause: sentence.range, date: start..<start, isPeriod: false),
      case .mission(let draft, let reference) = body.attachment.subject(
        of: sentence, clause: sentence.range, cue: typed.cue.lowerBound, context: context),
      reference.strength == .named
    else { return [] }
    let bytes = text.bytes(of: sentence.range)
    return [
      Proposed(
        draft: draft, property: typed.property, value: .text(text.quote(sentence.range)),
        valid: date.expression.edtf, bytes: bytes, sentence: bytes, rule: "dated by its entry",
        note: "the entry is dated \(text.words(date.tokens))", cue: text.bytes(of: typed.cue),
        rejected: typed.rejected)
    ]
  }
}
