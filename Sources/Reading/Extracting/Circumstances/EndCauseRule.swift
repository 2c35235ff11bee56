import Statements

/// Finds why a mission ended: "because no consensus was reached on its mandate", "after Russia vetoed …".
struct EndCauseRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The reason that a sentence gives, from the word that opens it to the end of its clause, with that
  /// word.
  func cause(in range: Range<Int>) -> (tokens: Range<Int>, cue: Range<Int>)? {
    for opening in lexicon.endCauses.all(in: tokens, range) {
      let end = end(from: opening.tokens.upperBound, in: range, opens: opening.tokens.lowerBound)
      let reason = opening.tokens.upperBound..<end
      guard reason.count(where: { tokens[$0].kind == .word }) >= 2,
        opening.value || lexicon.endCauseVerbs.first(in: tokens, reason) != nil
      else { continue }
      return (opening.tokens.lowerBound..<end, opening.tokens)
    }
    return nil
  }

  /// A reason that opens the sentence ends at its comma, one further on at the sentence's end.
  private func end(from start: Int, in range: Range<Int>, opens: Int) -> Int {
    let isFirst = opens - range.lowerBound <= 1
    let stop = (start..<range.upperBound).first { index in
      tokens[index].isMark(";") || tokens[index].isMark(".") && !text.isInsideNumber(index)
        || isFirst && tokens[index].isMark(",") && !text.isInsideNumber(index)
    }
    return stop ?? range.upperBound
  }
}
