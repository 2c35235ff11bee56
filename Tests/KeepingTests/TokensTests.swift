import Foundation
import Keeping
import Testing

@Suite struct `The tokens beside a register` {
  let folder: URL
  let tokens: Tokens
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tokens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    tokens = Tokens(beside: folder.appendingPathComponent("a.sqlite").path)
  }

  func add(_ name: String) async throws -> String {
    try await tokens.add(name, author: "A. Reader", created: "2024-03-01T10:00:00Z", expires: nil)
  }

  @Test func `are none, and make no file, until one is added`() async throws {
    #expect(try await tokens.all().isEmpty)
    #expect(try await tokens.token("annals_x") == nil)
    #expect(try await !tokens.revoke("a", at: "2024-03-01T10:00:00Z"))
    #expect(!FileManager.default.fileExists(atPath: tokens.path))
    _ = try await add("a")
    let mode = try FileManager.default.attributesOfItem(atPath: tokens.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `are known by their secrets alone, which differ`() async throws {
    let (first, second) = (try await add("a"), try await add("b"))
    #expect(first != second)
    #expect(try await tokens.token(first)?.name == "a")
    #expect(try await tokens.token(second)?.name == "b")
    #expect(try await tokens.token(String(first.dropLast())) == nil)
    #expect(try await tokens.all().map(\.name) == ["a", "b"])
  }

  @Test func `are not called the same while both hold`() async throws {
    let first = try await add("a")
    await #expect(throws: RegisterError.self) { try await add("a") }
    #expect(try await tokens.revoke("a", at: "2024-03-02T10:00:00Z"))
    let second = try await add("a")
    #expect(try await tokens.token(first)?.state(at: "2024-03-03T10:00:00Z") == "revoked")
    #expect(try await tokens.token(second)?.state(at: "2024-03-03T10:00:00Z") == "valid")
    #expect(try await tokens.all().count == 2)
  }

  @Test func `are read from the file that is there now`() async throws {
    let secret = try await add("a")
    try FileManager.default.removeItem(atPath: tokens.path)
    #expect(try await tokens.token(secret) == nil)
    let other = Tokens(beside: folder.appendingPathComponent("a.sqlite").path)
    let second = try await other.add(
      "b", author: "B", created: "2024-03-01T10:00:00Z", expires: nil)
    #expect(try await tokens.token(second)?.author == "B")
    #expect(try await tokens.token(secret) == nil)
  }

  @Test func `are not believed where others may write them, or another program did`()
    async throws
  {
    let secret = try await add("a")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: tokens.path)
    await #expect(throws: RegisterError.self) { try await tokens.token(secret) }
    let other = Tokens(beside: folder.appendingPathComponent("b.sqlite").path)
    try Data("not a database, long enough to be looked at as one by SQLite".utf8).write(
      to: URL(fileURLWithPath: other.path))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: other.path)
    await #expect(throws: RegisterError.self) { try await other.all() }
  }
}
