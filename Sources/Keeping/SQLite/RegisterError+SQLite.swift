import GRDB

extension RegisterError {
  /// An error of GRDB, SQLite or the register's own checks as a closed reason.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as RegisterError: self = error
    case let error as Damage: self.init(.damaged, path: path, detail: error.detail)
    case let error as Refusal: self.init(.refused, path: path, detail: error.detail)
    case is CancellationError: self.init(.cancelled, path: path)
    case let error as DatabaseError:
      self.init(Reason(error), path: path, detail: error.message ?? error.resultCode.description)
    default: self.init(.failed, path: path, detail: "\(error)")
    }
  }
}

extension RegisterError.Reason {
  /// Source: SQLite, "Result and Error Codes".
  fileprivate init(_ error: DatabaseError) {
    self =
      switch error.resultCode {
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_FULL: .diskFull
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
      case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER: .failed
      case .SQLITE_CONSTRAINT: .refused
      default: .failed
      }
  }
}
