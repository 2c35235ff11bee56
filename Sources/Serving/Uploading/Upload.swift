package import Chronology
package import Publishing
package import Statements

/// A file that somebody uploads.
package struct Upload: Sendable {
  /// The file's own name, without folders.
  package let name: String
  package let bytes: [UInt8]
  /// Who uploads it.
  package let author: String
  /// The day of which it speaks, where it does not say so itself.
  package let asOf: Day?
  /// What the columns of a table mean, as the text of a mapping file; nil where nothing is said of it.
  package var mapping: String?
  /// Whether nothing is to be read, but a mapping proposed.
  package var wantsGuess = false

  /// From where the register has it. The author is in it: two people's `notes.txt` are no editions
  /// of one document, and one person's are.
  package var location: String {
    "uploads/\(author.replacing("/", with: "-"))/\(name)"
  }

  /// The name of a file as a browser gives it; nil where there is none in it.
  static func name(_ text: String) -> String? {
    let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let name = last.trimmed
    let isShown = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return name.isEmpty || name.utf8.count > 200 || !isShown || [".", ".."].contains(name)
      ? nil : name
  }
}

/// What became of an upload.
package struct Uploaded: Sendable {
  package let name: String
  /// `read`, `updated`, `known`, `failed`, or `proposed` where only a mapping was asked for.
  package let verdict: String
  /// What was found in it, or why it could not be read.
  package let reason: String
  /// Nil where it could not be read.
  package let document: DocumentID?
  package let warnings: [String]
  package let doubts: [String]
  /// What the columns of a table seem to mean, as the text of a mapping file; nil where there is no guess.
  package let mapping: String?
  /// As `annals read --json` says it.
  package let json: JSON

  package init(
    name: String, verdict: String, reason: String, document: DocumentID?, warnings: [String],
    doubts: [String], mapping: String? = nil, json: JSON
  ) {
    self.name = name
    self.verdict = verdict
    self.reason = reason
    self.document = document
    self.warnings = warnings
    self.doubts = doubts
    self.mapping = mapping
    self.json = json
  }
}

/// A field of an upload that cannot be used; nothing was read.
package struct UploadRefusal: Error {
  let field: String
  let words: String

  package init(field: String, words: String) {
    self.field = field
    self.words = words
  }
}

/// Reads what was uploaded and keeps it. The program gives it: how a file is read safely is not
/// known here.
package typealias UploadReader = @Sendable (Upload) async throws -> Uploaded
