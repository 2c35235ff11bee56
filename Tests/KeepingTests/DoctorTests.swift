import Chronology
import Foundation
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `A doctor of registers` {
  private func shelf() async throws -> Shelf {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    for draft in try Periods.drafts().prefix(3) {
      try await register.add(draft.proposals, recorded: recorded)
    }
    try await register.add(iraqDraft().proposals, recorded: recorded)
    try register.close()
    return shelf
  }

  private func verdicts(_ shelf: Shelf) async throws -> [String: String] {
    let examination = try await Register.examine(shelf.path)
    return Dictionary(
      uniqueKeysWithValues: examination.checks.map { ($0.part, $0.verdict.rawValue) })
  }

  private func change(_ shelf: Shelf, _ sql: String) throws {
    let raw = try shelf.raw()
    try raw.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON")
      for trigger in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      { try db.execute(sql: "DROP TRIGGER \(trigger)") }
      try db.execute(sql: sql)
    }
    try raw.close()
  }

  @Test func `finds nothing where nothing is wrong`() async throws {
    let verdicts = try await verdicts(try await shelf())
    #expect(Set(verdicts.values) == ["sound"] && verdicts.count == 7, "\(verdicts)")
  }

  /// What was recorded is wrong: nothing can make it again.
  @Test(arguments: [
    ("UPDATE document SET text = CAST('Other words.' AS BLOB) WHERE key = 2", "documents"),
    ("UPDATE passage SET quote = replace(quote, 'o', 'u') WHERE key = 3", "documents"),
    ("UPDATE statement SET value = 'Iran' WHERE value = 'Iraq'", "statements"),
    ("UPDATE statement SET valid = '2001-99' WHERE key = 3", "statements"),
    ("DELETE FROM statement_passage WHERE statement = 4", "statements"),
    ("DELETE FROM passage WHERE key = 5", "references"),
    ("DELETE FROM reading WHERE key = 1", "references"),
  ])
  func `finds what is lost`(sql: String, part: String) async throws {
    let shelf = try await shelf()
    try change(shelf, sql)
    let verdicts = try await verdicts(shelf)
    #expect(verdicts[part] == "damaged", "\(verdicts)")
  }

  /// What follows from the record is wrong: it is made again.
  @Test(arguments: [
    ("UPDATE period SET end_latest = end_latest + 1 WHERE end_latest < 90000", "indexes"),
    ("DELETE FROM period WHERE mission = 2", "indexes"),
    ("UPDATE period_tally SET begins = begins + 1 WHERE level = 3", "indexes"),
    ("UPDATE period_tally SET last_certain = NULL, last_possible = NULL", "indexes"),
    ("DELETE FROM mission_facet WHERE mission = 1", "indexes"),
    ("DELETE FROM mission_name WHERE mission = 1", "indexes"),
    ("DELETE FROM loose_tree", "indexes"),
    ("INSERT INTO passage_search (passage_search) VALUES ('delete-all')", "words"),
    ("UPDATE search_state SET passage = passage - 1", "words"),
    ("UPDATE index_version SET version = 0", "indexes"),
    ("UPDATE review_tally SET statements = statements + 1", "indexes"),
    ("DELETE FROM review_tally WHERE property = 'period'", "indexes"),
  ])
  func `finds what can be made again, and makes it`(sql: String, part: String) async throws {
    let shelf = try await shelf()
    try change(shelf, sql)
    #expect(try await verdicts(shelf)[part] == "mendable")
    #expect(try await Register.examine(shelf.path).verdict == .mendable)
    try await Register.mend(shelf.path)
    #expect(try await Register.examine(shelf.path).verdict == .sound)
  }

  @Test(arguments: 1...4)
  func `looks at a register of an older form without changing it`(form: Int) async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sql = try String(
      contentsOf: folder.appendingPathComponent("Registers/form-\(form).sql"), encoding: .utf8)
    let shelf = try Shelf()
    // The fixtures say that their text is a page's, and give other bytes for the page.
    let consistent = sql.replacing(/'html', X'[0-9A-Fa-f]+'/, with: "'text', NULL")
    let raw = try shelf.raw()
    try await raw.write { try $0.execute(sql: consistent) }
    try raw.close()
    let examination = try await Register.examine(shelf.path)
    #expect(examination.form == form && examination.verdict == .mendable)
    #expect(!examination.checks.contains { $0.verdict == .damaged }, "\(examination.checks)")
    try await Register.mend(shelf.path)
    #expect(try await Register.examine(shelf.path).verdict == .sound)
  }

  @Test func `knows that a commit waits for the disk`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    #expect(try await register.durability() == Durability(journal: "wal", synchronous: 2))
  }

  @Test func `is served while two write and forty read`() async throws {
    let shelf = try Shelf()
    try await Register.openOrCreate(shelf.path).close()
    let path = shelf.path
    try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let register = try await Register.openOrCreate(path)
          for number in 0..<10 {
            let label = "NMI-\(writer)-\(number)"
            var draft = try Draft("\(label) runs since 2010.", location: "\(label).txt")
            try draft.add(mission: label)
            try draft.add(label, .period, .date(EDTF("2010/..")), "since 2010")
            try await register.add(draft.proposals, recorded: recorded)
          }
          try register.close()
          return 0
        }
      }
      for _ in 0..<40 {
        group.addTask {
          let register = try await Register.open(path)
          let question = try Question(on: Day(2015, 1, 1))
          var (count, asked) = (0, 0)
          while count < 20, asked < 5_000 {
            let page = try await register.page(of: question, limit: 3)
            let now = page.count.possibly
            // Whole documents only, and never fewer than before.
            try #require(now >= count && page.answers.count == min(now, 3))
            count = now
            asked += 1
            try await Task.sleep(for: .milliseconds(20))
          }
          try register.close()
          return count
        }
      }
      for try await count in group where count != 0 { #expect(count == 20) }
    }
    #expect(try await Register.examine(path).verdict == .sound)
  }
}
