import Foundation
import Testing

@Suite struct `Asking the register` {
  let desk: Desk
  init() throws {
    desk = try Desk()
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.annals("read", "harbour.txt")
  }

  @Test func `lists all missions with their periods and where these come from`() throws {
    let run = try desk.annals("missions")
    #expect(run.code == 0 && run.lines.count == 4)
    func line(_ name: String) -> String { run.lines.first { $0.hasPrefix(name) } ?? "" }
    #expect(line("EHMB").contains("2019 – ongoing") && line("EHMB").contains("stated"))
    #expect(line("BRP").contains("within 2008–2014") && line("BRP").contains("inherited"))
    #expect(line("BCOM").contains("2003 – 30 June 2007"))
  }

  @Test(arguments: [
    ("2005-06-01", ["certainly BCOM"]),
    ("2003-06-01", ["possibly BCOM"]),
    ("2007-06-30", ["certainly BCOM"]),
    ("2007-07-01", []),
    ("2009-01-01", ["possibly BRP"]),
    ("2021-01-01", ["possibly EHMB"]),
  ])
  func `answers in three values`(day: String, expected: [String]) throws {
    let found = try desk.missions("--on", day).map { "\($0.answer ?? "") \($0.acronym ?? "")" }
    #expect(found == expected)
  }

  @Test func `gives a page, how many there are, and where the next begins`() throws {
    var found: [String] = []
    var after: [String] = []
    repeat {
      let asked = "missions --on 2005/2022 --limit 1 --json " + after.joined(separator: " ")
      let json = try desk.shell("annals \(asked)").json()
      let count = try #require(json["count"] as? [String: Int])
      #expect(count == ["all": 3, "certainly": 2, "possibly": 1])
      let missions = try #require(json["missions"] as? [[String: Any]])
      try #require(missions.count == 1 && found.count < 3)
      found += missions.compactMap { $0["acronym"] as? String }
      after = (json["next"] as? String).map { ["--after", $0] } ?? []
    } while !after.isEmpty
    #expect(found == ["BCOM", "EHMB", "BRP"])

    let first = try desk.annals("missions", "--limit", "2")
    #expect(first.lines.count == 3 && first.talk.contains("2 of 3"))
    #expect(first.talk.contains("--after "))
    let none = try desk.annals("missions", "--limit", "2", "--in", "Narnia")
    #expect(none.code == 1 && none.talk.contains("no mission in “Narnia” is known"))
    for wrong in ["--limit 0", "--after x --limit 2", "--limit 2 --all", "--after x"] {
      #expect(try desk.shell("annals missions --on 2005 \(wrong)").code == 2)
    }
  }

