import Foundation
import HTTPTypes
import Statements
import Testing

@testable import Keeping
@testable import Serving

/// A dossier with a line of missions, numbers of several kinds and a gap.
let belmora = """
  United Nations Missions in Iraq

  Belmora Observer Mission (BOM): 2001-2004
  - BOM trained 300 police officers.
  - BOM had a strength of 120 personnel in 2002.

  Belmora Support Mission (BSM): 2006-2008
  - BSM followed BOM.
  - BSM trained about 40 police officers.

  Belmora Advisory Mission (BAM): 2008-2010
  - BAM took over from BSM.
  """

@Suite struct `Questions in the browser` {
  let desk: Desk
  init() async throws { desk = try await Desk(["Dossiers/belmora.txt": belmora]) }

  private func list(_ path: String, _ key: String) async throws -> [[String: Any]] {
    try #require(try await desk.get(path).json()[key] as? [[String: Any]])
  }

  @Test func `are answered in French to the last reason`() async throws {
    for path in [
      "/missions?on=2005&all=true", "/missions?during=2001/2009", "/gaps?in=Iraq",
      "/totals?quantity=trained",
      "/lineage?mission=BSM", "/checks", "/statements",
    ] {
      let page = try await desk.get(path + (path.contains("?") ? "&" : "?") + "lang=fr").text
      #expect(page.contains("<html lang=\"fr\">"))
      #expect(!page.contains("<span lang=\"en\">"), "\(path)")
    }
  }

