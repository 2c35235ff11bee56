import Foundation
import HTTPTypes
import Keeping
import Statements
import Testing

@testable import Serving

@Suite struct `A finding` {
  let desk: Desk
  let browser: Browser
  init() async throws {
    desk = try await Desk([
      "a.txt":
        "Nordic Border Mission (NBOR): 2004–2010\n\n- It was launched on 2 December 2004.\n",
      "b.txt":
        "Northern Basin Mission (NBOP): 2005–2012\n\n- It was launched on 5 December 2005.\n",
    ])
    browser = Browser(try desk.responder(writes: true))
    try await browser.signIn()
  }

  /// The findings as the page's twin lists them.
  func findings(_ query: String = "") async throws -> [[String: Any]] {
    let twin = try await browser.responder.get("/checks.json\(query)").json()
    return try #require(twin["findings"] as? [[String: Any]])
  }

  @Test func `is settled with a reason, in the name of who signed in, and undone`() async throws {
    let before = try await findings()
    let id = try #require(before.first?["id"] as? String)
    let page = try await browser.get("/checks").text
    #expect(page.contains("action=\"/checks/\(id)/settlement\""))
    for note in ["", "  "] {
      let answer = try await browser.post("/checks/\(id)/settlement.json", ["note": note])
      #expect(try answer.status == 400 && answer.json()["field"] as? String == "note")
    }
    let answer = try await browser.post(
      "/checks/\(id.prefix(12))/settlement", ["note": "a misprint", "back": "/checks"])
    #expect(answer.status == 303)
    #expect(try await browser.get("/checks").text.contains("action=\"/undo\""))
    #expect(try await findings().count == before.count - 1)
    let settled = try await findings("?settled=true").first { $0["id"] as? String == id }
    let act = try #require(settled?["settled"] as? [String: Any])
    #expect(act["by"] as? String == "A. Reader" && act["note"] as? String == "a misprint")
    _ = try await browser.post("/undo", [:])
    #expect(try await findings().count == before.count)
    #expect(try await browser.post("/checks/ffffffff/settlement", ["note": "x"]).status == 404)
  }

  @Test func `of two missions leads to saying whether they are one`() async throws {
    let accounts = try await desk.register.separateAccounts()
    let ids = accounts.map(\.id.rawValue).sorted()
    try #require(ids.count == 2)
    let page = try await browser.get("/checks").text
    #expect(page.contains("/relation\""))
    let path = "/missions/\(ids[0])/relation"
    for (form, field) in [
      (["relation": "cousin", "other": ids[1]], "relation"), (["relation": "same"], "other"),
    ] {
      let answer = try await browser.post(path + ".json", form)
      #expect(try answer.status == 400 && answer.json()["field"] as? String == field)
    }
    // Well-formed, and there is none: as where the path names it.
    let nobody = try await browser.post(
      path + ".json", ["relation": "same", "other": "nobody@0"])
    #expect(try nobody.status == 404 && nobody.json()["field"] as? String == "other")
    #expect(
      try await browser.post(path, ["relation": "same", "other": ids[0]]).status == 422)
    let twin = try await browser.post(
      path + ".json", ["relation": "same", "other": ids[1], "note": "same mandate"]
    ).json()
    #expect(twin["schema"] as? String == "annals.identity.1")
    let decisions = try await desk.register.identities()
    #expect(decisions.map(\.by) == ["A. Reader"] && decisions.first?.note == "same mandate")
    #expect(try await desk.register.page(limit: 10).count == 1)
    _ = try await browser.post("/undo", [:])
    #expect(try await desk.register.identities().isEmpty)
  }

  @Test func `is decided by nobody who only reads`() async throws {
    let id = try #require(try await findings().first?["id"] as? String)
    let reader = Browser(try desk.responder(writes: true))
    #expect(try await !reader.get("/checks").text.contains("/settlement"))
    #expect(try await reader.post("/checks/\(id)/settlement", ["note": "x"]).status == 401)
  }
}
