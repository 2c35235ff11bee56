import Chronology
import Foundation
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `A register of an older form` {
  /// A register as an earlier version left it; `Registers` holds one text for each form.
  private func shelf(form: Int) async throws -> Shelf {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sql = try String(
      contentsOf: folder.appendingPathComponent("Registers/form-\(form).sql"), encoding: .utf8)
    let shelf = try Shelf()
    let raw = try shelf.raw()
    try await raw.write { try $0.execute(sql: sql) }
    try raw.close()
    return shelf
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func `is brought up to date with all it holds`(form: Int) async throws {
    let shelf = try await shelf(form: form)
    let register = try await Register.openOrCreate(shelf.path)
    let account = try #require(try await register.accounts(named: "VOM").first)
    #expect(account.statements.count == 4 && account.document.name == "Observers in the Valley")
    #expect(account.document.source.asOf == (try Day(2004, 12, 31)))
    #expect(account.mission.passage.quote == "Valley Observer Mission (VOM)")
    let answers = try await register.answers(to: Question(on: Day(2003, 1, 1)))
    #expect(answers.map(\.account.id) == [account.id])

    // Its document's text is the key to every passage: each must still stand where it stood.
    for passage in account.statements.flatMap(\.passages) {
      #expect(account.document.text(of: passage.bytes) == passage.quote)
    }
    let added = try await register.add(iraqDraft().proposals, recorded: recorded)
    #expect(added.missions == 2)
  }

  /// Of the newest form: older ones are brought up to date before they are asked.
  @Test(arguments: [8])
  func `answers before its indexes are made again, and searches after`(form: Int) async throws {
    let shelf = try await shelf(form: form)
    let reader = try await Register.open(shelf.path)
    let question = Question(on: try Day(2003, 1, 1))
    #expect(try await reader.answers(to: question).count == 1)
    #expect(try await reader.search("lodz").isEmpty)
    let register = try await Register.openOrCreate(shelf.path)
    #expect(try await register.search("lodz").map(\.line) == [7])
    #expect(try await register.search("valley observer").count == 1)
    #expect(try await register.answers(to: question).count == 1)
  }

  @Test func `keeps the ids of statements from version to version`() async throws {
    let shelf = try await shelf(form: 1)
    let register = try await Register.openOrCreate(shelf.path)
    let account = try #require(try await register.accounts(named: "VOM").first)
    #expect(
      account.statements.compactMap { StatementID(of: $0)?.rawValue.prefix(8) }.sorted()
        == ["3c61110a", "7f959a38", "a647d421", "cc5ed7b3"])
  }

  @Test func `of form 2 knows pages, originals, and what failed`() async throws {
    let shelf = try await shelf(form: 2)
    let register = try await Register.openOrCreate(shelf.path)
    let account = try #require(try await register.accounts(named: "VOM").first)
    let document = account.document
    #expect(document.source.author == "A. Observer")
    #expect(document.source.modified?.description == "2004-12-30")
    let closed = try #require(account.statements.first { $0.property == .closed })
    let path = ["Observers in the Valley", "2001 to 2004", "Valley Observer Mission (VOM)"]
    #expect(document.place(of: closed.passages[0]) == .section(path))
    let original = try #require(try await register.original(of: document.id))
    #expect(original.format == "html" && original.bytes?.starts(with: "<h1>".utf8) == true)
    #expect(try await register.failedPaths() == ["Dossiers/broken.pdf"])
    #expect(try await register.known(document.id, recipe: "1-2-3 html ")?.statements == 4)
    #expect(try await register.known(document.id, recipe: "1-2-4 html ") == nil)
    #expect(try await register.recipes(of: "1-2-3").count == 1)
  }

  @Test func `of form 3 knows what was decided and what was undone`() async throws {
    let shelf = try await shelf(form: 3)
    let register = try await Register.openOrCreate(shelf.path)
    let (items, count) = try await register.reviewables(matching: ReviewFilter(state: .all))
    #expect(count == 4)
    let decided = items.filter { $0.decision != nil }
    #expect(decided.map(\.statement.property) == [.established])
    #expect(decided.first?.decision?.note == "seen in the annex")
  }

  @Test func `of form 7 knows who had a document read, and one of form 6 that nobody did by name`()
    async throws
  {
    for (form, author) in [(6, nil), (7, "A. Reader")] {
      let shelf = try await shelf(form: form)
      let register = try await Register.openOrCreate(shelf.path)
      #expect(try await register.log().last { $0.kind == "read" }?.by == author)
    }
  }

  /// A released migration is never edited: what the migrations make is what the newest form has.
  @Test func `of form 8 has the schema that a new register begins with`() async throws {
    func schema(_ shelf: Shelf) async throws -> [String] {
      try await shelf.raw().read { db in
        try String.fetchAll(
          db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
      }
    }
    let new = try Shelf()
    try await Register.openOrCreate(new.path).close()
    let old = try await shelf(form: 8)
    #expect(try await schema(new) == schema(old))
  }
}
