import Chronology
import Foundation
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `A register` {
  @Test func `gives back what was kept, every kind of value included`() async throws {
    let shelf = try Shelf()
    let draft = try iraqDraft(asOf: Day(2022, 6, 1))
    let added = try await Register.openOrCreate(shelf.path).add(draft.proposals, recorded: recorded)
    #expect(added.isNewDocument && added.missions == 2 && added.statements == 9)
    #expect(added.passages == 10)

    let register = try await Register.open(shelf.path)
    let documents = try await register.documents()
    #expect(documents == [draft.document])
    let accounts = try await register.accounts()
    #expect(accounts.map(\.mission) == draft.missions)
    for account in accounts {
      let kept = draft.statements.filter { $0.subject == account.id }
      #expect(Set(account.statements) == Set(kept))
      let places = account.statements.map { $0.passages[0].bytes.lowerBound }
      #expect(places == places.sorted())
      #expect(
        account
          == Account(
            mission: account.mission, document: draft.document, statements: account.statements))
    }
    let doubts = try await register.doubts(in: draft.document.id)
    #expect(doubts == draft.doubts)
  }

  @Test func `keeps text byte for byte, be it no Swift line end or a NUL`() async throws {
    let shelf = try Shelf()
    var draft = try Draft("\u{FEFF}NTM-I\r\nZu\u{308}rich\u{0}Ａ")
    try draft.add(mission: "NTM-I")
    let register = try await Register.openOrCreate(shelf.path)
    try await register.add(draft.proposals, recorded: recorded)
    let text = try await register.documents().first?.text
    #expect(text.map { Array($0.utf8) } == Array(draft.document.text.utf8))
  }

  @Test func `gains nothing from the same document read twice, or a copy of it`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    let before = try shelf.counts()
    let again = try await register.add(draft.proposals, recorded: "2025-01-01T00:00:00Z")
    #expect(again.isNothing)
    let copy = Proposals(
      document: Document(
        id: draft.document.id, text: draft.document.text, source: Source(location: "copy.txt")),
      missions: draft.missions, statements: draft.statements, doubts: draft.doubts)
    #expect(try await register.add(copy, recorded: recorded).isNothing)
    #expect(try shelf.counts() == before)
  }

  @Test func `learns the day up to which a source speaks, and does not forget it`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let question = Question(on: try Day(2022, 1, 1))
    try await register.add(iraqDraft().proposals, recorded: recorded)
    #expect(try await register.answers(to: question).map(\.truth) == [.possibly])
    let dated = try await register.add(
      iraqDraft(asOf: Day(2022, 6, 1)).proposals, recorded: recorded)
    #expect(dated.changesSource && dated.statements == 0 && !dated.isNothing)
    #expect(try await register.answers(to: question).map(\.truth) == [.certainly])
    #expect(try await register.add(iraqDraft().proposals, recorded: recorded).isNothing)
    #expect(try await register.answers(to: question).map(\.truth) == [.certainly])
  }

  @Test func `counts what the last reading of a document proposes`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    // A better reader no longer takes the follow-on for one, and finds the mission's first place.
    let better = Proposals(
      document: draft.document, missions: draft.missions,
      statements: draft.statements.filter { $0.property != .followOn })
    let added = try await register.add(better, recorded: recorded)
    #expect(added.statements == 0 && added.missions == 0)
    let account = try #require(try await register.accounts(named: "NTM-I").first)
    #expect(account.statements.count == 6)
    #expect(!account.statements.contains { $0.property == .followOn })
    #expect(try shelf.counts()["statement"] == 9)
    #expect(try await register.accounts().count == 2)
  }

  @Test func `finds a document by the first digits of its id`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    #expect(try await register.document(draft.document.id) == draft.document)
    let short = DocumentID(rawValue: draft.document.id.short)
    #expect(try await register.document(short) == draft.document)
    for other in ["", "%", "zz", "0123456789abcdef"] {
      #expect(try await register.document(DocumentID(rawValue: other)) == nil)
    }
  }
}

