import Statements

/// Finds missions that prose defines: "the NATO Training Mission in Iraq (NTM-I)", "Operation
/// Allied Harmony".
struct DefinitionReader {
  let document: Document
  let lexicon: Lexicon

  struct Definition: Hashable {
    let name: MissionName
    let kind: Mission.Kind
  }

  /// The definitions in a run of tokens, in order.
  func definitions(in tokens: [TextToken]) -> [Definition] {
    byAcronym(tokens) + byOperation(tokens)
  }

  // MARK: Name (ACRONYM)

  private func byAcronym(_ tokens: [TextToken]) -> [Definition] {
    Acronym.groups(in: tokens).compactMap { group in
      guard let start = nameStart(before: group, in: tokens) else { return nil }
      let words = tokens[start..<group.tokens.lowerBound]
      let nouns = words.compactMap { lexicon.missionNoun($0) }
      guard let noun = nouns.first(where: \.isStrong) ?? nouns.first else { return nil }
      var end = group.tokens.upperBound
      if tokens.indices.contains(end), Numeral.value(tokens[end]) != nil { end += 1 }
      guard let name = MissionName(tokens[start..<end], in: document) else { return nil }
      return Definition(name: name, kind: noun.kind)
    }
  }

  /// Where the name that an acronym abbreviates begins: the farthest word to the left, among
  /// capitalised words and the small words between them, whose initials make the acronym.
  private func nameStart(before group: Acronym, in tokens: [TextToken]) -> Int? {
    var starts: [Int] = []
    var index = group.tokens.lowerBound - 1
    while index >= 0, group.tokens.lowerBound - index <= 24 {
      let token = tokens[index]
      if token.kind == .word, token.isCapitalised {
        starts.append(index)
      } else if !isInsideName(token, at: index, in: tokens) {
        break
      }
      index -= 1
    }
    guard group.isAcronym else { return wholeName(starts, in: tokens) }
    let fitting = starts.filter { start in
      let words = tokens[start..<group.tokens.lowerBound].filter { $0.kind == .word }.map(\.text)
      return Acronym.fits(group.text, words)
    }
    // Leading words that no letter stands for ("In Iraq, the NATO …") make a longer name fit too:
    // an article or a preposition closes the name to the left.
    // MINUSTAH abbreviates a French name: no English word need fit.
    guard !fitting.isEmpty else { return wholeName(starts, in: tokens) }
    return fitting.first { opensName($0, in: tokens) } ?? fitting.last
  }

  /// The longest name that an article opens, or that the sentence begins with.
  private func wholeName(_ starts: [Int], in tokens: [TextToken]) -> Int? {
    starts.first { $0 == 0 || opensName($0, in: tokens) } ?? starts.last
  }

  private func opensName(_ start: Int, in tokens: [TextToken]) -> Bool {
    start > 0 && ["the", "a", "an", "its"].contains(tokens[start - 1].lower)
  }

  private func isInsideName(_ token: TextToken, at index: Int, in tokens: [TextToken]) -> Bool {
    if token.isDash || token.text == "&" || token.text == "/" { return true }
    if token.text == ")" || token.text == "(" { return false }
    return DefinitionReader.smallWords.contains(token.lower)
  }

  private static let smallWords: Set<String> = [
    "of", "in", "for", "and", "to", "on", "the", "de", "at",
  ]

  // MARK: Operation Name

  /// `Operation` with the capitalised words behind it.
  private func byOperation(_ tokens: [TextToken]) -> [Definition] {
    tokens.indices.compactMap { index in
      guard tokens[index].text == "Operation" else { return nil }
      var end = index + 1
      while end < tokens.count, end - index <= 4, tokens[end].isCapitalised,
        lexicon.organisations.match(tokens, at: end) == nil
      {
        end += 1
      }
      guard end > index + 1,
        let name = MissionName(tokens[index..<end], in: document)
      else { return nil }
      return Definition(name: name, kind: .operation)
    }
  }
}
