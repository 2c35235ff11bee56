import GRDB

/// The register: documents, what they say about missions and what people decided about it, in one
/// SQLite file. Nothing in it is changed or removed; a correction is a new row.
///
/// Every call is one transaction. Any number of processes may read while one writes.
package struct Register: Sendable {
  /// The path as it was given.
  package let path: String
  private let pool: DatabasePool
  let watch: StateWatch

  init(path: String, pool: DatabasePool) {
    self.path = path
    self.pool = pool
    watch = StateWatch(path)
  }

  /// Closes the file, so that it holds everything by itself; later calls fail.
  package func close() throws(RegisterError) {
    // SQLite folds the write-ahead log into the file when the last connection closes, unless that
    // one may only read: the readers go first.
    watch.close()
    pool.invalidateReadOnlyConnections()
    do { try pool.close() } catch { throw RegisterError(error, path: path) }
  }

  /// One consistent view of the register, not disturbed by writers.
  func read<Result: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Result
  ) async throws(RegisterError) -> Result {
    do { return try await pool.read(body) } catch { throw RegisterError(error, path: path) }
  }

  /// One transaction: all of it is kept, or nothing.
  func write<Result: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Result
  ) async throws(RegisterError) -> Result {
    do { return try await pool.write(body) } catch { throw RegisterError(error, path: path) }
  }
}
