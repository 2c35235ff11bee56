package import Chronology
import GRDB
package import Statements

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
  package func counts() async throws(RegisterError) -> RegisterCounts {
    try await read { db in
      let counts = try db.first(
        """
        SELECT (SELECT COUNT(*) FROM period), (SELECT COUNT(*) FROM document),
          COALESCE(SUM(statements) FILTER (WHERE is_proposed), 0),
          COALESCE(SUM(statements) FILTER (WHERE is_proposed AND verdict = ''), 0)
        FROM \(try ReviewTally.source(db))
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
