import Foundation
import HTTPTypes
import Keeping
import Statements
import Testing

@testable import Serving

@Suite struct `The pages` {
  let desk: Desk
  init() async throws { desk = try await Desk(["Dossiers/iraq.txt": iraq]) }

  /// The id of the mission of that label.
  func mission(_ label: String) async throws -> String {
    try #require(try await desk.register.accounts(named: label).first).id.rawValue
  }

  @Test func `say on the first page what the register holds`() async throws {
    let page = try await desk.get("/")
    #expect(page.status == 200)
    #expect(page.text.contains("2 missions") && page.text.contains("1 source"))
    let twin = try await desk.get("/index.json").json()
    #expect(twin["missions"] as? Int == 2 && twin["schema"] as? String == "annals.overview.1")
  }

  @Test func `list the missions that were running on a day, with the passage`() async throws {
    let page = try await desk.get("/missions?on=2006-05-01")
    #expect(page.status == 200)
    #expect(page.text.contains("1 certainly"))
    #expect(page.text.contains(">NTM-I<") && !page.text.contains(">NMI<"))
    #expect(page.text.contains("class=\"badge certainly\""))
    let twin = try await desk.get("/missions.json?on=2006-05-01").json()
    let missions = try #require(twin["missions"] as? [[String: Any]])
    #expect(missions.map { $0["answer"] as? String } == ["certainly"])
    #expect((twin["question"] as? [String: Any])?["first"] as? String == "2006-05-01")
  }

  @Test(arguments: [
    ("during=2012/2022", ["NMI"]), ("in=iraq", ["NTM-I", "NMI"]), ("of=NATO", ["NTM-I", "NMI"]),
    ("in=Kosovo", []), ("kind=operation", []), ("on=2006&all=true", ["NTM-I", "NMI"]),

  ])
  func `filter the list as the command line does`(query: String, labels: [String]) async throws {
    let answer = try await desk.get("/missions.json?\(query)")
    let missions = try #require(try answer.json()["missions"] as? [[String: Any]])
    #expect(missions.compactMap { $0["acronym"] as? String } == labels)
  }

  @Test func `go on where the page before ended, each mission once`() async throws {
    var seen: [String] = []
    var path: String? = "/missions.json?limit=1"
    while let next = path {
      let answer = try await desk.get(next)
      let missions = try #require(try answer.json()["missions"] as? [[String: Any]])
      #expect(missions.count == 1)
      #expect((try answer.json()["count"] as? [String: Int]) == ["all": 2])
      seen += missions.compactMap { $0["acronym"] as? String }
      path = answer.header(.link).map { String($0.dropFirst().prefix { $0 != ">" }) }
      try #require(seen.count <= 2)
    }
    #expect(seen == ["NTM-I", "NMI"])
  }

