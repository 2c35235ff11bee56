import Chronology
import Specimens
import Statements
import Testing

@testable import Reading

@Suite struct `A Word document` {
  private func read(_ body: String, styles: String = "", footnotes: String? = nil) throws
    -> Transcript
  {
    try DOCXReader.read(
      OfficeFiles.docx(body, styles: styles, footnotes: footnotes), limits: Limits())
  }

  @Test func `gives headings by style, items, paragraphs and rows`() throws {
    func cell(_ text: String) -> String { "<w:tc>\(OfficeFiles.paragraph(text))</w:tc>" }
    let transcript = try read(
      OfficeFiles.paragraph("Observers in the Valley", style: "Title")
        + OfficeFiles.paragraph("2001–2004", style: "Heading2")
        + OfficeFiles.paragraph("It began in 2001.")
        + OfficeFiles.paragraph("12 officers", style: "ListBullet")
        + OfficeFiles.paragraph(
          "3 cars", properties: "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
        + "<w:tbl><w:tr>\(cell("Year"))\(cell("Strength"))</w:tr>"
        + "<w:tr>\(cell("2002"))\(cell("120"))</w:tr></w:tbl>")
    #expect(
      transcript.text == """
        Observers in the Valley

        2001–2004

        It began in 2001.

        • 12 officers
        • 3 cars

        | Year | Strength
        | 2002 | 120
        """)
    let kinds = try #require(transcript.outline).blocks.map(\.kind)
    #expect(
      kinds == [
        .heading(level: 1), .heading(level: 2), .paragraph, .item, .item, .row, .row,
      ])
  }

  @Test func `knows a heading by what its style is based on, or by its outline level`() throws {
    let styles = """
      <w:style w:type='paragraph' w:styleId='Mine'><w:name w:val='My own'/>
      <w:basedOn w:val='Heading2'/></w:style>
      <w:style w:type='paragraph' w:styleId='A'><w:name w:val='a'/><w:basedOn w:val='B'/></w:style>
      <w:style w:type='paragraph' w:styleId='B'><w:name w:val='b'/><w:basedOn w:val='A'/></w:style>
      """
    let transcript = try read(
      OfficeFiles.paragraph("One", style: "Mine")
        + OfficeFiles.paragraph("Two", properties: "<w:outlineLvl w:val='2'/>")
        + OfficeFiles.paragraph("Circle", style: "A"), styles: styles)
    let blocks = try #require(transcript.outline).blocks
    #expect(blocks.map(\.kind) == [.heading(level: 2), .heading(level: 3), .paragraph])
  }

  @Test func `takes tracked changes as accepted and leaves comments out`() throws {
    let transcript = try read(
      """
      <w:p><w:r><w:t xml:space="preserve">The mission ended in </w:t></w:r>
      <w:del><w:r><w:delText>2003</w:delText></w:r></w:del><w:ins><w:r><w:t>2004</w:t></w:r></w:ins>
      <w:commentRangeStart w:id="0"/><w:r><w:t>.</w:t></w:r><w:commentReference w:id="0"/>
      <w:moveFrom><w:r><w:t>Moved away.</w:t></w:r></w:moveFrom></w:p>
      """)
    #expect(transcript.text == "The mission ended in 2004.")
    #expect(transcript.warnings == ["tracked changes, read as if all were accepted"])
  }

  @Test func `puts a footnote behind the paragraph that calls it`() throws {
    let transcript = try read(
      """
      <w:p><w:r><w:t>In 2011</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>
      <w:r><w:t xml:space="preserve"> it ended.</w:t></w:r></w:p>
      """,
      footnotes: """
        <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>By resolution.</w:t></w:r></w:p></w:footnote>
        """)
    #expect(transcript.text == "In 2011² it ended.\n\n² By resolution.")
  }

  @Test func `shows a text box once, tabs as spaces, and hides fields`() throws {
    let transcript = try read(
      """
      <w:p><w:r><w:t>Before</w:t><w:tab/><w:t>after</w:t></w:r>
      <w:r><w:instrText>PAGE</w:instrText></w:r>
      <mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>
      </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box</w:t></w:r></w:p></mc:Fallback>
      </mc:AlternateContent></w:p>
      """)
    #expect(transcript.text == "Before after\n\nIn a box")
  }

  @Test func `says who wrote it, and not that it was published when it was made`() throws {
    let bytes = OfficeFiles.docx(
      OfficeFiles.paragraph("The mission."),
      core: "<dc:title>Valley</dc:title><dc:creator>A. Writer</dc:creator>"
        + "<dcterms:created>2001-01-01T00:00:00Z</dcterms:created>"
        + "<dcterms:modified>2022-03-04T05:06:07Z</dcterms:modified>",
      app: "<Company>The Ministry</Company>")
    let metadata = try DOCXReader.read(bytes, limits: Limits()).metadata
    #expect(metadata.title == "Valley" && metadata.author == "A. Writer")
    #expect(metadata.publisher == "The Ministry" && metadata.published == nil)
    #expect(metadata.modified?.description == "2022-03-04")
  }

  @Test func `that defines entities is refused`() throws {
    let xml =
      "<!DOCTYPE d [<!ENTITY a 'aaaa'>]>" + OfficeFiles.document(OfficeFiles.paragraph("&a;"))
    let bytes = ZIPWriter.archive([ZIPWriter.Part("word/document.xml", xml)])
    #expect {
      try DOCXReader.read(bytes, limits: Limits())
    } throws: {
      guard case .hostile? = ($0 as? ReadingError)?.reason else { return false }
      return true
    }
  }

  @Test(arguments: [nil, UInt32(1000)])
  func `that unpacks to more than is allowed is refused, whatever it says`(stated: UInt32?) throws {
    var limits = Limits()
    limits.unpacked = 1 << 20
    let run = ZIPWriter.deflatedRun(of: 0x41, count: 4 << 20)
    let bytes = ZIPWriter.archive([
      ZIPWriter.Part("word/document.xml", run, method: 8, statedSize: stated ?? 4 << 20)
    ])
    #expect(run.count < 40_000)
    #expect {
      try DOCXReader.read(bytes, limits: limits)
    } throws: {
      switch ($0 as? ReadingError)?.reason {
      case .hostile?: true
      // A length that lies may also be noticed as such.
      case .damaged?: stated != nil
      default: false
      }
    }
  }

  @Test func `that breaks off gives what stands before, with a word`() throws {
    let xml = OfficeFiles.document(
      OfficeFiles.paragraph("It began in 2001.") + OfficeFiles.paragraph("It ended."))
    let bytes = ZIPWriter.archive([
      ZIPWriter.Part("word/document.xml", Array(xml.utf8.dropLast(60)))
    ])
    let transcript = try DOCXReader.read(bytes, limits: Limits())
    #expect(transcript.text.hasPrefix("It began in 2001."))
    #expect(transcript.warnings.first?.contains("damaged") == true)
  }
}

