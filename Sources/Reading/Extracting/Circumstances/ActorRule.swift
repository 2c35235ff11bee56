import Statements

/// Finds who decided on a mission and who asked for it: "the North Atlantic Council agreed", "by the
/// Security Council", "at the request of the Iraqi government".
struct ActorRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  struct Found {
    let property: Property
    /// The actor's name, without its article.
    let actor: Range<Int>
    /// From the actor to the verb or phrase that makes it one, or back.
    let tokens: Range<Int>
    let cue: Range<Int>
  }

  /// - Parameter cues: the events of the sentence.
  func actors(in range: Range<Int>, cues: [Phrases<Property>.Match]) -> [Found] {
    var found: [Found] = []
    let bodies = bodies(in: range)
    guard !bodies.isEmpty else { return [] }
    for phrase in lexicon.requestPhrases.all(in: tokens, range) {
      guard let body = bodies.first(where: { isNear(phrase.tokens.upperBound, $0.lowerBound) })
      else { continue }
      found.append(
        Found(
          property: .requestedBy, actor: body, tokens: phrase.tokens.lowerBound..<body.upperBound,
          cue: phrase.tokens))
    }
    let taken = found.map(\.actor)
    let free = bodies.filter { !taken.contains($0) }
    for cue in cues {
      guard let property = ActorRule.mandating[cue.value] else { continue }
      if let body = agent(behind: cue.tokens, in: range, free) {
        found.append(
          Found(
            property: property, actor: body, tokens: cue.tokens.lowerBound..<body.upperBound,
            cue: cue.tokens))
      } else if let body = subject(before: cue.tokens, in: range, free) {
        found.append(
          Found(
            property: property, actor: body, tokens: body.lowerBound..<cue.tokens.upperBound,
            cue: cue.tokens))
      }
    }
    return found
  }

  private static let mandating: [Property: Property] = [
    .decided: .mandatedBy, .authorised: .mandatedBy, .established: .mandatedBy,
    .launched: .mandatedBy, .extended: .mandatedBy, .expanded: .mandatedBy,
    .requested: .requestedBy,
  ]

  /// "Established … by the Security Council": behind a passive, with nothing but the date and the act
  /// between.
  private func agent(
    behind cue: Range<Int>, in range: Range<Int>, _ bodies: [Range<Int>]
  ) -> Range<Int>? {
    bodies.first { body in
      guard body.lowerBound >= cue.upperBound, body.lowerBound - cue.upperBound <= 8
      else { return false }
      var before = body.lowerBound - 1
      if before > cue.upperBound, tokens[before].isWord(.the) { before -= 1 }
      return before >= cue.upperBound && tokens[before].isWord(.by)
        && !(cue.upperBound..<before).contains { isStop($0) }
    }
  }

  /// "The Council of the European Union decided": the subject of an active verb.
  private func subject(
    before cue: Range<Int>, in range: Range<Int>, _ bodies: [Range<Int>]
  ) -> Range<Int>? {
    guard cue.lowerBound > range.lowerBound, !tokens[cue.lowerBound - 1].isAny(of: .being)
    else { return nil }
    return bodies.last { body in
      guard body.upperBound <= cue.lowerBound, cue.lowerBound - body.upperBound <= 4,
        !(body.upperBound..<cue.lowerBound).contains(where: {
          tokens[$0].isAny(of: .being) || tokens[$0].isAny(of: [.and, .to]) || isStop($0)
        })
      else { return false }
      guard body.lowerBound > range.lowerBound else { return true }
      var before = body.lowerBound - 1
      if before > range.lowerBound, tokens[before].isWord(.the) { before -= 1 }
      // "Adopted by the Security Council" or "a decision of the Council" is no subject.
      return !tokens[before].isAny(of: [.of, .by, .to, .with, .from, .in, .for])
    }
  }

  private func isStop(_ index: Int) -> Bool {
    tokens[index].isMark(";") || tokens[index].isMark(":")
  }

  private func isNear(_ end: Int, _ start: Int) -> Bool { start >= end && start - end <= 3 }

  /// The bodies and organisations that a range names, the longer of two that overlap.
  private func bodies(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in lexicon.mandatingBodies.all(in: tokens, range) {
      switch match.value {
      case .body:
        var start = match.tokens.lowerBound
        if let lead = lexicon.organisations.match(tokens, endingAt: start, from: range.lowerBound) {
          start = lead.tokens.lowerBound
        }
        found.append(start..<match.tokens.upperBound)
      case .ofCountry:
        if let body = ofCountry(match.tokens, in: range) { found.append(body) }
      }
    }
    for match in lexicon.organisations.all(in: tokens, range)
    where !match.value.isAdjective && !found.contains(where: { $0.overlaps(match.tokens) }) {
      found.append(match.tokens)
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// "The Iraqi interim government", "Iraq's government", "the government of Iraq".
  private func ofCountry(_ noun: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    let end = noun.upperBound
    if end < range.upperBound, tokens[end].isWord(.of) {
      let start = end + 1 < range.upperBound && tokens[end + 1].isWord(.the) ? end + 2 : end + 1
      if start < range.upperBound,
        let country = lexicon.countries.match(tokens, at: start, before: range.upperBound)
      {
        return noun.lowerBound..<country.tokens.upperBound
      }
    }
    let low = max(range.lowerBound, noun.lowerBound - 4)
    guard let country = lexicon.countries.all(in: tokens, low..<noun.lowerBound).last,
      (country.tokens.upperBound..<noun.lowerBound).allSatisfy({
        tokens[$0].kind == .word && !tokens[$0].isAny(of: [.and, .of, .to]) || tokens[$0].touches
      })
    else { return nil }
    return country.tokens.lowerBound..<noun.upperBound
  }
}
