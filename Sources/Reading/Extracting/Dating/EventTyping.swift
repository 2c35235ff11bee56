import Statements

/// Tells what kind of dated event a clause reports.
struct EventTyping {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  struct Typed {
    let property: Property
    let cue: Range<Int>
    var rejected: [Rationale.Rejected] = []
  }

  /// The property of a clause and the words that tell it.
  ///
  /// The first cue decides, among those between the commas around the date if there are any: in
  /// "The mandate was renewed, and the mission closed on 30 June 2012" that is "closed".
  ///
  /// - Parameters:
  ///   - isPeriod: whether the date is a period; "ran from 2004 to 2011" states one, "ran for office
  ///     in 2004" does not.
  ///   - mentions: where the sentence names missions.
  func property(
    of sentence: Sentence, clause: Range<Int>, date: Range<Int>, isPeriod: Bool
  ) -> Typed? {
    let near = segment(around: date, in: clause)
    return first(in: near, date, sentence, isPeriod) ?? first(in: clause, date, sentence, isPeriod)
  }

  private func first(
    in range: Range<Int>, _ date: Range<Int>, _ sentence: Sentence, _ isPeriod: Bool
  ) -> Typed? {
    var rejected: [Rationale.Rejected] = []
    let foretold = Foretelling(text: text, lexicon: lexicon)
    let cues = verbsFirst(
      foretold.cues(in: range, among: lexicon.cues.all(in: tokens, range)).filter {
        !date.overlaps($0.tokens)
      })
    // "Started with 32,000 troops and ran from 1996 until 2004": the verb of a period is beside it.
    if isPeriod, let last = cues.last(where: { $0.tokens.upperBound <= date.lowerBound }),
      last.value == .period
    {
      return Typed(property: .period, cue: last.tokens)
    }
    for found in cues {
      let cue = found.tokens
      if let other = self.foretold(found, cues, date) {
        rejected.append(
          .init(
            what: "decided by “\(text.words(cue))”", why: "“\(text.words(other.tokens))” is dated"))
        continue
      }
      guard !date.overlaps(cue) else { continue }
      // "The decision of 6 February 2017 to set up a joint force" sets nothing up.
      if isInfinitive(cue, in: range) {
        rejected.append(.init(what: "“\(text.words(cue))”", why: "said to be meant, not done"))
        continue
      }
      if found.value == .decided, isUntil(date, in: range),
        cues.contains(where: { $0.value == .extended && $0.tokens.upperBound <= date.lowerBound })
          || extendsBare(from: cue.upperBound, to: date.lowerBound)
      {
        return Typed(property: .extended, cue: cue, rejected: rejected)
      }
      guard found.value != .period || isPeriod else { continue }
      guard !isNoun(cue) else {
        rejected.append(.init(what: "“\(text.words(cue))”", why: "a noun or adjective here"))
        continue
      }
      guard !isOfAnother(cue, found.value, range, sentence) else {
        rejected.append(
          .init(
            what: "\(found.value.rawValue) by “\(text.words(cue))”", why: "said of something else"))
        return Typed(property: .event, cue: cue, rejected: rejected)
      }
      return Typed(
        property: foretold.property(of: found, in: range, date: date), cue: cue, rejected: rejected)
    }
    return nil
  }

  /// Verbs before nouns, but a verb that begins or completes what a noun names is that noun's: "the closing of
  /// the mission began" is a drawdown, "the drawdown was completed" no closing, "the handover was decided" a
  /// decision.
  private func verbsFirst(_ cues: [Phrases<Property>.Match]) -> [Phrases<Property>.Match] {
    guard cues.count > 1, let noun = cues.first, isNominal(noun.tokens),
      let verb = cues.first(where: { !isNominal($0.tokens) })
    else { return cues }
    let whole = noun.tokens.lowerBound..<verb.tokens.upperBound
    switch (noun.value, verb.value) {
    case (.closed, .launched): return [.init(value: .drawdown, tokens: whole)] + cues
    case (_, .closed), (_, .launched): return cues
    default: return cues.filter { !isNominal($0.tokens) } + cues.filter { isNominal($0.tokens) }
    }
  }

