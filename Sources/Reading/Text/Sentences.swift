/// Where sentences end.
package enum Sentences {
  /// The sentences of a run of tokens, as ranges of token indices that leave nothing out.
  ///
  /// A full stop ends a sentence where white space follows it and then no lower-case word, unless
  /// the word before it is an abbreviation or an initial.
  package static func split(_ tokens: [TextToken]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      var next = index + 1
      if ends(tokens, at: index) {
        while next < tokens.count, closes(tokens, at: next) { next += 1 }
        next = skipFootnote(tokens, from: next)
        if next == tokens.count || begins(tokens[next], after: tokens[next - 1]) {
          sentences.append(start..<next)
          start = next
        }
      }
      index = next
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private static func ends(_ tokens: [TextToken], at index: Int) -> Bool {
    switch tokens[index].text {
    case "!", "?", "…": return true
    case ".":
      guard index > 0, tokens[index - 1].touches(tokens[index]) else { return true }
      let before = tokens[index - 1]
      guard before.kind == .word else { return true }
      return !abbreviations.contains(before.lower) && !isInitial(tokens, at: index - 1)
    default: return false
    }
  }

  /// `J.` in "J. Smith" and `S.` in "U.S. forces", but not the numeral in "World War I."
  private static func isInitial(_ tokens: [TextToken], at index: Int) -> Bool {
    let token = tokens[index]
    guard token.text.unicodeScalars.count == 1, token.isCapitalised else { return false }
    return token.text != "I" || (index > 0 && tokens[index - 1].text == ".")
  }

  private static func closes(_ tokens: [TextToken], at index: Int) -> Bool {
    switch tokens[index].text {
    case ")", "]", "”", "’", "\"", "'", "»": tokens[index - 1].touches(tokens[index])
    default: false
    }
  }

  /// Past "[12]" that touches the full stop, as encyclopaedia articles have it.
  private static func skipFootnote(_ tokens: [TextToken], from start: Int) -> Int {
    var index = start
    while index + 2 < tokens.count, tokens[index].text == "[", tokens[index + 1].kind == .number,
      tokens[index + 2].text == "]", tokens[index - 1].touches(tokens[index])
    {
      index += 3
    }
    return index
  }

  private static func begins(_ token: TextToken, after last: TextToken) -> Bool {
    guard !last.touches(token) else { return false }
    return token.kind != .word || token.isCapitalised
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "gov", "sen", "rep",
    "st", "no", "nos", "art", "para", "vol", "pp", "p", "ch", "fig", "vs", "etc", "eg", "ie", "cf",
    "ca", "approx", "incl", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "res", "ed", "eds", "inc", "ltd", "co", "jr", "sr", "c",
  ]
}
