import GRDB
import Synchronization

/// Tells whether anybody, this process or another, wrote to a register since it was last asked.
///
/// A connection of its own asks SQLite for nothing but the number it keeps of others' commits, which
/// is in memory that all processes share: that costs microseconds where a query, and the way to a
/// reader's thread and back, cost a hundred.
///
/// Source: SQLite, "Pragma statements", `data_version`.
final class StateWatch: Sendable {
  private enum Connection {
    case unopened
    case open(DatabaseQueue)
    /// Nothing can be told: the register is asked each time.
    case none
  }

  private let path: String
  private let connection = Mutex(Connection.unopened)
  private let known = Mutex<(mark: Int64, state: RegisterState)?>(nil)

  init(_ path: String) { self.path = path }

  /// A number that is another one after somebody wrote; nil where that cannot be told.
  func mark() -> Int64? {
    connection.withLock { connection in
      if case .unopened = connection { connection = StateWatch.opened(path) }
      guard case .open(let queue) = connection else { return nil }
      return try? queue.unsafeRead { db in
        try db.first("PRAGMA data_version") { try $0.integer() }
      }
    }
  }

  func state(at mark: Int64) -> RegisterState? {
    known.withLock { known in known.flatMap { $0.mark == mark ? $0.state : nil } }
  }

  /// - Parameter state: one that was read after the mark.
  func keep(_ state: RegisterState, at mark: Int64) { known.withLock { $0 = (mark, state) } }

  func close() {
    connection.withLock { connection in
      if case .open(let queue) = connection { try? queue.close() }
      connection = .none
    }
  }

  private static func opened(_ path: String) -> Connection {
    var configuration = Register.configuration(readOnly: true)
    // Whoever asks does not wait: the register itself is asked then.
    configuration.busyMode = .immediateError
    configuration.label = "watch"
    let queue = try? DatabaseQueue(path: Register.readable(path), configuration: configuration)
    return queue.map(Connection.open) ?? .none
  }
}
