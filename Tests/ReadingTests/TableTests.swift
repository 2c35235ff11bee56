import Chronology
import Statements
import Testing

@testable import Reading

@Suite struct `A table` {
  static let missions = """
    mission;acronym;begin;end;country;troops;checked
    Valley Observer Mission;VOM;2001-03-15;2004-06-30;Valland;1,200;2003
    "Harbour ""Watch""
    Mission";HWM;May 2005;ongoing;Belmora;;
    Border Mission;BM;31/12/2005;04/05/2007;Valland;many;2006
    Old Mission;OM;;1999;Valland;;
    """

  private func read(
    _ text: String, as format: Format = .csv, _ change: (inout Mapping) -> Void = { _ in }
  ) throws -> Proposals {
    var mapping = Mapping()
    mapping.columns = [
      .mission: "mission", .acronym: "acronym", .start: "begin", .end: "end", .host: "country",
      .strength: "troops", .asOf: "checked",
    ]
    change(&mapping)
    return try reader.get().read(
      Manuscript(Array(text.utf8)), as: format, id: DocumentID(rawValue: "0123456789abcdef"),
      source: Source(location: "missions.csv"), by: mapping)
  }

  private func lines(_ proposals: Proposals) -> [String] {
    proposals.statements.map { statement in
      let valid = statement.valid.map { " @\($0)" } ?? ""
      let place = proposals.document.place(of: statement.passages[0]).words
      let value =
        statement.property == .launched || statement.property == .closed
        ? "" : " \(statement.value.words)"
      return
        "\(place): \(statement.subject.rawValue) \(statement.property.rawValue)\(value)\(valid)"
    }
  }

