import Chronology
import Statements
import Testing

@testable import Reading

@Suite struct `Missions in a text` {
  private func missions(_ text: String) throws -> [String] {
    try read(text).missions.map { mission in
      mission.name + (mission.acronym.map { " / \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("EU Training Mission Mali (EUTM): since 2013", "EU Training Mission Mali / EUTM"),
    ("NATO Mission Iraq (NMI) II: since 2021", "NATO Mission Iraq II / NMI II"),
    ("NATO Mission Iraq II (NMI II): since 2021", "NATO Mission Iraq II / NMI II"),
    (
      "UNMISET (UN Mission of Support in East Timor): 2002–2005",
      "UN Mission of Support in East Timor / UNMISET"
    ),
    ("2.3 OSCE Mission to Ukraine (1994–1999)", "OSCE Mission to Ukraine"),
    ("Operation Althea, 2004 to date", "Operation Althea"),
  ])
  func `are named by headings`(heading: String, expected: String) throws {
    #expect(try missions("Missions abroad\n\n\(heading)\n- Launched in 2013.\n") == [expected])
  }

  @Test(arguments: [
    (
      "The NATO Training Mission in Iraq (NTM-I) was established in 2004.",
      "NATO Training Mission in Iraq / NTM-I"
    ),
    ("In 2003 the UN Mission in Liberia (UNMIL) was set up.", "UN Mission in Liberia / UNMIL"),
    ("Operation Allied Harmony ended in March 2003.", "Operation Allied Harmony"),
  ])
  func `are defined in prose`(text: String, expected: String) throws {
    #expect(try missions(text) == [expected])
  }

  @Test func `are not what a text names without saying anything of it`() throws {
    #expect(
      try missions("The committee thanked the UN Mission in Liberia. It met again in 2004.")
        == [])
    #expect(try missions("The General Framework Agreement (GFAP) was signed in 1995.") == [])
  }

  @Test func `of one acronym and two numerals stay two and follow each other`() throws {
    let proposals = try read(
      """
      NATO in Iraq

      NATO Mission Iraq (NMI) II: since 2021
      - In February 2021 ministers agreed to expand NMI.

      NATO Mission Iraq (NMI) I: 2018-2021
      - Established in October 2018.
      """)
    #expect(proposals.missions.map(\.acronym) == ["NMI II", "NMI I"])
    let successions = proposals.statements.filter { $0.property == .followOn }
    #expect(successions.map(\.subject) == [proposals.missions[1].id])
    #expect(successions.map(\.value) == [.mission(proposals.missions[0].id)])
    let decided = proposals.statements.first { $0.property == .decided }
    #expect(decided?.subject == proposals.missions[0].id)
  }

  @Test func `inherit the period of their section, marked as inherited`() throws {
    let proposals = try read(
      """
      The Union in Africa

      2011-2018

      EU Capacity Building Initiative (EUCAP)
      - Ministers agreed on it in 2012.
      """)
    let periods = proposals.statements.filter { [.period, .sectionPeriod].contains($0.property) }
    #expect(periods.map(\.property) == [.sectionPeriod])
    #expect(periods.map(\.passages[0].quote) == ["2011-2018"])
  }
}

@Suite struct `Events and numbers` {
  private func statements(_ body: String) throws -> [Statement] {
    try read("Missions\n\nEU Mission in Chad (EUMIC)\n- \(body)\n").statements.filter {
      ![.organisation, .place].contains($0.property)
    }
  }

