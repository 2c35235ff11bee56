import Statements

/// Finds what a mission rests on: "Security Council resolution 1546", "Decision No. 1117", "Joint Action
/// 2004/570/CFSP".
struct LegalBasisRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The acts that a range names, with the council before the word and the year behind the number.
  func acts(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in range where tokens[index].kind == .word && tokens[index].word != .unknown {
      guard let kind = lexicon.acts.match(tokens, at: index, before: range.upperBound),
        kind.tokens.lowerBound >= found.last?.upperBound ?? 0,
        let end = number(behind: kind.tokens.upperBound, before: range.upperBound)
      else { continue }
      let lead = lexicon.organisations.match(tokens, endingAt: index, from: range.lowerBound)
      found.append((lead?.tokens.lowerBound ?? index)..<end)
    }
    return found
  }

  /// The end of "1546", "No. 1117", "1739 (2007)", "2004/570/CFSP", "454/Corr.1".
  private func number(behind index: Int, before end: Int) -> Int? {
    var at = index
    while at < end, at - index < 3, tokens[at].isAny(of: [.no, .number]) || tokens[at].isMark(".") {
      at += 1
    }
    guard at < end, tokens[at].kind == .number else { return nil }
    at += 1
    while at + 1 < end, tokens[at].isMark("/") || tokens[at].isMark("."), tokens[at].touches,
      tokens[at + 1].touches
    {
      at += 2
    }
    if at + 2 < end, tokens[at].isMark("("), tokens[at + 1].kind == .number,
      tokens[at + 1].count == 4, tokens[at + 2].isMark(")")
    {
      at += 3
    }
    return at
  }
}
