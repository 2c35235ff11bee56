import Testing

@testable import Reading

@Suite struct `Dates of the calendar` {
  @Test(arguments: [
    "The mission opened on ⟦31 December 2011|2011-12-31⟧.",
    "It opened on ⟦31st of December, 2011|2011-12-31⟧ in Kabul.",
    "The mandate began on ⟦December 9, 2008|2008-12-09⟧ and was renewed.",
    "Signed ⟦31 Dec. 2011|2011-12-31⟧ at headquarters.",
    "The log gives ⟦19-Nov-1999|1999-11-19⟧ in full.",
    "Adopted ⟦2004-06-08|2004-06-08⟧ in New York.",
    "Signed on ⟦31.12.2011|2011-12-31⟧ in Bonn.",
    "Signed on ⟦3.XI.2004|2004-11-03⟧ in Tirana.",
    "Filed under ⟦20040628|2004-06-28⟧ in the archive.",
    "They left on ⟦the third of May 2004|2004-05-03⟧.",
  ])
  func `name a day`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "Since the summit of ⟦June 2004|2004-06⟧ it trained officers.",
    "Talks resumed in ⟦February of 1940|1940-02⟧ in Riga.",
    "Deployed ⟦12/2017|2017-12⟧ to the valley.",
    "The force left by ⟦Sept. 2004|2004-09⟧ at the latest.",
  ])
  func `name a month`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "At the ⟦2016|2016⟧ summit leaders agreed.",
    "Aid grew in ⟦the year 2000|2000⟧ and after.",
    "It was built in ⟦480 BC|BC0480⟧ by the shore.",
    "The city fell in ⟦AD 70|0070⟧ after a siege.",
    "The budget of ⟦FY 2012/13|2012⟧ was cut.",
    "Trade rose in ⟦fiscal 1989|1989⟧ again.",
    "It dates from ⟦nineteen ninety-six|1996⟧ or so.",
    "Violence grew in ⟦the 1990s|199⟧ and ebbed in ⟦the nineties|199⟧.",
    "Borders of ⟦the 19th century|18⟧ still count.",
    "Monitors came in ⟦'98|1998⟧ at last.",
  ])
  func `name a year or longer`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "It began in ⟦mid-2003|2003⟧.", "Closed at ⟦the end of 2007|2007⟧.",
    "Talks in ⟦the first half of 2014|2014-H1⟧ failed.",
    "Costs of ⟦the third quarter of 2010|2010-Q3⟧ rose.",
    "Costs of ⟦Q3 2014|2014-Q3⟧ rose.",
    "Deployed in ⟦autumn 2004|2004-FA⟧ to Kabul.",
    "Deployed in ⟦the summer of 2004|2004-SU⟧ to Kabul.",
    "Done by ⟦end-2007|2007⟧.",
  ])
  func `name a part of a year`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "Guns fell silent at ⟦Christmas 1914|1914-12-25⟧.",
    "Polls opened on ⟦Easter Monday 2010|2010-04-05⟧.",
    "They met on ⟦Thanksgiving 2003|2003-11-27⟧ in Doha.",
    "A truce held through ⟦Labor Day 2004|2004-09-06⟧.",
  ])
  func `have names that a list knows`(text: String) throws { try expect(text) }

  @Test(arguments: [
    ("early 2003", "START"), ("mid-2003", "MID"), ("late 2003", "END"),
    ("the end of 2003", "END"), ("about 2003", "APPROX"),
  ])
  func `keep what is said of their part`(words: String, modifier: String) throws {
    let text = Array("It opened in \(words).".utf8)
    let timexes = try reader.get().tagger.tag(text, documentDate: nil, domain: .narrative)
    #expect(timexes.map(\.modifier) == [modifier])
  }

  @Test(arguments: [
    "Resolution 1546 was adopted.", "Some 2000 troops arrived.", "over 1800 members of the forces",
    "They may march to Basra.", "UNSCR 1973 and No. 1970 apply.", "15,000 officers",
    "It cost $2010.",
    "page 2004", "3,2004 kilometres", "RC-135 and AC-2004", "The March on Rome failed.",
    "A second attempt failed.", "They fired some 1939 rounds at people 1.80 m tall.",
    "She won 2003 votes.", "A 105 mm gun and 7.62 mm rifles were found.",
  ])
  func `are not seen in numbers and words that are none`(text: String) throws { try expect(text) }
}

@Suite struct `Dates with day and month that may change places` {
  private func timexes(_ text: String) throws -> [Timex] {
    try reader.get().tagger.tag(Array(text.utf8), documentDate: nil, domain: .narrative)
  }

  @Test func `keep both readings where nothing settles them`() throws {
    let only = try #require(try timexes("Signed on 04/05/2003.").first)
    #expect(only.value == "2003-05-04")
    #expect(only.alternative == "2003-04-05")
  }

  @Test(arguments: [
    ("Opened 13/05/2003, closed 04/06/2004.", "2004-06-04"),
    ("Opened 05/13/2003, closed 04/06/2004.", "2004-04-06"),
  ])
  func `are settled by a date of the same text`(text: String, value: String) throws {
    let last = try #require(try timexes(text).last)
    #expect(last.value == value)
    #expect(last.alternative == nil)
  }

  @Test func `stay open where the text uses both orders`() throws {
    let last = try timexes("13/05/2003, 05/13/2003, 04/06/2004").last
    #expect(last?.alternative == "2004-04-06")
  }
}
