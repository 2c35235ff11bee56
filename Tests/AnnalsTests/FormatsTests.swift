import Foundation
import Specimens
import Testing

/// The formats of a folder, read from outside.
@Suite struct `Reading other formats` {
  let desk: Desk
  init() throws { desk = try Desk() }

  /// Four lines about one mission, which each format can hold.
  static let lines = [
    "Valley Observer Mission (VOM): 2001-2004",
    "In March 2001 the Council established the mission.",
    "The mission had 120 officers.", "Closed on 30 June 2004.",
  ]

  static let html = """
    <title>x</title><h2>\(lines[0])</h2><p>\(lines[1])</p><ul><li>\(lines[2])</li>
    <li>\(lines[3])</li></ul>
    """

  static var docx: [UInt8] {
    OfficeFiles.docx(
      OfficeFiles.paragraph(lines[0], style: "Heading2") + OfficeFiles.paragraph(lines[1])
        + OfficeFiles.paragraph(lines[2], style: "ListBullet")
        + OfficeFiles.paragraph(lines[3], style: "ListBullet"))
  }

  static var pdf: [UInt8] {
    let body = lines.dropFirst().enumerated().map { PDFFile.Text($1, y: 150 + 30 * $0) }
    return PDFFile(
      pages: [
        [PDFFile.Text("Missions in the Valley", y: 100, size: 22)],
        [PDFFile.Text(lines[0], y: 100, size: 16)] + body,
      ],
      info: "/Title (Missions) /Author (A. Writer) /ModDate (D:20220304050607Z)"
    ).bytes
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try desk.write("", to: name)
    try Data(bytes).write(to: desk.folder.appendingPathComponent(name))
  }

  /// The place and the quote of each passage about the mission.
  private func evidence() throws -> [(place: [String: Any], quote: String)] {
    let missions = try #require(
      try desk.annals("missions", "--on", "2003-01-01", "--json").json()["missions"]
        as? [[String: Any]])
    return try missions.flatMap { try #require($0["passages"] as? [[String: Any]]) }.map {
      ($0["place"] as? [String: Any] ?? [:], $0["quote"] as? String ?? "")
    }
  }

  @Test func `points at the headings of a page`() throws {
    try desk.write(Self.html, to: "valley.html")
    #expect(try desk.annals("read", "valley.html").code == 0)
    let found = try evidence()
    #expect(found.contains { $0.place["section"] as? [String] == [Self.lines[0]] })
    let shown = try desk.annals("missions", "--on", "2003-01-01")
    #expect(shown.output.contains("valley.html § \(Self.lines[0]) “"))
  }

  @Test func `points at the headings of a Word document`() throws {
    try write(Self.docx, to: "valley.docx")
    #expect(try desk.annals("read", "valley.docx").code == 0)
    #expect(try evidence().contains { $0.place["section"] as? [String] == [Self.lines[0]] })
  }

  @Test func `points at the page of a PDF, with a box`() throws {
    try write(Self.pdf, to: "valley.pdf")
    let run = try desk.annals("read", "valley.pdf", "--json")
    #expect(run.code == 0)
    let document = try #require((try run.json()["documents"] as? [[String: Any]])?.first)
    #expect(document["author"] as? String == "A. Writer")
    #expect(document["modified"] as? String == "2022-03-04")
    let found = try evidence()
    #expect(!found.isEmpty && found.allSatisfy { $0.place["page"] as? Int == 2 })
    #expect(found.allSatisfy { ($0.place["box"] as? [Int])?.count == 4 })
    #expect(try desk.annals("missions", "--on", "2003-01-01").output.contains("valley.pdf p. 2 “"))
  }

  @Test func `points at the cells of a table that a mapping explains`() throws {
    try desk.write("mission;begin;end\nVOM;2001-03-15;2004-06-30\n", to: "missions.csv")
    let refused = try desk.annals("read", "missions.csv")
    #expect(refused.code == 3 && refused.talk.contains("--guess-map"))
    let guess = try desk.annals("read", "missions.csv", "--guess-map")
    #expect(guess.code == 0 && guess.output.contains("acronym = \"mission\""))
    try desk.write(guess.output, to: "map.toml")
    #expect(try desk.annals("read", "missions.csv", "--map", "map.toml").code == 0)
    let found = try evidence()
    #expect(found.map { $0.place["row"] as? Int } == [2])
    #expect(found.map { $0.place["columns"] as? [String] } == [["begin", "end"]])
    #expect(found[0].quote == "2001-03-15;2004-06-30")
    let answer = try desk.annals("missions", "--on", "2003-01-01")
    #expect(answer.output.contains("missions.csv row 2, columns begin, end “2001"))
    try desk.write("[columns]\nacronym = \"name\"\nstart = \"begin\"\n", to: "wrong.toml")
    #expect(try desk.annals("read", "missions.csv", "--map", "wrong.toml").talk.contains("“name”"))
  }

  @Test(arguments: [
    ("[columns]\nacronim = \"a\"\n", "Did you mean “acronym”?"), ("[columns\n", "map.toml:1"),
    ("[columns]\nacronym = 3\n", "map.toml"), ("[cells]\ndates = \"american\"\n", "day-first"),
    ("[wrong]\n", "map.toml"), ("{\"columns\": 3}", "map.toml"),
  ])
  func `says what is wrong with a mapping`(text: String, words: String) throws {
    try desk.write("a,b\n1,2\n", to: "t.csv")
    try desk.write(text, to: "map.toml")
    let run = try desk.annals("read", "t.csv", "--map", "map.toml")
    #expect(run.code == 2 && run.talk.contains(words), "\(run.talk)")
  }

  @Test func `keeps the file itself`() throws {
    try write(Self.docx, to: "valley.docx")
    try desk.annals("read", "valley.docx")
    let size = try desk.shell(
      "sqlite3 annals.sqlite 'SELECT format, length(bytes) FROM original' 2>/dev/null || echo none")
    let line = size.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(line == "none" || line == "docx|\(Self.docx.count)")
  }

  @Test func `tells standard input's format from its beginning`() throws {
    let run = try desk.annals("read", "-", input: "<!DOCTYPE html>" + Self.html)
    #expect(run.code == 0 && run.output.contains("1 mission"))
    #expect(try evidence().contains { $0.place["section"] != nil })
  }

  @Test func `gives rich text and old Word files in a folder a verdict with the way out`() throws {
    try desk.write(#"{\rtf1 The mission ended in 2004.}"#, to: "in/a.rtf")
    try write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], to: "in/b.doc")
    try desk.write("Just words about a mission.", to: "in/c.txt")
    let run = try desk.annals("read", "in")
    #expect(
      run.code == 3 && run.talk.contains("a.rtf: not read: rich text (RTF); save it as .docx"))
    #expect(run.talk.contains("b.doc: not read: an old Office file"))
  }

  @Test func `says when a file is not what its ending says`() throws {
    try desk.write("Just words about a mission.", to: "a.docx")
    try write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], to: "b.docx")
    try write(Self.pdf, to: "c.txt")
    try desk.write("Just words about a mission.", to: "d.pdf")
    let run = try desk.annals("read", "a.docx", "b.docx", "c.txt", "d.pdf")
    #expect(run.code == 3 && run.talk.contains("old Office file (.doc, .xls)"))
    #expect(run.talk.contains("c.txt: its ending promises plain text, but it is PDF"))
  }
}

