import Chronology
import Specimens
import Statements
import Testing

@testable import Reading

private func page(_ html: String) throws -> Transcript {
  try HTMLReader.read(Array(html.utf8), limits: Limits())
}

extension Transcript {
  /// The place of some words, as a person reads it.
  fileprivate func place(of words: String) throws -> String {
    let utf8 = Array(text.utf8)
    let start = try #require(utf8.firstRange(of: Array(words.utf8))).lowerBound
    return Document(
      id: DocumentID(rawValue: "0"), text: text, source: Source(location: "a"), places: places
    ).place(ofBytes: start..<start + words.utf8.count).words
  }
}

@Suite struct `A table of a page` {
  @Test func `keeps its empty cells, so that columns stay under their heads`() throws {
    let transcript = try page(
      """
      <p>Before</p><table><thead><tr><th>Mission<th>Start<th>End<th>State</thead>
      <tr><td>VOM<td><td>2004<td>Valland<tr><td></td><td>2001</td><td></td><td></td></tr>
      <tr><td>HWM<td>2005<td>&nbsp;<td> </table>
      """)
    #expect(
      transcript.text == """
        Before

        | Mission | Start | End | State
        | VOM |  | 2004 | Valland
        |  | 2001
        | HWM | 2005
        """)
    #expect(
      try transcript.place(of: "2004") == "before the first heading, table 1 row 2, column End")
    #expect(try transcript.place(of: "VOM |  | 2004").hasSuffix("row 2, columns Mission, End"))
    #expect(try transcript.place(of: "VOM |  | 2004 | Valland").hasSuffix("table 1 row 2"))
    #expect(try transcript.place(of: "2001").hasSuffix("table 1 row 3, column Start"))
    #expect(try transcript.place(of: "Before") == "before the first heading")
  }

  @Test func `lays out cells that span columns and rows`() throws {
    let transcript = try page(
      """
      <h1>Missions</h1><table>
      <tr><th rowspan=2>Mission<th colspan=2>Period<th rowspan=2>State
      <tr><th>Start<th>End
      <tr><td rowspan=2>VOM<td>2001<td>2002<td>Valland
      <tr><td>2003<td>2004<td>Belmora
      <tr><td>HWM<td colspan=2>2005<td>Highland</table>
      <table><tr><td>a<td>b</table>
      """)
    #expect(
      transcript.text.hasSuffix(
        """
        | Mission | Period |  | State
        | Mission | Start | End | State
        | VOM | 2001 | 2002 | Valland
        | VOM | 2003 | 2004 | Belmora
        | HWM | 2005 |  | Highland

        | a | b
        """.replacing("\n\n| a", with: "\n| a")))
    #expect(
      try transcript.place(of: "2004 | Belmora")
        == "section “Missions”, table 1 row 4, columns End, State")
    #expect(try transcript.place(of: "2005").hasSuffix("row 5, column Start"))
    #expect(try transcript.place(of: "b").hasSuffix("table 2 row 1, column 2"))
  }

  @Test func `gives periods by its columns where cells are empty`() throws {
    let proposals = try reader.get().read(
      Manuscript(
        Array(
          """
          <h1>Observers</h1><table><tr><th>Mission<th>State<th>Start<th>End
          <tr><td>Valley Observer Mission (VOM)<td><td>2001<td>2004
          <tr><td rowspan=2>Highland Watch Mission (HWM)<td>Iraq<td>2005<td>2006
          <tr><td>Mali<td>2007<td>2008</table>
          """.utf8)), as: .html, id: DocumentID(rawValue: "0123456789"),
      source: Source(location: "a.html"))
    let periods = proposals.statements.filter { $0.property == .period }
    #expect(
      periods.map { "\($0.subject.rawValue.prefix(3)) \($0.value.words)" } == [
        "vom 2001/2004", "hwm 2005/2006", "hwm 2007/2008",
      ])
    #expect(
      periods.map { proposals.document.place(of: $0.passages[0]).words } == [
        "section “Observers”, table 1 row 2",
        "section “Observers”, table 1 row 3",
        "section “Observers”, table 1 row 4",
      ])
  }

  @Test func `inside another has its own number and rows`() throws {
    let transcript = try page(
      "<table><tr><td>A<td>B<tr><td>C<table><tr><td>in<td>ner</table><td>D<tr><td>E<td>F</table>")
    #expect(transcript.text == "| A | B\n\nC\n\n| in | ner\n|  | D\n| E | F")
    #expect(try transcript.place(of: "ner").hasSuffix("table 2 row 1, column 2"))
    #expect(try transcript.place(of: "D").hasSuffix("table 1 row 2, column 2"))
    #expect(try transcript.place(of: "F").hasSuffix("table 1 row 3, column 2"))
    #expect(
      PlaceMap(encoded: transcript.places.encoded, count: transcript.text.utf8.count)
        == transcript.places)
  }

  @Test(arguments: [
    "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b<tr><td>c<tr><td>d</table>",
    "<table><tr><td colspan=0 rowspan=0>a<td>b<tr><td>c</table>",
    "<table><tr><td colspan=-4>a<td>b</table>",
    "<table>" + String(repeating: "<tr><td colspan=1000 rowspan=1000>a<td>b", count: 200)
      + "</table>",
  ])
  func `may claim what spans it likes`(html: String) throws {
    let transcript = try page(html)
    #expect(transcript.text.utf8.count < 1 << 20 && transcript.text.contains("b"))
    #expect(
      PlaceMap(encoded: transcript.places.encoded, count: transcript.text.utf8.count)
        == transcript.places)
  }

  @Test func `may leave out the tags of its rows`() throws {
    let transcript = try page("<table><th>Mission<td>VOM</table><th>a<td>b")
    #expect(try transcript.place(of: "VOM").hasSuffix("table 1 row 1, column 2"))
    #expect(
      PlaceMap(encoded: transcript.places.encoded, count: transcript.text.utf8.count)
        == transcript.places)
  }

  @Test func `in text that is no such map is refused`() throws {
    #expect(PlaceMap(encoded: "sections\n0 2 1\ntable 1 1\na\n4 1 4 5 0", count: 9) != nil)
    for wrong in [
      "sections\n0 2 1\ntable 1 1\na\n4 1 4 5 1", "sections\ntable 0 1\na\n4 1",
      "sections\ntable 1 1\na", "sections\ntable 1\na\n4 1", "sections\ntable 1 9\na\n4 1",
      "sections\ntable 1 1\na\n4 1\ntable 2 1\na\n3 1", "pages\ntable 1 1\na\n10 1",
      "rows\n0 1\ntable 1 1\na\n4 1", "cells 1\na\n0 1\ntable 1 1\na\n4 1",
    ] {
      #expect(PlaceMap(encoded: wrong, count: 9) == nil, "\(wrong)")
    }
  }
}

