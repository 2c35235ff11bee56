import Chronology
import Keeping
import Statements
import Testing

/// A file that one version of the program read as one text and the next as another.
@Suite struct `A file that is read otherwise than before` {
  private static let file = DocumentID(rawValue: String(repeating: "ab", count: 32))
  private static let first = """
    Valley Observer Mission (VOM) was opened in 2001. It was closed in 2004. It had 120 officers.
    """
  private static let second = """
    Observers

    Valley Observer Mission (VOM) was opened in 2001. It was closed in 2004.

    It had 125 officers.
    """

  private func proposals(
    _ text: String, clauses: [(Property, String)], asOf: Day? = nil
  ) throws -> Proposals {
    let document = Document(
      id: Self.file, text: text, source: Source(location: "vom.pdf", asOf: asOf),
      places: .sections([]))
    func passage(_ quote: String) throws -> Passage {
      let range = try #require(Array(text.utf8).firstRange(of: Array(quote.utf8)))
      return try #require(Passage(of: document, bytes: range))
    }
    let id = MissionID(rawValue: "vom@\(document.id.short)")
    return Proposals(
      document: document,
      missions: [
        Mission(
          id: id, name: "Valley Observer Mission", acronym: "VOM", aliases: [], kind: .mission,
          passage: try passage("Valley Observer Mission (VOM)"))
      ],
      statements: try clauses.map { property, quote in
        try #require(
          Statement(
            subject: id, property: property, value: .text(quote), valid: try EDTF("2001"),
            passages: [try passage(quote)], rule: "by hand"))
      })
  }

  private static let clauses: [(Property, String)] = [
    (.launched, "was opened in 2001"), (.closed, "was closed in 2004"), (.event, "120 officers"),
  ]

  private func read(
    _ text: String, _ register: Register, recipe: String, asOf: Day? = nil
  ) async throws -> Addition {
    let known = text == Self.first ? Self.clauses : Array(Self.clauses.prefix(2))
    return try await register.add(
      try proposals(text, clauses: known, asOf: asOf),
      original: Original(format: "pdf", bytes: [1, 2, 3]), recipe: recipe, recorded: recorded)
  }

  private func decide(_ register: Register) async throws {
    let (items, _) = try await register.reviewables(matching: ReviewFilter())
    for item in items where item.statement.property != .launched {
      try await register.add(
        Decision(
          statement: item.id, verdict: item.statement.property == .closed ? .accepted : .rejected,
          by: "A. Reader", note: "seen", recorded: recorded))
    }
  }

  @Test func `has an edition with the decisions whose words still stand`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let asOf = try Day(2005, 1, 1)
    let before = try await read(Self.first, register, recipe: "1", asOf: asOf)
    #expect(before.isNewDocument && !before.isNewEdition && before.missions == 1)
    try await decide(register)

    let after = try await read(Self.second, register, recipe: "2")
    #expect(!after.isNewDocument && after.isNewEdition && !after.isNothing && after.missions == 0)
    #expect(after.carriedDecisions == 1 && after.droppedDecisions == 1)
    #expect(after.document != Self.file)

    // One account, with the id that it had, from the text that counts.
    let accounts = try await register.accounts(named: "VOM")
    #expect(accounts.map(\.mission.id.rawValue) == ["vom@abababab"])
    let account = try #require(accounts.first)
    #expect(account.document.text == Self.second && account.document.source.asOf == asOf)
    #expect(account.document.places == .sections([]))
    for passage in account.statements.flatMap(\.passages) + [account.mission.passage] {
      #expect(account.document.text(of: passage.bytes) == passage.quote)
    }
    let (items, count) = try await register.reviewables(matching: ReviewFilter(state: .all))
    #expect(count == 2)
    #expect(
      items.map { $0.decision?.verdict } == [nil, .accepted])
    let dropped = try await register.droppedDecisions()
    #expect(dropped.map(\.statement.passages[0].quote) == ["120 officers"])
    #expect(dropped.map(\.reason) == ["its passage is gone"])
  }

  @Test func `is one document, found by its bytes, with its file`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    _ = try await read(Self.first, register, recipe: "1")
    let after = try await read(Self.second, register, recipe: "2")
    #expect(try await register.documents().map(\.id) == [after.document])
    #expect(try await register.document(Self.file)?.text == Self.second)
    #expect(
      try await register.document(DocumentID(rawValue: after.document.short))?.text == Self.second)
    #expect(try await register.original(of: after.document)?.bytes == [1, 2, 3])
    #expect(try await register.original(of: Self.file)?.bytes == [1, 2, 3])
    #expect(try await register.known(Self.file, recipe: "1") == nil)
    #expect(try await register.known(Self.file, recipe: "2")?.document.text == Self.second)
    #expect(
      try await register.recipes(of: "").filter { $0.name == "2" }.map(\.document) == [Self.file])
    #expect(try await register.search("officers").isEmpty)
    #expect(try await register.search("closed").count == 1)
    let answers = try await register.answers(to: Question(on: Day(2001, 6, 1)))
    #expect(answers.count == 1)
    // The same once more adds nothing.
    let counts = try shelf.counts()
    #expect(try await read(Self.second, register, recipe: "2").isNothing)
    #expect(try shelf.counts() == counts)
  }

  @Test func `goes back to the edition of a program that reads as before`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    _ = try await read(Self.first, register, recipe: "1")
    _ = try await read(Self.second, register, recipe: "2")
    try await decide(register)
    let back = try await read(Self.first, register, recipe: "1")
    #expect(back.isNewEdition && back.document == Self.file && back.carriedDecisions == 1)
    let account = try #require(try await register.accounts(named: "VOM").first)
    #expect(account.document.text == Self.first && account.statements.count == 3)
    #expect(try await register.documents().map(\.id) == [Self.file])
    let documents = try shelf.counts()["document"]
    _ = try await read(Self.second, register, recipe: "3")
    #expect(try shelf.counts()["document"] == documents)
    #expect(try await register.accounts(named: "VOM").first?.document.text == Self.second)
  }
}