  /// "To set up", "to take over": no event unless something says that it was foretold.
  private func isInfinitive(_ cue: Range<Int>, in range: Range<Int>) -> Bool {
    guard cue.lowerBound > range.lowerBound, tokens[cue.lowerBound - 1].isWord(.to),
      lexicon.foretellings.match(tokens, endingAt: cue.lowerBound, from: range.lowerBound) == nil
    else { return false }
    let verb = text.quote(cue.lowerBound..<cue.lowerBound + 1)
    return !verb.hasSuffix("ed") && !verb.hasSuffix("ing") && !verb.hasSuffix("ion")
  }

  /// "Until 15 October 2010", "to 31 December 2006".
  private func isUntil(_ date: Range<Int>, in range: Range<Int>) -> Bool {
    date.lowerBound > range.lowerBound
      && (tokens[date.lowerBound].isAny(of: [.until, .till, .through, .to])
        || tokens[date.lowerBound - 1].isAny(of: [.until, .till, .through, .to]))
  }

  /// "Decides to extend the mandate … until".
  private func extendsBare(from low: Int, to high: Int) -> Bool {
    low < high
      && (low..<high).contains { index in
        tokens[index].isWord(.to)
          && lexicon.bareVerbs.match(tokens, at: index + 1, before: high)?.value == .extended
      }
  }

  /// "The closing of", "its deployment".
  private func isNominal(_ cue: Range<Int>) -> Bool {
    let isBeforeOf = cue.upperBound < tokens.count && tokens[cue.upperBound].isWord(.of)
    guard cue.lowerBound > 0 else { return isBeforeOf }
    return isBeforeOf || tokens[cue.lowerBound - 1].isAny(of: [.the, .a, .an, .its, .their])
  }

  /// What a decision foretells, where the date is that of what is to come: "decided that the mission
  /// will shut down by 31 December 2025".
  private func foretold(
    _ found: Phrases<Property>.Match, _ cues: [Phrases<Property>.Match], _ date: Range<Int>
  ) -> Phrases<Property>.Match? {
    guard found.value == .decided || found.value == .event,
      found.tokens.upperBound <= date.lowerBound
    else { return nil }
    return cues.first { other in
      other.tokens.lowerBound >= found.tokens.upperBound
        && other.tokens.upperBound <= date.lowerBound
        && EventTyping.bounding.contains(other.value) && other.value != .decided
        && (found.tokens.upperBound..<other.tokens.lowerBound).contains {
          tokens[$0].isAny(of: [.will, .shall, .should, .would])
        }
    }
  }

  /// The tokens between the commas, semicolons and parentheses around a date.
  func segment(around date: Range<Int>, in clause: Range<Int>) -> Range<Int> {
    let isStop = { (index: Int) in
      guard let mark = tokens[index].mark else { return false }
      return [",", ";", "(", ")", ":"].contains(mark) && !text.isInsideNumber(index)
    }
    let low = (clause.lowerBound..<max(date.lowerBound, clause.lowerBound)).last(where: isStop)
    let high = (min(date.upperBound, clause.upperBound)..<clause.upperBound).first(where: isStop)
    return (low.map { $0 + 1 } ?? clause.lowerBound)..<(high ?? clause.upperBound)
  }

  /// "Agreed" in "the agreed framework" is no event: an article before the word and a noun behind
  /// it, or a capital inside the sentence.
  private func isNoun(_ cue: Range<Int>) -> Bool {
    guard cue.lowerBound > 0 else { return false }
    let token = tokens[cue.lowerBound]
    let before = tokens[cue.lowerBound - 1]
    if token.isCapitalised, before.kind == .word, !token.shape.contains(.newLine) {
      // "… in control Established in 2004": a full stop was lost.
      return
        !(endsInED(token) && !before.isCapitalised && cue.upperBound < tokens.count
        && tokens[cue.upperBound].isAny(of: [.in, .on, .by, .under]))
    }
    return endsInED(token) && before.isAny(of: [.the, .a, .an, .its, .new])
      && cue.upperBound < tokens.count && tokens[cue.upperBound].kind == .word
      && !tokens[cue.upperBound].isAny(of: [.in, .on, .by, .at, .to])
  }

  private func endsInED(_ token: Token) -> Bool {
    token.count > 2 && text.utf8[Int(token.end) - 1] == UInt8(ascii: "d")
      && text.utf8[Int(token.end) - 2] == UInt8(ascii: "e")
  }

