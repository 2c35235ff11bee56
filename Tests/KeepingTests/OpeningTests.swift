import Chronology
import Foundation
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `Opening a register` {
  private func reason(reading path: String) async -> RegisterError.Reason? {
    do {
      let register = try await Register.open(path)
      _ = try await register.accounts()
      return nil
    } catch {
      return error.reason
    }
  }

  private func reason(writing path: String) async -> RegisterError.Reason? {
    do {
      let register = try await Register.openOrCreate(path)
      _ = try await register.accounts()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `to read says that there is none yet, and makes none`() async throws {
    let shelf = try Shelf()
    #expect(await reason(reading: shelf.path) == .noRegister)
    #expect(!FileManager.default.fileExists(atPath: shelf.path))
    try Data().write(to: URL(fileURLWithPath: shelf.path))
    #expect(await reason(reading: shelf.path) == .noRegister)
    #expect(await reason(writing: shelf.path) == nil)
    #expect(await reason(reading: shelf.path) == nil)
  }

  @Test func `refuses what is no database, a folder and a folder that is not there`() async throws {
    let shelf = try Shelf()
    let text = Data(String(repeating: "Not a database, a dossier.\n", count: 99).utf8)
    try text.write(to: URL(fileURLWithPath: shelf.path))
    #expect(await reason(reading: shelf.path) == .notADatabase)
    #expect(await reason(writing: shelf.path) == .notADatabase)
    #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path)) == text)
    #expect(await reason(writing: shelf.folder.path) == .cannotOpen)
    #expect(await reason(writing: shelf.folder.path + "/no/such/register") == .cannotOpen)
  }

  @Test func `refuses another program's database and does not touch it`() async throws {
    let shelf = try Shelf()
    let raw = try shelf.raw()
    try await raw.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try raw.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
    #expect(await reason(reading: shelf.path) == .notARegister)
    #expect(await reason(writing: shelf.path) == .notARegister)
    #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path).count == 1)
  }

  @Test func `refuses the register of a newer version`() async throws {
    let shelf = try Shelf()
    try await Register.openOrCreate(shelf.path).close()
    let raw = try shelf.raw()
    try await raw.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try raw.close()
    #expect(await reason(reading: shelf.path) == .newerSchema(found: 99, known: 8))
    #expect(await reason(writing: shelf.path) == .newerSchema(found: 99, known: 8))
  }

  @Test func `finds a damaged file out`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    try register.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path).count == 1)
    // Everything after the first page, which has the schema's root, is overwritten.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
    for index in 4_096..<bytes.count { bytes[index] = 0xAA }
    try bytes.write(to: URL(fileURLWithPath: shelf.path))
    #expect(await reason(reading: shelf.path) == .damaged)
    try bytes.prefix(4_096).write(to: URL(fileURLWithPath: shelf.path))
    #expect(await reason(reading: shelf.path) == .damaged)
  }

  @Test func `takes back what a killed process left in a rollback journal`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    try register.close()
    let before = try shelf.counts()
    // A transaction that outgrows its cache: half of it is in the file, how it was in the journal.
    let raw = try shelf.raw()
    let left = try Shelf()
    try await raw.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN;
          CREATE TABLE half AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 999)
            SELECT i, randomblob(999) AS b FROM n
          """)
      for end in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: shelf.path + end, toPath: left.path + end)
      }
      try db.execute(sql: "ROLLBACK")
    }
    for ask in [
      reason(reading:), reason(writing:),
      { (path: String) in
        do {
          return try await Register.examine(path) { _ in }.verdict == .sound ? nil : .damaged
        } catch { return (error as? RegisterError)?.reason ?? .failed }
      },
    ] {
      let desk = try Shelf()
      for end in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: left.path + end, toPath: desk.path + end)
      }
      #expect(await ask(desk.path) == nil)
      #expect(try desk.counts() == before)
    }
  }

  @Test func `waits for a writer and then says that the register is locked`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let other = try shelf.raw()
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    // A reader is not held up, a writer waits some seconds.
    #expect(await reason(reading: shelf.path) == nil)
    let draft = try iraqDraft()
    let error = await #expect(throws: RegisterError.self) {
      try await register.add(draft.proposals, recorded: recorded)
    }
    #expect(error?.reason == .locked)
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    #expect(try await register.add(draft.proposals, recorded: recorded).isNewDocument)
  }

  @Test func `to read does not write`() async throws {
    let shelf = try Shelf()
    try await Register.openOrCreate(shelf.path).close()
    let register = try await Register.open(shelf.path)
    let draft = try iraqDraft()
    let error = await #expect(throws: RegisterError.self) {
      try await register.add(draft.proposals, recorded: recorded)
    }
    #expect(error?.reason == .readOnly)
  }

  @Test func `does not let a reader that stays hold a writer up`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    let reader = try shelf.raw()
    try await reader.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM document")
    }
    var other = try Draft("NMI, since 2021, in another file.", location: "other.txt")
    try other.add(mission: "NMI")
    try await register.add(other.proposals, recorded: recorded)
    #expect(try await register.documents().count == 2)
    let seen = try await reader.writeWithoutTransaction { db in
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM document")
    }
    #expect(seen == 1)
    try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
  }

  @Test func `serves readers while a writer adds documents one by one`() async throws {
    let shelf = try Shelf()
    let writer = try await Register.openOrCreate(shelf.path)
    let reader = try await Register.open(shelf.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 0..<20 {
          var draft = try Draft("NMI-\(number) runs since 20\(10 + number).")
          try draft.add(mission: "NMI-\(number)")
          try draft.add(
            "NMI-\(number)", .period, .date(EDTF("20\(10 + number)/..")),
            "since 20\(10 + number)")
          try await writer.add(draft.proposals, recorded: recorded)
        }
      }
      group.addTask {
        var count = 0
        while count < 20 {
          let accounts = try await reader.accounts()
          // Whole documents only, and never fewer than before.
          try #require(accounts.count >= count)
          try #require(accounts.allSatisfy { $0.statements.count == 1 })
          count = accounts.count
          await Task.yield()
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `says in words what is wrong and what to do`() {
    for reason: RegisterError.Reason in [
      .noRegister, .cannotOpen, .notADatabase, .notARegister, .newerSchema(found: 2, known: 1),
      .olderSchema(found: 1, known: 8), .locked, .damaged, .readOnly, .diskFull, .exists, .refused,
      .cancelled, .failed,
    ] {
      let error = RegisterError(reason, path: "annals.sqlite")
      #expect(!error.description.isEmpty && !error.remedy.isEmpty)
      #expect(!error.description.hasSuffix("."))
    }
    #expect(
      RegisterError(.noRegister, path: "annals.sqlite").description
        == "no register yet at annals.sqlite")
  }
}
