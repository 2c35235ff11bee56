import Statements
import Testing

@testable import Reading

/// The table of words that `pdftotext -tsv` would write, for lines at places on pages.
private struct WordSheet {
  private var rows = [
    "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth"
      + "\theight\tconf\ttext"
  ]
  private var page = 0

  mutating func newPage() {
    page += 1
    rows.append("1\t\(page)\t0\t0\t0\t0\t0.0\t0.0\t595.0\t842.0\t-1\t###PAGE###")
  }

  mutating func block() { rows.append("3\t\(page)\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t###FLOW###") }

  /// Words of half their size in width a character, a space of the same between; `_` is a space
  /// inside a word's place and makes a gap.
  mutating func line(_ text: String, x: Double = 72, y: Double, size: Double = 10) {
    rows.append("4\t\(page)\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t###LINE###")
    var left = x
    for word in text.split(separator: " ") {
      let width = Double(word.count) * size / 2
      if word.contains(where: { $0 != "_" }) {
        rows.append("5\t\(page)\t0\t0\t0\t0\t\(left)\t\(y)\t\(width)\t\(size)\t100\t\(word)")
      }
      left += width + size / 2
    }
  }

  /// A word that touches what stands before it.
  mutating func word(_ text: String, x: Double, y: Double, size: Double) {
    rows.append(
      "5\t\(page)\t0\t0\t0\t0\t\(x)\t\(y)\t\(Double(text.count) * size / 2)\t\(size)\t100\t\(text)")
  }

  var bytes: [UInt8] { Array((rows.joined(separator: "\n") + "\n").utf8) }

  func read(_ properties: String = "") throws -> Transcript {
    try PDFReader.read(words: bytes, properties: Array(properties.utf8), limits: Limits())
  }
}

