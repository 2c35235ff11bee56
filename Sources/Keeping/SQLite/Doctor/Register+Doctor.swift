import Foundation
import GRDB

extension Register {
  /// Looks at every page, reference, quotation and index of a register, whatever form it has, and
  /// changes nothing.
  ///
  /// - Parameter step: told which part is looked at next.
  /// - Throws: the file's own faults that keep it from being opened at all.
  package static func examine(
    _ path: String, step: @Sendable @escaping (String) throws -> Void = { _ in }
  ) async throws(RegisterError) -> Examination {
    do {
      guard FileManager.default.fileExists(atPath: path),
        case .register(let form) = try form(of: path)
      else { throw RegisterError(.noRegister, path: path) }
      let queue = try DatabaseQueue(
        path: readable(path), configuration: configuration(readOnly: true))
      defer { try? queue.close() }
      // Not `read`, which fails where a damaged page spoils the end of its transaction.
      return try await queue.unsafeRead { db in
        try db.execute(sql: "BEGIN")
        defer { try? db.execute(sql: "ROLLBACK") }
        return try Doctor(db: db, path: path, form: form).examine(step: step)
      }
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// Makes everything again that follows from the rest: SQLite's indexes, the periods, counts and
  /// words. What people and readings recorded is not touched.
  ///
  /// - Throws: `.damaged` where pages are lost, which this cannot mend.
  package static func mend(_ path: String) async throws(RegisterError) {
    let register = try await openExisting(path)
    do {
      try await register.write { db in
        try db.execute(sql: "REINDEX")
        try DerivedIndex.rebuild(db)
      }
      try register.close()
    } catch {
      try? register.close()
      throw error
    }
  }
}
