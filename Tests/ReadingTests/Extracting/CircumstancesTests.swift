import Chronology
import Statements
import Testing

@testable import Reading

@Suite struct `What surrounds a mission's events` {
  private func values(_ body: String, _ property: Property) throws -> [String] {
    try read("The UN Mission in Togo (UNMITO) works in Lomé. \(body)").statements
      .filter { $0.property == property }.map(\.value.words)
  }

  @Test(arguments: [
    ("The Security Council extended UNMITO on 5 May 2004.", "Security Council"),
    (
      "UNMITO was established in 2001 by the Peace and Security Council.",
      "Peace and Security Council"
    ),
    ("UNMITO was launched by the European Union in May 2001.", "European Union"),
  ])
  func `names who decided`(body: String, expected: String) throws {
    #expect(try values(body, .mandatedBy) == [expected])
  }

  @Test(arguments: [
    ("UNMITO was set up in 2001 at the request of the Togolese government.", "Togolese government"),
    ("In 2001 the government of Togo requested UNMITO.", "government of Togo"),
  ])
  func `names who asked`(body: String, expected: String) throws {
    #expect(try values(body, .requestedBy) == [expected])
  }

  @Test func `does not take whom a body speaks of for the one that decided`() throws {
    #expect(
      try values("UNMITO was closed in 2004 after a report to the Council.", .mandatedBy) == [])
  }

  @Test(arguments: [
    (
      "UNMITO was closed in 2004 because no consensus on its mandate was reached.",
      "because no consensus on its mandate was reached"
    ),
    (
      "After the parties failed to agree, UNMITO was closed in 2004.",
      "After the parties failed to agree"
    ),
  ])
  func `gives the reason of an end`(body: String, expected: String) throws {
    #expect(try values(body, .endCause) == [expected])
  }

  @Test func `takes no later date for the reason of an end`() throws {
    #expect(try values("UNMITO was closed in 2004 after ten years.", .endCause) == [])
  }

  @Test func `says of what a mission was a part`() throws {
    let proposals = try read(
      "Operation Calm Lake ran from 2001 to 2004 as part of the UN Mission in Togo (UNMITO).\n\n"
        + "UNMITO was established in 2000.")
    let part = try #require(proposals.statements.first { $0.property == .partOf })
    #expect(proposals.missions.first { $0.id == part.subject }?.name == "Operation Calm Lake")
    let whole = try #require(proposals.missions.first { $0.acronym == "UNMITO" })
    #expect(part.value == .mission(whole.id))
  }
}

@Suite struct `The head of a list` {
  @Test(arguments: [
    "Current operations\n\n- UNIFIL in Lebanon (350)\n- UNTSO (19)\n",
    "Norland is participating in (personnel in parentheses):\n\n- UNIFIL (350)\n- UNTSO (19)\n",
  ])
  func `says that its missions go on`(text: String) throws {
    let statements = try read("Norland abroad\n\n" + text).statements
    #expect(statements.count { $0.property == .goesOn } == 2)
    #expect(
      statements.filter { $0.property == .strength }.map(\.value.words) == [
        "350 personnel", "19 personnel",
      ])
  }

  @Test func `says nothing of what it does not call current`() throws {
    let statements = try read(
      "Norland abroad\n\nPast operations\n\n- UNIFIL in Lebanon (350)\n- UNTSO (19)\n"
    ).statements
    #expect(!statements.contains { $0.property == .goesOn })
  }
}

@Suite struct `The title of a document` {
  @Test func `and the acronym below it name one mission`() throws {
    let proposals = try read(
      """
      UNITED NATIONS TOGO OBSERVATION MISSION
      UNTOM

      Duration: April 1991 - October 2003

      Deployment

      The Mission was fully deployed in May 1991.
      """)
    #expect(proposals.missions.map(\.acronym) == ["UNTOM"])
    #expect(proposals.statements.contains { $0.property == .deployed })
  }

  @Test func `is the mission that the text goes on to call so`() throws {
    let proposals = try read(
      """
      OSCE Mission to Togo (closed)

      The Mission's mandate expired on 31 December 2008.

      The Mission was helped by the Border Watch Operation (BWO), established in 1999.
      """)
    #expect(proposals.missions.map(\.name).contains("OSCE Mission to Togo"))
  }
}