  @Test func `show a hundred findings at once, of which kinds there are, and lead to the rest`()
    async throws
  {
    let letters = Array("ABCDEFGHIJ")
    let sections = letters.flatMap { a in
      letters.map { b in
        "\(a)\(b)lora Support Mission (\(a)\(b)LSM): 2001-2004\n- It had a strength of 120 personnel.\n"
      }
    }
    let desk = try await Desk(["many.txt": "Missions\n\n" + sections.joined(separator: "\n")])
    let count = try #require(try await desk.get("/checks.json").json()["findings"] as? [Any]).count
    #expect(count > 200)
    var path: String? = "/checks"
    var shown: [Int] = []
    while let address = path {
      let page = try await desk.get(address).text
      shown.append(page.matches(of: #/<article class="finding"/#).count)
      path = page.firstMatch(of: #/<a rel="next" href="([^"]+)"/#).map { String($0.output.1) }
    }
    #expect(shown.dropLast().allSatisfy { $0 == 100 } && shown.reduce(0, +) == count)
    let first = try await desk.get("/checks").text
    #expect(first.contains("1 to 100 of \(count) findings"))
    let kind = try #require(
      first.firstMatch(of: #/href="(\/checks\?finding=undated-number)">[^<]*: ([0-9]+)</#))
    let narrowed = try await desk.get(String(kind.output.1)).text
    #expect(narrowed.contains(">\(kind.output.2) finding"))
  }

  @Test func `about lineage begin with the missions that stand in a line`() async throws {
    let page = try await desk.get("/lineage").text
    for name in ["BOM", "BSM", "BAM"] { #expect(page.contains("<bdi>\(name)</bdi></a>")) }
    let link = try #require(page.firstMatch(of: #/href="(\/lineage\?mission=[^"]+)"/#)?.output.1)
    #expect(try await desk.get(String(link)).text.contains("<svg"))
  }

  @Test func `have a form each, and lead to one another with what they share`() async throws {
    let page = try await desk.get("/ask").text
    let actions = page.matches(of: #/<form class="filters" action="([^"]+)"/#).map { $0.output.1 }
    #expect(actions == ["/missions", "/gaps", "/totals", "/lineage", "/statements"])
    for action in actions { #expect(try await desk.get(String(action)).status == 200) }
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { $0.output.1 }
    #expect(Set(ids).count == ids.count)
    let totals = try await desk.get("/totals?in=Iraq&as-of=2024-06-01").text
    #expect(totals.contains("href=\"/gaps?in=Iraq&amp;as-of=2024-06-01\""))
    #expect(totals.contains("href=\"/lineage?as-of=2024-06-01\""))
  }

  @Test func `add up each unit by itself, with every number's quote`() async throws {
    let page = try await desk.get("/totals?quantity=trained").text
    #expect(page.contains("<strong>about 340</strong>") && page.contains("300 police officers"))
    #expect(page.contains("belmora.txt, line 4") && !page.contains("120 personnel"))
    let totals = try await list("/totals.json", "totals")
    #expect(totals.compactMap { $0["unit"] as? String } == ["personnel", "police officers"])
    #expect(totals[0]["sum"] is NSNull)
    let strength = try await desk.get("/totals?quantity=strength").text
    #expect(strength.contains("not added up") && strength.contains("120 personnel"))
    let rows = try await desk.get("/totals.csv").text.split(separator: "\r\n")
    #expect(rows.count == 4 && rows[0].hasPrefix("property,unit,sum_certainly"))
  }

  @Test func `say what is counted where a quantity is misspelt`() async throws {
    let page = try await desk.get("/totals?quantity=traned").text
    #expect(page.contains("No source gives such a number"))
    #expect(page.contains("href=\"/totals?quantity=police%20officers\""))
  }

  @Test func `tell presence from gaps in three values`() async throws {
    let page = try await desk.get("/gaps?in=Iraq").text
    #expect(page.contains("1 January 2005 – 31 December 2005"))
    #expect(page.contains("certainly a gap") && page.contains("1 certain gap"))
    let presences = try await list("/gaps.json?in=Iraq&during=2005&only=true", "presences")
    let stretches = try #require(presences.first?["stretches"] as? [[String: Any]])
    #expect(stretches.map { $0["gap"] as? String } == ["certainly"])
    #expect(try await desk.get("/gaps.csv?only=true").text.contains(",certainly,"))
    #expect(try await desk.get("/gaps?in=Mars").text.contains("No mission fits"))
  }

  @Test func `follow a line in both directions, drawn and told`() async throws {
    let page = try await desk.get("/lineage?mission=bsm")
    for words in ["BOM", "came before BSM", "followed BSM", "BSM followed BOM", "line 8"] {
      #expect(page.text.contains(words), "\(words)")
    }
    let image = try #require(page.text.firstMatch(of: #/<img src="([^"]+)"/#)).output.1
    let drawing = try await desk.get(String(image).replacing("&amp;", with: "&"))
    #expect(drawing.header(.contentType) == "image/svg+xml" && drawing.text.contains("BAM"))
    let mission = try #require(try await list("/lineage.json?mission=BOM", "missions").first)
    let step = try #require((mission["follow_ons"] as? [[String: Any]])?.first)
    #expect(step["acronym"] as? String == "BSM" && step["answer"] as? String == "certainly")
    #expect((step["further"] as? [[String: Any]])?.first?["acronym"] as? String == "BAM")
    let nobody = try await desk.get("/lineage?mission=BOX")
    #expect(nobody.status == 200 && nobody.text.contains("No mission is called “BOX”."))
    #expect(try await desk.get("/lineage.svg").status == 200)
  }

  @Test func `list statements by what they rest on, each once from page to page`() async throws {
    let page = try await desk.get("/statements?resting-on=single-source").text
    #expect(page.contains("a single source") && page.contains("300 police officers"))
    #expect(try await desk.get("/statements?resting-on=inherited").text.contains("No statement"))
    var seen: [String] = []
    var path: String? = "/statements.json?limit=4"
    while let next = path {
      let answer = try await desk.get(next)
      let items = try #require(try answer.json()["statements"] as? [[String: Any]])
      seen += items.compactMap { $0["id"] as? String }
      path = answer.header(.link).map { String($0.dropFirst().prefix { $0 != ">" }) }
      try #require(seen.count <= 60)
    }
    let all = try await desk.get("/statements.json?limit=500").json()
    #expect(seen.count == all["count"] as? Int && Set(seen).count == seen.count)
    #expect(seen.count > 8)
    let nowhere = String(repeating: "0", count: 64)
    #expect(try await desk.get("/statements?after=\(nowhere)").status == 404)
    #expect(try await desk.get("/statements?after=12").status == 400)
  }

  @Test func `are asked of an earlier day, on every page, and lead back to now`() async throws {
    // The fixture is read on 1 March 2024.
    for path in ["missions", "timeline", "totals", "gaps", "statements", "lineage", "search"] {
      let query = ["lineage": "mission=BSM&", "search": "q=BSM&"][path] ?? ""
      let after = try await desk.get("/\(path)?\(query)as-of=2024-03-01")
      #expect(after.status == 200 && after.text.contains("BSM"), "\(path)")
      #expect(after.text.contains("knew at the end of 1 March 2024"), "\(path)")
      let now = query.isEmpty ? "/\(path)" : "/\(path)?\(query.dropLast())"
      #expect(after.text.contains("href=\"\(now)\">Ask what it knows now"), "\(path)")
      let before = try await desk.get("/\(path)?\(query)as-of=2024-02-29")
      #expect(before.status == 200 && !before.text.contains("/missions/bsm@"), "\(path)")
      let wrong = try await desk.get("/\(path).json?as-of=2024-13")
      #expect(try wrong.status == 400 && wrong.json()["field"] as? String == "as-of", "\(path)")
    }
  }

  @Test func `lead to missions as they were known on that day`() async throws {
    let mission = try #require(try await desk.register.accounts(named: "BSM").first).id.rawValue
    let list = try await desk.get("/missions?as-of=2024-03-01").text
    #expect(list.contains("href=\"/missions/\(mission)?as-of=2024-03-01\""))
    let page = try await desk.get("/missions/\(mission)?as-of=2024-03-01").text
    #expect(page.contains("about 40 police officers") && page.contains("knew at the end of"))
    #expect(try await desk.get("/missions/\(mission)?as-of=2024-02-29").status == 404)
    let twin = try await desk.get("/missions/\(mission).json?as-of=2024-03-01").json()
    #expect(twin["as_of"] as? String == "2024-03-01")
  }

  @Test func `are answered in French`() async throws {
    let page = try await desk.get("/totals?quantity=trained&lang=fr").text
    #expect(page.contains("<strong>environ 340</strong>") && page.contains("compté"))
    #expect(page.contains("<p>le seul nombre de son document</p>"))
    #expect(try await desk.get("/gaps?lang=fr").text.contains("certainement une lacune"))
  }
}
