import Foundation
import HTTPTypes
import Keeping
import Statements
import Testing

@testable import Publishing
@testable import Serving

@Suite struct `The review page` {
  let desk: Desk
  init() async throws { desk = try await Desk(["Dossiers/iraq.txt": iraq]) }

  private func all() async throws -> [Reviewable] {
    try await desk.register.reviewables().items
  }

  private func decide(_ item: Reviewable, _ verdict: Decision.Verdict) async throws {
    try await desk.register.decide(
      [item.id: verdict], Act(by: "A. Reader", recorded: "2024-03-02T10:00:00Z"))
  }

  @Test func `shows the first open proposal beside its passage`() async throws {
    let items = try await all()
    let first = try #require(items.first)
    let page = try await desk.get("/review")
    #expect(page.status == 200)
    #expect(page.text.contains("1 of \(items.count) (open)"))
    #expect(page.text.contains("<h2 id=\"proposal\" tabindex=\"-1\"><bdi>\(first.label)</bdi>"))
    let marked = page.text.matches(of: #/<mark id="passage" class="asked">([^<]+)</#)
    #expect(marked.count == 1)
    #expect(first.statement.passages[0].quote.hasPrefix(try #require(marked.first).output.1))
    for words in [first.statement.rule, "class=\"badge open\"", first.id.inAddress, "iraq.txt"] {
      #expect(page.text.contains(words), "\(words)")
    }
  }

  @Test func `says the value, its date in words and as EDTF, and what speaks against it`()
    async throws
  {
    let ended = try #require(try await all().first { $0.statement.property == .closed })
    let page = try await desk.get("/review?at=\(ended.id.rawValue)").text
    #expect(page.contains("31 December 2011") && page.contains("<code>2011-12-31</code>"))
    #expect(page.contains("Dates that were weighed") && page.contains("not taken"))
    #expect(page.contains("<details class=\"weighed\" open>"))
  }

  @Test func `leads on and back, each statement once`() async throws {
    let items = try await all()
    var seen: [String] = []
    var path: String? = "/review"
    while let next = path, seen.count <= items.count {
      let page = try await desk.get(next).text
      seen.append(
        String(try #require(page.firstMatch(of: #/<dd><code>([0-9a-f]{16})</code>/#)).output.1))
      path = page.firstMatch(of: #/rel="next" data-key="next" href="([^"#]+)#passage"/#)
        .map { String($0.output.1) }
    }
    #expect(seen == items.map(\.id.inAddress))
    var back: [String] = []
    path = "/review?at=\(try #require(items.last).id.inAddress)"
    while let previous = path, back.count <= items.count {
      let page = try await desk.get(previous).text
      back.append(
        String(try #require(page.firstMatch(of: #/<dd><code>([0-9a-f]{16})</code>/#)).output.1))
      path = page.firstMatch(of: #/rel="prev" data-key="previous" href="([^"#]+)#passage"/#)
        .map { String($0.output.1) }
    }
    #expect(back == items.reversed().map(\.id.inAddress))
  }

  @Test func `leads to the decisions that a later edition does not bear out`() async throws {
    let items = try await all()
    #expect(try await desk.get("/review").text.contains("href=\"/review/dropped\""))
    #expect(try await desk.get("/review/dropped").text.contains("Every decision holds"))
    try await decide(items[1], .rejected)
    try await desk.read("Nothing of it is left.", "Dossiers/iraq.txt")
    let page = try await desk.get("/review/dropped").text
    let quote = try #require(items[1].statement.passages.first).quote
    #expect(page.contains("rejected by A. Reader, 2 March 2024") && page.contains(quote))
    #expect(page.contains("its passage is gone"))
    let french = try await desk.get("/review/dropped?lang=fr").text
    #expect(french.contains("son passage a disparu"))
    let twin = try await desk.get("/review/dropped.json").json()
    #expect((twin["dropped"] as? [Any])?.count == 1)
    #expect(
      try await desk.get("/review/dropped?as-of=2024-02-01").text.contains("Every decision holds"))
  }

  @Test func `goes on behind what was decided, and says what became of it`() async throws {
    let items = try await all()
    try await decide(items[1], .rejected)
    let page = try await desk.get("/review?after=\(items[1].id.inAddress)").text
    #expect(page.contains("rejected by A. Reader, 2 March 2024, 10:00 UTC"))
    #expect(page.contains("<code>\(items[2].id.inAddress)</code>"))
    #expect(page.contains("2 of \(items.count - 1)"))
    let decided = try await desk.get("/review?at=\(items[1].id.inAddress)").text
    #expect(decided.contains("not one of those that the filter lets through"))
    #expect(decided.contains("class=\"badge rejected\""))
    #expect(decided.contains("at=\(items[0].id.inAddress)#passage"))
    #expect(decided.contains("at=\(items[2].id.inAddress)#passage"))
  }

  @Test func `is narrowed as the command is, in its address`() async throws {
    let closed = try await desk.get("/review?mission=NTM-I&property=closed").text
    #expect(closed.contains("1 of 1") && closed.contains("value=\"NTM-I\""))
    #expect(closed.contains("<option value=\"closed\" selected>"))
    for query in ["mission=NMI", "source=iraq.txt", "state=all", "property=closed"] {
      let twin = try await desk.get("/review.json?\(query)").json()
      let parts = query.split(separator: "=").map(String.init)
      let filter = ReviewFilter(
        mission: parts[0] == "mission" ? parts[1] : nil,
        property: parts[0] == "property" ? .closed : nil,
        source: parts[0] == "source" ? parts[1] : nil, state: parts[0] == "state" ? .all : .open)
      let (items, count) = try await desk.register.reviewables(matching: filter)
      #expect(twin["count"] as? Int == count && count > 0)
      let ids = (twin["statements"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
      #expect(ids == items.map(\.id.rawValue))
    }
    #expect(try await desk.get("/review?mission=Nobody").text.contains("No statement"))
  }

  @Test func `says when nothing follows, and that something was left`() async throws {
    let items = try await all()
    let page = try await desk.get("/review?after=\(try #require(items.last).id.rawValue)").text
    #expect(page.contains("Nothing follows") && page.contains("Begin again with the first"))
    #expect(page.contains("at=\(try #require(items.last).id.inAddress)#passage"))
  }

  @Test func `has a twin that goes on where the part before ended`() async throws {
    let items = try await all()
    var seen: [String] = []
    var path: String? = "/review.json?limit=2"
    while let next = path {
      let answer = try await desk.get(next)
      let json = try answer.json()
      #expect(
        json["schema"] as? String == "annals.review.1" && json["count"] as? Int == items.count)
      let ids = try #require(json["statements"] as? [[String: Any]]).map { $0["id"] as? String }
      seen += ids.compactMap { $0 }
      path = answer.header(.link).map { String($0.dropFirst().prefix { $0 != ">" }) }
      try #require(seen.count <= items.count)
    }
    #expect(seen == items.map(\.id.rawValue))
  }

  @Test(arguments: [
    ("at=xyz", 400, "at"), ("at=1234567", 400, "at"), ("after=A234567890", 400, "after"),
    ("at=0000000000", 404, ""), ("after=0000000000", 404, ""), ("state=shut", 400, "state"),
    ("property=shape", 400, "property"), ("limit=0", 400, "limit"), ("by=me", 400, "by"),
    ("at=00000000&after=00000000", 400, "after"),
  ])
  func `refuses what cannot be meant`(query: String, status: Int, field: String) async throws {
    let answer = try await desk.get("/review.json?\(query)")
    #expect(answer.status == status)
    #expect(try answer.json()["field"] as? String ?? "" == field)
  }

  @Test func `is reached from the first page, a mission and a source, as far as something is open`()
    async throws
  {
    let items = try await all()
    let mission = items[0].statement.subject.rawValue
    let source = items[0].document.id.rawValue
    #expect(try await desk.get("/").text.contains("<a href=\"/review#passage\">"))
    for (page, link) in [
      ("/missions/\(mission)", "/review?mission=\(mission)#passage"),
      ("/sources/\(source)", "/review?source=\(source)#passage"),
    ] {
      let text = try await desk.get(page).text
      #expect(text.contains("href=\"\(link)\">Review what is open here"), "\(page)")
    }
    for item in items { try await decide(item, .accepted) }
    #expect(try await desk.get("/missions/\(mission)").text.contains("Review what") == false)
    #expect(try await desk.get("/sources/\(source)").text.contains("Review what") == false)
    #expect(try await desk.get("/review").text.contains("No statement is let through"))
  }

  @Test func `is reached from missions that are one for each document's account apart`()
    async throws
  {
    try await desk.read(
      "NATO Training Mission in Iraq (NTM-I): 2004–2011\n\n- It ended in 2011.", "other.txt")
    let accounts = try await desk.register.accounts(named: "NTM-I")
    try #require(accounts.count == 2)
    let ids = accounts.map(\.id)
    try await desk.register.relate(
      Identity(ids[0], .same, ids[1]),
      Act(by: "A. Reader", recorded: "2024-03-02T10:00:00Z"))
    let page = try await desk.get("/missions/\(ids[0].rawValue)").text
    for id in ids {
      let count = try await desk.register.count(matching: ReviewFilter(mission: id.rawValue))
      #expect(count > 0)
      #expect(
        page.contains(
          "href=\"/review?mission=\(id.rawValue)#passage\">Review what is open here</a> (\(count) ")
      )
    }
  }

  @Test func `names every element once`() async throws {
    for path in ["/review", "/review/bulk?verdict=accepted"] {
      let ids = try await desk.get(path).text.matches(of: #/ id="([^"]+)"/#).map(\.output.1)
      #expect(Set(ids).count == ids.count && ids.count >= 2, "\(path)")
    }
  }

  @Test func `speaks French`() async throws {
    let page = try await desk.get("/review?lang=fr").text
    #expect(page.contains("<h1>Révision</h1>") && page.contains("(ouvert)"))
    #expect(page.contains("lang=fr#passage"))
  }
}