@Suite struct `An OpenDocument text` {
  @Test func `counts its bytes right where some are no UTF-8`() throws {
    let xml =
      Array("<d><body><text:h xmlns:text='t'>".utf8) + [0xFF, 0xFF] + Array("Valley</text:h>".utf8)
      + Array("<text:p xmlns:text='t'>Closed.</text:p></body></d>".utf8)
    let bytes = ZIPWriter.archive([ZIPWriter.Part("content.xml", xml)])
    let transcript = try ODTReader.read(bytes, limits: Limits())
    let document = Document(
      id: DocumentID(rawValue: "0"), text: transcript.text, source: Source(location: "a.odt"))
    let words = transcript.outline?.blocks.map { document.text(of: $0.bytes) }
    #expect(words?.allSatisfy { $0 != nil } == true)
    #expect(words?.first??.hasSuffix("Valley") == true)
  }

  @Test func `gives headings, items, rows, notes, and leaves comments and deletions out`() throws {
    let bytes = OfficeFiles.odt(
      """
      <text:tracked-changes><text:p>Gone</text:p></text:tracked-changes>
      <text:h text:outline-level="1">Valley</text:h>
      <text:p>It ended<text:s/>in 2004<text:note><text:note-citation>1</text:note-citation>
      <text:note-body><text:p>By resolution.</text:p></text:note-body></text:note>.
      <office:annotation><text:p>Really?</text:p></office:annotation></text:p>
      <text:list><text:list-item><text:p>12 officers</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>2002</text:p></table:table-cell>
      <table:table-cell><text:p>120</text:p></table:table-cell></table:table-row></table:table>
      """,
      meta: "<dc:title>T</dc:title><meta:initial-creator>A</meta:initial-creator>"
        + "<dc:date>2022-03-04T05:06:07</dc:date>")
    let transcript = try ODTReader.read(bytes, limits: Limits())
    #expect(
      transcript.text == """
        Valley

        It ended in 2004¹.

        ¹ By resolution.

        • 12 officers

        | 2002 | 120
        """)
    #expect(transcript.metadata.author == "A")
    #expect(transcript.metadata.modified?.description == "2022-03-04")
  }
}
