import Statements

/// What a heading says: a mission's name, a period, or neither.
struct HeadingReader {
  let document: Document
  let lexicon: Lexicon
  let tagger: Tagger

  struct Reading {
    /// The mission that the heading names, with what kind it is.
    var mission: (name: MissionName, kind: Mission.Kind)?
    /// The period that the heading gives, to its mission or to its section.
    var period: DateExpression?
  }

  func read(_ all: [TextToken], isTitle: Bool) -> Reading {
    let tokens = withoutNumber(all)
    var clock = Clock()
    let tags = tagger.tag(tokens, of: document.text, clock: &clock)
    var reading = Reading(period: tags.expressions.count == 1 ? tags.expressions.first : nil)
    let words = withoutPeriod(tokens, tags)
    guard let kind = kind(words, isTitle: isTitle), let name = MissionName(words, in: document)
    else { return reading }
    reading.mission = (name, kind)
    return reading
  }

  /// Without a section's number: "2.1 OSCE Mission to Ukraine".
  func withoutNumber(_ tokens: [TextToken]) -> [TextToken] {
    guard let first = tokens.first, first.kind == .number, first.text.utf8.count <= 2
    else { return tokens }
    var end = 1
    while end < tokens.count, tokens[end - 1].touches(tokens[end]),
      tokens[end].text == "." || (tokens[end].kind == .number && tokens[end].text.utf8.count <= 2)
    {
      end += 1
    }
    guard end < tokens.count, !tokens[end - 1].touches(tokens[end]), tokens[end].isCapitalised,
      !tagger.isMonth(tokens[end].lower)
    else { return tokens }
    return Array(tokens[end...])
  }

  /// Whether a heading is nothing but a period.
  func isPeriod(_ tokens: [TextToken]) -> Bool {
    var clock = Clock()
    let tags = tagger.tag(tokens, of: document.text, clock: &clock)
    guard tags.expressions.count == 1, let expression = tags.expressions.first else { return false }
    return tokens.allSatisfy { token in
      expression.bytes.contains(token.bytes.lowerBound) || token.kind == .mark
        || ["the", "years", "period", "phase"].contains(token.lower)
    }
  }

  /// The tokens without a date at either end and what joins it to the name.
  private func withoutPeriod(_ tokens: [TextToken], _ tags: Tags) -> ArraySlice<TextToken> {
    guard let period = tags.expressions.first else { return tokens[...] }
    let start = tokens.firstIndex { $0.bytes.lowerBound >= period.bytes.lowerBound } ?? 0
    let end =
      tokens.firstIndex { $0.bytes.lowerBound >= period.bytes.upperBound } ?? tokens.endIndex
    if start == 0 {
      return tokens[end...].drop { $0.kind == .mark && $0.text != "(" }
    }
    let rest = tokens[end...].allSatisfy { $0.kind == .mark }
    guard rest else { return tokens[...] }
    return tokens[..<start].dropLastMarks()
  }

  /// The kind of mission that a heading names, nil where it names none.
  private func kind(_ tokens: ArraySlice<TextToken>, isTitle: Bool) -> Mission.Kind? {
    let nouns = tokens.compactMap { lexicon.missionNoun($0) }
    let hasAcronym = !Acronym.groups(in: Array(tokens)).isEmpty
    let hasOrganisation = lexicon.organisation(in: tokens) != nil
    guard tokens.contains(where: \.isCapitalised) else { return nil }
    if hasAcronym {
      return (nouns.first { $0.isStrong } ?? nouns.first)?.kind
        ?? (hasOrganisation ? .mission : nil)
    }
    if let noun = tokens.last(where: { lexicon.missionNoun($0)?.isStrong == true }),
      let kind = lexicon.missionNoun(noun)?.kind
    {
      // "Operation Althea", "NATO Mission Iraq"; not "Planning the next mission".
      return noun.isCapitalised && (hasOrganisation || startsWithNoun(tokens)) ? kind : nil
    }
    // "Support to the African Union" heads a section; "NATO training in Jordan" may be a mission.
    guard !isTitle, hasOrganisation, let last = tokens.last, let noun = lexicon.missionNoun(last)
    else { return nil }
    return noun.kind
  }

  private func startsWithNoun(_ tokens: ArraySlice<TextToken>) -> Bool {
    tokens.first.flatMap { lexicon.missionNoun($0) }?.isStrong == true && tokens.count > 1
  }
}

extension ArraySlice<TextToken> {
  /// Without punctuation at the end; a parenthesis that was opened for what was cut goes too.
  fileprivate func dropLastMarks() -> ArraySlice<TextToken> {
    var rest = self
    while let last = rest.last, last.kind == .mark, last.text != ")" { rest = rest.dropLast() }
    return rest
  }
}
