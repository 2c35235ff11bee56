import GRDB

/// A numbered step from one form of the register to the next. `user_version` holds the number of
/// the last one, `application_id` says that the file is a register.
struct Migration {
  let number: Int
  let sql: String

  /// `ANNL` in ASCII: what `PRAGMA application_id` of a register is.
  static let applicationID: Int64 = 0x414E_4E4C

  /// All steps, in order, without a gap.
  static let all: [Migration] = [
    .first, .second, .third, .fourth, .fifth, .sixth, .seventh, .eighth,
  ]

  /// The form that this version of the program reads and writes.
  static var newest: Int { all.last?.number ?? 0 }

  static func isCurrent(_ db: Database) throws -> Bool {
    try db.first("PRAGMA user_version") { try $0.int() } == newest
  }

  /// Brings a register up to the newest form, or makes a new one, in one transaction.
  static func migrate(_ db: Database) throws {
    let version = try db.first("PRAGMA user_version") { try $0.int() } ?? 0
    for migration in all where migration.number > version {
      try db.execute(sql: migration.sql)
      // A pragma takes no parameters; the numbers are the program's own.
      try db.execute(sql: "PRAGMA user_version = \(migration.number)")
    }
    if version == 0 { try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
  }
}
