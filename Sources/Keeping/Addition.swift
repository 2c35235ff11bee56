package import Statements

/// What keeping one document's proposals added to the register.
package struct Addition: Hashable, Sendable {
  package let document: DocumentID
  /// Whether the register did not know the document's bytes before.
  package let isNewDocument: Bool
  /// Whether the bytes are known, and their text is another than the one that counted so far.
  package let isNewEdition: Bool
  /// How many missions, statements and passages are new.
  package let missions: Int
  package let statements: Int
  package let passages: Int
  /// Whether what is known of the source changed: the day up to which it speaks, its title.
  package let changesSource: Bool
  /// How many decisions on the edition before this one hold of it too.
  package var carriedDecisions = 0
  /// How many of them do not, because what they were about is no longer there.
  package var droppedDecisions = 0

  /// Whether the register knew all of it already.
  package var isNothing: Bool {
    !isNewDocument && !isNewEdition && !changesSource && missions == 0 && statements == 0
      && passages == 0
  }
}
