/// Divides a run of tokens into sentences.
package struct Sentences: Sendable {
  private let abbreviations: Phrases<Bool>

  /// - Parameter words: learns the abbreviations.
  init(words: inout WordTable) {
    var phrases = Phrases<Bool>()
    for abbreviation in Sentences.abbreviations { phrases.add(abbreviation, true, to: &words) }
    abbreviations = phrases
  }

  /// The sentences of a range of tokens, which leave nothing out.
  ///
  /// A full stop ends a sentence where white space follows it and then no lower-case word, unless
  /// the word before it is an abbreviation or an initial.
  package func split(_ tokens: [Token], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      var next = index + 1
      if tokens[index].kind == .mark, ends(tokens, at: index, from: start) {
        while next < range.upperBound, closes(tokens[next]) { next += 1 }
        next = skipFootnotes(tokens, from: next, to: range.upperBound)
        if next == range.upperBound || begins(tokens[next]) {
          sentences.append(start..<next)
          start = next
        }
      }
      index = next
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  private func ends(_ tokens: [Token], at index: Int, from start: Int) -> Bool {
    switch tokens[index].mark {
    case "!", "?", "…": return true
    case ".":
      guard index > start, tokens[index].touches else { return true }
      let before = tokens[index - 1]
      guard before.kind == .word else { return true }
      if isInitial(tokens, at: index - 1, from: start) { return false }
      return abbreviations.match(tokens, at: index - 1, before: index) == nil
    default: return false
    }
  }

  /// `J.` in "J. Smith" and `S.` in "U.S. forces", but not the numeral in "World War I."
  private func isInitial(_ tokens: [Token], at index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    guard token.isCapitalised, token.count == 1 || (token.count == 2 && !token.isUpperCase)
    else { return false }
    if token.count == 2 {
      return token.word == .unknown && index > start && tokens[index - 1].isMark(".")
    }
    let isNumeral = token.isWord(.i)
    return !isNumeral || (index > start && tokens[index - 1].isMark("."))
  }

  private func closes(_ token: Token) -> Bool {
    guard token.touches else { return false }
    return token.isMark(")") || token.isMark("]") || token.isQuote
  }

  /// Past "[12]" that touches the full stop, as encyclopaedia articles have it.
  private func skipFootnotes(_ tokens: [Token], from start: Int, to end: Int) -> Int {
    var index = start
    while index + 2 < end, tokens[index].isMark("["), tokens[index].touches,
      tokens[index + 1].kind == .number, tokens[index + 2].isMark("]")
    {
      index += 3
    }
    return index
  }

  private func begins(_ token: Token) -> Bool {
    !token.touches && (token.kind != .word || token.isCapitalised)
  }

  private static let abbreviations = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "brig", "col", "lt", "maj", "capt", "sgt", "gov", "sen",
    "rep", "st", "no", "nos", "art", "para", "vol", "pp", "p", "ch", "fig", "vs", "etc", "eg", "ie",
    "cf", "ca", "approx", "incl", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "res", "ed", "eds", "inc", "ltd", "co", "jr", "sr", "c",
  ]
}
