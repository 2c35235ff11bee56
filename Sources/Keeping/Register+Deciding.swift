import GRDB
package import Statements

extension Register {
  /// Keeps a person's decision. The last decision on a statement holds.
  ///
  /// - Throws: `.refused` where the register has no such statement, or an amendment quotes what its
  ///   document does not say or is about a mission that the document does not have.
  package func add(_ decision: Decision) async throws(RegisterError) {
    try await write { db in
      let statement = try db.first(
        """
        SELECT statement.key, statement.document
        FROM statement
        WHERE statement.id = \(decision.statement.rawValue)
        """
      ) { (key: try $0.integer(), document: try $0.integer()) }
      guard let statement else {
        throw Refusal("there is no statement \(decision.statement.rawValue)")
      }
      var replacement: Int64?
      if case .amended(let amended) = decision.verdict {
        replacement = try Self.keep(
          amended, document: statement.document, recorded: decision.recorded, db)
      }
      try db.run(
        """
        INSERT INTO decision (statement, verdict, replacement, decided_by, note, recorded)
        VALUES
          (\(statement.key), \(decision.verdict.word), \(replacement), \(decision.by),
           \(decision.note), \(decision.recorded))
        """)
      try DerivedIndex.refresh(document: statement.document, db)
    }
  }

  private static func keep(
    _ statement: Statements.Statement, document: Int64, recorded: String, _ db: Database
  ) throws -> Int64 {
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

  /// The decisions on a document's statements, in the order in which they were recorded.
  package func decisions(on document: DocumentID) async throws(RegisterError) -> [Decision] {
    try await read { db in
      let rows = try db.all(
        """
        SELECT statement.id, decision.verdict, decision.replacement, decision.decided_by,
          decision.note, decision.recorded
        FROM decision
        JOIN statement ON statement.key = decision.statement
        JOIN document ON document.key = statement.document
        WHERE document.id = \(document.rawValue)
        ORDER BY decision.key
        """
      ) { row in
        (
          id: StatementID(rawValue: try row.text()), verdict: try row.text(),
          replacement: try row.optionalInteger(), by: try row.text(),
          note: try row.optionalText(), recorded: try row.text()
        )
      }
      let accounts = AccountReader(db)
      return try rows.map { row in
        let verdict: Decision.Verdict
        switch (row.verdict, row.replacement) {
        case ("accepted", nil): verdict = .accepted
        case ("rejected", nil): verdict = .rejected
        case ("amended", let key?):
          verdict = .amended(to: try accounts.statement(key: key, in: document))
        default: throw Damage("verdict “\(row.verdict)”")
        }
        return Decision(
          statement: row.id, verdict: verdict, by: row.by, note: row.note, recorded: row.recorded)
      }
    }
  }
}

extension Decision.Verdict {
  fileprivate var word: String {
    switch self {
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .amended: "amended"
    }
  }
}
