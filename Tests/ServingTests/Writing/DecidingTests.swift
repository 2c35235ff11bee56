import Chronology
import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import NIOCore
import Statements
import Testing

@testable import Serving

@Suite struct `An action` {
  let desk: Desk
  let browser: Browser
  init() async throws {
    desk = try await Desk(["Dossiers/iraq.txt": iraq])
    browser = Browser(try desk.responder(writes: true))
    try await browser.signIn()
  }

  /// The statement whose quote holds some words.
  func statement(_ words: String) async throws -> Reviewable {
    try #require(
      try await desk.register.reviewables(matching: ReviewFilter(state: .all)).items.first {
        $0.statement.passages.contains { $0.quote.contains(words) }
      })
  }

  @Test(arguments: ["accepted", "rejected"])
  func `decides on a statement in the name of who signed in, and leads back`(
    verdict: String
  ) async throws {
    let item = try await statement("31 December 2011")
    let answer = try await browser.post(
      "/statements/\(item.id.rawValue)/decision",
      ["verdict": verdict, "note": "seen in the annex", "back": "/missions?on=2012&lang=fr#x"])
    #expect(answer.status == 303)
    #expect(answer.header(.location) == "/missions?on=2012&lang=fr#x")
    let decision = try #require(try await statement("31 December 2011").decision)
    #expect(decision.verdict.word == verdict && decision.by == "A. Reader")
    #expect(decision.note == "seen in the annex" && decision.recorded == "2024-03-01T10:00:00Z")
  }

  @Test func `tells once what it did, with the button that takes it back`() async throws {
    let item = try await statement("31 December 2011")
    let answer = try await browser.post(
      "/statements/\(item.id.rawValue.prefix(12))/decision", ["verdict": "accepted"])
    let next = try #require(answer.header(.location))
    #expect(next == "/missions/\(item.statement.subject.rawValue)")
    let page = try await browser.get(next)
    #expect(page.text.contains("role=\"status\"") && page.text.contains("action=\"/undo\""))
    #expect(page.header(.eTag) == nil && page.header(.cacheControl)?.contains("no-store") == true)
    #expect(try await !browser.get(next).text.contains("role=\"status\""))

    #expect(try await browser.post("/undo", ["back": next]).header(.location) == next)
    #expect(try await statement("31 December 2011").decision == nil)
    #expect(try await browser.get(next).text.contains("Undone: 1 accepted"))
    _ = try await browser.post("/undo", [:])
    #expect(try await browser.get("/history").text.contains("Nothing of yours"))
  }

  @Test func `amends a date, takes one away, and names the field that cannot be read`()
    async throws
  {
    let item = try await statement("31 December 2011")
    let path = "/statements/\(item.id.rawValue)/decision"
    let wrong = try await browser.post(
      path + ".json", ["verdict": "amended", "valid": "31.12.2011"])
    #expect(wrong.status == 400)
    #expect(try wrong.json()["field"] as? String == "valid")
    #expect(try await statement("31 December 2011").decision == nil)

    _ = try await browser.post(path, ["verdict": "amended", "valid": "2011-12-30"])
    guard
      case .amended(let amended)? = try await desk.register.reviewables(
        withPrefix: item.id.rawValue
      ).first?.decision?.verdict
    else { throw CancellationError() }
    #expect(amended.valid?.description == "2011-12-30")
    #expect(amended.passages == item.statement.passages)

    let twin = try await browser.post(path + ".json", ["verdict": "amended", "valid": ""]).json()
    let statements = try #require(twin["statements"] as? [[String: Any]])
    let decision = try #require(statements.first?["decision"] as? [String: Any])
    #expect((decision["replacement"] as? [String: Any])?["valid"] is NSNull)
  }

  @Test func `takes JSON and answers in it as the commands do`() async throws {
    let item = try await statement("15,000 officers")
    let body = #"{"verdict": "amended", "value": 1500, "note": null}"#
    let answer = try await browser.responder.get(
      "/statements/\(item.id.rawValue)/decision.json", method: .post,
      headers: [
        .contentType: "application/json; charset=utf-8", .cookie: browser.cookie ?? "",
        .origin: "http://127.0.0.1:8137", .contentLength: String(body.utf8.count),
      ], body: .init(buffer: ByteBuffer(string: body)))
    #expect(answer.status == 200)
    let twin = try answer.json()
    #expect(twin["schema"] as? String == "annals.decide.1" && twin["by"] as? String == "A. Reader")
    #expect(twin["count"] as? Int == 1 && twin["note"] is NSNull)
    let undone = try await browser.post("/undo.json", [:]).json()
    #expect(
      ((undone["undone"] as? [String: Any])?["counts"] as? [String: Int]) == ["amended": 1])
    #expect(try await browser.post("/undo.json", [:]).json()["undone"] is NSNull)
  }

  @Test func `counts what is written in characters, in whatever letters`() async throws {
    let item = try await statement("15,000 officers")
    let path = "/statements/\(item.id.rawValue)/decision.json"
    let form = ["verdict": "accepted", "note": String(repeating: "é", count: 2_001)]
    #expect(try await browser.post(path, form).status == 400)
    let note = String(repeating: "é", count: 2_000)
    let answer = try await browser.post(path, ["verdict": "accepted", "note": note])
    #expect(try answer.status == 200 && answer.json()["note"] as? String == note)
  }

  @Test func `is refused where somebody decided otherwise since the page was shown`() async throws {
    let item = try await statement("31 December 2011")
    try await desk.register.decide(
      [item.id: .rejected], Act(by: "B. Other", recorded: "2024-03-01T10:00:01Z"))
    let path = "/statements/\(item.id.rawValue)/decision"
    let answer = try await browser.post(path, ["verdict": "accepted", "state": "open"])
    #expect(answer.status == 409 && answer.text.contains("B. Other"))
    #expect(try await statement("31 December 2011").decision?.verdict == .rejected)
    // Without saying what was seen, the last decision holds, as on the command line.
    #expect(try await browser.post(path, ["verdict": "accepted"]).status == 303)
    #expect(try await statement("31 December 2011").decision?.by == "A. Reader")
  }

  @Test func `does nothing where it is decided so already`() async throws {
    let item = try await statement("31 December 2011")
    let path = "/statements/\(item.id.rawValue)/decision.json"
    _ = try await browser.post(path, ["verdict": "accepted"])
    let again = try await browser.post(path, ["verdict": "accepted"]).json()
    #expect(again["count"] as? Int == 0 && again["decided_before"] as? Int == 1)
    #expect(try await desk.register.decisions(on: item.document.id).count == 1)
  }

  @Test(arguments: [
    (["verdict": "doubted"], "verdict"), (["note": "no verdict"], "verdict"),
    (["verdict": "accepted", "value": "5"], "verdict"), (["verdict": "amended"], "value"),
    (["verdict": "amended", "property": "colour"], "property"),
    (["verdict": "accepted", "by": "Somebody else"], "by"),
    (["verdict": "accepted", "back": "https://evil.example/"], "back"),
  ])
  func `names the field of its form that is wrong, and changes nothing`(
    form: [String: String], field: String
  ) async throws {
    let item = try await statement("31 December 2011")
    let answer = try await browser.post("/statements/\(item.id.rawValue)/decision.json", form)
    #expect(answer.status == 400)
    #expect(try answer.json()["field"] as? String == field)
    #expect(try await statement("31 December 2011").decision == nil)
  }

  @Test(arguments: ["//evil.example/x", "/\\evil.example", "/%2F%2Fevil.example", "/../x"])
  func `leads to no other site, whatever the form says`(back: String) async throws {
    let item = try await statement("31 December 2011")
    let answer = try await browser.post(
      "/statements/\(item.id.rawValue)/decision", ["verdict": "accepted", "back": back])
    let location = try #require(answer.header(.location))
    #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\"))
  }

  @Test(arguments: [
    ("verdict=accepted", "text/plain", 415), ("verdict=accepted", "multipart/form-data", 415),
    ("verdict=accepted&verdict=rejected", "application/x-www-form-urlencoded", 400),
    ("verdict=%ff", "application/x-www-form-urlencoded", 400),
    ("verdict=acc%00", "application/x-www-form-urlencoded", 400),
    (#"["verdict"]"#, "application/json", 400),
    (#"{"verdict": {"a": 1}}"#, "application/json", 400),
    (#"{"verdict": "accepted", "note": false}"#, "application/json", 400),
    (#"{"verdict": "accepted", "note": 5}"#, "application/json", 400),
    (#"{"verdict": "amended", "value": true}"#, "application/json", 400),
    (#"{"verdict": "acc\u0000"}"#, "application/json", 400), ("{", "application/json", 400),
    ("", "application/json", 400),
  ])
  func `refuses a body that is no form`(body: String, type: String, status: Int) async throws {
    let item = try await statement("31 December 2011")
    let answer = try await browser.responder.get(
      "/statements/\(item.id.rawValue)/decision.json", method: .post,
      headers: [
        .contentType: type, .cookie: browser.cookie ?? "", .origin: "http://127.0.0.1:8137",
        .contentLength: String(body.utf8.count),
      ], body: .init(buffer: ByteBuffer(string: body)))
    #expect(answer.status == status)
    #expect(try await statement("31 December 2011").decision == nil)
  }

  @Test func `says which methods an address takes, and that there is nothing at another`()
    async throws
  {
    let item = try await statement("31 December 2011")
    let path = "/statements/\(item.id.rawValue)/decision"
    let get = try await browser.get(path)
    #expect(get.status == 405 && get.header(.allow) == "POST")
    #expect(
      try await browser.responder.get("/sign-in", method: .put).header(.allow) == "GET, HEAD, POST")
    // It is not also the statement “dropped” of the review.
    for path in ["/review/dropped", "/review/dropped.json"] {
      let post = try await browser.responder.get(path, method: .post)
      #expect(post.status == 405 && post.header(.allow) == "GET, HEAD", "\(path)")
    }
    #expect(
      try await browser.post("/statements/ffff/decision", ["verdict": "accepted"]).status == 404)
    #expect(try await browser.post("/nowhere", [:]).status == 404)
    let query = try await browser.post(path + "?verdict=accepted", [:])
    #expect(query.status == 400 && query.text.contains("in its body"))
  }
}