@Suite struct `A PDF` {
  @Test func `joins lines to paragraphs and undoes hyphens that are the typesetter's`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    sheet.block()
    sheet.line("The observer mission trained the offi-", y: 200)
    sheet.line("cers of the peace-keeping force in 2004-", y: 212)
    sheet.line("2011 with help of the follow-", y: 224)
    sheet.line("on mission. Peace-keeping and peace-", y: 236)
    sheet.line("keeping again. One NTM-", y: 248)
    sheet.line("I officer.", y: 260)
    let text = try sheet.read().text
    #expect(
      text
        == "The observer mission trained the officers of the peace-keeping force in 2004-2011 with "
        + "help of the follow-on mission. Peace-keeping and peace-keeping again. One NTM-I officer."
    )
  }

  @Test func `drops running heads and page numbers, and keeps years at the edge`() throws {
    var sheet = WordSheet()
    for page in 1...4 {
      sheet.newPage()
      sheet.block()
      sheet.line("Annual report on missions \(page)", y: 30)
      sheet.block()
      sheet.line("Mission number \(page) was closed.", y: 400)
      if page == 4 { sheet.line("2004", y: 800) }
      sheet.block()
      sheet.line("Page \(page) of 4", y: 820)
    }
    let text = try sheet.read().text
    #expect(!text.contains("Annual") && !text.contains("Page"))
    #expect(text.contains("Mission number 3 was closed.") && text.hasSuffix("2004"))
  }

  @Test func `takes larger type for headings, by their sizes`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    sheet.block()
    sheet.line("Observers in", y: 100, size: 20)
    sheet.line("the Valley", y: 122, size: 20)
    sheet.block()
    sheet.line("2001 to 2004", y: 160, size: 14)
    sheet.block()
    for row in 0..<4 {
      sheet.line("The mission was there to watch over the truce.", y: 200 + 12 * Double(row))
    }
    let transcript = try sheet.read()
    let blocks = try #require(transcript.outline).blocks
    #expect(blocks.prefix(2).map(\.kind) == [.heading(level: 1), .heading(level: 2)])
    #expect(transcript.text.hasPrefix("Observers in the Valley\n\n2001 to 2004\n\nThe mission"))
    #expect(transcript.metadata.title == "Observers in the Valley")
  }

  @Test func `goes on a paragraph over a column and a page, and knows the page of each line`()
    throws
  {
    var sheet = WordSheet()
    sheet.newPage()
    sheet.block()
    sheet.line("The mission began in 2001 and", y: 700)
    sheet.newPage()
    sheet.block()
    sheet.line("ended in 2004.", y: 100)
    let transcript = try sheet.read()
    #expect(transcript.text == "The mission began in 2001 and ended in 2004.")
    let document = Document(
      id: DocumentID(rawValue: "0"), text: transcript.text, source: Source(location: "a.pdf"),
      places: transcript.places)
    #expect(
      document.place(ofBytes: 4..<11) == .page(1, Box(left: 72, top: 700, right: 217, bottom: 710)))
    #expect(
      document.place(ofBytes: 30..<35) == .page(2, Box(left: 72, top: 100, right: 142, bottom: 110))
    )
  }

  @Test func `puts columns of a table back into rows, and gaps into cells`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    sheet.block()
    for (row, name) in ["UNMIL", "UNMIS", "ONUB"].enumerated() {
      sheet.line(name, y: 100 + 14 * Double(row))
    }
    sheet.block()
    for (row, years) in ["2003–2018", "2005–2011", "2004–2006"].enumerated() {
      sheet.line(years, x: 200, y: 100 + 14 * Double(row))
    }
    sheet.block()
    sheet.line("Total ________ 3", y: 300)
    let transcript = try sheet.read()
    #expect(
      transcript.text == """
        | UNMIL | 2003–2018
        | UNMIS | 2005–2011
        | ONUB | 2004–2006
        | Total | 3
        """)
  }

  @Test func `keeps the empty cells of a row, and knows its number and columns`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    let rows = [
      ["UNMIL", "Liberia", "2003"], ["UNMIS", nil, "2005"], [nil, "Burundi", "2004"],
      ["UNMIT", "Timor", "2006"],
    ]
    for (row, cells) in rows.enumerated() {
      sheet.block()
      for (column, cell) in cells.enumerated() {
        if let cell { sheet.line(cell, x: 72 + 100 * Double(column), y: 100 + 24 * Double(row)) }
      }
    }
    let transcript = try sheet.read()
    #expect(
      transcript.text == """
        | UNMIL | Liberia | 2003
        | UNMIS |  | 2005
        |  | Burundi | 2004
        | UNMIT | Timor | 2006
        """)
    let document = Document(
      id: DocumentID(rawValue: "0"), text: transcript.text, source: Source(location: "a.pdf"),
      places: transcript.places)
    let start = try #require(Array(transcript.text.utf8).firstRange(of: Array("Burundi".utf8)))
      .lowerBound
    #expect(
      document.place(ofBytes: start..<start + 7).words == "page 1, table 1 row 3, column 2")
    #expect(
      PlaceMap(encoded: document.places.encoded, count: document.text.utf8.count)
        == document.places)
  }

  @Test func `leaves columns of prose as they are`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    for x in [72.0, 320.0] {
      sheet.block()
      for row in 0..<4 {
        sheet.line("the observers stayed in the valley for years", x: x, y: 100 + 12 * Double(row))
      }
    }
    #expect(try sheet.read().text.contains("|") == false)
  }

  @Test func `keeps the number of a footnote apart from a year`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    sheet.block()
    sheet.line("It ended in 2011", y: 100)
    sheet.word("3", x: 152, y: 98, size: 6)
    #expect(try sheet.read().text == "It ended in 2011³")
  }

  @Test func `takes what the file says of itself, but no file name for a title`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    sheet.block()
    sheet.line("The mission ended.", y: 100)
    let metadata = try sheet.read(
      """
      Title:           Report_final.docx
      Author:          A. Writer
      CreationDate:    2001-04-02T15:17:20+02
      ModDate:         2022-04-03T15:17:20+02
      """
    ).metadata
    #expect(metadata.title == nil && metadata.author == "A. Writer" && metadata.published == nil)
    #expect(metadata.modified.map { "\($0)" } == "2022-04-03")
  }

  @Test func `without text is refused, and pages without it are told`() throws {
    var sheet = WordSheet()
    sheet.newPage()
    #expect(throws: ReadingError.self) { try sheet.read() }
    sheet.newPage()
    sheet.block()
    sheet.line("The mission ended.", y: 100)
    #expect(try sheet.read().warnings == ["1 of 2 pages without text: 1"])
    #expect(throws: ReadingError.self) { try PDFWords(table: Array("nonsense".utf8)) }
  }
}
