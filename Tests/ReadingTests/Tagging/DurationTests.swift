import Testing

@testable import Reading

@Suite struct `Durations` {
  @Test(arguments: [
    "It lasted ⟦six months|P6M⟧.", "A ⟦two-year|P2Y⟧ mandate was given.",
    "They held out for ⟦more than 40 days|P40D⟧.", "It took ⟦nearly a year|P1Y⟧.",
    "It took ⟦two and a half years|P2Y6M⟧.", "It took ⟦2 1/2 hours|PT2H30M⟧.",
    "It rained for ⟦several days|PXD⟧.", "It took ⟦half an hour|PT30M⟧.",
    "⟦The past three months|P3M⟧ were calm.", "⟦The first nine months|P9M⟧ were calm.",
    "It takes ⟦12 to 18 months|P12M⟧.", "They waited for ⟦weeks|PXW⟧.",
    "They waited ⟦a couple of weeks|P2W⟧.", "It cost ⟦two decades|P2DE⟧.",
    "It fell after ⟦twenty-five days|P25D⟧.", "⟦The following days|PXD⟧ were calm.",
    "A ⟦day-long|P1D⟧ fight followed.", "In ⟦the early years|PXY⟧ nobody came.",
  ])
  func `are found with their value`(text: String) throws { try expect(text) }

  @Test(arguments: [
    "A 6-year-old was hurt.", "three quarters of the troops", "The second car was hit.",
    "They came second.",
  ])
  func `are not seen where no time passes`(text: String) throws { try expect(text) }

  @Test func `keep how they are hedged`() throws {
    let text = Array("It took about six weeks, at least two months, up to three days.".utf8)
    let timexes = try reader.get().tagger.tag(text, documentDate: nil, domain: .narrative)
    #expect(timexes.map(\.modifier) == ["APPROX", "EQUAL_OR_MORE", "EQUAL_OR_LESS"])
  }
}

@Suite struct `Sets` {
  @Test(arguments: [
    "It meets ⟦every two weeks|P2W⟧.", "It meets ⟦each Monday|XXXX-WXX-1⟧.",
    "They patrol ⟦daily|XXXX-XX-XX⟧.", "It costs 3,000 dollars ⟦a month|P1M⟧.",
    "They met three times ⟦a year|P1Y⟧.", "It feeds 90 ⟦per day|P1D⟧.",
    "Markets open on ⟦Mondays|XXXX-WXX-1⟧.",
  ])
  func `say what recurs`(text: String) throws { try expect(text) }
}

@Suite struct `Times of day` {
  @Test(arguments: [
    "It began at ⟦5 p.m. on 9 May 2004|2004-05-09T17:00⟧.",
    "It began at ⟦10:35 a.m.|2004-05-12T10:35⟧ by the clock.",
    "Shots fell at ⟦noon|2004-05-12T12:00⟧.",
    "It began on ⟦the night of 3 May 1904|1904-05-03TNI⟧.",
    "Raids came ⟦Monday night|2004-05-10TNI⟧.",
    "It began at ⟦0600 hours|2004-05-12T06:00⟧.",
    "It ended ⟦this morning|2004-05-12TMO⟧.",
  ])
  func `are found with their date`(text: String) throws {
    try expect(text, dated: "2004-05-12", as: .news)
  }
}

@Suite struct `Dates in lists` {
  @Test(arguments: [
    "On ⟦3|1944-05-03⟧ and ⟦4 May 1944|1944-05-04⟧ it rained.",
    "It ran ⟦12|2004-05-12⟧–⟦15 May 2004|2004-05-15⟧.",
    "It ran ⟦May 12|2004-05-12⟧–⟦15, 2004|2004-05-15⟧.",
    "It ran ⟦1998|1998⟧–⟦99|1999⟧.", "It ran ⟦1914|1914⟧–⟦18|1918⟧.",
    "They met on ⟦7|2016-07-07⟧/⟦8 July 2016|2016-07-08⟧.",
  ])
  func `share a month or a year`(text: String) throws { try expect(text) }
}