  // MARK: Of what

  /// What may happen to a part or to something else, and would then bound the mission wrongly.
  private static let bounding: Set<Property> = [
    .established, .launched, .closed, .withdrawn, .mandateEnded, .operational, .deployed, .takeover,
    .decided, .authorised,
  ]

  /// Whether something else than the mission was established, closed …: "a small team was
  /// established", "Armenia withdrew its peacekeepers", "that policy was launched".
  private func isOfAnother(
    _ cue: Range<Int>, _ property: Property, _ range: Range<Int>, _ sentence: Sentence
  ) -> Bool {
    guard EventTyping.bounding.contains(property) else { return false }
    let isDecision = property == .decided || property == .authorised
    let isPassive =
      cue.lowerBound > range.lowerBound && tokens[cue.lowerBound - 1].isAny(of: .being)
    let start = (range.lowerBound..<cue.lowerBound).last {
      if let mark = tokens[$0].mark {
        return [",", ";", ":", ")", "-"].contains(mark) && !tokens[$0].touches || mark == ","
          || mark == ")"
      }
      return tokens[$0].isAny(of: [.that, .which, .when])
    }
    let subject =
      (start.map { $0 + 1 } ?? range.lowerBound)..<(isPassive ? cue.lowerBound - 1 : cue.lowerBound)
    if isDecision { return isNational(subject) && sentence.mentions.isEmpty }
    if speaksOfMission(subject, sentence) {
      return isNational(subject) && !isPassive && property != .established
    }
    if isNational(subject) { return true }
    if isOfStranger(subject, cue, property, sentence) { return true }
    let words = subject.filter { tokens[$0].kind == .word }
    guard isPassive, words.count >= 2 else { return false }
    // "a small team was established"
    return words.contains { tokens[$0].isAny(of: [.a, .an, .that]) }
  }

  /// "Hostilities came to an end": a subject of its own that is neither the mission nor a body that acts on
  /// it, and no mission behind the verb.
  private func isOfStranger(
    _ subject: Range<Int>, _ cue: Range<Int>, _ property: Property, _ sentence: Sentence
  ) -> Bool {
    let own: Set<Property> = [.closed, .mandateEnded, .established]
    guard own.contains(property), !isNominal(cue), sentence.label == nil,
      !sentence.mentions.contains(where: { $0.tokens.upperBound <= cue.lowerBound }),
      !subject.contains(where: { tokens[$0].isMark("|") }),
      subject.contains(where: { tokens[$0].kind == .word && tokens[$0].keyword == nil }),
      lexicon.organisations.first(in: tokens, subject) == nil,
      lexicon.mandatingBodies.first(in: tokens, subject) == nil,
      lexicon.missionNouns.first(in: tokens, subject) == nil,
      lexicon.bodies.first(in: tokens, subject) == nil
    else { return false }
    let behind = cue.upperBound..<min(cue.upperBound + 8, sentence.range.upperBound)
    return !speaksOfMission(behind, sentence)
      && lexicon.missionNouns.first(in: tokens, behind) == nil
  }

  /// Whether a range names a mission or has a noun or pronoun that means one.
  func speaksOfMission(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    sentence.mentions.contains { range.overlaps($0.tokens) }
      || lexicon.references.first(in: tokens, range) != nil
      || range.contains { tokens[$0].isAny(of: [.it, .which]) }
  }

  /// Whether a sentence opens with a country and names no mission.
  func opensWithCountry(_ sentence: Sentence) -> Bool {
    guard sentence.mentions.isEmpty else { return false }
    let first = sentence.range.lowerBound + (tokens[sentence.range.lowerBound].isWord(.the) ? 1 : 0)
    return first < sentence.range.upperBound
      && lexicon.countries.match(tokens, at: first, before: sentence.range.upperBound)?.value.form
        == .name
  }

  /// Whether the subject is a country, its forces or its government: what it sends or withdraws is its
  /// own part in the mission.
  private func isNational(_ subject: Range<Int>) -> Bool {
    lexicon.countries.all(in: tokens, subject).contains { $0.value.form != .capital }
      && lexicon.organisations.first(in: tokens, subject) == nil
  }
}
