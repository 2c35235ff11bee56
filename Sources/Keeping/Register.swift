package import Statements

/// The register: documents, what they say about missions and what people decided about it, in one
/// SQLite file. Nothing in it is changed or removed; a correction is a new row.
package struct Register: Sendable {
  /// The path as it was given.
  package let path: String

  /// Opens a register, to read only.
  /// - Throws: `.noRegister` where there is no file; the file's own faults.
  package static func open(_ path: String) async throws(RegisterError) -> Register {
    throw RegisterError(.noRegister, path: path)
  }

  /// Opens a register to read and write, and makes it where there is none. A file that is not a
  /// register is refused and not touched.
  package static func openOrCreate(_ path: String) async throws(RegisterError) -> Register {
    Register(path: path)
  }

  /// Closes the file; later calls fail.
  package func close() throws(RegisterError) {}

  /// Keeps what was read from one document, whole or not at all. What the register has already is
  /// not added again.
  /// - Parameter recorded: when it is recorded: ISO 8601, UTC, as in `2024-03-01T10:00:00Z`.
  @discardableResult
  package func add(_ proposals: Proposals, recorded: String) async throws(RegisterError) -> Addition
  {
    throw RegisterError(.failed, path: path)
  }

  /// Keeps a person's decision.
  package func add(_ decision: Decision) async throws(RegisterError) {}

  /// All documents, by name and then id, each as it was read last.
  package func documents() async throws(RegisterError) -> [Document] { [] }

  /// A document by its id or the first digits of it; nil where none or several match.
  package func document(_ id: DocumentID) async throws(RegisterError) -> Document? { nil }

  /// What the documents say about the missions that a filter lets through, in the order of
  /// `Account.precedes`.
  package func accounts(matching filter: Filter = .all) async throws(RegisterError) -> [Account] {
    []
  }

  /// The answers to a question, `certainly` first. The index narrows, Chronology decides.
  /// - Parameter includingNo: whether missions that were not running are answered too.
  package func answers(
    to question: Question, matching filter: Filter = .all, includingNo: Bool = false
  ) async throws(RegisterError) -> [Answer] { [] }

  /// The missions that a person may mean: by id, else acronym, else name or alias, in any case and
  /// with or without diacritics. Several where documents or missions share a name.
  package func accounts(named name: String) async throws(RegisterError) -> [Account] { [] }

  /// Every form under which `accounts(named:)` finds a mission, sorted, for "did you mean".
  package func names() async throws(RegisterError) -> [String] { [] }

  /// The passages in which all words of a query stand, best first. `"…"` is a phrase, a `*` after
  /// a word finds all words that begin so; nothing else has a meaning.
  package func search(_ text: String, limit: Int = 50) async throws(RegisterError) -> [Hit] { [] }
}
