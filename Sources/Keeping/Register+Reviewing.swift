import GRDB
package import Statements

/// A statement that a person may decide on, with what is needed to judge it.
package struct Reviewable: Hashable, Sendable, Identifiable {
  package let id: StatementID
  package let statement: Statements.Statement
  /// What the mission is called: its acronym, else its name, else its id.
  package let label: String
  package let document: Document
  /// The decision that holds; nil while there is none.
  package let decision: Decision?
  /// Whether the document's last reading still proposes it.
  package let isProposed: Bool
}

/// A decision that a new edition of its document does not bear out.
package struct DroppedDecision: Hashable, Sendable {
  package let decision: Decision
  /// What was decided on, in the earlier edition.
  package let statement: Statements.Statement
  package let earlier: Document
  /// The edition that came after it.
  package let edition: Document
  /// Why it could not be carried, in words.
  package let reason: String
}

extension Register {
  /// The statements that a filter lets through, by document and then in its order.
  ///
  /// - Parameters:
  ///   - moment: what was recorded later is not known.
  ///   - limit: how many are given; nil for all.
  /// - Returns: the first of them, and how many there are in all.
  package func reviewables(
    matching filter: ReviewFilter = ReviewFilter(), at moment: Moment = .now, limit: Int? = nil
  ) async throws(RegisterError) -> (items: [Reviewable], count: Int) {
    try await read { db in
      let rows = try ReviewRow.all(matching: filter, at: moment, db)
      return (try Self.reviewables(rows.prefix(limit ?? rows.count), db), rows.count)
    }
  }

  /// The statements whose id begins so; none where a prefix is no run of hexadecimal digits.
  package func reviewables(
    withPrefix prefix: String
  ) async throws(RegisterError) -> [Reviewable] {
    guard !prefix.isEmpty, prefix.utf8.allSatisfy(\.isLowerHexadecimal) else { return [] }
    return try await read { db in
      try Self.reviewables(try ReviewRow.all(withPrefix: prefix, db)[...], db)
    }
  }

  /// The statements about a mission that its document's last reading proposes or somebody decided
  /// on, in document order.
  package func reviewables(
    about mission: MissionID
  ) async throws(RegisterError) -> [Reviewable] {
    try await read { db in
      try Self.reviewables(try ReviewRow.all(about: mission, db)[...], db)
    }
  }

  /// The same of all statements with a passage that shares a byte with a part of a document.
  package func reviewables(
    in document: DocumentID, bytes: Range<Int>
  ) async throws(RegisterError) -> [Reviewable] {
    try await read { db in
      try Self.reviewables(try ReviewRow.all(in: document, bytes, db)[...], db)
    }
  }

  static func reviewables(
    _ rows: ArraySlice<ReviewRow>, _ db: Database
  ) throws -> [Reviewable] {
    var accounts = AccountReader(db)
    return try rows.map { row in
      let document = try accounts.document(reading: row.reading)
      let statement = try accounts.statement(key: row.statement, in: document.id)
      return Reviewable(
        id: StatementID(rawValue: row.id), statement: statement,
        label: row.label ?? statement.subject.rawValue, document: document,
        decision: try row.decision.map { try accounts.decision(key: $0, in: document.id) },
        isProposed: row.isProposed)
    }
  }

  /// The decisions that could not be carried to a later edition of their document, in the order in
  /// which the editions were read; without those that were undone since.
  /// - Parameter moment: what was recorded later is not known.
  package func droppedDecisions(
    at moment: Moment = .now
  ) async throws(RegisterError) -> [DroppedDecision] {
    try await read { db in
      let rows = try db.all(
        """
        SELECT dropped_decision.reading, dropped_decision.decision, dropped_decision.reason,
          decision.statement, \(moment.reading(of: "statement.document"))
        FROM dropped_decision
        JOIN decision ON decision.key = dropped_decision.decision
        JOIN statement ON statement.key = decision.statement
        JOIN reading ON reading.key = dropped_decision.reading
        WHERE NOT \(moment.isUndone("decision.action")) AND reading.recorded < \(moment.limit)
        ORDER BY dropped_decision.reading, dropped_decision.decision
        """
      ) { row in
        (
          reading: try row.integer(), decision: try row.integer(), reason: try row.text(),
          statement: try row.integer(), earlier: try row.integer()
        )
      }
      var accounts = AccountReader(db)
      return try rows.map { row in
        let earlier = try accounts.document(reading: row.earlier)
        return DroppedDecision(
          decision: try accounts.decision(key: row.decision, in: earlier.id),
          statement: try accounts.statement(key: row.statement, in: earlier.id), earlier: earlier,
          edition: try accounts.document(reading: row.reading), reason: row.reason)
      }
    }
  }
}

/// The keys of what is shown of one statement.
struct ReviewRow {
  let statement: Int64
  let id: String
  let reading: Int64
  let label: String?
  let decision: Int64?
  let isProposed: Bool

  init(_ row: inout Columns) throws {
    statement = try row.integer()
    id = try row.text()
    reading = try row.integer()
    label = try row.optionalText()
    decision = try row.optionalInteger()
    isProposed = try row.flag()
  }

  /// What `init` reads.
  static let columns: Query =
    """
    statement.key, statement.id, reading.key, COALESCE(mission.acronym, mission.name),
      decision.key, reading_statement.statement IS NOT NULL
    """

  /// From a statement and the last reading of its document to what is known of it besides.
  static func joins(_ moment: Moment) -> Query {
    """
    LEFT JOIN reading_statement
      ON reading_statement.reading = reading.key
      AND reading_statement.statement = statement.key
    LEFT JOIN mission ON mission.reading = reading.key AND mission.id = statement.subject
    LEFT JOIN decision ON decision.key = \(moment.decision(on: "statement.key"))
    """
  }

  static func all(withPrefix prefix: String, _ db: Database) throws -> [ReviewRow] {
    // `g` comes after every hexadecimal digit.
    try db.all(
      """
      SELECT \(columns)
      FROM statement
      JOIN reading ON reading.key = \(Moment.now.reading(of: "statement.document"))
      \(joins(.now))
      WHERE statement.id >= \(prefix) AND statement.id < \(prefix + "g")
      ORDER BY statement.id
      """
    ) { try ReviewRow(&$0) }
  }

  static func all(
    matching filter: ReviewFilter, at moment: Moment, _ db: Database
  ) throws -> [ReviewRow] {
    try some(matching: filter, at: moment, limit: -1, db)
  }
}
