package import Statements

/// A passage that a search found.
package struct Hit: Hashable, Sendable {
  package let passage: Passage
  /// The document's title, else its file's name.
  package let documentName: String
  /// The line of the document on which the passage begins, from 1.
  package let line: Int
  package let snippet: Snippet
  /// The missions that the passage speaks of, in their order of name.
  package let missions: [MissionID]
}

/// A part of a passage around the first words that were found.
package struct Snippet: Hashable, Sendable {
  /// On one line, with `…` where the passage goes on.
  package let text: String
  /// The found words: UTF-8 bytes of `text`, in order, without overlap.
  package let marks: [Range<Int>]
}
