import Statements

/// Missions that prose names by the form of a mission's name: "United Nations Stabilization Mission in
/// Haiti", "Operation Althea", "the Kosovo Force".
struct PatternRule {
  let text: LexedText
  let lexicon: Lexicon
  private let extent: NameExtent
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    extent = NameExtent(text: text, lexicon: lexicon)
  }

  /// - Parameter taken: token ranges of names that other rules found.
  func namings(in range: Range<Int>, block: Int, taken: [Range<Int>]) -> [Naming] {
    var found: [Naming] = []
    var low = range.lowerBound
    for index in range {
      guard index >= low, tokens[index].kind == .word,
        !taken.contains(where: { $0.contains(index) }),
        let noun = lexicon.missionNouns.match(tokens, at: index, before: range.upperBound)
      else { continue }
      let naming =
        tokens[index].isCapitalised
        ? named(noun, from: low, in: range, block)
        : lowerCaseOperation(index, in: range, block)
      guard let naming, !taken.contains(where: { $0.overlaps(naming.tokens) }) else { continue }
      low = naming.tokens.upperBound
      found.append(naming)
    }
    return found
      + OperationListRule(text: text, lexicon: lexicon).namings(
        in: range, block: block, taken: taken + found.map(\.tokens))
  }

  private func named(
    _ noun: Phrases<Lexicon.MissionNoun>.Match, from low: Int, in range: Range<Int>, _ block: Int
  ) -> Naming? {
    let head = noun.tokens.upperBound - 1
    let start = extent.start(before: noun.tokens.lowerBound, from: low)
    // "Training Mission": the last noun of the run decides.
    if head + 1 < range.upperBound, tokens[head + 1].isCapitalised, !noun.value.isStrong,
      lexicon.missionNouns.match(tokens, at: head + 1, before: range.upperBound) != nil
    {
      return nil
    }
    let end = extent.end(
      after: head, from: start, to: range.upperBound, kind: noun.value.kind)
    guard isName(start..<end, noun), let name = MissionName(start..<end, in: text)
    else { return nil }
    return Naming(
      name: name, kind: noun.value.kind, rule: "naming pattern", block: block, tokens: start..<end)
  }

  /// Whether the words around a noun are enough to name a mission: an organisation, a country, a word
  /// such as "observer" before the noun, or a name of its own behind "Operation".
  private func isName(_ range: Range<Int>, _ noun: Phrases<Lexicon.MissionNoun>.Match) -> Bool {
    guard range.count >= 2, lexicon.notMissions.first(in: tokens, range) == nil else {
      return false
    }
    let before = range.lowerBound..<noun.tokens.lowerBound
    let hasQualifier = lexicon.missionQualifiers.first(in: tokens, before) != nil
    let hasOrganisation = lexicon.organisations.all(in: tokens, before).contains {
      !$0.value.isAdjective
    }
    let hasCountry = lexicon.countries.all(in: tokens, range).contains { $0.value.form == .name }
    let words = before.count { tokens[$0].kind == .word }
    // "The UN mission" is any mission of the UN.
    if hasOrganisation, !hasCountry, !hasQualifier,
      lexicon.organisations.match(tokens, at: before.lowerBound, before: before.upperBound)?.tokens
        == before, noun.tokens.upperBound == range.upperBound
    {
      return false
    }
    guard noun.value.isStrong else {
      let isAbstract = noun.value.kind == .programme
      // "The Assistance Group" names one where the article says so.
      let isDefinite = range.lowerBound > 0 && tokens[range.lowerBound - 1].isWord(.the)
      // Centres and offices are places too: "the King Abdullah II Training Center".
      let isPlace =
        noun.value.kind == .presence && text.quote(noun.tokens).lowercased().hasPrefix("cent")
      return hasQualifier && !isAbstract && (!isPlace || hasOrganisation)
        && (words >= 2 || hasOrganisation || hasCountry || isDefinite && words == before.count)
    }
    if before.isEmpty {
      // "Operation Althea", "Mission Iraq"; not "Operation of the airport".
      return noun.value.kind == .operation && tokens[noun.tokens.upperBound].isCapitalised
    }
    // "Lithuanian Special Operations Force" is a country's own.
    if !hasOrganisation,
      lexicon.countries.match(tokens, at: before.lowerBound, before: before.upperBound)?.value.form
        == .adjective
    {
      return false
    }
    if noun.value.kind == .programme
      || isAny(noun, of: ["administration", "coalition", "presence"])
    {
      return hasQualifier && (hasOrganisation || hasCountry)
    }
    return hasOrganisation || hasCountry || hasQualifier || words >= 2
  }

  private func isAny(_ noun: Phrases<Lexicon.MissionNoun>.Match, of words: [String]) -> Bool {
    words.contains(text.quote(noun.tokens).lowercased())
  }

  /// "operation Allied Harmony".
  private func lowerCaseOperation(_ index: Int, in range: Range<Int>, _ block: Int) -> Naming? {
    guard tokens[index].isWord(.operation), index + 1 < range.upperBound else { return nil }
    var end = index + 1
    while end < range.upperBound, end - index <= 3, tokens[end].isCapitalised,
      !extent.isMonth(end), !tokens[end].isUpperCase,
      lexicon.organisations.match(tokens, at: end, before: range.upperBound)?.value.isAdjective
        != false
    {
      end += 1
    }
    guard end > index + 1,
      lexicon.countries.match(tokens, at: index + 1, before: end) == nil,
      let name = MissionName(index..<end, in: text)
    else { return nil }
    return Naming(
      name: name, kind: .operation, rule: "naming pattern", block: block, tokens: index..<end)
  }
}
