/// A passage with the text around it.
package struct Context: Hashable, Sendable {
  package let before: String
  package let quote: String
  package let after: String
}

extension Document {
  /// A passage with what stands around it: whole lines, as far as so many characters on either side
  /// reach, and at least the line that it stands in.
  package func context(of passage: Passage, reach: Int = 240) -> Context {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: min(passage.bytes.lowerBound, utf8.count))
    let end = utf8.index(utf8.startIndex, offsetBy: min(passage.bytes.upperBound, utf8.count))
    let from = text.index(start, offsetBy: -reach, limitedBy: text.startIndex) ?? text.startIndex
    let to = text.index(end, offsetBy: reach, limitedBy: text.endIndex) ?? text.endIndex
    // Begin behind a line's end and stop before one, where there is one within reach.
    let first =
      from == text.startIndex
      ? from
      : text[from..<start].firstIndex(where: \.isNewline).map { text.index(after: $0) } ?? from
    let last = to == text.endIndex ? to : text[end..<to].lastIndex(where: \.isNewline) ?? to
    return Context(
      before: String(text[first..<start]), quote: passage.quote, after: String(text[end..<last]))
  }
}
