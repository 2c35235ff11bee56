import GRDB
package import Statements

/// The name of an action in its register, by which an undoing says which one it means.
package struct ActionID: Hashable, Sendable, CustomStringConvertible {
  let key: Int64

  init(key: Int64) { self.key = key }

  package var description: String { String(key) }

  /// Nil where the text is no such name.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let key = Int64(text)
    else { return nil }
    self.key = key
  }
}

/// The last thing that a person did and that still counts.
package struct LastAction: Hashable, Sendable {
  package let id: ActionID
  package let note: String?
  /// When: ISO 8601, UTC.
  package let recorded: String
  /// How many of what: `accepted`, `settled`, `same`.
  package let counts: [String: Int]
  /// The first statement that it decided on, in the order of a review; nil where it decided on
  /// none.
  package let first: StatementID?
}

extension Register {
  /// What the next undoing of a person would take back; nil where nothing is left.
  package func lastAction(by name: String) async throws(RegisterError) -> LastAction? {
    try await read { db in
      guard let last = try Self.lastAction(by: name, db) else { return nil }
      let first = try db.first(
        """
        SELECT statement.id
        FROM decision
        JOIN statement ON statement.key = decision.statement
        WHERE decision.action = \(last.key)
        ORDER BY statement.document, statement.key
        LIMIT 1
        """
      ) { StatementID(rawValue: try $0.text()) }
      return LastAction(
        id: ActionID(key: last.key), note: last.note, recorded: last.recorded,
        counts: try Self.counts(ofAction: last.key, db), first: first)
    }
  }

  /// The last action of a person that was not undone.
  static func lastAction(
    by name: String, _ db: Database
  ) throws -> (key: Int64, note: String?, recorded: String)? {
    try db.first(
      """
      SELECT key, note, recorded
      FROM action
      WHERE taken_by = \(name) AND kind IN ('decide', 'settle', 'relate')
        AND NOT EXISTS (SELECT 1 FROM action AS undoing WHERE undoing.undoes = action.key)
      ORDER BY key DESC
      LIMIT 1
      """
    ) { row in
      (key: try row.integer(), note: try row.optionalText(), recorded: try row.text())
    }
  }
}
