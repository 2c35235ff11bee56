import Foundation
import GRDB
package import Statements

/// A file as it was read.
package struct Original: Hashable, Sendable {
  /// The name of its format: `html`, `pdf`, `text`.
  package let format: String
  /// Its bytes; nil where the document's text is the file's own and has them.
  package let bytes: [UInt8]?

  package init(format: String, bytes: [UInt8]?) {
    self.format = format
    self.bytes = bytes
  }
}

extension Register {
  /// The file that a document was read from, byte for byte; nil for a document that the register
  /// does not have.
  package func original(of document: DocumentID) async throws(RegisterError) -> Original? {
    try await read { db in
      try db.first(
        """
        SELECT original.format, COALESCE(original.bytes, first.bytes), file.text
        FROM document
        LEFT JOIN original ON original.document = document.key
        LEFT JOIN edition ON edition.document = document.key
        JOIN document AS file ON file.id = COALESCE(edition.file, document.id)
        LEFT JOIN original AS first ON first.document = file.key
        WHERE document.id = \(document.rawValue)
        """
      ) { row in
        let format = try row.optionalText() ?? "text"
        let bytes = try row.optionalBytes()
        let text = try row.bytes()
        return Original(format: format, bytes: Array(bytes ?? text))
      }
    }
  }
}
