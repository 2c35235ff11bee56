/// An exact place in a document: a text position selector and a text quote selector in one.
///
/// Source: W3C Web Annotation Data Model, § 4.2.4 and § 4.2.5.
package struct Passage: Hashable, Sendable {
  package let document: DocumentID
  /// UTF-8 bytes of the document's text, from 0, the end exclusive.
  package let bytes: Range<Int>
  /// Exactly the text of those bytes.
  package let quote: String

  /// The passage that these bytes of a document make; nil where they are empty, leave the text or
  /// cut a character in two.
  package init?(of document: Document, bytes: Range<Int>) {
    guard !bytes.isEmpty, let quote = document.text(of: bytes) else { return nil }
    self.document = document.id
    self.bytes = bytes
    self.quote = quote
  }

  /// A passage that a register kept; nil where quote and bytes do not measure the same.
  package init?(restoring quote: String, document: DocumentID, bytes: Range<Int>) {
    guard !bytes.isEmpty, bytes.lowerBound >= 0, quote.utf8.count == bytes.count
    else { return nil }
    self.document = document
    self.bytes = bytes
    self.quote = quote
  }
}
