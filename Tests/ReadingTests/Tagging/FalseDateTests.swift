import Chronology
import Testing

@testable import Reading

@Suite struct `Numbers that look like dates` {
  @Test(arguments: [
    "Resolutions 1542 (⟦2004|2004⟧), 1608 (⟦2005|2005⟧) and 1702 (⟦2006|2006⟧) apply.",
    "See S/RES/1701 and S/2004/616.", "Decision 2010/279/CFSP set it up.",
    "Read version 2.10.2004 and section 5.6.2004 of it.",
    "The host is at 10.12.20.04.", "Meet in room 2004 or box 1998.",
    "The page is https://example.org/2004/05/12/report here.",
  ])
  func `are passed over`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "It ran ⟦1/1/2004|2004-01-01⟧-⟦30/6/2004|2004-06-30⟧.",
    "It ran ⟦2004-01-05|2004-01-05⟧/⟦2004-03-06|2004-03-06⟧.",
    "It ran ⟦01/2004|2004-01⟧–⟦06/2004|2004-06⟧.",
    "It ran from ⟦1993-08|1993-08⟧ to ⟦2009-06|2009-06⟧.",
    "Signed ⟦12 May 04|2004-05-12⟧ and ⟦12-May-45|1945-05-12⟧.",
    "Done in ⟦the week of 5 May 2004|2004-W19⟧.",
  ])
  func `are read where they are some`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "⟦1 March 2004|2004-03-01⟧ came. ⟦Two days|P2D⟧ after ⟦5 May 2004|2004-05-05⟧ it grew.",
    "They met between 2 and ⟦5 p.m. on 5 May 2004|2004-05-05T17:00⟧.",
    "The last week of ⟦June 2004|2004-06⟧ was dry.",
    "It was signed on 31 February ⟦2004|2004⟧.",
  ])
  func `do not become days that nobody wrote`(text: String) throws { try expect(text) }
}

@Suite struct `TimeML documents` {
  private let marks = "R&D <unit> left in May 2004; a < b > c.\n"

  @Test func `of plain text is the text with entities, and offsets are the text's own`() throws {
    let bytes = Array(marks.utf8)
    let document = TimeML(
      name: "a & b", plainText: bytes, documentDate: Day(year: 2004, month: 6, day: 1))
    #expect(document.text == bytes)
    let timexes = try reader.get().tagger.tag(
      document.text, documentDate: nil, domain: .narrative)
    #expect(timexes.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } == ["May 2004"])
    let output = String(decoding: document.tagged(with: timexes), as: UTF8.self)
    #expect(output.contains("<DOCID>a &amp; b</DOCID>"))
    #expect(output.contains("R&amp;D &lt;unit&gt; left in <TIMEX3 tid=\"t1\""))
  }

  @Test func `is read again without a byte of its text lost`() throws {
    let file =
      "<TimeML><DCT><TIMEX3 value=\"1998-01-02\">d</TIMEX3></DCT><TEXT>\n"
      + "In <EVENT>May</EVENT> 1997 R&amp;D fell; 1 < 2.\n</TEXT></TimeML>"
    let document = try #require(TimeML(parsing: Array(file.utf8)))
    #expect(
      String(decoding: document.text, as: UTF8.self) == "\nIn May 1997 R&amp;D fell; 1 < 2.\n")
    #expect(document.documentDate == Day(year: 1998, month: 1, day: 2))
    let timexes = try reader.get().tagger.tag(
      document.text, documentDate: document.documentDate, domain: .auto)
    let output = String(decoding: document.tagged(with: timexes), as: UTF8.self)
    #expect(
      output.contains(
        "In <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1997-05\">May 1997</TIMEX3> R&amp;D"))
    #expect(output.hasPrefix("<TimeML><DCT><TIMEX3 value=\"1998-01-02\">"))
  }
}
