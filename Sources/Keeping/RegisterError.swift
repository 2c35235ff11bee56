/// Why a register could not be opened, read or written, and what to do about it.
package struct RegisterError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// There is no file at that path, and it was opened for reading only.
    case noRegister
    /// The file cannot be opened or created: no such folder, no permission, a folder.
    case cannotOpen
    /// The file is no SQLite database.
    case notADatabase
    /// A SQLite database that another program made; it was not touched.
    case notARegister
    /// A newer version of the program made it.
    case newerSchema(found: Int, known: Int)
    /// An older version of the program made it, and it was opened for reading only.
    case olderSchema(found: Int, known: Int)
    /// Another process holds the lock, for longer than the few seconds that were waited.
    case locked
    case damaged
    case readOnly
    case diskFull
    /// What was to be kept contradicts itself or the register: a statement about a mission that
    /// was not proposed, a quote that is not in the document.
    case refused
    case cancelled
    /// Any other failure of the database or the system.
    case failed
  }

  package let reason: Reason
  /// The register's path, as it was given.
  package let path: String
  /// What the database or the check says, for the person who looks into it; may be empty.
  package let detail: String

  package init(_ reason: Reason, path: String, detail: String = "") {
    self.reason = reason
    self.path = path
    self.detail = detail
  }
}
