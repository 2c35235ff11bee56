package import Statements

/// A passage that a search found.
package struct Hit: Hashable, Sendable {
  package let passage: Passage
  /// The document's title, else its file's name.
  package let documentName: String
  /// Where the document was read from.
  package let location: String
  /// The line of the document on which the passage begins, from 1.
  package let line: Int
  /// Where it begins, for a person.
  package let place: Place
  package let snippet: Snippet
  /// The missions that the passage speaks of, by acronym or name.
  package let missions: [MissionID]
}

/// A part of a passage around the first words that were found.
package struct Snippet: Hashable, Sendable {
  /// On one line, with `…` where the passage goes on.
  package let text: String
  /// The found words: UTF-8 bytes of `text`, in order, without overlap.
  package let marks: [Range<Int>]

  /// How many characters a snippet has at most, ellipses apart.
  private static let length = 160
  /// How many of them stand before the first found word.
  private static let lead = 48

  init(of quote: String, terms: SearchTerms) {
    let line = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > Snippet.length else {
      text = line
      marks = terms.marks(in: line)
      return
    }
    let first = terms.marks(in: line).first?.lowerBound ?? 0
    let match = line.utf8.index(line.startIndex, offsetBy: first)
    var start =
      line.index(match, offsetBy: -Snippet.lead, limitedBy: line.startIndex) ?? line.startIndex
    if start > line.startIndex {
      start = line[start...].firstIndex(of: " ").map { line.index(after: $0) } ?? start
      start = min(start, match)
    }
    var end = line.index(start, offsetBy: Snippet.length, limitedBy: line.endIndex) ?? line.endIndex
    if end < line.endIndex, let space = line[match..<end].lastIndex(of: " ") { end = space }
    text =
      (start > line.startIndex ? "… " : "") + line[start..<end] + (end < line.endIndex ? " …" : "")
    marks = terms.marks(in: text)
  }
}
