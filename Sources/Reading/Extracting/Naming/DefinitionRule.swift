import Statements

/// Missions that a text defines by an acronym in parentheses: "the NATO Training Mission in Iraq
/// (NTM-I)", "UNMISET (UN Mission of Support in East Timor)", "a NATO mission (ISAF)".
struct DefinitionRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  func namings(in range: Range<Int>, block: Int) -> [Naming] {
    guard range.contains(where: { tokens[$0].isMark("(") }) else { return [] }
    return text.acronyms(in: range).compactMap { group in
      naming(group, in: range, block: block)
    } + swapped(range, block)
  }

  private func naming(_ group: Acronym, in range: Range<Int>, block: Int) -> Naming? {
    if let noun = lexicon.missionNouns.match(
      tokens, endingAt: group.tokens.lowerBound, from: range.lowerBound),
      noun.value.isStrong, !tokens[noun.tokens.lowerBound].isCapitalised, group.isAcronym
    {
      return byLowerCaseNoun(group, noun.value.kind, block)
    }
    guard let start = nameStart(before: group, from: range.lowerBound),
      lexicon.organisations.match(tokens, at: start, before: group.tokens.lowerBound)?.tokens
        != start..<group.tokens.lowerBound
    else { return nil }
    let words = start..<group.tokens.lowerBound
    let nouns = lexicon.missionNouns.all(in: tokens, words).map(\.value)
    let form = lexicon.form(of: group.withoutNumeral)
    if nouns.isEmpty, let form {
      // "Sierra Leone (UNAMSIL)" names it by its acronym alone.
      let isClosed = tokens[group.tokens.upperBound - 1].isMark(")")
      let inner = group.tokens.lowerBound + 1..<group.tokens.upperBound - (isClosed ? 1 : 0)
      return MissionName(inner, in: text).map {
        Naming(
          name: $0, kind: form.kind, rule: "form of an acronym", block: block, tokens: inner,
          organisation: form.organisation)
      }
    }
    guard nouns.contains(where: \.isStrong) || form != nil || isOfMission(words) else { return nil }
    guard let kind = (nouns.first(where: \.isStrong) ?? nouns.first)?.kind ?? form?.kind,
      lexicon.notMissions.first(in: tokens, start..<group.tokens.upperBound) == nil
    else { return nil }
    var end = group.tokens.upperBound
    if end < range.upperBound, Numeral.value(tokens[end]) != nil { end += 1 }
    guard let name = MissionName(start..<end, in: text) else { return nil }
    return Naming(
      name: name, kind: kind, rule: "name before its acronym", block: block, tokens: start..<end,
      organisation: form?.organisation)
  }

  /// Whether words before a weak noun make a mission of it: an organisation, a country, "observer".
  private func isOfMission(_ words: Range<Int>) -> Bool {
    lexicon.organisations.first(in: tokens, words) != nil
      || lexicon.missionQualifiers.first(in: tokens, words) != nil
      || lexicon.countries.all(in: tokens, words).contains { $0.value.form == .name }
  }

  /// "It has been a NATO mission (ISAF) since 2006."
  private func byLowerCaseNoun(_ group: Acronym, _ kind: Mission.Kind, _ block: Int) -> Naming? {
    let inner = group.tokens.lowerBound + 1..<group.tokens.upperBound - 1
    guard lexicon.organisations.first(in: tokens, inner) == nil,
      lexicon.notMissions.first(in: tokens, inner) == nil,
      let name = MissionName(inner, in: text)
    else { return nil }
    return Naming(
      name: name, kind: kind, rule: "acronym of a kind of mission", block: block, tokens: inner,
      organisation: lexicon.form(of: group.text)?.organisation)
  }

  /// Where the name that an acronym abbreviates begins: the farthest word to the left, among
  /// capitalised words and the small words between them, whose initials make the acronym.
  private func nameStart(before group: Acronym, from low: Int) -> Int? {
    var starts: [Int] = []
    var index = group.tokens.lowerBound - 1
    while index >= low, group.tokens.lowerBound - index <= 24 {
      let token = tokens[index]
      if token.kind == .word, token.isCapitalised {
        starts.append(index)
      } else if let country = lexicon.countries.match(tokens, endingAt: index + 1, from: low) {
        index = country.tokens.lowerBound
        starts.append(index)
      } else if !isInsideName(index) {
        break
      }
      index -= 1
    }
    guard group.isAcronym else { return wholeName(starts, low, group.tokens.lowerBound) }
    let words = ((starts.last ?? max(index, low))..<group.tokens.lowerBound).filter {
      tokens[$0].kind == .word
    }
    let texts = words.map { text.quote($0..<$0 + 1) }
    let fitting = starts.filter { start in
      let first = words.firstIndex { $0 >= start } ?? words.endIndex
      return Abbreviation.fits(group.text, texts[first...])
    }
    // MINUSTAH abbreviates a French name: no English word need fit.
    guard !fitting.isEmpty else { return wholeName(starts, low, group.tokens.lowerBound) }
    // Leading words that no letter stands for ("In Iraq, the NATO …") make a longer name fit too:
    // an article or a preposition closes the name to the left.
    guard let start = fitting.first(where: { opensName($0, low) }) ?? fitting.last else {
      return nil
    }
    // "United Nations Mission in Côte d'Ivoire (MINUCI)": the organisation belongs to the name.
    return lexicon.organisations.match(tokens, endingAt: start, from: low)
      .flatMap { $0.value.isAdjective ? nil : $0.tokens.lowerBound } ?? start
  }

  /// The longest name that an article opens, or that the text begins with, and that holds the
  /// noun of a mission.
  private func wholeName(_ starts: [Int], _ low: Int, _ end: Int) -> Int? {
    let all = starts.filter { !tokens[$0].isAny(of: NameExtent.openings) }
    let withNoun = all.filter { lexicon.missionNouns.first(in: tokens, $0..<end) != nil }
    let named = withNoun.isEmpty ? all : withNoun
    return named.first { $0 == low || opensName($0, low) } ?? named.last
  }

  private func opensName(_ start: Int, _ low: Int) -> Bool {
    start > low && tokens[start - 1].isAny(of: [.the, .a, .an, .its])
  }

  private func isInsideName(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .mark { return token.isDash || token.isMark("&") || token.isMark("/") }
    return token.isAny(of: .inNames)
  }

  /// "UNMISET (UN Mission of Support in East Timor)".
  private func swapped(_ range: Range<Int>, _ block: Int) -> [Naming] {
    range.compactMap { open in
      guard tokens[open].isMark("("), open > range.lowerBound,
        tokens[open - 1].kind == .word, tokens[open - 1].isUpperCase,
        let close = text.closing(open, in: range),
        let noun = lexicon.missionNouns.first(in: tokens, open + 1..<close),
        lexicon.organisations.match(tokens, at: open - 1, before: open) == nil
      else { return nil }
      var start = open - 1
      while start > range.lowerBound, tokens[start].touches { start -= 1 }
      guard let name = MissionName(start..<close + 1, in: text), name.acronym != nil,
        name.otherAcronyms.isEmpty, name.name.contains(" ")
      else { return nil }
      return Naming(
        name: name, kind: noun.value.kind, rule: "acronym before its name", block: block,
        tokens: start..<close + 1)
    }
  }
}
