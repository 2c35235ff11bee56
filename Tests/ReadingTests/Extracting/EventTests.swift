import Chronology
import Statements
import Testing

@testable import Reading

/// What a text says of the UN Mission in Togo, which it begins by defining.
private func statements(_ text: String, _ properties: Set<Property>? = nil) throws -> [Statement] {
  try read("The UN Mission in Togo (UNMITO) works in Lomé.\n\n\(text)\n").statements.filter {
    ![.organisation, .place].contains($0.property) && (properties?.contains($0.property) ?? true)
  }
}

private func typed(_ text: String) throws -> [String] {
  try statements(text).filter { $0.valid != nil }.map {
    "\($0.property.rawValue) \($0.valid?.description ?? "")"
  }
}

@Suite struct `A dated clause about a mission` {
  @Test(arguments: [
    ("UNMITO came into being in 2001.", "established 2001"),
    ("In May 2004 UNMITO was brought to an end.", "closed 2004-05"),
    ("The mandate of UNMITO ran out on 15 January 1996.", "mandate-ended 1996-01-15"),
    ("UNMITO went operational on 1 July 2005.", "operational 2005-07-01"),
    (
      "The Council decided that UNMITO will shut down by 31 December 2005.",
      "planned-end [..2005-12-31]"
    ),
    ("UNMITO is scheduled to end on 30 June 2006.", "planned-end 2006-06-30"),
    ("UNMITO was to be launched in May 2001.", "planned-start 2001-05"),
    ("The closing of UNMITO began in April 2022.", "drawdown 2022-04"),
    ("A drawdown of UNMITO was completed in June 2003.", "drawdown 2003-06"),
    ("In early 2003 the government asked UNMITO for help.", "requested 2003-37~"),
  ])
  func `is typed by its verb`(text: String, expected: String) throws {
    #expect(try typed(text) == [expected])
  }

  @Test(arguments: [
    "In July 2012 Norway withdrew its soldiers from UNMITO.",
    "In 2010 a small liaison team was established beside UNMITO.",
  ])
  func `does not end or begin it where something else did`(text: String) throws {
    #expect(try statements(text).filter { $0.valid != nil }.map(\.property) == [.event])
  }

  @Test(arguments: [
    "Resolution 1739 (2007) praises UNMITO.", "UNMITO is named in S/2008/451 as well.",
    "Page updated: 10 Nov. 2017",
  ])
  func `is not what only cites or dates a page`(text: String) throws {
    #expect(try typed(text) == [])
  }

  @Test func `has the name that is dated in its quote`() throws {
    let quotes = try read(
      """
      Operation Red Kite flew from May 2001 until June 2002, and Operation Blue Tern did so after
      it, on a smaller scale, until 3 March 2003.
      """
    ).statements.filter { [.period, .end].contains($0.property) }.map(\.passages[0].quote)
    #expect(quotes.count == 2)
    #expect(quotes.last?.contains("Operation Blue Tern did so") == true)
  }
}

@Suite struct `A mission's own period` {
  @Test(arguments: [
    ("UNMITO (August 2003 – December 2014): a light footprint.", "period 2003-08/2014-12"),
    ("UNMITO has worked in the country since 2011.", "period 2011/.."),
    ("Since August 2006 the UN has worked through UNMITO.", "period 2006-08/.."),
    ("Soldiers served under UNMITO from 1993 to 1995.", "period 1993/1995"),
    ("UNMITO remained in the country up to February 1998.", "end ../1998-02"),
  ])
  func `is what the text states of it`(text: String, expected: String) throws {
    #expect(try typed(text) == [expected])
  }

  @Test func `is open where the text says that it goes on`() throws {
    let goesOn = try statements("UNMITO at present has 300 members.", [.goesOn])
    #expect(goesOn.count == 1)
  }

  @Test func `is not that of something counted`() throws {
    #expect(
      try statements("900 monitors served with UNMITO in the years 2018 to 2021.", [.period]) == [])
  }
}

@Suite struct `A handover` {
  @Test(arguments: [
    "The UN Mission in Togo (UNMITO) took over from Operation Calm Lake on 5 May 2001.",
    "Operation Calm Lake gave way on 5 May 2001 to the UN Mission in Togo (UNMITO).",
    "On 5 May 2001 the UN Mission in Togo (UNMITO) took Operation Calm Lake's place.",
    "Operation Calm Lake was followed on 5 May 2001 by the UN Mission in Togo (UNMITO).",
  ])
  func `tells which mission followed which, and when`(text: String) throws {
    let proposals = try read(text)
    let old = try #require(proposals.missions.first { $0.acronym == nil })
    let new = try #require(proposals.missions.first { $0.acronym == "UNMITO" })
    let statements = proposals.statements
    #expect(statements.contains { $0.subject == old.id && $0.value == .mission(new.id) })
    #expect(
      statements.contains {
        $0.subject == old.id && $0.property == .handedOver && $0.valid?.description == "2001-05-05"
      })
    #expect(
      statements.contains {
        $0.subject == new.id && $0.property == .takeover && $0.valid?.description == "2001-05-05"
      })
  }

  @Test func `is not dated by the resolution that made a successor`() throws {
    let statements = try read(
      """
      The UN Mission in Togo (UNMITO) was set up by a decision of 5 May 2001 as the successor of
      Operation Calm Lake.
      """
    ).statements
    #expect(statements.contains { $0.property == .followOn })
    #expect(!statements.contains { $0.property == .handedOver })
  }
}

