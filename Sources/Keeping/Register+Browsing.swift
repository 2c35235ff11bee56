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
      let counts = try db.first(
        """
        SELECT (SELECT COUNT(*) FROM period), (SELECT COUNT(*) FROM document),
          COUNT(*), COUNT(*) FILTER (WHERE NOT EXISTS (
            SELECT 1 FROM decision
            WHERE decision.statement = reading_statement.statement
              AND NOT EXISTS (SELECT 1 FROM action WHERE action.undoes = decision.action)))
        FROM reading_statement
        WHERE reading IN (SELECT MAX(key) FROM reading GROUP BY document)
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

  /// Documents without their texts, those that came last first.
  /// - Parameters:
  ///   - document: the one after which the list goes on; nil for its begin.
  package func shelf(
    after document: DocumentID? = nil, limit: Int
  ) async throws(RegisterError) -> [Shelved] {
    try await read { db in
      try db.all(
        """
        SELECT document.id,
          (SELECT COUNT(*) FROM mission WHERE mission.reading = reading.key),
          reading.location, reading.title, reading.publisher, reading.published, reading.as_of,
          reading.author, reading.modified
        FROM document
        JOIN reading ON reading.key = (SELECT MAX(key) FROM reading WHERE document = document.key)
        WHERE \(document?.rawValue) IS NULL
          OR document.key < (SELECT key FROM document WHERE id = \(document?.rawValue))
        ORDER BY document.key DESC
        LIMIT \(limit)
        """
      ) { row in
        let id = DocumentID(rawValue: try row.text())
        let missions = try row.int()
        return Shelved(id: id, source: try row.source(), missions: missions)
      }
    }
  }

  /// The missions of a document's last reading, in document order.
  package func missions(in document: DocumentID) async throws(RegisterError) -> [Mission] {
    try await read { db in
      let keys = try db.all(
        """
        SELECT period.mission
        FROM period
        JOIN document ON document.key = period.document
        WHERE document.id = \(document.rawValue)
        ORDER BY period.mission
        """
      ) { try $0.integer() }
      let accounts = AccountReader(db)
      return try keys.map { try accounts.mission(key: $0, in: document) }
    }
  }
}

extension Register {
  /// What a document says about one of its missions; nil where its last reading does not have it.
  package func account(of mission: MissionID) async throws(RegisterError) -> Account? {
    try await read { db in
      let key = try db.first(
        """
        SELECT period.mission
        FROM mission
        JOIN period ON period.mission = mission.key
        WHERE mission.id = \(mission.rawValue)
        """
      ) { try $0.integer() }
      var accounts = AccountReader(db)
      return try key.map { try accounts.account(ofMission: $0) }
    }
  }
}