  @Test func `says at which column a search is not understood`() throws {
    for (typed, column, words) in [
      ("'fought \"the'", 8, "not closed"), ("'a pace:Iraq'", 3, "place"),
      ("'tr*in'", 3, "asterisk"),
      ("'a kind:missoin'", 3, "Did you mean “mission”?"), ("'a property:closd'", 3, "“closed”"),
    ] {
      let run = try desk.shell("annals search \(typed)")
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.talk.contains("column \(column): ") && run.talk.contains(words), "\(run.talk)")
    }
    #expect(try desk.annals("search", "ceasefire", "mission:bcom", "--json").code == 0)
    #expect(try desk.annals("search", "ceasefire mission:ehmb").code == 1)
  }

  @Test func `shows the reason and the quote with its document and line`() throws {
    let run = try desk.annals("missions", "--on", "2005-06-01")
    #expect(run.lines.first?.hasPrefix("certainly  BCOM  Belmora Ceasefire") == true)
    #expect(run.output.contains("is stated"))
    let line = Sample.harbour.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("(BCOM)") }
    #expect(run.output.contains("harbour.txt:\(try #require(line) + 1) “Belmora Ceasefire"))
  }

  @Test func `says that an inherited period is inherited, and gives no bounds for it`() throws {
    let run = try desk.annals("missions", "--on", "2009-01-01", "--json")
    let mission = try #require((try run.json()["missions"] as? [[String: Any]])?.first)
    #expect(mission["period_from"] as? String == "inherited")
    #expect(mission["start"] is NSNull && mission["end"] is NSNull)
    #expect(mission["section_period"] as? String == "2008/2014")
    #expect((mission["reason"] as? String)?.contains("2008–2014") == true)
  }

  @Test func `quotes exactly, by UTF-8 bytes`() throws {
    let run = try desk.annals("missions", "--on", "2005", "--all", "--json")
    let missions = try #require(try run.json()["missions"] as? [[String: Any]])
    #expect(missions.count == 3)
    let bytes = Array(Sample.harbour.utf8)
    for passage in missions.flatMap({ $0["passages"] as? [[String: Any]] ?? [] }) {
      let range = try #require(passage["bytes"] as? [Int])
      let text = String(decoding: bytes[range[0]..<range[1]], as: UTF8.self)
      #expect(passage["quote"] as? String == text)
    }
  }

  @Test func `answers no only where it is asked to`() throws {
    #expect(try desk.missions("--on", "2005-06-01").allSatisfy { $0.answer != "no" })
    let all = try desk.missions("--on", "2005-06-01", "--all")
    #expect(all.count { $0.answer == "no" } == 2)
  }

  @Test func `asks about a whole month or year and says so`() throws {
    let run = try desk.annals("missions", "--on", "2007")
    #expect(run.code == 0 && run.output.hasPrefix("certainly  BCOM"))
    #expect(
      run.talk.contains("“2007” is no single day") && run.talk.contains("at any time in 2007"))
  }

  @Test func `asks about a period`() throws {
    let found = try desk.missions("--during", "2006/2009").compactMap(\.acronym)
    #expect(found == ["BCOM", "BRP"])
  }

  @Test(arguments: [
    ["missions", "--on", "2005-06-31"], ["missions", "--on", "soon"],
    ["missions", "--during", "2009/2006"], ["totals", "--on", "soon"],
    ["missions", "--kind", "mision"], ["timeline", "--width", "wide"],
    ["timeline", "--width", "4"],
    ["search"], ["search", "x", "--limit", "0"], ["show"],
  ])
  func `refuses what it cannot ask with code 2`(arguments: [String]) throws {
    let run = try desk.shell("annals " + arguments.joined(separator: " "))
    #expect(run.code == 2 && run.output == "" && run.talk.hasPrefix("annals: "))
  }

  @Test func `says of a malformed date what a good one looks like`() throws {
    let run = try desk.annals("missions", "--on", "2005-13-01")
    #expect(run.talk.contains("month 13 at byte 5") && run.talk.contains("2012-06-01"))
  }

  @Test func `finds nothing with code 1 and says how to find more`() throws {
    let missions = try desk.annals("missions", "--on", "1950-01-01")
    #expect(missions.code == 1 && missions.output == "")
    #expect(missions.talk.contains("1 January 1950") && missions.talk.contains("--all"))
    let search = try desk.annals("search", "zeppelin")
    #expect(search.code == 1 && search.talk.contains("“zeppelin”"))
    let json = try desk.annals("missions", "--on", "1950-01-01", "--json")
    let missionsFound = try json.json()["missions"] as? [Any]
    #expect(json.code == 1 && missionsFound?.isEmpty == true)
  }

  @Test func `asks whether another kind or name was meant`() throws {
    #expect(try desk.annals("missions", "--kind", "mision").talk.contains("“mission”?"))
    let show = try desk.annals("show", "BRO")
    #expect(show.code == 1 && show.talk.contains("Did you mean “BRP”?"))
    #expect(try desk.annals("show", "ceasefire").talk.contains("“Belmora Ceasefire"))
  }

  @Test func `shows one mission with each statement at its place`() throws {
    let run = try desk.annals("show", "ehmb")
    #expect(run.code == 0 && run.output.hasPrefix("EHMB  European Harbour Mission in Belmora"))
    #expect(run.output.contains("March 2019") && run.output.contains("“In March 2019, the Council"))
    #expect(run.output.contains("420 harbour officers"))
    #expect(run.output.contains("not taken"))
    let json = try desk.annals("show", "EHMB", "--json").json()
    let mission = try #require((json["missions"] as? [[String: Any]])?.first)
    let statements = try #require(mission["statements"] as? [[String: Any]])
    #expect(statements.allSatisfy { ($0["passages"] as? [Any])?.isEmpty == false })
  }

  @Test func `finds passages and marks the words`() throws {
    let run = try desk.annals("search", "harbour", "officers", "--json")
    let hits = try #require(try run.json()["hits"] as? [[String: Any]])
    #expect(run.code == 0 && !hits.isEmpty)
    #expect(hits.allSatisfy { $0["file"] as? String == "harbour.txt" })
    #expect((hits[0]["quote"] as? String)?.contains("420 harbour officers") == true)
  }

  @Test func `draws the missions in the terminal and as SVG`() throws {
    let text = try desk.annals("timeline", "--width", "72")
    #expect(text.code == 0 && text.lines.allSatisfy { $0.count <= 72 })
    #expect(text.output.contains("EHMB") && text.output.contains("2004"))
    let file = try desk.annals("timeline", "--svg", "missions.svg")
    #expect(file.code == 0 && file.output == "" && file.talk.contains("missions.svg"))
    let svg = try desk.read("missions.svg")
    #expect(svg.contains("<svg") && svg.contains("<title") && svg.contains("EHMB"))
    #expect(try desk.annals("timeline", "--svg", "-").output == svg)
    // A drawing may be drawn again, anything else is not replaced.
    #expect(try desk.annals("timeline", "--svg", "missions.svg").code == 0)
    let refused = try desk.annals("timeline", "--svg", "harbour.txt")
    #expect(refused.code == 5 && refused.talk.contains("not replaced"))
    #expect(try desk.read("harbour.txt") == Sample.harbour)
  }

  @Test(arguments: ["missions", "timeline", "show BCOM", "search harbour", "missions --on 2005"])
  func `has a schema version in its JSON`(command: String) throws {
    let run = try desk.shell("annals \(command) --json")
    let schema = try run.json()["schema"] as? String
    #expect(run.code == 0 && schema?.hasPrefix("annals.") == true)
  }

  @Test(arguments: ["missions", "missions --on 2005", "show BCOM", "timeline", "search harbour"])
  func `writes no escape sequence where no terminal is`(command: String) throws {
    #expect(try !desk.shell("annals \(command)").output.contains("\u{1B}"))
  }
}