@Suite struct `Kept rows` {
  @Test(arguments: [
    "document", "reading", "passage", "mission", "mission_alias", "statement",
    "statement_passage", "reading_statement", "doubt", "decision", "action",
  ])
  func `are never updated or deleted`(table: String) async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    let statement = try #require(StatementID(of: draft.statements[0]))
    try await register.add(
      Decision(statement: statement, verdict: .accepted, by: "reviewer", recorded: recorded))
    let before = try shelf.counts()
    let raw = try shelf.raw()
    let column = try await raw.read { db in try #require(try db.columns(in: table).first?.name) }
    for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
      let error = await #expect(throws: DatabaseError.self) {
        try await raw.write { try $0.execute(sql: sql) }
      }
      #expect(error?.message?.contains("append-only") == true)
    }
    #expect(try shelf.counts() == before)
  }

  @Test func `stay away altogether where an addition fails half-way`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let before = try shelf.counts()
    try await shelf.raw().write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER broken BEFORE INSERT ON doubt
          BEGIN SELECT RAISE (ABORT, 'out of luck'); END
          """)
    }
    let draft = try iraqDraft()
    let error = await #expect(throws: RegisterError.self) {
      try await register.add(draft.proposals, recorded: recorded)
    }
    #expect(error?.reason == .failed && error?.detail == "out of luck")
    #expect(try shelf.counts() == before)
    #expect(try await register.search("officers").isEmpty)
    try await shelf.raw().write { try $0.execute(sql: "DROP TRIGGER broken") }
    try await register.add(draft.proposals, recorded: recorded)
    #expect(try await register.accounts().count == 2)
  }

  @Test func `are refused where the quote or the mission is not what was proposed`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    let orphan = Proposals(
      document: draft.document, missions: [draft.missions[0]], statements: draft.statements)
    let other = try Draft("NTM-I is another text altogether, of much the same length as the first.")
    let misquoted = Proposals(
      document: other.document, missions: [], statements: [], doubts: draft.doubts)
    for proposals in [orphan, misquoted] {
      let error = await #expect(throws: RegisterError.self) {
        try await register.add(proposals, recorded: recorded)
      }
      #expect(error?.reason == .refused)
    }
    #expect(try await register.documents().isEmpty)
  }
}

@Suite struct `A decision` {
  private func register(_ shelf: Shelf) async throws -> (Register, Draft) {
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    return (register, draft)
  }

  private func ntmi(_ register: Register) async throws -> Account {
    try #require(try await register.accounts(named: "NTM-I").first)
  }

  @Test func `takes a rejected statement out of the account and of the answers`() async throws {
    let shelf = try Shelf()
    let (register, draft) = try await register(shelf)
    let period = try #require(draft.statements.first { $0.property == .period })
    let id = try #require(StatementID(of: period))
    let question = Question(on: try Day(2008, 1, 1))
    #expect(try await register.answers(to: question).map(\.truth) == [.certainly])
    let decision = Decision(
      statement: id, verdict: .rejected, by: "reviewer", note: "of another mission",
      recorded: recorded)
    try await register.add(decision)
    #expect(try await !ntmi(register).statements.contains(period))
    #expect(try await register.answers(to: question).map(\.truth) == [.possibly])
    #expect(try await register.decisions(on: draft.document.id) == [decision])

    try await register.add(
      Decision(statement: id, verdict: .accepted, by: "reviewer", recorded: recorded))
    #expect(try await ntmi(register).statements.contains(period))
    #expect(try await register.answers(to: question).map(\.truth) == [.certainly])
  }

  @Test func `puts an amended statement in place of the proposed one`() async throws {
    let shelf = try Shelf()
    let (register, draft) = try await register(shelf)
    let period = try #require(draft.statements.first { $0.property == .period })
    let id = try #require(StatementID(of: period))
    let amended = try #require(
      Statement(
        subject: period.subject, property: .period, value: .date(EDTF("2004/2010")),
        passages: period.passages, rule: "amended"))
    let decision = Decision(
      statement: id, verdict: .amended(to: amended), by: "reviewer", recorded: recorded)
    try await register.add(decision)
    let statements = try await ntmi(register).statements
    #expect(statements.contains(amended) && !statements.contains(period))
    #expect(
      try await register.answers(to: Question(on: Day(2011, 6, 1))).filter { $0.truth != .no }
        .isEmpty)
    #expect(try await register.decisions(on: draft.document.id) == [decision])

    // Taking the amendment back takes its statement out again.
    try await register.add(
      Decision(statement: id, verdict: .accepted, by: "reviewer", recorded: recorded))
    let after = try await ntmi(register).statements
    #expect(!after.contains(amended) && after.contains(period))
  }

  @Test func `outlasts a later reading that no longer proposes the statement`() async throws {
    let shelf = try Shelf()
    let (register, draft) = try await register(shelf)
    let followOn = try #require(draft.statements.first { $0.property == .followOn })
    let id = try #require(StatementID(of: followOn))
    try await register.add(
      Decision(statement: id, verdict: .accepted, by: "reviewer", recorded: recorded))
    try await register.add(
      Proposals(
        document: draft.document, missions: draft.missions,
        statements: draft.statements.filter { $0.property != .followOn }),
      recorded: recorded)
    #expect(try await ntmi(register).statements.contains(followOn))
  }

  @Test func `is refused about a statement that is not there or a quote that is wrong`()
    async throws
  {
    let shelf = try Shelf()
    let (register, draft) = try await register(shelf)
    let other = try Draft("Another page, quite another.")
    let misquoting = try #require(
      Statement(
        subject: draft.missions[0].id, property: .place, value: .text("Mars"),
        passages: [other.passage("Another")], rule: "amended"))
    let known = try #require(StatementID(of: draft.statements[0]))
    for decision in [
      Decision(
        statement: StatementID(rawValue: "0"), verdict: .accepted, by: "reviewer",
        recorded: recorded),
      Decision(
        statement: known, verdict: .amended(to: misquoting), by: "reviewer", recorded: recorded),
    ] {
      let error = await #expect(throws: RegisterError.self) { try await register.add(decision) }
      #expect(error?.reason == .refused)
    }
    #expect(try shelf.counts()["decision"] == 0)
  }
}
