import Statements

/// Labels that give facts: "Start: 1 July 2005", "Established | 31 March 1995 |".
struct FactBoxRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// A range of tokens divided where labels with a colon begin; each part has the label it opens with.
  func parts(of range: Range<Int>) -> [(range: Range<Int>, label: FactLabel?)] {
    var parts: [(range: Range<Int>, label: FactLabel?)] = []
    var start = range.lowerBound
    var label: FactLabel?
    for colon in range where tokens[colon].isMark(":") && tokens[colon].touches {
      guard let found = labelEnding(at: colon, from: start) else { continue }
      if found.lowerBound > start { parts.append((start..<found.lowerBound, label)) }
      let role = lexicon.factLabels.match(tokens, endingAt: colon, from: found.lowerBound)?.value
      start = found.lowerBound
      label = FactLabel(role: role ?? .other, tokens: found.lowerBound..<colon + 1)
    }
    if start < range.upperBound { parts.append((start..<range.upperBound, label)) }
    return parts
  }

  /// The label before a colon: it opens the range or has a capital, and stands in no parentheses.
  private func labelEnding(at colon: Int, from start: Int) -> Range<Int>? {
    var low = max(start, colon - 4)
    while low < colon {
      if let match = lexicon.factLabels.match(tokens, at: low, before: colon),
        match.tokens.upperBound == colon, tokens[low].isCapitalised,
        low == start || tokens[low - 1].kind != .word || isFresh(low, start)
      {
        return match.tokens
      }
      low += 1
    }
    return nil
  }

  /// "… Headquarters: Baghdad Head of Mission: …": in a text whose lines have run together a label with
  /// a capital begins after a word with one.
  private func isFresh(_ index: Int, _ start: Int) -> Bool {
    tokens[index].isCapitalised && !tokens[index - 1].isAny(of: .articles)
      && !tokens[index - 1].isAny(of: [.of, .in, .for, .and])
  }

  /// The label that all of a short line is: "Period", "Number of military personnel".
  func label(alone range: Range<Int>) -> FactLabel? {
    guard range.count <= 6 else { return nil }
    var low = range.lowerBound
    if range.count > 2, tokens[low].isAny(of: [.number, .total]) {
      low += tokens[low + 1].isWord(.of) ? 2 : 1
    }
    var high = range.upperBound
    while high > low, tokens[high - 1].isMark(":") { high -= 1 }
    guard low < high, let match = lexicon.factLabels.match(tokens, at: low, before: high),
      match.tokens.upperBound == high, match.value != .other
    else { return nil }
    return FactLabel(role: match.value, tokens: range)
  }

  /// The label that a row's first cell is; nil where the row is no label with its value.
  func label(of cells: [Range<Int>]) -> FactLabel? {
    let cells = cells.filter { !$0.isEmpty }
    guard cells.count == 2,
      let match = lexicon.factLabels.match(
        tokens, at: cells[0].lowerBound, before: cells[0].upperBound)
    else { return nil }
    let rest = match.tokens.upperBound..<cells[0].upperBound
    guard rest.allSatisfy({ tokens[$0].kind == .mark }) else { return nil }
    return FactLabel(role: match.value, tokens: cells[0])
  }
}