@Suite struct `Before anything was read` {
  let desk: Desk
  init() throws { desk = try Desk() }

  @Test(arguments: [
    "missions", "missions --on 2012-06-01", "missions --json", "show NTM-I", "search training",
    "timeline", "timeline --svg x.svg",
  ])
  func `every command says what to do first`(command: String) throws {
    let run = try desk.shell("annals \(command)")
    #expect(run.code == 1 && run.output == "")
    #expect(run.talk.contains("nothing has been read yet"))
    #expect(run.talk.contains("annals read FILE…"))
    let other = try desk.shell("annals \(command) --register other.sqlite")
    #expect(other.talk.contains("annals read --register other.sqlite FILE…"))
  }

  @Test func `takes the register that the environment names`() throws {
    let path = desk.path("mine.sqlite")
    try desk.write(Sample.harbour, to: "harbour.txt")
    let read = try desk.annals("read", "harbour.txt", environment: ["ANNALS_REGISTER": path])
    #expect(read.code == 0 && FileManager.default.fileExists(atPath: path))
    #expect(try desk.annals("missions", "--register", "mine.sqlite").code == 0)
    #expect(try desk.annals("missions").code == 1)
  }

  @Test func `leaves a file that is no register as it is`() throws {
    try desk.write("These are notes, not a register.", to: "notes.txt")
    try desk.write(Sample.harbour, to: "harbour.txt")
    for command in ["missions", "read harbour.txt"] {
      let run = try desk.shell("annals \(command) --register notes.txt")
      #expect(run.code == 4 && run.talk.contains("notes.txt"))
    }
    #expect(try desk.read("notes.txt") == "These are notes, not a register.")
  }

  @Test func `says that a register is damaged`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.annals("read", "harbour.txt")
    let script =
      "printf XXXXXXXXXXXXXXXX | dd of=annals.sqlite bs=1 seek=100 conv=notrunc 2>/dev/null"
    _ = try desk.shell("rm -f annals.sqlite-wal annals.sqlite-shm; \(script)")
    let run = try desk.annals("missions")
    #expect(run.code == 4 && run.talk.contains("annals.sqlite"))
  }
}

@Suite struct `On a terminal` {
  let desk: Desk
  init() throws {
    desk = try Desk()
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.annals("read", "harbour.txt")
  }

  /// Runs a command with a terminal of 60 columns as its output, by way of `script`.
  private func onTerminal(_ command: String, environment: String = "") throws -> String {
    let program = Product.annals.path
    let line = "stty cols 60; env TERM=xterm \(environment) \(program) \(command)"
    return try desk.shell("script -qec '\(line)' /dev/null < /dev/null").output
  }

  static let hasScript = FileManager.default.fileExists(atPath: "/usr/bin/script")

  @Test(.enabled(if: hasScript, "skipped: the program “script” is not installed"))
  func `colours are used, unless NO_COLOR, --no-color or a dumb terminal forbids them`() throws {
    #expect(try onTerminal("missions --on 2005-01-01").contains("\u{1B}[32mcertainly"))
    #expect(try !onTerminal("missions --on 2005-01-01 --no-color").contains("\u{1B}["))
    #expect(try !onTerminal("missions", environment: "NO_COLOR=1").contains("\u{1B}["))
    #expect(try !onTerminal("missions", environment: "TERM=dumb").contains("\u{1B}["))
  }

  @Test(.enabled(if: hasScript, "skipped: the program “script” is not installed"))
  func `lines fit its width`() throws {
    let run = try onTerminal("missions --on 2005-01-01 --no-color")
    let lines = run.split(whereSeparator: \.isNewline)
    #expect(lines.count > 3 && lines.allSatisfy { $0.count <= 60 })
  }

  @Test(.enabled(if: hasScript, "skipped: the program “script” is not installed"))
  func `progress is shown for many files`() throws {
    try desk.write(Sample.harbour + "\nOnce more.\n", to: "other.txt")
    #expect(try onTerminal("read harbour.txt other.txt").contains("1 done, 0 failed, 1 left"))
    #expect(try !desk.annals("read", "harbour.txt", "other.txt").talk.contains("left:"))
  }
}
