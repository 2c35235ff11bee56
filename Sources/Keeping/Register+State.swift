import GRDB

/// Which state a register is in. Nothing in it is changed or removed, so that the last reading and
/// the last action name a state: where they are the same, all answers are.
package struct RegisterState: Hashable, Sendable, CustomStringConvertible {
  let reading: Int64
  let action: Int64
  /// Of the rules that derive periods and search words.
  let index: Int64

  /// `r12a40i1`: short enough for an HTTP entity tag.
  package var description: String { "r\(reading)a\(action)i\(index)" }
}

extension Register {
  /// The state that answers are true of from now on. It costs a query only where something was
  /// written since it was last asked for.
  package func state() async throws(RegisterError) -> RegisterState {
    // The mark first: a state may be newer than its mark, and is then read again, never older.
    let mark = watch.mark()
    if let mark, let state = watch.state(at: mark) { return state }
    let state = try await readState()
    if let mark { watch.keep(state, at: mark) }
    return state
  }

  private func readState() async throws(RegisterError) -> RegisterState {
    try await read { db in
      let state = try db.first(
        """
        SELECT (SELECT MAX(key) FROM reading), (SELECT MAX(key) FROM action),
          (SELECT MAX(version) FROM index_version)
        """
      ) { row in
        RegisterState(
          reading: try row.optionalInteger() ?? 0, action: try row.optionalInteger() ?? 0,
          index: try row.optionalInteger() ?? 0)
      }
      guard let state else { throw Damage("no state") }
      return state
    }
  }
}