@Suite struct `A clause without a mission's name` {
  private func subjects(_ text: String) throws -> [String?] {
    let proposals = try read(text)
    let labels = Dictionary(uniqueKeysWithValues: proposals.missions.map { ($0.id, $0.label) })
    return proposals.statements.filter { $0.valid != nil }.map { labels[$0.subject] }
  }

  @Test func `is about the mission that "it" means in the same paragraph`() throws {
    #expect(
      try subjects(
        "UNMIS began in 2005. It closed in 2011. UNMISS was launched in 2011. It took in 2012 a loss."
      )
        == ["UNMIS", "UNMIS", "UNMISS", "UNMISS"])
  }

  @Test func `under a country's heading is about the only mission there`() throws {
    let text = """
      Peacekeeping abroad

      Lebanon

      Troops serve with UNIFIL. A memorandum was signed on 3 May 2003.

      Chad

      A platoon was sent to Abéché in 2009.
      """
    let proposals = try read(text)
    #expect(proposals.statements.contains { $0.property == .event && $0.valid != nil })
    #expect(proposals.unattached.map { $0.valid?.description } == ["2009"])
  }

  @Test func `is about no mission where two go by its name`() throws {
    let proposals = try read(
      """
      Togo

      UN Mission Togo (UMT) II: since 2011
      - It grew.

      UN Mission Togo (UMT) I: 2001-2005
      - It shrank.

      Places of work
      - UMT moved to Lomé in 2003.
      """)
    #expect(proposals.doubts.contains { $0.reason.hasPrefix("may be about") })
    let both = proposals.statements.filter { $0.note?.hasPrefix("may be about") == true }
    #expect(Set(both.map(\.subject)).count == 2)
    #expect(both.allSatisfy { $0.property == .event })
  }
}

@Suite struct `An end that a text foretells` {
  private func period(_ body: String, asOf: Day? = nil) throws -> Period {
    let proposals = try read(
      "The UN Mission in Togo (UNMITO) was established on 5 May 2001. " + body, asOf: asOf)
    let mission = try #require(proposals.missions.first)
    return Account(
      mission: mission, document: proposals.document, statements: proposals.statements
    ).period
  }

  @Test(arguments: [
    "UNMITO will close on 30 June 2006.",
    "In 2005 the Security Council extended the mandate of UNMITO until 30 June 2006.",
  ])
  func `is its end, and said to be planned`(body: String) throws {
    let period = try period(body)
    #expect(period.isEndPlanned)
    #expect(period.end.edtf?.hasSuffix("2006-06-30") == true)
  }

  @Test func `leaves the days after it possible`() throws {
    let asOf = try #require(Day(year: 2005, month: 7, day: 1))
    let span = try #require(period("UNMITO will close on 30 June 2006.", asOf: asOf).span)
    #expect(span.endEarliest == asOf)
    #expect(span.endLatest == .distantFuture)
  }

  @Test func `gives way to what came to pass`() throws {
    let period = try period(
      "UNMITO will close on 30 June 2006. UNMITO was closed on 31 December 2006.")
    #expect(!period.isEndPlanned)
    #expect(period.end.edtf == "2006-12-31")
  }

  @Test func `is none where the mission lived on`() throws {
    let period = try period(
      "UNMITO was to end on 30 June 2006. In 2008 UNMITO moved to another camp.")
    #expect(period.end == .unstated)
  }
}

@Suite struct `What only seems to date a mission` {
  private func statements(_ body: String, _ properties: Set<Property>) throws -> [Statement] {
    try read("The UN Mission in Togo (UNMITO) works in Lomé.\n\n" + body).statements.filter {
      properties.contains($0.property)
    }
  }

  @Test(arguments: [
    "UNMITO sources told reporters that of the many bodies which people had found up until July 1999 "
      + "most were of victims.",
    "Since January 2006 UNMITO undertook patrols in the north.",
    "UNMITO lost 167 members up to December 1995.",
  ])
  func `states no period of it`(body: String) throws {
    #expect(try statements(body, [.period, .start, .end]) == [])
  }

  @Test func `is not set up by an infinitive`() throws {
    #expect(
      try statements(
        "UNMITO supports the decision of 6 February 2017 to set up a joint force.", [.established])
        == [])
  }

  @Test func `has a verb of its own subject`() throws {
    #expect(try statements("UNMITO came. Hostilities came to an end in May 1991.", [.closed]) == [])
  }

  @Test func `is older than missions`() throws {
    #expect(
      try statements(
        "UNMITO works on old ground. It lasted until the 4th century.", [.end, .period])
        == [])
  }

  @Test func `is "it" only while the mission was just spoken of`() throws {
    let said = try statements(
      "UNMITO began in 2001 beside Operation Calm Lake. Rain fell for weeks. Roads were bad. "
        + "Food was dear. It formally ended on 8 September 2006.",
      [.closed])
    #expect(said == [])
  }
}

@Suite struct `Going on` {
  @Test func `is said of the mission before the verb, not of one behind it`() throws {
    let statements = try read(
      "The UN Mission in Togo (UNMITO) is here.\n\nA gang still runs the port and continues to attack UNMITO."
    )
    .statements
    #expect(!statements.contains { $0.property == .goesOn })
  }
}
