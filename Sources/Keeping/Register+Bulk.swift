import GRDB
package import Statements

/// What one verdict on all that a filter lets through would decide, before anything is done.
package struct Bulk: Hashable, Sendable {
  /// How many statements would be decided on.
  package let count: Int
  /// How many the filter lets through besides, which have the verdict already.
  package let already: Int
  /// How many of each property would be decided on.
  package let properties: [Property: Int]
  /// The first of them.
  package let samples: [Reviewable]
  /// A name for what would be decided on, each with the decision that holds: it is another when
  /// one more is read, or one of them is decided meanwhile.
  package let seal: String
}

/// What came of a decision that was to hold only while the register was as somebody had seen it.
package enum SealedOutcome: Hashable, Sendable {
  /// So many statements were decided on.
  case done(Int)
  /// The register is not as it was seen; nothing was done.
  case changed
}

extension Register {
  /// What a verdict on all that a filter lets through would decide.
  /// - Parameters:
  ///   - verdict: accepted or rejected.
  ///   - limit: how many samples are given.
  package func bulk(
    _ verdict: Decision.Verdict, matching filter: ReviewFilter, samples limit: Int
  ) async throws(RegisterError) -> Bulk {
    try await read { db in
      let (rows, already) = try BulkRow.all(verdict, matching: filter, db)
      let keys = Set(rows.prefix(limit).map(\.statement))
      // Those that have the verdict already are passed over.
      let shown = try ReviewRow.some(matching: filter, limit: limit + already, db)
        .filter { keys.contains($0.statement) }
      return Bulk(
        count: rows.count, already: already,
        properties: Dictionary(rows.map { ($0.property, 1) }, uniquingKeysWith: +),
        samples: try Self.reviewables(shown[...], db), seal: BulkRow.seal(rows))
    }
  }

  /// Gives all that a filter lets through a verdict, as one action, if they are those that were
  /// seen.
  /// - Parameter seal: what `bulk` said.
  package func decide(
    _ verdict: Decision.Verdict, matching filter: ReviewFilter, sealed seal: String, _ act: Act
  ) async throws(RegisterError) -> SealedOutcome {
    try await write { db in
      let (rows, _) = try BulkRow.all(verdict, matching: filter, db)
      guard BulkRow.seal(rows) == seal else { return .changed }
      guard !rows.isEmpty else { return .done(0) }
      let verdicts = rows.map { (StatementID(rawValue: $0.id), verdict) }
      try Self.decide(Dictionary(verdicts) { $1 }, act, db)
      return .done(rows.count)
    }
  }

  /// Decides on one statement if what holds of it is what somebody saw.
  /// - Parameter state: `open` or the word of a verdict.
  /// - Throws: as `decide` does.
  package func decide(
    _ verdict: Decision.Verdict, on id: StatementID, seenAs state: String, _ act: Act
  ) async throws(RegisterError) -> SealedOutcome {
    try await write { db in
      let row = try ReviewRow.all(withPrefix: id.rawValue, db).first
      guard let row else { throw Refusal("there is no statement \(id.rawValue)") }
      let word = try row.decision.flatMap { key in
        try db.first("SELECT verdict FROM decision WHERE key = \(key)") { try $0.text() }
      }
      guard word ?? "open" == state else { return .changed }
      try Self.decide([id: verdict], act, db)
      return .done(1)
    }
  }
}

/// A statement that a verdict on many would decide on.
private struct BulkRow {
  let statement: Int64
  let id: String
  let property: Property
  /// The key of the decision that holds; nil while there is none.
  let decision: Int64?

  /// Those that do not have the verdict yet, in the order of a review, and how many have it.
  static func all(
    _ verdict: Decision.Verdict, matching filter: ReviewFilter, _ db: Database
  ) throws -> (rows: [BulkRow], already: Int) {
    let rows = try db.all(
      """
      SELECT statement.key, statement.id, statement.property, decision.key, decision.verdict
      \(ReviewRow.tables(of: filter, .now))
      ORDER BY \(ReviewDirection.onward.order)
      """
    ) { row in
      let bulk = BulkRow(
        statement: try row.integer(), id: try row.text(),
        property: Property(rawValue: try row.text()), decision: try row.optionalInteger())
      return (bulk, try row.optionalText())
    }
    let open = rows.filter { $0.1 != verdict.word }.map(\.0)
    return (open, rows.count - open.count)
  }

  static func seal(_ rows: [BulkRow]) -> String {
    let text = rows.map { "\($0.statement):\($0.decision ?? 0)" }.sorted().joined(separator: " ")
    return String((Digest.sha256(Array(text.utf8)) ?? text).prefix(32))
  }
}