  @Test func `gives a statement for each column, from its cells`() throws {
    let proposals = try read(Self.missions)
    #expect(
      lines(proposals) == [
        "row 2, columns begin, end: vom@01234567 period 2001-03-15/2004-06-30",
        "row 2, columns country, troops, checked: vom@01234567 place Valland @2003",
        "row 2, columns troops, checked: vom@01234567 strength 1,200 personnel @2003",
        "row 3, columns begin, end: hwm@01234567 period 2005-05/..",
        "row 3, column country: hwm@01234567 place Belmora",
        "row 4, column begin: bm@01234567 launched @2005-12-31",
        "row 4, columns country, troops, checked: bm@01234567 place Valland @2006",
        "row 5, column end: om@01234567 closed @1999",
        "row 5, column country: om@01234567 place Valland",
      ])
    #expect(
      proposals.statements.map(\.passages[0].quote).prefix(5) == [
        "2001-03-15;2004-06-30", "Valland;1,200;2003", "1,200;2003", "May 2005;ongoing", "Belmora",
      ])
    #expect(proposals.doubts.map(\.passage.quote) == ["04/05/2007", "many"])
    #expect(proposals.missions.map(\.name)[1] == "Harbour \"Watch\" Mission")
    #expect(proposals.statements[0].note == "columns “begin”, “end”")
    #expect(
      proposals.doubts.map(\.reason) == [
        "no date that is sure in the column “end”: “04/05/2007”",
        "no number in the column “troops”: “many”",
      ])
  }

  @Test func `reads ambiguous dates by the order that the mapping gives`() throws {
    let dayFirst = try read(Self.missions) { $0.dates = .dayFirst }
    #expect(
      lines(dayFirst).contains(
        "row 4, columns begin, end: bm@01234567 period 2005-12-31/2007-05-04"))
    let monthFirst = try read(Self.missions) { $0.dates = .monthFirst }
    #expect(monthFirst.doubts.contains { $0.reason.contains("“31/12/2005”") })
  }

  @Test func `of one mission in many rows makes one mission with a passage for each row`() throws {
    let text = "mission,year,country\nUNMIS,2005.0,Sudan\nUNMIS,2006.0,Sudan\nunmis,2006,Sudan\n"
    let proposals = try read(text) {
      $0.columns = [.acronym: "mission", .asOf: "year", .host: "country"]
    }
    #expect(proposals.missions.map(\.acronym) == ["UNMIS"])
    #expect(
      lines(proposals) == [
        "row 2, columns year, country: unmis@01234567 place Sudan @2005",
        "row 2, column year: unmis@01234567 observed-period 2005/2006",
        "row 3, columns year, country: unmis@01234567 place Sudan @2006",
      ])
    #expect(
      proposals.statements[2].passages.map(\.quote) == ["2006.0,Sudan", "2006,Sudan"])
  }

  @Test func `may have year, month and day in columns of their own, and constants`() throws {
    let text = "m,y,mo,d\nEUFOR,2003,3,31\nEUPM,2003,1,\n"
    let proposals = try read(text) {
      $0.columns = [.acronym: "m", .startYear: "y", .startMonth: "mo", .startDay: "d"]
      $0.constants = [.organisation: "European Union"]
    }
    #expect(
      lines(proposals).filter { $0.contains("launched") } == [
        "row 2, columns y, mo, d: eufor@01234567 launched @2003-03-31",
        "row 3, columns y, mo: eupm@01234567 launched @2003-01",
      ])
    #expect(proposals.statements.contains { $0.value == .text("European Union") })
    // What no cell says rests on the row.
    #expect(lines(proposals).contains("row 2: eufor@01234567 organisation European Union"))
  }

  @Test func `whose end lies before its start is a doubt`() throws {
    let proposals = try read("mission,begin,end\nVOM,2004,2001\n") {
      $0.columns = [.acronym: "mission", .start: "begin", .end: "end"]
    }
    #expect(proposals.statements.isEmpty && proposals.doubts.count == 1)
  }

  @Test func `may be JSON, with a pointer to each value`() throws {
    let text =
      #"{"missions": [{"mission": "VOM", "begin": "2001", "end": null}, {"end": 2004, "mission": "VOM"}]}"#
    let proposals = try read(text, as: .json) {
      $0.columns = [.acronym: "mission", .start: "begin", .end: "end"]
    }
    #expect(
      lines(proposals) == [
        "at /missions/0/begin: vom@01234567 launched @2001",
        "at /missions/1/end: vom@01234567 closed @2004",
      ])
    #expect(proposals.statements[1].passages[0].quote == "2004")
  }

  @Test func `in JSON points at the record where a statement rests on several of its values`()
    throws
  {
    let text = #"[{"mission": "VOM", "be/gin": "2001", "end": "2004", "country": "Valland"}]"#
    let proposals = try read(text, as: .json) {
      $0.columns = [.acronym: "mission", .start: "be/gin", .end: "end", .host: "country"]
    }
    #expect(
      lines(proposals) == [
        "at /0: vom@01234567 period 2001/2004", "at /0/country: vom@01234567 place Valland",
      ])
    let (document, passage) = (proposals.document, proposals.missions[0].passage)
    #expect(document.place(of: passage) == .pointer("/0/mission"))
    #expect(document.place(ofBytes: 30..<31) == .pointer("/0/be~1gin"))
  }

  @Test func `keeps its places as text`() throws {
    let document = try read(Self.missions).document
    let count = document.text.utf8.count
    let encoded = document.places.encoded
    #expect(PlaceMap(encoded: encoded, count: count) == document.places)
    // What was kept before cells had places.
    let old = try #require(PlaceMap(encoded: "rows\n0 1\n40 2", count: count))
    let kept = Document(
      id: document.id, text: document.text, source: document.source, places: old)
    #expect(kept.place(ofBytes: 50..<60) == .row(2))
    for wrong in [
      "cells 2\na\nb\n0 1 4 9 2", "cells 2\na\nb\n0 1 4 3 1", "cells 2\na\nb\n0 1 4", "cells 2\na",
      "cells -1", "cells 1\na\n0 0", "cells 1\na\n5 1 4 9 0", "cells 1\na\n0 1 4 99999 0",
      "cells 1\na\n",
    ] {
      #expect(PlaceMap(encoded: wrong, count: count) == nil, "\(wrong)")
    }
  }

  @Test func `without a mapping, or with one that does not fit, is refused with the columns`()
    throws
  {
    #expect(throws: ReadingError(.unmapped)) {
      try reader.get().read(
        Manuscript(Array(Self.missions.utf8)), as: .csv, id: DocumentID(rawValue: "0"),
        source: Source(location: "a.csv"))
    }
    #expect {
      try read("name,start\nVOM,2001\n")
    } throws: {
      "\($0)".contains("“mission”, but the columns are")
        || "\($0)".contains("but the columns are “name”, “start”")
    }
    #expect(throws: ReadingError.self) { try read("a,\"b\nc,d\n") }
  }

  @Test func `proposes what its columns mean`() throws {
    let guess = try reader.get().guessMapping(Array(Self.missions.utf8), as: .csv)
    #expect(
      guess.mapping.columns == [
        .mission: "mission", .acronym: "acronym", .start: "begin", .end: "end", .host: "country",
        .strength: "troops",
      ] || guess.mapping.columns[.acronym] == "acronym")
    #expect(guess.reasons.count == guess.mapping.columns.count)
    let years = "mission_name,styear,stmonth\nVOM,2001,3\n"
    #expect(
      try reader.get().guessMapping(Array(years.utf8), as: .csv).mapping.columns == [
        .acronym: "mission_name", .startYear: "styear", .startMonth: "stmonth",
      ])
  }

  @Test func `without a header has numbered columns, which their cells explain`() throws {
    let text = "Valley Watch|2001-03-15|2004-06-30|Iraq\nTask Force|2005-01-01||\n"
    let guess = try reader.get().guessMapping(Array(text.utf8), as: .csv)
    #expect(!guess.mapping.hasHeader)
    #expect(guess.mapping.columns == [.mission: "1", .start: "2", .end: "3", .host: "4"])
    let proposals = try read(text) { $0 = guess.mapping }
    #expect(
      lines(proposals) == [
        "row 1, columns 2, 3: valley-watch@01234567 period 2001-03-15/2004-06-30",
        "row 1, column 4: valley-watch@01234567 place Iraq",
        "row 2, column 2: task-force@01234567 launched @2005-01-01",
      ])
  }

  @Test(arguments: [
    ("1992-04-25", "1992-04-25"), ("1992.0", "1992"), ("2024-05-27T09:12:00", "2024-05-27"),
    ("2024-05-27 00:00:00", "2024-05-27"), ("25.4.1992", "1992-04-25"), ("25/4/1992", "1992-04-25"),
    ("4/25/1992", "1992-04-25"), ("3/4/1992", nil), ("April 1992", "1992-04"),
    ("27 May 2003", "2003-05-27"), ("12", nil), ("troops", nil), ("from the start", nil),
    ("198X", "198X"), ("31.2.1992", nil),
  ])
  func `takes for a date only what is one`(cell: String, date: String?) throws {
    #expect(try reader.get().cellDate(cell, order: nil)?.description == date)
  }

  @Test(arguments: [
    ("a,b\r\n1,2\r\n", [["1", "2"]]), ("a\tb\n 1 \t\"x\ty\"\n", [["1", "x\ty"]]),
    ("a,b\n\"x \"\"y\"\"\",\n", [["x \"y\"", ""]]), ("a,b\n\n1,2,3", [["1", "2", "3"]]),
    ("\u{FEFF}a,b\n5\" gun,2", [["5\" gun", "2"]]), ("a,b\n\"x\"y,2", [["xy", "2"]]),
  ])
  func `takes separated values kindly`(text: String, rows: [[String]]) throws {
    let table = try CSVScanner.table(of: Array(text.utf8), separator: nil)
    #expect(table.columns == ["a", "b"] && table.rows.map { $0.cells.map(\.text) } == rows)
  }
}