  @Test func `show a mission with its rule, the dates weighed and each quote`() async throws {
    let page = try await desk.get("/missions/\(mission("NTM-I"))")
    #expect(page.status == 200)
    for words in [
      "NATO Training Mission in Iraq", "2004 – 31 December 2011", "Rule:",
      "Dates that were weighed",
      "It ended on 31 December 2011", "iraq.txt, line 6", "about 15,000 officers",
      "class=\"badge open\"",
    ] { #expect(page.text.contains(words), "\(words)") }
  }

  @Test func `lead from a quote to its passage in the source`() async throws {
    let page = try await desk.get("/missions/\(mission("NTM-I"))").text
    let link = try #require(
      page.firstMatch(of: #/href="(/sources/[0-9a-f]+\?passage=([0-9]+-[0-9]+)#b[0-9]+-[0-9]+)"/#))
    let path = link.output.1.split(separator: "#")[0].replacing("&amp;", with: "&")
    let source = try await desk.get(String(path))
    #expect(source.status == 200)
    #expect(source.text.contains("id=\"b\(link.output.2)\""))
    #expect(source.text.contains("class=\"asked\""))
  }

  @Test func `show the source as it was read, each passage with its note and the way back`()
    async throws
  {
    let document = try #require(try await desk.register.documents().first)
    let page = try await desk.get("/sources/\(document.id.rawValue)").text
    let links = page.matches(of: #/<a href="#n([0-9-]+)" data-passage/#).map { $0.output.1 }
    try #require(!links.isEmpty)
    for name in links {
      #expect(page.contains("id=\"n\(name)\"") && page.contains("href=\"#b\(name)\""))
      #expect(page.contains("id=\"b\(name)\""))
    }
    let lines = page.matches(of: #/data-line="([0-9]+)"/#).compactMap { Int($0.output.1) }
    #expect(lines == Array(1...iraq.split(separator: "\n", omittingEmptySubsequences: false).count))
    let text = try await desk.get("/sources/\(document.id.short)/text")
    #expect(text.text == iraq && text.header(.contentType) == "text/plain; charset=utf-8")
  }

  @Test func `speak French where the browser or the address asks for it`() async throws {
    let browser = try await desk.get("/missions", headers: [.acceptLanguage: "fr-CH, en;q=0.5"])
    #expect(browser.text.contains("<html lang=\"fr\">") && browser.text.contains("Aucune") == false)
    #expect(browser.header(.vary) == "Accept-Language")
    let address = try await desk.get("/missions?lang=fr")
    #expect(address.text.contains("href=\"/sources?lang=fr\""))
    #expect(address.text.contains("2 missions"))
  }

  @Test func `show what another process has read since, without a restart`() async throws {
    let responder = try desk.responder()
    let before = try await responder.get("/index.json")
    let other = try await Register.openOrCreate(desk.register.path)
    defer { try? other.close() }
    try await other.read(
      "EUFOR Althea: since 2004\n\n- It was launched on 2 December 2004.", "b.txt")
    let tag = try #require(before.header(.eTag))
    let after = try await responder.get("/index.json", headers: [.ifNoneMatch: tag])
    #expect(after.status == 200)
    #expect(try after.json()["sources"] as? Int == 2)
  }

  @Test func `are not sent again while nothing changed`() async throws {
    for path in ["/", "/missions", "/missions.json", "/sources"] {
      let first = try await desk.get(String(path))
      let tag = try #require(first.header(.eTag))
      let second = try await desk.get(path, headers: [.ifNoneMatch: "\"other\", W/\(tag)"])
      #expect(second.status == 304 && second.bytes.isEmpty)
      #expect(try await desk.get(path, headers: [.ifNoneMatch: "\"other\""]).status == 200)
    }
    let english = try await desk.get("/").header(.eTag)
    #expect(try await desk.get("/?lang=fr").header(.eTag) != english)
  }

  @Test func `have a twin for spreadsheets`() async throws {
    let table = try await desk.get("/missions.csv")
    let lines = table.text.split(separator: "\r\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("id,name,acronym,kind"))
    #expect(table.header(.contentType)?.hasPrefix("text/csv") == true)
  }

  @Test func `answer HEAD as GET, without the body`() async throws {
    let head = try await desk.get("/missions", method: .head)
    #expect(head.status == 200 && head.bytes.isEmpty)
    #expect(try #require(head.header(.contentLength).flatMap { Int($0) }) > 1_000)
  }

  @Test func `give files that may be kept for good only by the address with their version`()
    async throws
  {
    let page = try await desk.get("/").text
    let style = try #require(page.firstMatch(of: #/href="(/files/annals\.css\?v=[0-9a-f]{12})"/#))
    let file = try await desk.get(String(style.output.1))
    #expect(file.header(.cacheControl)?.contains("immutable") == true)
    #expect(file.header(.contentType) == "text/css; charset=utf-8")
    #expect(try await desk.get("/files/annals.css").header(.cacheControl) == "no-cache")
    #expect(try await desk.get("/files/../annals.css").status == 404)
  }

  // MARK: Timeline, search, checks, history, description

  @Test func `draw the missions of a window, with the table of the same`() async throws {
    let page = try await desk.get("/timeline?during=2005/2006")
    #expect(page.text.contains("1 mission") && page.text.contains(">NTM-I<"))
    let image = try #require(page.text.firstMatch(of: #/<img src="([^"]+)"/#)).output.1
    let drawing = try await desk.get(String(image).replacing("&amp;", with: "&"))
    #expect(drawing.header(.contentType) == "image/svg+xml")
    #expect(drawing.text.contains("NTM-I") && !drawing.text.contains("NATO Mission Iraq"))
    let links = page.text.matches(of: #/data-key="([^"]+)" href="([^"]+)"/#)
    #expect(links.map { String($0.output.1) } == ["ArrowLeft", "ArrowRight", "+", "-"])
    for link in links {
      let path = String(link.output.2).replacing("&amp;", with: "&")
      #expect(try await desk.get(path).status == 200)
    }
  }

  @Test func `draw missions apart by organisation, place or kind`() async throws {
    let page = try await desk.get("/timeline?lanes=kind").text
    #expect(page.contains("<h2><a href=\"/timeline?kind=mission\"><bdi>mission</bdi></a>"))
    #expect(page.contains("href=\"/missions?kind=mission\">2 missions</a>"))
    #expect(try await desk.get("/timeline.svg?lanes=kind&group=0").status == 200)
    #expect(try await desk.get("/timeline.svg?lanes=kind&group=7").status == 404)
  }

  @Test func `lead from each lane to its mission, by pointer; keyboards have the table`()
    async throws
  {
    let page = try await desk.get("/timeline").text
    let id = try await mission("NTM-I")
    #expect(page.contains("<a href=\"/missions/\(id)\" tabindex=\"-1\">"))
    #expect(page.contains("<svg class=\"timeline\" aria-hidden=\"true\""))
    #expect(page.matches(of: #/<a href="([^"]+)"><bdi>NTM-I/#).count == 1)
  }

  @Test func `show missions that somebody said are one as one, with all their documents`()
    async throws
  {
    try await desk.read("NATO Training Mission in Iraq (NTM-I)\n\n- It ended in 2011.", "b.txt")
    let missions = try await desk.register.accounts(named: "NTM-I").map(\.id)
    try #require(missions.count == 2)
    let act = Act(by: "A. Reader", recorded: "2024-03-05T10:00:00Z")
    try await desk.register.relate(Identity(missions[0], .same, missions[1]), act)
    let documents = try await desk.register.documents().map(\.id.rawValue)
    for id in missions {
      let page = try await desk.get("/missions/\(id.rawValue)").text
      let facts = try #require(page.firstMatch(of: #/<dl class="facts">(?s:.*?)</dl>/#)).output
      for document in documents { #expect(facts.contains("href=\"/sources/\(document)\"")) }
      #expect(page.contains("It ended in 2011.") && page.contains("iraq.txt, line 6"))
    }
  }

  @Test func `find the passages in which words stand`() async throws {
    let page = try await desk.get("/search?q=offic*")
    #expect(page.text.contains("<mark>officers</mark>") && page.text.contains("iraq.txt, line 7"))
    let twin = try await desk.get("/search.json?q=nowhere").json()
    #expect((twin["hits"] as? [Any])?.isEmpty == true)
    #expect(try await desk.get("/search").status == 200)
  }

  @Test func `show what the checks find, by kind`() async throws {
    let twin = try await desk.get("/checks.json").json()
    let findings = try #require(twin["findings"] as? [[String: Any]])
    #expect(findings.count == twin["open"] as? Int && !findings.isEmpty)
    var seen: [String] = []
    var path: String? = "/checks.json?limit=1"
    while let next = path {
      let answer = try await desk.get(next)
      let page = try #require(try answer.json()["findings"] as? [[String: Any]])
      seen += page.compactMap { $0["id"] as? String }
      path = answer.header(.link).map { String($0.dropFirst().prefix { $0 != ">" }) }
      try #require(seen.count <= findings.count)
    }
    #expect(seen.sorted() == findings.compactMap { $0["id"] as? String }.sorted())
    #expect(try await desk.get("/checks?limit=1").text.contains("rel=\"next\""))
    let kind = try #require(findings.first?["kind"] as? String)
    let page = try await desk.get("/checks?finding=\(kind)").text
    #expect(page.contains("class=\"finding\"") && page.contains("iraq.txt, line"))
  }

  @Test func `tell what was done to the register`() async throws {
    let page = try await desk.get("/history").text
    #expect(page.contains("2024-03-01T10:00:00Z") && page.contains("Dossiers/iraq.txt"))
    let twin = try await desk.get("/history.json?since=2024-03-02").json()
    #expect((twin["entries"] as? [Any])?.isEmpty == true)
  }

  @Test func `are described as they are`() async throws {
    let document = try await desk.get("/openapi.json").json()
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let operations = paths.values.map(\.count).reduce(0, +)
    #expect(operations == Route.served.map(\.formats.count).reduce(0, +))
    let action = try #require(paths["/undo.json"]?["post"] as? [String: Any])
    #expect(action["requestBody"] != nil && action["security"] != nil)
    for path in ["/missions", "/missions.json", "/missions.csv", "/timeline.svg"] {
      let operation = try #require(paths[path]?["get"] as? [String: Any])
      let parameters = try #require(operation["parameters"] as? [[String: Any]])
      #expect(parameters.contains { $0["name"] as? String == "during" })
      #expect(try await desk.get(path).status == 200)
    }
    // What must be there may not be empty; what a page's form leaves empty may.
    let bulk = try #require(paths["/review/bulk"]?["get"] as? [String: Any])
    for parameter in try #require(bulk["parameters"] as? [[String: Any]]) {
      let schema = try #require(parameter["schema"] as? [String: Any])
      #expect((schema["anyOf"] == nil) == (parameter["name"] as? String == "verdict"))
    }
    let signIn = try #require(paths["/sign-in"]?["post"] as? [String: Any])
    let body = try #require(signIn["requestBody"] as? [String: Any])
    #expect(body["required"] as? Bool == true)
    let content = try #require(body["content"] as? [String: [String: [String: Any]]])
    for type in content.values {
      let schema = try #require(type["schema"])
      let either = try #require(schema["anyOf"] as? [[String: Any]])
      #expect(either.compactMap { ($0["required"] as? [String])?.first } == ["link", "token"])
      let fields = try #require(schema["properties"] as? [String: [String: Any]])
      #expect(fields.values.allSatisfy { $0["description"] is String })
    }
    let names = paths.values.flatMap {
      $0.values.compactMap { ($0 as? [String: Any])?["operationId"] as? String }
    }
    #expect(Set(names).count == names.count)
  }
}