  @Test(arguments: [
    ("In May 2007 the Council agreed to send a mission.", Property.decided, "2007-05"),
    ("Authorised by resolution 1778 on 25 September 2007.", .authorised, "2007-09-25"),
    ("The mission was established on 28 January 2008.", .established, "2008-01-28"),
    ("It was launched in March 2008 with an opening parade.", .launched, "2008-03"),
    (
      "The mandate was renewed once, and the mission closed on 15 March 2009.", .closed,
      "2009-03-15"
    ),
    ("Discontinued: 15 March 2009: no agreement on bases", .end, "2009-03-15"),
    ("Its mandate expired in 2009.", .mandateEnded, "2009"),
    ("Resolution 1834 extended the mandate until 15 March 2009.", .extended, "../2009-03-15"),
    ("The mission ran from 2008 to 2009.", .period, "2008/2009"),
    ("In 2008 a small liaison team was established in Abéché.", .event, "2008"),
    ("From 2008 to 2009 the EU Mission in Chad (EUMIC) guarded the camps.", .period, "2008/2009"),
  ])
  func `are typed by what the clause says`(text: String, property: Property, date: String) throws {
    let found = try statements(text).filter { $0.valid != nil }
    #expect(found.map(\.property) == [property])
    #expect(found.map { $0.valid?.description } == [date])
  }

  @Test func `each have the clause of their own date`() throws {
    let found = try statements(
      "It was launched in March 2008 from Abéché, and closed by its last commander in March 2009.")
    #expect(
      found.map(\.passages[0].quote) == [
        "It was launched in March 2008 from Abéché", "closed by its last commander in March 2009.",
      ])
  }

  @Test(arguments: [
    ("It had 3,700 troops.", 3700.0, Quantity.Hedge.exact, "troops", Property.strength),
    ("Up to 50 nations took part.", 50, .upTo, "nations", .contributors),
    ("Trained about 15 000 police officers.", 15000, .about, "police officers", .trained),
    ("Eight personnel were deployed.", 8, .exact, "personnel", .strength),
    ("More than three hundred and fifty soldiers served.", 350, .over, "soldiers", .strength),
    ("It cost EUR 15.4 million.", 15.4e6, .exact, "EUR", .cost),
    ("Nearly 2 million refugees returned.", 2e6, .nearly, "refugees", .amount),
  ])
  func `count with hedge and unit`(
    text: String, value: Double, hedge: Quantity.Hedge, unit: String, property: Property
  ) throws {
    let found = try statements(text)
    guard case .quantity(let quantity)? = found.first?.value else {
      Issue.record("no quantity in “\(text)”")
      return
    }
    #expect(found.count == 1 && found[0].property == property)
    #expect(quantity.value == value && quantity.hedge == hedge && quantity.unit == unit)
  }

  @Test func `are ranges where the text gives two numbers`() throws {
    guard
      case .quantity(let quantity)? = try statements("Some 300 to 400 monitors came.").first?.value
    else {
      Issue.record("no quantity")
      return
    }
    #expect(quantity.value == 300 && quantity.upper == 400 && quantity.hedge == .about)
  }

  @Test(arguments: [
    "Resolution 1778 was adopted.", "See page 12 of the report.", "It lasted 18 months.",
    "The 1st battalion came.",
  ])
  func `are not seen in numbers of things`(text: String) throws {
    #expect(
      try statements(text).filter { if case .quantity = $0.value { true } else { false } } == [])
  }

  @Test func `are said once where a sentence stands twice`() throws {
    let proposals = try read(
      """
      Missions

      EU Mission A (EUMA)
      - Sent forty monitors to Gao in 2013.

      EU Mission B (EUMB)
      - Opened in 2014.
      - Sent forty monitors to Gao in 2013.
      """)
    let twice = proposals.statements.filter { $0.passages.count == 2 }
    #expect(Set(twice.map(\.property)) == [.deployed, .strength])
    #expect(Set(twice.map(\.subject)) == [proposals.missions[0].id])
  }

  @Test func `quote the text exactly, whatever it holds`() throws {
    let text =
      "Missions\n\nEU Mission “Çayır–Ø” (EUMC): since 2021\r\n• 35 000 café’s – 12 soldiers in 2013…\n"
    let proposals = try read(text)
    #expect(!proposals.statements.isEmpty)
    let utf8 = Array(text.utf8)
    for passage in proposals.statements.flatMap(\.passages) {
      #expect(String(decoding: utf8[passage.bytes], as: UTF8.self) == passage.quote)
    }
  }
}
