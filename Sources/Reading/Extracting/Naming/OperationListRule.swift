import Statements

/// Operations that prose lists behind one noun: "Operations Northern Watch and Southern Watch", "the first
/// operations, Anchor Guard in 1990 and Ace Guard in 1991".
struct OperationListRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  func namings(in range: Range<Int>, block: Int, taken: [Range<Int>]) -> [Naming] {
    guard let noun = range.first(where: { tokens[$0].isWord(.operations) }) else { return [] }
    // "Special Operations Command" is a body.
    guard
      noun == range.lowerBound || !tokens[noun - 1].isCapitalised
        || tokens[noun - 1].isAny(of: .articles)
    else { return [] }
    var index = noun + 1
    let isApposition =
      index < range.upperBound && (tokens[index].isMark(",") || tokens[index].isMark(":"))
    if isApposition { index += 1 }
    // "Operations" alone needs a capital: "operations Iraq wanted" is no name.
    guard isApposition || tokens[noun].isCapitalised else { return [] }
    var names: [Range<Int>] = []
    while let name = name(at: index, in: range) {
      names.append(name)
      index = dateEnd(from: name.upperBound, in: range)
      let join = index
      while index < range.upperBound, index - join < 2,
        tokens[index].isMark(",") || tokens[index].isWord(.and)
      {
        index += 1
      }
      if index == join { break }
    }
    // One name behind a comma may be anything's.
    guard names.count >= 2 else { return [] }
    return names.filter { name in !taken.contains { $0.overlaps(name) } }.compactMap { name in
      MissionName(name, in: text).map {
        Naming(
          name: $0, kind: .operation, rule: "list of operations", block: block, tokens: name)
      }
    }
  }

  /// One to three words with capitals, of no country, organisation or month.
  private func name(at start: Int, in range: Range<Int>) -> Range<Int>? {
    var end = start
    while end < range.upperBound, end - start < 3, tokens[end].kind == .word,
      tokens[end].isCapitalised, !tokens[end].isUpperCase,
      end == start || !tokens[end].shape.contains(.newLine)
    {
      end += 1
    }
    guard end > start else { return nil }
    let name = start..<end
    guard lexicon.countries.first(in: tokens, name) == nil,
      lexicon.organisations.first(in: tokens, name) == nil,
      lexicon.months.first(in: tokens, name) == nil,
      lexicon.notMissions.first(in: tokens, name) == nil,
      lexicon.bodies.first(in: tokens, name) == nil, lexicon.units.first(in: tokens, name) == nil,
      lexicon.missionNouns.first(in: tokens, name) == nil
    else { return nil }
    return name
  }

  /// Behind "in 1990" or "(1991–1995)".
  private func dateEnd(from index: Int, in range: Range<Int>) -> Int {
    if index + 1 < range.upperBound, tokens[index].isAny(of: [.in, .from, .since]),
      tokens[index + 1].kind == .number
    {
      return index + 2
    }
    if index < range.upperBound, tokens[index].isMark("("),
      let close = (index..<min(index + 8, range.upperBound)).first(where: { tokens[$0].isMark(")") }
      )
    {
      return close + 1
    }
    return index
  }
}
