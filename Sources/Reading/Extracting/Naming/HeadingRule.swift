import Statements

/// What a heading says: a mission's name, a period, or neither.
struct HeadingRule {
  let text: LexedText
  let lexicon: Lexicon

  struct Reading {
    var naming: Naming?
    /// The period that the heading gives, to its mission or to its section.
    var period: Dated?
  }

  private var tokens: [Token] { text.tokens }

  /// - Parameter dates: the dates in the heading.
  func read(block: Int, dates: [Dated], isTitle: Bool) -> Reading {
    let range = withoutNumber(text.blocks[block])
    var reading = Reading(period: dates.count == 1 ? dates.first : nil)
    let words = withoutPlace(text.trimmed(withoutRemark(withoutPeriod(range, dates))))
    guard !words.isEmpty, let kind = kind(words, isTitle: isTitle),
      let name = MissionName(words, in: text)
    else { return reading }
    reading.naming = Naming(
      name: name, kind: kind, rule: "heading", block: block, tokens: words,
      organisation: name.acronym.flatMap { lexicon.form(of: $0)?.organisation })
    return reading
  }

  /// Without a section's number: "2.1 OSCE Mission to Ukraine".
  private func withoutNumber(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, tokens[first].kind == .number, tokens[first].count <= 2
    else { return range }
    var end = first + 1
    while end < range.upperBound, tokens[end].touches,
      tokens[end].isMark(".") || (tokens[end].kind == .number && tokens[end].count <= 2)
    {
      end += 1
    }
    guard end < range.upperBound, !tokens[end].touches, tokens[end].isCapitalised,
      lexicon.months.match(tokens, at: end, before: end + 1) == nil
    else { return range }
    return end..<range.upperBound
  }

  /// The tokens without a date at either end and what joins it to the name.
  private func withoutPeriod(_ range: Range<Int>, _ dates: [Dated]) -> Range<Int> {
    guard let period = dates.first?.tokens else { return range }
    if period.lowerBound == range.lowerBound { return period.upperBound..<range.upperBound }
    let rest = (period.upperBound..<range.upperBound).allSatisfy { tokens[$0].kind == .mark }
    guard rest else { return range }
    var end = period.lowerBound
    // A parenthesis that was opened for what is cut goes too.
    while end > range.lowerBound, tokens[end - 1].kind == .mark, !tokens[end - 1].isMark(")") {
      end -= 1
    }
    return range.lowerBound..<end
  }

  /// Without the place behind a comma: "Resolute Support Mission (RSM), Afghanistan".
  private func withoutPlace(_ range: Range<Int>) -> Range<Int> {
    guard let comma = range.last(where: { tokens[$0].isMark(",") }), comma > range.lowerBound,
      (1...4).contains(range.upperBound - comma - 1),
      (comma + 1..<range.upperBound).allSatisfy({
        tokens[$0].isCapitalised || tokens[$0].isAny(of: .inNames)
      }),
      tokens[comma - 1].isMark(")")
        || lexicon.countries.match(tokens, at: comma + 1, before: range.upperBound) != nil,
      kind(range.lowerBound..<comma, isTitle: false) != nil
    else { return range }
    return range.lowerBound..<comma
  }

  /// Without what stands in parentheses at the end and is no acronym: "(closed)".
  private func withoutRemark(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 3, tokens[range.upperBound - 1].isMark(")"),
      let open = range.last(where: { tokens[$0].isMark("(") }), open > range.lowerBound,
      (open + 1..<range.upperBound - 1).allSatisfy({ !tokens[$0].isCapitalised })
    else { return range }
    return range.lowerBound..<open
  }

  /// The kind of mission that a heading names, nil where it names none.
  private func kind(_ range: Range<Int>, isTitle: Bool) -> Mission.Kind? {
    // "Mission archive > Africa" says where on a site the page lies.
    guard range.contains(where: { tokens[$0].isCapitalised }),
      !range.contains(where: { tokens[$0].isMark(">") || tokens[$0].isMark("»") })
    else { return nil }
    let nouns = lexicon.missionNouns.all(in: tokens, range)
    let hasOrganisation = lexicon.organisations.first(in: tokens, range) != nil
    let acronyms = text.acronyms(in: range)
    if !acronyms.isEmpty || MissionName(range, in: text)?.acronym != nil {
      let form = (acronyms.map(\.withoutNumeral) + [text.quote(range)]).lazy
        .compactMap(lexicon.form).first
      let noun = (nouns.first { $0.value.isStrong } ?? nouns.first)?.value.kind
      guard acronyms.isEmpty else {
        return noun ?? form?.kind ?? (hasOrganisation ? .mission : nil)
      }
      return form?.kind ?? noun
    }
    let byForm = AcronymRule(text: text, lexicon: lexicon).namings(in: range, block: 0, taken: [])
    if let naming = byForm.first, naming.tokens == range, naming.rule == "form of an acronym" {
      return naming.kind
    }
    if let noun = nouns.last(where: \.value.isStrong) {
      guard lexicon.notMissions.first(in: tokens, range) == nil,
        tokens[noun.tokens.lowerBound].isCapitalised
      else { return nil }
      let opens = noun.tokens.lowerBound == range.lowerBound && range.count > 1
      let rule = PatternRule(text: text, lexicon: lexicon)
      let isPattern = rule.namings(in: range, block: 0, taken: []).contains {
        $0.tokens == range || isArticle(range.lowerBound, $0.tokens, range)
      }
      // "Operation Althea", "NATO Mission Iraq"; not "Planning the next mission".
      return hasOrganisation || opens || isPattern ? noun.value.kind : nil
    }
    // "Support to the African Union" heads a section; "NATO training in Jordan" may be a mission.
    if let noun = nouns.last, noun.tokens.upperBound == range.upperBound, hasOrganisation, !isTitle
    {
      return noun.value.kind
    }
    let pattern = PatternRule(text: text, lexicon: lexicon).namings(in: range, block: 0, taken: [])
    if let first = pattern.first, pattern.count == 1,
      first.tokens == range || isArticle(range.lowerBound, first.tokens, range)
    {
      return first.kind
    }
    return nil
  }

  private func isArticle(_ start: Int, _ name: Range<Int>, _ range: Range<Int>) -> Bool {
    name == start + 1..<range.upperBound && tokens[start].isWord(.the)
  }
}
