package import Chronology

/// What a phrase alone, without a text around it, says of a date.
package enum PhraseMeaning: Hashable, Sendable {
  case date(EDTF)
  /// It can be taken in two ways, which the reason names.
  case ambiguous(String)
  /// It says nothing without the text around it, or nothing of a date.
  case needsContext
}

extension Tagger {
  /// The meaning of a phrase, all of which is one expression but for small words before it, such as
  /// "launched in".
  package func meaning(of phrase: String) -> PhraseMeaning {
    let text = phrase.utf8.span
    let tokens = lexer.tokens(of: text, in: 0..<text.count)
    var clock = Clock()
    let tags = tag(tokens, of: text, clock: &clock)
    if let doubt = tags.doubts.first, doubt.reason.hasPrefix("ambiguous") {
      return .ambiguous(doubt.reason)
    }
    guard tags.doubts.isEmpty, tags.expressions.count == 1, let only = tags.expressions.first
    else { return .needsContext }
    // What stands behind the expression would change it: "2018 or so".
    let isWhole = !tokens.contains {
      Int($0.start) >= only.bytes.upperBound && $0.kind != .mark
    }
    return isWhole ? .date(only.edtf) : .needsContext
  }
}
