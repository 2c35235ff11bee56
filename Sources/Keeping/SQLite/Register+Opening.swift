import Foundation
import GRDB

/// How what is written comes to the disk, as SQLite names it.
package struct Durability: Hashable, Sendable {
  /// `wal`: readers see what was there while another writes.
  package let journal: String
  /// 2: a commit has ended when it is on the disk.
  package let synchronous: Int

  package init(journal: String, synchronous: Int) {
    self.journal = journal
    self.synchronous = synchronous
  }
}

extension Register {
  /// How long a call waits for another process's lock, in seconds.
  private static let patience: TimeInterval = 5
  /// How much of the file a connection keeps in memory, in KiB. SQLite's own 2 MB do not hold the
  /// inner pages of a million missions, so that each of a page's lookups read them again.
  private static let cache = 8_192

  /// Opens a register, to read only.
  /// - Throws: `.noRegister` where there is no file or an empty one; the file's own faults.
  package static func open(_ path: String) async throws(RegisterError) -> Register {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError(.noRegister, path: path)
    }
    do {
      switch try form(of: path) {
      case .empty: throw RegisterError(.noRegister, path: path)
      case .register(let version) where version < Migration.newest:
        throw RegisterError(.olderSchema(found: version, known: Migration.newest), path: path)
      case .register: break
      }
      return Register(
        path: path,
        pool: try DatabasePool(
          path: readable(path), configuration: configuration(readOnly: true)))
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// Opens a register to read and write.
  /// - Throws: `.noRegister` where there is no file or an empty one, which is then not touched; the
  ///   file's own faults.
  package static func openExisting(_ path: String) async throws(RegisterError) -> Register {
    do {
      guard FileManager.default.fileExists(atPath: path), case .register = try form(of: path)
      else { throw RegisterError(.noRegister, path: path) }
    } catch {
      throw RegisterError(error, path: path)
    }
    return try await openOrCreate(path)
  }

  /// Opens a register to read and write, and makes it where there is none. A file that is not a
  /// register is refused and not touched.
  package static func openOrCreate(_ path: String) async throws(RegisterError) -> Register {
    do {
      if FileManager.default.fileExists(atPath: path) {
        _ = try form(of: path)
        guard FileManager.default.isWritableFile(atPath: path) else {
          throw RegisterError(.readOnly, path: path)
        }
      }
      let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
      // GRDB lets the disk take its time; what a person decided is on it when the command has ended.
      try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      // Asked first, so that opening does not wait for another writer where nothing is to be done.
      let isCurrent = try await pool.read { db in
        try Migration.isCurrent(db) && DerivedIndex.isCurrent(db) && ReviewTally.isCurrent(db)
      }
      if !isCurrent {
        try await pool.write { db in
          try Migration.migrate(db)
          if try !DerivedIndex.isCurrent(db) { try DerivedIndex.rebuild(db) }
          if try !ReviewTally.isCurrent(db) { try ReviewTally.rebuild(db) }
        }
      }
      return Register(path: path, pool: pool)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  enum Form {
    /// Nothing was ever written to it.
    case empty
    case register(version: Int)
  }

  /// What kind of file it is, found out without writing to it, but for what SQLite takes back where
  /// whoever wrote last was cut short.
  static func form(of path: String) throws -> Form {
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw RegisterError(.cannotOpen, path: path, detail: "it is a folder")
    }
    do { return try formAsItIs(of: path) } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
    {
      guard FileManager.default.isWritableFile(atPath: path) else {
        throw RegisterError(
          .readOnly, path: path,
          detail: "whoever wrote last was cut short, and it must be writable to take that back")
      }
      try takeBack(path)
      return try formAsItIs(of: path)
    }
  }

  /// Has SQLite undo what a killed process had half written. That is left in a rollback journal only
  /// while a register is made, before it has a write-ahead log, and a connection that may only read
  /// cannot undo it.
  ///
  /// Source: SQLite, "Atomic Commit In SQLite", § 4 (a hot journal); "Result and Error Codes",
  /// SQLITE_READONLY_ROLLBACK.
  private static func takeBack(_ path: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
    defer { try? queue.close() }
    _ = try queue.read { try $0.first("PRAGMA schema_version") { try $0.int() } }
  }

  private static func formAsItIs(of path: String) throws -> Form {
    let queue = try DatabaseQueue(
      path: readable(path), configuration: configuration(readOnly: true))
    defer { try? queue.close() }
    return try queue.read { db in
      let application = try db.first("PRAGMA application_id") { try $0.integer() } ?? 0
      let version = try db.first("PRAGMA user_version") { try $0.int() } ?? 0
      if application == 0, version == 0 {
        let tables = try db.first("SELECT COUNT(*) FROM sqlite_master") { try $0.int() } ?? 0
        if tables == 0 { return .empty }
      }
      guard application == Migration.applicationID else {
        throw RegisterError(.notARegister, path: path)
      }
      guard version <= Migration.newest else {
        throw RegisterError(.newerSchema(found: version, known: Migration.newest), path: path)
      }
      return .register(version: version)
    }
  }

  /// The path under which SQLite reads a register, as it must be told where nothing may be written
  /// beside it: then nobody else can be writing either, and no lock is needed.
  ///
  /// Source: SQLite, "Write-Ahead Logging", § 7; a name that begins with `file:` is taken for a URI
  /// by the SQLite of Debian and of macOS, and elsewhere for a file that is not there.
  static func readable(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    guard unsafe access(url.deletingLastPathComponent().path, W_OK) != 0,
      !FileManager.default.fileExists(atPath: path + "-wal"),
      let name = url.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    else { return path }
    return "file:\(name)?immutable=1"
  }

  /// How what is written comes to the disk.
  package func durability() async throws(RegisterError) -> Durability {
    try await write { db in
      Durability(
        journal: try db.first("PRAGMA journal_mode") { try $0.text() } ?? "",
        synchronous: try db.first("PRAGMA synchronous") { try $0.int() } ?? 0)
    }
  }

  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(patience)
    configuration.label = "register"
    configuration.prepareDatabase { db in
      // The file may come from anybody: its schema must not reach functions with side effects, and
      // a damaged page is to be noticed where it is read.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      // Without this, INSERT OR REPLACE would slip past the triggers that forbid DELETE.
      if !readOnly { try db.execute(sql: "PRAGMA recursive_triggers = ON") }
    }
    return configuration
  }
}
