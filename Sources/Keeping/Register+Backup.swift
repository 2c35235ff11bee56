import Foundation
import GRDB

/// A copy of a register that was made and checked.
package struct Backup: Hashable, Sendable {
  /// Its size in bytes.
  package let bytes: Int
  /// How many documents, statements and decisions it holds.
  package let documents: Int
  package let statements: Int
  package let decisions: Int
}

extension Register {
  /// Copies the register as it is at this moment into one file, while others read and write it.
  ///
  /// The copy is made beside the target, checked page by page, brought to the disk and only then
  /// given its name: the target is a whole register or what it was before. It needs no second file,
  /// so it can be read from a medium that nobody may write.
  ///
  /// - Parameters:
  ///   - target: the new file's path.
  ///   - isReplacing: whether a register that is there already may be replaced.
  ///   - step: told how much of it is done, from 0 to 1; where it throws, no copy is left.
  /// - Throws: `.exists` where the target is there already; `.notARegister` where it is something
  ///   else; errors of the copy with its path.
  ///
  /// Source: SQLite, "SQLite Backup API".
  package func backup(
    to target: String, replacing isReplacing: Bool = false,
    step: @Sendable @escaping (Double) throws -> Void = { _ in }
  ) async throws(RegisterError) -> Backup {
    try Self.check(target, replacing: isReplacing)
    let part = "\(target).part-\(ProcessInfo.processInfo.processIdentifier)"
    defer { for name in [part, part + "-journal"] { unsafe unlink(name) } }
    do {
      let copied = try await read { db in
        // The first reading begins the view that the copy is of.
        let counts = try Self.counts(db)
        do {
          let copy = try DatabaseQueue(path: part)
          try copy.writeWithoutTransaction { other in
            try db.backup(to: other, pagesPerStep: 4_096) { progress in
              let total = max(progress.totalPageCount, 1)
              try step(Double(progress.completedPageCount) / Double(total))
            }
            try other.execute(sql: "PRAGMA journal_mode = DELETE")
          }
          try copy.close()
        } catch let error as DatabaseError {
          throw RegisterError(error, path: target)
        }
        return counts
      }
      let bytes = try await Self.verified(part, counts: copied, target: target)
      try Self.name(part, target, replacing: isReplacing)
      return Backup(
        bytes: bytes, documents: copied[0], statements: copied[1], decisions: copied[2])
    } catch {
      throw RegisterError(error, path: target)
    }
  }

  private static func check(_ target: String, replacing: Bool) throws(RegisterError) {
    guard FileManager.default.fileExists(atPath: target) else { return }
    guard replacing else { throw RegisterError(.exists, path: target) }
    do {
      if case .empty = try form(of: target) { throw RegisterError(.notARegister, path: target) }
    } catch {
      throw RegisterError(error, path: target)
    }
  }

  private static func counts(_ db: Database) throws -> [Int] {
    try ["document", "statement", "decision"].map { table in
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
    }
  }

  /// - Returns: the size of the copy, where it is whole and holds what the register held.
  private static func verified(
    _ part: String, counts: [Int], target: String
  ) async throws -> Int {
    let copy = try DatabaseQueue(path: part, configuration: configuration(readOnly: true))
    let isWhole = try await copy.read { db in
      let check = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
      return try check == ["ok"] && Self.counts(db) == counts
    }
    try copy.close()
    guard isWhole else {
      throw RegisterError(.damaged, path: target, detail: "the copy is not what was copied")
    }
    let size = try FileManager.default.attributesOfItem(atPath: part)[.size] as? Int
    return size ?? 0
  }

  /// Brings the copy to the disk and gives it its name.
  private static func name(_ part: String, _ target: String, replacing: Bool) throws {
    try sync(part)
    // A link fails where the name was taken meanwhile; some file systems have none.
    if !replacing, unsafe link(part, target) != 0 {
      guard errno == EPERM || errno == ENOTSUP || errno == EOPNOTSUPP else {
        throw errno == EEXIST
          ? RegisterError(.exists, path: target) : RegisterError(.cannotOpen, path: target)
      }
      guard !FileManager.default.fileExists(atPath: target) else {
        throw RegisterError(.exists, path: target)
      }
    }
    if unsafe rename(part, target) != 0 {
      throw RegisterError(
        .cannotOpen, path: target, detail: unsafe String(cString: strerror(errno)))
    }
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    try sync(folder)
  }
}

/// Waits until a file, or the names in a folder, are on the disk.
private func sync(_ path: String) throws {
  let file = unsafe open(path, O_RDONLY)
  defer { if file >= 0 { _ = close(file) } }
  guard file >= 0, fsync(file) == 0 else {
    throw RegisterError(
      errno == ENOSPC ? .diskFull : .failed, path: path,
      detail: unsafe String(cString: strerror(errno)))
  }
}