@Suite struct `Reading a folder` {
  let desk: Desk
  init() throws { desk = try Desk() }

  @Test func `leaves out what is excluded`() throws {
    for name in ["a.txt", "drafts/b.txt", "notes/c.md", "notes/drafts/d.txt", "notes/keep.md"] {
      try desk.write(Sample.harbour + "\n\(name)\n", to: "in/\(name)")
    }
    let run = try desk.annals(
      "read", "in", "--json", "--exclude", "drafts/", "--exclude", "*.md", "--exclude", "!keep.md")
    let documents = try #require(try run.json()["documents"] as? [[String: Any]])
    #expect(documents.map { $0["path"] as? String } == ["in/a.txt", "in/notes/keep.md"])
  }

  @Test func `does not read anew what it has read, until something changes`() throws {
    try desk.write(Sample.harbour, to: "in/a.txt")
    try desk.write(Sample.harbour + "\nMore.\n", to: "in/b.txt")
    try desk.annals("read", "in")
    try desk.write(Sample.harbour + "\nOther.\n", to: "in/b.txt")
    let again = try desk.annals("read", "in")
    #expect(again.lines.map { $0.prefix(5) } == ["known", "read "])
    // Another option makes another reading.
    let dated = try desk.annals("read", "in/a.txt", "--source-date", "2022-06-01")
    #expect(dated.output.hasPrefix("updated"))
  }

  @Test func `tries again what failed, and only that`() throws {
    try desk.write(Sample.harbour, to: "in/a.txt")
    try desk.write("", to: "in/b.txt")
    let first = try desk.annals("read", "in")
    #expect(first.code == 3 && first.talk.contains("annals read --failed"))
    #expect(try desk.annals("read", "--failed").code == 3)
    try desk.write(Sample.harbour + "\nNow written.\n", to: "in/b.txt")
    let second = try desk.annals("read", "--failed")
    #expect(second.code == 0 && second.lines.count == 1 && second.output.contains("in/b.txt"))
    let third = try desk.annals("read", "--failed")
    #expect(third.code == 0 && third.output.isEmpty && third.talk.contains("Nothing failed"))
  }

  @Test func `gives its report in the order of the files, however many read`() throws {
    for index in 0..<12 {
      try desk.write(Sample.harbour + "\nPaper \(index)\n", to: "in/\(10 + index).txt")
    }
    let run = try desk.annals("read", "in", "--jobs", "4")
    #expect(run.lines.map { $0.dropFirst(12).prefix(6) } == (10..<22).map { "\($0).txt" })
  }
}
