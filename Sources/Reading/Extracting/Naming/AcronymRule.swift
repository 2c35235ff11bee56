import Statements

/// Missions that prose names by an acronym it never spells out: "as part of UNIFIL", "EUFOR Concordia",
/// "the AMISOM mission".
struct AcronymRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  func namings(in range: Range<Int>, block: Int, taken: [Range<Int>]) -> [Naming] {
    var found: [Naming] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      guard token.kind == .word, token.isUpperCase, !taken.contains(where: { $0.contains(index) })
      else {
        index += 1
        continue
      }
      if let naming = ofOrganisation(index, in: range, block) {
        found.append(naming)
        index = naming.tokens.upperBound
        continue
      }
      guard token.count >= 3 else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, tokens[end].touches,
        tokens[end].isDash || (tokens[end].isCapitalised && tokens[end - 1].isDash)
      {
        end += 1
      }
      while end > index + 1, tokens[end - 1].kind == .mark { end -= 1 }
      if let naming = naming(index..<end, in: range, block) {
        found.append(naming)
        end = max(end, naming.tokens.upperBound)
      }
      index = end
    }
    return found
  }

  private func naming(_ run: Range<Int>, in range: Range<Int>, _ block: Int) -> Naming? {
    guard lexicon.notMissions.first(in: tokens, run) == nil, !isShouted(run, range),
      lexicon.organisations.match(tokens, at: run.lowerBound, before: run.upperBound) == nil,
      lexicon.countries.match(tokens, at: run.lowerBound, before: run.upperBound) == nil
    else { return nil }
    let written = text.quote(run.lowerBound..<run.lowerBound + 1)
    let form = lexicon.form(of: written)
    guard
      let kind = form?.kind
        ?? (run.count > 1 || written.utf8.count >= 4 ? kindBehind(run.upperBound, range) : nil)
    else { return nil }
    var end = run.upperBound
    if let form, form.letters.count == written.utf8.count { end = codeName(end, range) }
    if end < range.upperBound, Numeral.value(tokens[end]) != nil, !tokens[end].touches { end += 1 }
    guard let name = MissionName(run.lowerBound..<end, in: text) else { return nil }
    return Naming(
      name: name, kind: kind,
      rule: form == nil ? "acronym before a kind of mission" : "form of an acronym", block: block,
      tokens: run.lowerBound..<end, organisation: form?.organisation)
  }

  /// "The OSCE AG to Chechnya": an organisation's acronym for a mission, with the place.
  private func ofOrganisation(_ index: Int, in range: Range<Int>, _ block: Int) -> Naming? {
    guard let lead = lexicon.organisations.match(tokens, at: index, before: range.upperBound),
      lead.tokens.count == 1, index + 3 < range.upperBound, tokens[index + 1].isUpperCase,
      !tokens[index + 1].touches,
      lexicon.organisations.match(tokens, at: index + 1, before: range.upperBound) == nil,
      lexicon.notMissions.match(tokens, at: index + 1, before: range.upperBound) == nil,
      tokens[index + 2].isAny(of: [.to, .in, .for]),
      let place = lexicon.countries.match(tokens, at: index + 3, before: range.upperBound),
      place.value.form == .name
    else { return nil }
    let run = index..<place.tokens.upperBound
    let acronym = text.quote(index + 1..<index + 2)
    let name = MissionName(
      name: text.words(run), acronym: acronym, otherAcronyms: [], written: text.words(run),
      numeral: nil, bytes: text.bytes(of: run))
    return Naming(
      name: name, kind: .presence, rule: "acronym of an organisation's mission", block: block,
      tokens: run, organisation: lead.value.name)
  }

  /// Whether the words around are in capitals, too: a line of capitals holds no acronyms to tell.
  private func isShouted(_ run: Range<Int>, _ range: Range<Int>) -> Bool {
    let before = run.lowerBound - 1
    let isBefore = before >= range.lowerBound && isShouting(before)
    // "EUFOR ALTHEA replaced": a code name in capitals behind the form of a mission's acronym.
    let isCodeName =
      lexicon.form(of: text.quote(run.lowerBound..<run.lowerBound + 1)) != nil
      && (run.upperBound + 1 >= range.upperBound || !isShouting(run.upperBound + 1))
    let isBehind =
      run.upperBound < range.upperBound && isShouting(run.upperBound) && !isCodeName
    return isBefore && (isBehind || run.upperBound == range.upperBound)
      || isBehind && before < range.lowerBound
  }

  private func isShouting(_ index: Int) -> Bool {
    tokens[index].isUpperCase && tokens[index].count >= 2
      && lexicon.form(of: text.quote(index..<index + 1)) == nil
      && Numeral.value(tokens[index]) == nil
      && lexicon.organisations.match(tokens, at: index, before: tokens.count) == nil
  }

  /// "Concordia" behind "EUFOR", but not "Liaison and Observation Teams".
  private func codeName(_ start: Int, _ range: Range<Int>) -> Int {
    var end = start
    if end + 1 < range.upperBound, tokens[end].isDash, !tokens[end].touches,
      !tokens[end + 1].touches, tokens[end + 1].isCapitalised
    {
      end += 1
    }
    var words = 0
    // "EUNAVFOR MED – Operation Sophia", "EUNAVFOR/OPERATION ATALANTA"
    if let operation = operation(end, range) { return operation }
    while end < range.upperBound, words < 3,
      tokens[end].isCapitalised || (tokens[end].isDash && tokens[end].touches),
      Numeral.value(tokens[end]) == nil,
      lexicon.organisations.match(tokens, at: end, before: range.upperBound) == nil,
      lexicon.missionNouns.match(tokens, at: end, before: range.upperBound) == nil,
      lexicon.units.match(tokens, at: end, before: range.upperBound) == nil,
      lexicon.bodies.match(tokens, at: end, before: range.upperBound) == nil,
      !tokens[end].isWord(.forces)
    {
      if tokens[end].kind == .word, !tokens[end].touches { words += 1 }
      end += 1
    }
    while end > start, tokens[end - 1].kind == .mark { end -= 1 }
    let goesOn = end < range.upperBound && (tokens[end].isWord(.and) || tokens[end].isMark("&"))
    return goesOn && words > 0 ? start : end
  }

  /// The end of "MED – Operation Sophia" or "/Operation Atalanta" behind "EUNAVFOR".
  private func operation(_ start: Int, _ range: Range<Int>) -> Int? {
    var index = start
    if index < range.upperBound, tokens[index].isUpperCase, tokens[index].count <= 4 { index += 1 }
    if index < range.upperBound, tokens[index].isDash || tokens[index].isMark("/") { index += 1 }
    guard index + 1 < range.upperBound, tokens[index].isWord(.operation),
      tokens[index + 1].isCapitalised, tokens[index + 1].isUpperCase || tokens[index].isCapitalised,
      index > start || tokens[index + 1].isUpperCase,
      lexicon.notMissions.match(tokens, at: index, before: range.upperBound) == nil
    else { return nil }
    return index + 2
  }

  /// "The INTERFET and UNTAET missions".
  private func isPlural(_ index: Int) -> Bool {
    ["missions", "operations"].contains(text.quote(index..<index + 1))
  }

  /// "the ISAF mission".
  private func kindBehind(_ index: Int, _ range: Range<Int>) -> Mission.Kind? {
    guard index < range.upperBound, !tokens[index].isCapitalised,
      let noun = lexicon.missionNouns.match(tokens, at: index, before: range.upperBound),
      noun.value.isStrong, noun.value.kind != .programme
    else { return isPlural(index) ? .mission : nil }
    return noun.value.kind
  }
}
