import Chronology
import Testing

@testable import Reading

@Suite struct `Dates that count from another` {
  @Test(arguments: [
    "The envoy left ⟦yesterday|2004-05-11⟧ and returns ⟦tomorrow|2004-05-13⟧.",
    "Rebels struck ⟦last week|2004-W19⟧.", "A vote is due ⟦next month|2004-06⟧.",
    "It grew ⟦last year|2003⟧.", "Talks opened ⟦two years ago|2002⟧.",
    "Talks opened ⟦six months ago|2003-11⟧.", "They fled ⟦three days ago|2004-05-09⟧.",
    "It closed ⟦last May|2003-05⟧.", "Funds come ⟦this summer|2004-SU⟧.",
    "It met ⟦earlier this month|2004-05⟧.", "Aid slowed at ⟦the end of last year|2003⟧.",
    "It rose in ⟦the third quarter of last year|2003-Q3⟧.",
    "Patrols stopped ⟦tonight|2004-05-12TNI⟧.",
  ])
  func `start from the document's own in news`(text: String) throws {
    try expect(text, dated: "2004-05-12", as: .news)
  }

  @Test(arguments: [
    "The force landed on ⟦3 May 1982|1982-05-03⟧. ⟦The next day|1982-05-04⟧ it moved inland.",
    "It fell in ⟦June 1940|1940-06⟧. ⟦Two months later|1940-08⟧ it was retaken.",
    "War came in ⟦1939|1939⟧. ⟦The following year|1940⟧ it spread.",
    "Shelling began on ⟦9 May 1999|1999-05-09⟧; ⟦that day|1999-05-09⟧ nobody slept.",
    "The siege of ⟦March 1945|1945-03⟧ was lifted at ⟦the end of the month|1945-03⟧.",
  ])
  func `start from the date told last in accounts of the past`(text: String) throws {
    try expect(text)
  }

  @Test(arguments: [
    "Guards were ⟦now|PRESENT_REF⟧ armed.", "⟦Recently|PAST_REF⟧ it closed.",
    "The ⟦current|PRESENT_REF⟧ head resigned.", "In ⟦the future|FUTURE_REF⟧ it may close.",
    "It opened ⟦several years ago|PAST_REF⟧.",
  ])
  func `are references where no day is meant`(text: String) throws {
    try expect(text, dated: "2004-05-12", as: .news)
  }

  @Test func `say from when they count`() throws {
    let text = Array("It fell on 3 May 1982; two days later it was retaken.".utf8)
    let timexes = try reader.get().tagger.tag(text, documentDate: nil, domain: .narrative)
    #expect(timexes.map(\.anchor) == [nil, .dateTold])
    #expect(timexes.map(\.completion) == [nil, .text])
  }
}

@Suite struct `Dates without a year` {
  @Test(arguments: [
    "War came in ⟦1939|1939⟧. In ⟦June|1939-06⟧ it paused.",
    "⟦March|1944-03⟧ to ⟦June 1944|1944-06⟧ were wet.",
    "It ran from ⟦28 February|2004-02-28⟧ to ⟦3 March 2004|2004-03-03⟧.",
    "From ⟦November|1944-11⟧ to ⟦March 1945|1945-03⟧ it froze.",
    "In ⟦December 1944|1944-12⟧ they attacked; by ⟦January|1945-01⟧ they were beaten.",
    "It began in ⟦1939|1939⟧ (the treaty is of ⟦1921|1921⟧). In ⟦May|1939-05⟧ it spread.",
    "It fell on ⟦3 May 1982|1982-05-03⟧ and by ⟦the 5th|1982-05-05⟧, all was over.",
  ])
  func `take it from what is told in accounts of the past`(text: String) throws { try expect(text) }

  @Test func `take it from the heading that they stand under`() throws {
    try expect(
      """
      ⟦2003|2003⟧: Invasion

      It began in ⟦March|2003-03⟧. A film of ⟦2011|2011⟧ tells of it.

      By ⟦May|2003-05⟧ it was over.
      """)
  }

  @Test func `no longer take it from a heading once another gives several years`() throws {
    try expect(
      """
      ⟦1991|1991⟧: First steps

      Monitors came in ⟦May|1991-05⟧.

      Handover, ⟦1995|1995⟧–⟦1998|1998⟧

      Talks began on ⟦3 June 1996|1996-06-03⟧.

      They ended in ⟦July|1996-07⟧.
      """)
  }

  @Test(arguments: [
    "Rain came in ⟦May 1975|1975-05⟧. A push planned for ⟦1976|1976⟧ began at once, on ⟦3 June|1975-06-03⟧.",
    "Rain came in ⟦May 1975|1975-05⟧. Since the ⟦1974|1974⟧ offensive it slowed; by ⟦July|1975-07⟧ it was over.",
    "Rain came in ⟦May 1975|1975-05⟧ and lasted until the floods of ⟦spring 1977|1977-SP⟧. In ⟦June|1975-06⟧ it grew.",
  ])
  func `pass over what is planned, names an event or ends what is told`(text: String) throws {
    try expect(text)
  }

  @Test func `pass over the year of another story`() throws {
    try expect(
      """
      The city fell on ⟦9 April 2003|2003-04-09⟧. A likeness was burnt in ⟦November 2018|2018-11⟧. On \
      ⟦15 April|2003-04-15⟧ the war was declared over.
      """)
  }

  @Test(arguments: [
    "The council met ⟦Monday|2004-05-10⟧ and will vote ⟦Friday|2004-05-14⟧.",
    "Troops left in ⟦March|2004-03⟧.", "Polls are planned for ⟦January|2005-01⟧.",
    "⟦Tuesday|2004-05-11⟧'s attack killed two.", "It is due on ⟦Dec. 15|2004-12-15⟧.",
  ])
  func `take it from the document's date in news`(text: String) throws {
    try expect(text, dated: "2004-05-12", as: .news)
  }

  @Test func `are completed from a dateline where no date is given`() throws {
    try expect(
      """
      BAGHDAD, ⟦12 May 2004|2004-05-12⟧ (Agency) – The mission reopened ⟦Monday|2004-05-10⟧.
      """, as: .auto)
  }
}

@Suite struct `Dates without a year in the sentences of an outline` {
  @Test func `follow the sentence before and not an item further up`() throws {
    let tagger = try reader.get().tagger
    var clock = Clock()
    var found: [String] = []
    for sentence in ["Police sent in 2004", "It grew in May 2006.", "In June it was extended."] {
      let bytes = Array(sentence.utf8)
      let tags = tagger.tag(bytes.span, in: 0..<bytes.count, clock: &clock)
      found += tags.expressions.map(\.edtf.description)
    }
    #expect(found == ["2004", "2006-05", "2006-06"])
  }
}

@Suite struct `The domain of a text` {
  @Test func `is the past where it writes many years and few weekdays`() throws {
    let history = "It began in 1991. In 1992 it grew. In 1995 it shrank, and in 1999 it ended."
    let news = "The council met Monday. It votes on Friday, as it did last year and in 2003."
    let tagger = try reader.get().tagger
    let (past, present) = (Array(history.utf8), Array(news.utf8))
    let answers = (tagger.isNarrative(past.span), tagger.isNarrative(present.span))
    #expect(answers == (true, false))
  }
}