@Suite struct `A table of an office document` {
  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(OfficeFiles.paragraph(text))</w:tc>"
  }

  @Test func `in Word keeps empty cells, spans and the row that heads it`() throws {
    let restart = "<w:vMerge w:val='restart'/>"
    let transcript = try DOCXReader.read(
      OfficeFiles.docx(
        OfficeFiles.paragraph("Missions", style: "Title")
          + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("Mission"))\(cell("Start"))"
          + "\(cell("End"))</w:tr>"
          + "<w:tr>\(cell("VOM", restart))\(cell(""))\(cell("2004"))</w:tr>"
          + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("2005", "<w:gridSpan w:val='2'/>"))</w:tr>"
          + "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>\(cell("2006"))\(cell("2007"))</w:tr>"
          + "</w:tbl>"), limits: Limits())
    #expect(
      transcript.text == """
        Missions

        | Mission | Start | End
        | VOM |  | 2004
        | VOM | 2005
        |  | 2006 | 2007
        """)
    #expect(try transcript.place(of: "2004") == "section “Missions”, table 1 row 2, column End")
    #expect(try transcript.place(of: "2007").hasSuffix("row 4, column End"))
  }

  @Test func `in Word may stand inside another`() throws {
    let inner = "<w:tbl><w:tr>\(cell("in"))\(cell("ner"))</w:tr></w:tbl>"
    let transcript = try DOCXReader.read(
      OfficeFiles.docx(
        "<w:tbl><w:tr>\(cell("A"))\(cell("B"))</w:tr><w:tr><w:tc>\(OfficeFiles.paragraph("C"))"
          + "\(inner)\(OfficeFiles.paragraph("after"))</w:tc>\(cell("D"))</w:tr></w:tbl>"),
      limits: Limits())
    #expect(transcript.text == "| A | B\n\nC\n\n| in | ner\n\nafter\n\n|  | D")
    #expect(try transcript.place(of: "ner").hasSuffix("table 2 row 1, column 2"))
    #expect(try transcript.place(of: "D").hasSuffix("table 1 row 2, column 2"))
  }

  @Test func `in OpenDocument keeps empty, repeated and spanning cells`() throws {
    func cell(_ text: String, _ attributes: String = "") -> String {
      "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
    }
    let transcript = try ODTReader.read(
      OfficeFiles.odt(
        "<text:h text:outline-level='1'>Missions</text:h><table:table>"
          + "<table:table-header-rows><table:table-row>\(cell("Mission"))\(cell("Start"))"
          + "\(cell("End"))</table:table-row></table:table-header-rows>"
          + "<table:table-row>\(cell("VOM", "table:number-rows-spanned='2'"))"
          + "<table:table-cell/>\(cell("2004"))</table:table-row>"
          + "<table:table-row><table:covered-table-cell><text:p>hidden</text:p>"
          + "</table:covered-table-cell>\(cell("2005", "table:number-columns-repeated='2'"))"
          + "</table:table-row><table:table-row>\(cell("HWM"))"
          + "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
          + "</table:table>"), limits: Limits())
    #expect(
      transcript.text == """
        Missions

        | Mission | Start | End
        | VOM |  | 2004
        | VOM | 2005 | 2005
        | HWM
        """)
    #expect(try transcript.place(of: "2004") == "section “Missions”, table 1 row 2, column End")
    #expect(try transcript.place(of: "HWM").hasSuffix("row 4, column Mission"))
  }
}