@Suite struct `A chronology` {
  @Test func `dates every sentence of an entry by its head`() throws {
    let statements = try read(
      """
      Togo – chronology

      21 May 2001 – The Security Council establishes the UN Mission in Togo (UNMITO).

      1 June 2004 – Soldiers put on blue berets. UNMITO ends.
      """
    ).statements
    let closed = try #require(statements.first { $0.property == .closed })
    #expect(closed.valid?.description == "2004-06-01")
    #expect(closed.note?.contains("1 June 2004") == true)
  }
}

@Suite struct `A report with a dateline` {
  @Test func `gives its own year to dates without one`() throws {
    let proposals = try read(
      """
      Mission leaves Togo

      LOMÉ, 15 July 2024 – The UN Mission in Togo (UNMITO), set up in 2021, ended its work on Monday.

      UNMITO lost two soldiers in a mortar attack on 14 February.
      """)
    let dates = proposals.statements.compactMap { $0.valid?.description }
    #expect(dates.contains("2024-07-15"))
    #expect(dates.contains("2024-02-14"))
  }

  @Test func `is told from the fact box of an article`() throws {
    let proposals = try read(
      """
      UN Mission in Togo

      Founded: 14 August 2003

      The UN Mission in Togo (UNMITO) was closed on 31 December 2009.
      """)
    #expect(proposals.document.source.asOf == nil)
  }

  @Test func `that has no year makes none up`() throws {
    let proposals = try read(
      """
      LOMÉ, July 15 (news desk) – The UN Mission in Togo (UNMITO), set up in 2021, ended its work on Monday.

      UNMITO lost two soldiers in a mortar attack on 14 February.
      """)
    #expect(proposals.document.source.asOf == nil)
    let dates = proposals.statements.compactMap { $0.valid?.description }
    #expect(dates.contains("2021"))
    #expect(!dates.contains { $0.contains("9") || $0.contains("2024") })
  }
}

@Suite struct `A list of one country's missions` {
  @Test func `states its part in each under the mission's name`() throws {
    let proposals = try read(
      """
      Norwegian forces abroad

      Resolute Support Mission (RSM), Afghanistan
      Since January 2015. Norwegian soldiers train the police in Kabul and run a field hospital.

      Kosovo Force (KFOR)
      1999–2006, at most 1,200 Norwegian soldiers, later a handful of staff officers remained there.

      MINUSMA, Mali
      Norway has provided transport aircraft in four rotations since 2016, and a camp in Bamako.
      """)
    let periods = proposals.statements.filter { $0.property == .period }.map(\.value.words)
    #expect(periods == ["2015-01/..", "1999/2006", "2016/.."])
    #expect(proposals.missions.map(\.label) == ["RSM", "KFOR", "MINUSMA"])
  }
}

@Suite struct `Missions named together` {
  @Test func `share what is said of them`() throws {
    let proposals = try read(
      "Norland took part in the INTERFET, UNTAET and UNAMET missions from 1999 to 2002.")
    let periods = proposals.statements.filter { $0.property == .period }
    #expect(Set(periods.map(\.subject)).count == 3)
  }
}

@Suite struct `A name with its acronym` {
  @Test(arguments: [
    ("The AU Mission in Togo (AMISOM, 2007–2022) kept order.", "AU Mission in Togo", "AMISOM"),
    (
      "- UNTOF – United Nations Togo Observer Force, 1991–2003\n",
      "United Nations Togo Observer Force", "UNTOF"
    ),
  ])
  func `is dated behind it`(text: String, name: String, acronym: String) throws {
    let proposals = try read(text)
    #expect(proposals.missions.map(\.acronym) == [acronym])
    #expect(proposals.missions.map(\.name) == [name])
    #expect(proposals.statements.contains { $0.property == .period })
  }

  @Test func `may follow a noun without a capital`() throws {
    let proposals = try read(
      "Two came after it: a support mission (UNSMIT) from July 1996 to July 1997, and a police mission "
        + "(MIPONUT) from December 1997 to March 2000.")
    let periods = proposals.statements.filter { $0.property == .period }.map(\.value.words)
    #expect(periods == ["1996-07/1997-07", "1997-12/2000-03"])
  }
}
