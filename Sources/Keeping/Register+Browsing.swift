package import Chronology
import GRDB
package import Statements

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

/// How much a register holds.
package struct RegisterCounts: Hashable, Sendable {
  package let missions: Int
  package let documents: Int
  /// Statements that the last readings propose.
  package let statements: Int
  /// Those of them that nobody decided on.
  package let open: Int
}

/// A document without its text.
package struct Shelved: Hashable, Sendable, Identifiable {
  package let id: DocumentID
  /// Its place among all documents, in the order in which they came.
  package let order: Int64
  package let source: Source
  /// How many missions its last reading has.
  package let missions: Int
}

extension Register {
  package func state() async throws(RegisterError) -> RegisterState {
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

  package func counts() async throws(RegisterError) -> RegisterCounts {
    try await read { db in
      // What is superseded or decided is little beside what is proposed, which SQLite counts without
      // reading it.
      let counts = try db.first(
        """
        WITH superseded AS (
          SELECT key FROM reading EXCEPT SELECT MAX(key) FROM reading GROUP BY document),
        proposed AS (
          SELECT (SELECT COUNT(*) FROM reading_statement)
            - (SELECT COUNT(*) FROM reading_statement WHERE reading IN superseded) AS number)
        SELECT (SELECT COUNT(*) FROM period), (SELECT COUNT(*) FROM document), proposed.number,
          proposed.number - (
            SELECT COUNT(*)
            FROM (SELECT DISTINCT statement FROM decision
              WHERE NOT \(Moment.now.isUndone("decision.action"))) AS decided
            JOIN statement ON statement.key = decided.statement
            JOIN reading_statement
              ON reading_statement.reading = \(Moment.now.reading(of: "statement.document"))
              AND reading_statement.statement = statement.key)
        FROM proposed
        """
      ) { row in
        RegisterCounts(
          missions: try row.int(), documents: try row.int(), statements: try row.int(),
          open: try row.int())
      }
      guard let counts else { throw Damage("no counts") }
      return counts
    }
  }

  package func documentCount() async throws(RegisterError) -> Int {
    try await read { db in try db.first("SELECT COUNT(*) FROM document") { try $0.int() } ?? 0 }
  }

  /// Documents without their texts, those that came last first.
  /// - Parameters:
  ///   - order: the place of the document after which the list goes on.
  package func shelf(
    after order: Int64 = .max, limit: Int
  ) async throws(RegisterError) -> [Shelved] {
    try await read { db in
      try db.all(
        """
        SELECT document.id, document.key,
          (SELECT COUNT(*) FROM mission WHERE mission.reading = reading.key),
          reading.location, reading.title, reading.publisher, reading.published, reading.as_of,
          reading.author, reading.modified
        FROM document
        JOIN reading ON reading.key = (SELECT MAX(key) FROM reading WHERE document = document.key)
        WHERE document.key < \(order)
        ORDER BY document.key DESC
        LIMIT \(limit)
        """
      ) { row in
        let id = DocumentID(rawValue: try row.text())
        let order = try row.integer()
        let missions = try row.int()
        return Shelved(id: id, order: order, source: try row.source(), missions: missions)
      }
    }
  }

  /// The missions of a document's last reading, in document order.
  package func missions(in document: DocumentID) async throws(RegisterError) -> [Mission] {
    try await read { db in
      let keys = try db.all(
        """
        SELECT mission.key
        FROM document
        JOIN mission ON mission.reading = \(Moment.now.reading(of: "document.key"))
        WHERE document.id = \(document.rawValue)
        ORDER BY mission.key
        """
      ) { try $0.integer() }
      let accounts = AccountReader(db)
      return try keys.map { try accounts.mission(key: $0, in: document) }
    }
  }
}

extension Register {
  /// What the documents say about a mission and all that people decided are one with it; nil where no
  /// document's last reading has it.
  package func account(of mission: MissionID) async throws(RegisterError) -> Account? {
    try await read { db in
      var reader = try MergedReader(db)
      return try reader.keys(of: [mission]).first.map { try reader.account(ofMission: $0) }
    }
  }
}

extension Register {
  /// The first and the last day that bound a period; nil where nothing is dated.
  package func extent() async throws(RegisterError) -> (first: Day, last: Day)? {
    try await read { db in
      let extent = try db.first(
        """
        SELECT
          (SELECT MIN(begin_earliest) FROM period WHERE begin_earliest > \(Int64.min)),
          MAX(
            (SELECT MAX(end_latest) FROM period WHERE end_latest < \(Int64.max)),
            (SELECT MAX(begin_latest) FROM period WHERE begin_latest < \(Int64.max)))
        """
      ) { (try $0.optionalInteger(), try $0.optionalInteger()) }
      guard let extent, let first = extent.0, let last = extent.1 else { return nil }
      return (Day(number: first), Day(number: last))
    }
  }
}
