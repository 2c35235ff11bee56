import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import Logging
import NIOCore
import Statements
import Synchronization
import Testing

@testable import Serving

@Suite struct `A token` {
  let desk: Desk
  let tokens: Tokens
  let path: String
  init() async throws {
    desk = try await Desk(["Dossiers/iraq.txt": iraq])
    tokens = Tokens(beside: desk.register.path)
    let item = try #require(try await desk.register.reviewables().items.first)
    path = "/statements/\(item.id.rawValue)/decision.json"
  }

  func token(_ name: String = "nightly", expires: String? = nil) async throws -> String {
    try await tokens.add(
      name, author: "N. Script", created: "2024-03-01T09:00:00Z", expires: expires)
  }

  /// What a script sends, which is no browser: no cookie, no origin.
  func post(
    _ secret: String, to responder: Responder, more: HTTPFields = [:], logger: Logger? = nil
  ) async throws -> Answer {
    let body = #"{"verdict": "accepted"}"#
    return try await responder.get(
      path, method: .post,
      headers: [
        .authorization: "Bearer \(secret)", .contentType: "application/json",
        .contentLength: String(body.utf8.count),
      ] + more, body: .init(buffer: ByteBuffer(string: body)), logger: logger)
  }

  @Test func `lets a script decide in the name of a person, and is marked as used`() async throws {
    let secret = try await token()
    #expect(secret.hasPrefix("annals_") && secret.utf8.count == 50)
    let answer = try await post(secret, to: try desk.responder(writes: true))
    #expect(answer.status == 200)
    #expect(try answer.json()["by"] as? String == "N. Script")
    #expect(answer.header(.setCookie) == nil)
    #expect(try await tokens.all().first?.used == "2024-03-01T10:00:00Z")
    #expect(try await desk.register.log(limit: 1).first?.by == "N. Script")
  }

  @Test func `signs in nobody once it is revoked, at once and in every process`() async throws {
    let secret = try await token()
    for (removed, status) in [(Guards(), 401), (.revocation, 200)] {
      let responder = try desk.responder(writes: true, without: removed)
      if removed.isEmpty {
        #expect(try await post(secret, to: responder).status == 200)
        let other = Tokens(beside: desk.register.path)
        #expect(try await other.revoke("nightly", at: "2024-03-01T09:30:00Z"))
        #expect(try await !other.revoke("nightly", at: "2024-03-01T09:30:00Z"))
      }
      let answer = try await post(secret, to: responder)
      #expect(answer.status == status)
      if status == 401 {
        #expect(answer.header(.wwwAuthenticate)?.contains("invalid_token") == true)
      }
    }
  }

  @Test func `holds no longer than it was made for`() async throws {
    let secret = try await token(expires: "2024-03-01T11:00:00Z")
    for (removed, status) in [(Guards(), 401), (.expiry, 200)] {
      let clock = Clock()
      let responder = try desk.responder(writes: true, without: removed, clock: clock)
      #expect(try await post(secret, to: responder).status == 200)
      clock.turn(by: 60 * 60)
      #expect(try await post(secret, to: responder).status == status)
    }
  }

  @Test(arguments: [
    "", "annals_", "annals_" + String(repeating: "A", count: 43), "x",
    String(repeating: "annals_", count: 100), "' OR 1 --",
  ])
  func `that was never made is refused`(secret: String) async throws {
    _ = try await token()
    #expect(try await post(secret, to: try desk.responder(writes: true)).status == 401)
  }

  @Test func `is refused in any other scheme, and does not make up for a wrong origin`()
    async throws
  {
    let secret = try await token()
    let responder = try desk.responder(writes: true)
    let basic = try await post(secret, to: responder, more: [.authorization: "Basic \(secret)"])
    #expect(basic.status == 401)
    let other = try await post(secret, to: responder, more: [.origin: "http://evil.example"])
    #expect(other.status == 403)
    #expect(try await post(secret, to: try desk.responder()).status == 403)
  }

  @Test func `signs a browser in as well, until it is revoked`() async throws {
    let secret = try await token()
    let browser = Browser(try desk.responder(writes: true))
    #expect(try await browser.get("/sign-in").text.contains("name=\"token\""))
    #expect(try await browser.post("/sign-in", ["token": "annals_wrong"]).status == 401)
    #expect(try await browser.post("/sign-in", ["token": secret]).status == 303)
    #expect(try await browser.get("/").text.contains("N. Script"))
    #expect(try await browser.post("/undo", [:]).status == 303)
    _ = try await tokens.revoke("nightly", at: "2024-03-01T10:00:00Z")
    #expect(try await browser.post("/undo", [:]).status == 401)
    #expect(try await !browser.get("/").text.contains("N. Script"))
  }

  @Test func `stands in no log, no answer and no file`() async throws {
    let secret = try await token()
    let lines = Mutex<[String]>([])
    let log = LineLog(
      isJSON: true, now: { "2024-03-01T10:00:00Z" },
      write: { line in lines.withLock { $0.append(line) } })
    let logger = Logger(label: "test") { _ in log }
    let responder = try desk.responder(writes: true)
    for secret in [secret, secret + "x"] {
      let answer = try await post(secret, to: responder, logger: logger)
      #expect(!answer.text.contains(secret))
    }
    let browser = Browser(responder)
    _ = try await browser.post("/sign-in", ["token": secret])
    #expect(lines.withLock { $0.count == 2 && !$0.joined().contains(secret.prefix(20)) })
    let file = try Data(contentsOf: URL(fileURLWithPath: tokens.path))
    #expect(file.firstRange(of: Data(secret.utf8)) == nil)
    #expect(file.firstRange(of: Data(secret.dropFirst(7).utf8)) == nil)
  }
}
