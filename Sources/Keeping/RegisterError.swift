/// Why a register could not be opened, read or written, and what to do about it.
package struct RegisterError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// There is no file at that path, or an empty one, and it was opened for reading only.
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
    /// The file that was to be made is there already.
    case exists
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

extension RegisterError: CustomStringConvertible {
  /// What is wrong, with the path: one sentence without a full stop.
  package var description: String {
    switch reason {
    case .noRegister: "no register yet at \(path)"
    case .cannotOpen: "cannot open \(path)"
    case .notADatabase: "\(path) is not a register: it is not a SQLite database"
    case .notARegister: "\(path) is not a register: another program made this database"
    case .newerSchema(let found, let known):
      "\(path) was made by a newer version (form \(found), this version knows \(known))"
    case .olderSchema(let found, let known):
      "\(path) was made by an older version (form \(found), this version reads \(known))"
    case .locked: "\(path) is locked by another process"
    case .damaged: "\(path) is damaged"
    case .readOnly: "\(path) cannot be written"
    case .diskFull: "no space left on the disk that holds \(path)"
    case .exists: "\(path) is there already"
    case .refused: "not kept in \(path)"
    case .cancelled: "cancelled"
    case .failed: "the register \(path) failed"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch reason {
    case .noRegister: "read a document first: annals read FILE"
    case .cannotOpen: "check that its folder exists and that you may read and write there"
    case .notADatabase, .notARegister: "name another file with --register; this one was not touched"
    case .newerSchema: "use the newer version of annals, or name another file with --register"
    case .olderSchema: "run a command that writes, such as annals read, to bring it up to date"
    case .locked: "wait until the other process is done, then try again; nothing was changed"
    case .damaged:
      "restore it from a backup, or set it aside and read the documents again; "
        + "what is left can be saved with sqlite3's .recover"
    case .readOnly: "check the permissions of the file and of its folder"
    case .diskFull: "make room and try again; nothing was changed"
    case .exists: "name another file, or say that this one may be replaced"
    case .refused: "nothing was changed; please report the document"
    case .cancelled: "nothing was changed"
    case .failed: "try again; please report it if it stays"
    }
  }
}
