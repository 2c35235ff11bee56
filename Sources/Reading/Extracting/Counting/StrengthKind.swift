import Statements

/// Tells an authorised and a peak strength from an actual one, by the words around the number:
/// "authorised strength: up to 5,500", "at its peak 7,000 troops".
struct StrengthKind {
  let text: LexedText
  let lexicon: Lexicon

  /// The property of a count; that of its unit where it is no strength or nothing tells.
  ///
  /// The nearest words decide, within eight tokens before the number or five behind what it counts;
  /// behind a label, all of the label's.
  func property(of count: CountRule.Found, in sentence: Sentence) -> Property {
    guard count.property == .strength else { return count.property }
    let low = max(
      sentence.range.lowerBound,
      min(count.tokens.lowerBound - 8, sentence.label?.tokens.lowerBound ?? .max))
    // From inside the count, too: "3,000 authorised troops".
    let before = low..<max(low, count.tokens.upperBound)
    if let found = lexicon.strengthKinds.all(in: text.tokens, before).last(where: {
      !isParted($0.tokens.upperBound..<max($0.tokens.upperBound, count.tokens.lowerBound))
    }) {
      return found.value
    }
    let behind =
      count.tokens.upperBound..<min(count.tokens.upperBound + 5, sentence.range.upperBound)
    if let found = lexicon.strengthKinds.first(in: text.tokens, behind),
      !isParted(count.tokens.upperBound..<found.tokens.lowerBound)
    {
      return found.value
    }
    return .strength
  }

  /// Whether another clause begins between the words and the number.
  private func isParted(_ between: Range<Int>) -> Bool {
    between.lowerBound < between.upperBound
      && between.contains {
        text.tokens[$0].isMark(";") || text.tokens[$0].isMark(",") && !text.isInsideNumber($0)
          || text.tokens[$0].isAny(of: [.but, .while])
      }
  }
}
