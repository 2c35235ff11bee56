import Chronology
import Testing

@testable import Reading

@Suite struct `Dates in dossier prose` {
  /// Reads a text whose expected expressions are marked where they stand, as `⟦…⟧`.
  private func expect(
    _ marked: String, as expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    var clock = Clock()
    let tags = try tags(of: text, &clock)
    let utf8 = Array(text.utf8)
    let found = tags.expressions.map { String(decoding: utf8[$0.bytes], as: UTF8.self) }
    let marks = marked.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().map {
      part in
      String(part.prefix { $0 != "⟧" })
    }
    #expect(found == marks, sourceLocation: sourceLocation)
    #expect(tags.expressions.map(\.edtf.description) == expected, sourceLocation: sourceLocation)
  }

  private func tags(of text: String, _ clock: inout Clock) throws -> Tags {
    let tagger = try reader.get().tagger
    return tagger.tag(text.utf8.span, in: 0..<text.utf8.count, clock: &clock)
  }

  @Test(arguments: [
    ("The mandate ended on ⟦31 December 2011⟧.", "2011-12-31"),
    ("Set up on ⟦1st July, 2003⟧ by the Council.", "2003-07-01"),
    ("On ⟦December 9, 2008⟧ it was launched.", "2008-12-09"),
    ("Since the summit of ⟦June 2004⟧ it trained officers.", "2004-06"),
    ("At the ⟦2016⟧ NATO Summit leaders agreed.", "2016"),
    ("It began in ⟦mid-2003⟧.", "2003-38~"),
    ("It closed at ⟦the end of 2007⟧.", "2007-12~"),
    ("Talks in ⟦the first half of 2014⟧ failed.", "2014-40"),
    ("Deployed in ⟦autumn 2004⟧ to Kabul.", "2004-23"),
    ("Violence grew in ⟦the 1990s⟧.", "199X"),
    ("Adopted ⟦2004-06-08⟧ in New York.", "2004-06-08"),
    ("Signed on ⟦31.12.2011⟧ in Baghdad.", "2011-12-31"),
    ("In ⟦May 2017⟧ NATO joined.", "2017-05"),
  ])
  func `name a moment`(text: String, edtf: String) throws { try expect(text, as: [edtf]) }

  @Test(arguments: [
    ("⟦2018 to date⟧", "2018/.."), ("NMI II: ⟦since 2021⟧", "2021/.."),
    ("⟦2011–2018⟧", "2011/2018"), ("⟦2011 - 2018⟧", "2011/2018"),
    ("It ran ⟦from 2004 to 2011⟧.", "2004/2011"),
    ("⟦from 22 October 1999 to 31 December 2005⟧", "1999-10-22/2005-12-31"),
    ("⟦12–15 May 2004⟧", "2004-05-12/2004-05-15"),
    ("⟦28 February – 3 March 2004⟧", "2004-02-28/2004-03-03"),
    ("⟦1998–99⟧", "1998/1999"), ("⟦October 1999 to the present⟧", "1999-10/.."),
    ("extended ⟦until 30 June 2026⟧", "../2026-06-30"),
    ("⟦between 3 March and 9 May 2005⟧", "[2005-03-03..2005-05-09]"),
    ("⟦by the end of 2007⟧", "[..2007-12-31]"),
    ("⟦no earlier than March 2005⟧", "[2005-03..]"),
    ("⟦7/8 July 2016⟧", "[2016-07-07,2016-07-08]"),
  ])
  func `name a period`(text: String, edtf: String) throws { try expect(text, as: [edtf]) }

  @Test(arguments: [
    "Resolution 1546 was adopted.", "Some 2000 troops arrived.", "over 1800 members of the forces",
    "They may march to Basra.", "UNSCR 1973 and No. 1970", "15,000 officers", "It cost $2010.",
    "page 2004", "3,2004 kilometres", "RC-135 and AC-2004",
  ])
  func `are not seen in numbers and words that are none`(text: String) throws {
    try expect(text, as: [])
  }

  @Test func `take a missing year from the text before and say so`() throws {
    let text = "The vote was set for 8 August 1999; it took place on 30 August."
    var clock = Clock()
    let tags = try tags(of: text, &clock)
    #expect(tags.expressions.map(\.edtf.description) == ["1999-08-08", "1999-08-30"])
    #expect(tags.expressions[0].completion == nil)
    #expect(tags.expressions[1].completion == "year 1999 completed from the text before")
  }

  @Test func `are not guessed where no year is known`() throws {
    let text = "It opened in September."
    var clock = Clock()
    let tags = try tags(of: text, &clock)
    #expect(tags.expressions.isEmpty && tags.doubts.count == 1)
  }

  @Test func `are not guessed where day and month may change places`() throws {
    let text = "Signed on 04/05/2003."
    var clock = Clock()
    let tags = try tags(of: text, &clock)
    #expect(tags.expressions.isEmpty)
    #expect(tags.doubts.map(\.reason) == ["ambiguous date: 2003-05-04 or 2003-04-05"])
  }
}