@Suite struct `A JSON document` {
  @Test func `gives its prose under its keys, with a pointer to each value`() throws {
    let text = #"""
      {"title": "Valland", "Military": {"Note/s": {"text": "<p>The <b>mission</b> (VOM) ended on 30 June 2004.</p>And more."},
      "Size": {"text": "12 officers"}, "rank": "low", "list": ["first of all the items here"]}, "n": 12}
      """#
    let transcript = try JSONProse.read(Array(text.utf8), limits: Limits())
    #expect(
      transcript.text == """
        • title: Valland

        Military

        Note/s

        The mission (VOM) ended on 30 June 2004.

        And more.

        Size

        12 officers

        • rank: low

        first of all the items here
        """)
    #expect(transcript.metadata.title == "Valland")
    guard case .pointers(let pointers) = transcript.places else { throw Lost() }
    #expect(pointers.map(\.path).contains("/Military/Note~1s/text"))
    #expect(pointers.last?.path == "/Military/list/0")
  }

  private struct Lost: Error {}

  @Test(arguments: [
    "{", "[1,", "{\"a\" 1}", "\"abc", "[1] 2", "{\"a\": tru}", "\"\\x\"", "\"\\u12\"", "nul", "-",
    "[\"a\nb\"]",
  ])
  func `that is broken is refused with a byte`(text: String) {
    #expect {
      try JSONScanner.value(of: Array(text.utf8), depth: 10)
    } throws: {
      "\($0)".contains("at byte")
    }
  }

  @Test func `that nests too deep is refused`() {
    let text = String(repeating: "[", count: 100_000)
    #expect {
      try JSONScanner.value(of: Array(text.utf8), depth: 256)
    } throws: {
      guard case .hostile? = ($0 as? ReadingError)?.reason else { return false }
      return true
    }
  }

  @Test(arguments: [
    (#""a\u00e9\ud83d\ude00\n""#, "aé😀\n"), (#""\u0000\ud800x""#, "\u{FFFD}\u{FFFD}x"),
    (#""\"\\\/""#, "\"\\/"),
  ])
  func `has its escapes undone`(text: String, value: String) throws {
    #expect(try JSONScanner.value(of: Array(text.utf8), depth: 2).string == value)
  }
}
