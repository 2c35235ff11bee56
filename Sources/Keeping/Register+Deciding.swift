import GRDB
package import Statements

extension Register {
  /// Keeps a person's decision. The last decision on a statement holds.
  ///
  /// - Throws: `.refused` where the register has no such statement, or an amendment quotes what its
  ///   document does not say or is about a mission that the document does not have.
  package func add(_ decision: Decision) async throws(RegisterError) {
    try await decide(
      [decision.statement: decision.verdict],
      Act(by: decision.by, note: decision.note, recorded: decision.recorded))
  }

  /// Keeps decisions on several statements as one action: all of them or none.
  ///
  /// - Throws: as `add` does.
  package func decide(
    _ verdicts: [StatementID: Decision.Verdict], _ act: Act
  ) async throws(RegisterError) {
    guard !verdicts.isEmpty else { return }
    try await write { db in try Self.decide(verdicts, act, db) }
  }

  static func decide(
    _ verdicts: [StatementID: Decision.Verdict], _ act: Act, _ db: Database
  ) throws {
    let action = try act.insert(.decide, db)
    var documents: Set<Int64> = []
    for (id, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
      let statement = try db.first(
        """
        SELECT statement.key, statement.document
        FROM statement
        WHERE statement.id = \(id.rawValue)
        """
      ) { (key: try $0.integer(), document: try $0.integer()) }
      guard let statement else { throw Refusal("there is no statement \(id.rawValue)") }
      try DecisionWriter(db: db, action: action, document: statement.document)
        .insert(
          Decision(
            statement: id, verdict: verdict, by: act.by, note: act.note, recorded: act.recorded),
          on: statement.key)
      documents.insert(statement.document)
    }
    for document in documents.sorted() { try DerivedIndex.refresh(document: document, db) }
  }

  /// The decisions on a document's statements, in the order in which they were recorded, without
  /// those that were undone.
  package func decisions(on document: DocumentID) async throws(RegisterError) -> [Decision] {
    try await read { db in
      let keys = try db.all(
        """
        SELECT decision.key
        FROM decision
        JOIN statement ON statement.key = decision.statement
        JOIN document ON document.key = statement.document
        WHERE document.id = \(document.rawValue)
          AND NOT EXISTS (SELECT 1 FROM action WHERE action.undoes = decision.action)
        ORDER BY decision.key
        """
      ) { try $0.integer() }
      let accounts = AccountReader(db)
      return try keys.map { try accounts.decision(key: $0, in: document) }
    }
  }
}

extension AccountReader {
  /// A decision by its key, whether it counts or not.
  func decision(key: Int64, in document: DocumentID) throws -> Decision {
    let row = try db.first(
      """
      SELECT statement.id, decision.verdict, decision.replacement, decision.decided_by,
        decision.note, decision.recorded
      FROM decision
      JOIN statement ON statement.key = decision.statement
      WHERE decision.key = \(key)
      """
    ) { row in
      (
        id: StatementID(rawValue: try row.text()), verdict: try row.text(),
        replacement: try row.optionalInteger(), by: try row.text(),
        note: try row.optionalText(), recorded: try row.text()
      )
    }
    guard let row else { throw Damage("no decision \(key)") }
    let verdict: Decision.Verdict
    switch (row.verdict, row.replacement) {
    case ("accepted", nil): verdict = .accepted
    case ("rejected", nil): verdict = .rejected
    case ("amended", let key?): verdict = .amended(to: try statement(key: key, in: document))
    default: throw Damage("verdict “\(row.verdict)”")
    }
    return Decision(
      statement: row.id, verdict: verdict, by: row.by, note: row.note, recorded: row.recorded)
  }
}

/// Keeps decisions on statements of one document, inside a transaction.
struct DecisionWriter {
  let db: Database
  let action: Int64
  /// The document's key.
  let document: Int64

  func insert(_ decision: Decision, on statement: Int64) throws {
    var replacement: Int64?
    if case .amended(let amended) = decision.verdict {
      replacement = try keep(amended, recorded: decision.recorded)
    }
    try db.run(
      """
      INSERT INTO decision
        (statement, verdict, replacement, decided_by, note, recorded, action)
      VALUES
        (\(statement), \(decision.verdict.word), \(replacement), \(decision.by),
         \(decision.note), \(decision.recorded), \(action))
      """)
  }

  private func keep(_ statement: Statements.Statement, recorded: String) throws -> Int64 {
    let reading = try db.first("SELECT MAX(key) FROM reading WHERE document = \(document)") {
      try $0.integer()
    }
    guard let reading else { throw Damage("document \(document) was never read") }
    var accounts = AccountReader(db)
    try CheckedProposals.check(statement, in: accounts.document(reading: reading))
    let subject = statement.subject.rawValue
    let isKnown = try db.first(
      "SELECT 1 FROM mission WHERE reading = \(reading) AND id = \(subject)"
    ) { try $0.integer() }
    guard isKnown != nil else { throw Refusal("the document has no mission \(subject)") }
    return try StatementWriter(db: db, document: document, recorded: recorded)
      .insert(statement).key
  }
}
