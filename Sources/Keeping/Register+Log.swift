import GRDB

/// Something that was done to the register.
package struct LogEntry: Hashable, Sendable {
  /// `read`, `decide`, `carry`, `settle`, `relate` or `undo`.
  package let kind: String
  /// Who did it; nil for a reading that nobody is named for.
  package let by: String?
  package let note: String?
  /// When: ISO 8601, UTC.
  package let recorded: String
  /// What it was about: the location that was read; nil for actions.
  package let location: String?
  /// How many of what: `accepted`, `settled`, `same`; of a reading its `statements`.
  package let counts: [String: Int]
  /// Whether a later action undid it.
  package let isUndone: Bool
}

extension Register {
  /// What was done to the register, last first.
  /// - Parameters:
  ///   - day: only from this day on: ISO 8601, as in `2024-03-01`.
  ///   - limit: how many entries are given; nil for all.
  package func log(
    since day: String? = nil, limit: Int? = nil
  ) async throws(RegisterError) -> [LogEntry] {
    try await read { db in
      let rows = try db.all(
        """
        SELECT 'read' AS kind, reading_author.author AS taken_by, NULL AS note, recorded, location,
          key, 0 AS is_action, 0 AS is_undone
        FROM reading
        LEFT JOIN reading_author ON reading_author.reading = reading.key
        WHERE \(day) IS NULL OR recorded >= \(day)
        UNION ALL
        SELECT kind, taken_by, note, recorded, NULL, key, 1,
          EXISTS (SELECT 1 FROM action AS undoing WHERE undoing.undoes = action.key)
        FROM action
        WHERE \(day) IS NULL OR recorded >= \(day)
        ORDER BY recorded DESC, is_action DESC, key DESC
        LIMIT \(limit ?? -1)
        """
      ) { row in
        (
          kind: try row.text(), by: try row.optionalText(), note: try row.optionalText(),
          recorded: try row.text(), location: try row.optionalText(), key: try row.integer(),
          isAction: try row.flag(), isUndone: try row.flag()
        )
      }
      return try rows.map { row in
        LogEntry(
          kind: row.kind, by: row.by, note: row.note, recorded: row.recorded,
          location: row.location,
          counts: try row.isAction
            ? Self.counts(ofAction: row.key, db) : Self.counts(ofReading: row.key, db),
          isUndone: row.isUndone)
      }
    }
  }

  private static func counts(ofReading key: Int64, _ db: Database) throws -> [String: Int] {
    let count = try db.first("SELECT COUNT(*) FROM reading_statement WHERE reading = \(key)") {
      try $0.int()
    }
    return ["statements": count ?? 0]
  }

  static func counts(ofAction key: Int64, _ db: Database) throws -> [String: Int] {
    let rows = try db.all(
      """
      SELECT word, COUNT(*)
      FROM (
        SELECT verdict AS word FROM decision WHERE action = \(key)
        UNION ALL
        SELECT 'settled' FROM settlement WHERE action = \(key)
        UNION ALL
        SELECT relation FROM identity WHERE action = \(key))
      GROUP BY word
      """
    ) { (try $0.text(), try $0.int()) }
    return Dictionary(rows, uniquingKeysWith: +)
  }
}
