import Statements
import Testing

@testable import Reading

/// The missions that a text names, as `name / acronym`.
func missionNames(_ text: String) throws -> [String] {
  try read(text).missions.map { mission in
    mission.acronym == nil || mission.acronym == mission.name
      ? mission.name : "\(mission.name) / \(mission.acronym ?? "")"
  }
}

@Suite struct `A definition` {
  @Test(arguments: [
    (
      "The UN Mission in Sierra Leone (UNAMSIL) was established in 1999.",
      "UN Mission in Sierra Leone / UNAMSIL"
    ),
    (
      "UNAMSIL (UN Mission in Sierra Leone) was established in 1999.",
      "UN Mission in Sierra Leone / UNAMSIL"
    ),
    (
      "The Union sent the United Nations Mission in Côte d'Ivoire (MINUCI) home in 2004.",
      "United Nations Mission in Côte d'Ivoire / MINUCI"
    ),
    ("Troops left for Angola (UNAVEM III) in 1995.", "UNAVEM III"),
    ("It has been a NATO mission (KFOR) since 1999.", "KFOR"),
  ])
  func `names a mission`(text: String, expected: String) throws {
    #expect(try missionNames(text) == [expected])
  }

  @Test(arguments: [
    "The Economic Community of West African States (ECOWAS) was founded in 1975.",
    "The Central Treaty Office (CTO) opened in 1955.",
    "The Lakeside Rebel Group (LRG) was formed in 1998.",
  ])
  func `of anything else names none`(text: String) throws {
    #expect(try missionNames(text) == [])
  }
}

@Suite struct `A name's form` {
  @Test(arguments: [
    (
      "The European Union Monitoring Mission in Georgia began in October 2008.",
      "European Union Monitoring Mission in Georgia"
    ),
    ("Canada joined the Kosovo Force in 1999.", "Kosovo Force"),
    ("Operation Artemis began in June 2003.", "Operation Artemis"),
    ("The Council ended operation Sharp Guard in 1996.", "operation Sharp Guard"),
    ("Operation Provide for Peace began in June 2003.", "Operation Provide for Peace"),
    (
      "The International Military Observer Team opened in 2001.",
      "International Military Observer Team"
    ),
    (
      "In Chad the EU Rule of Law Mission for Chad opened in 2009.",
      "EU Rule of Law Mission for Chad"
    ),
  ])
  func `tells a mission`(text: String, expected: String) throws {
    #expect(try missionNames(text) == [expected])
  }

  @Test(arguments: [
    "The Nordic Air Force was founded in 1951.",
    "The Latvian Special Tasks Force was formed in 1994.",
    "The Head of Mission arrived in May 2004.",
    "The Parliamentary Working Group met in 2003.",
    "The UN Mission opened its doors to visitors in 1990.",
  ])
  func `does not make a mission of a body or a force`(text: String) throws {
    #expect(try missionNames(text) == [])
  }
}

@Suite struct `An acronym that nobody spells out` {
  @Test(arguments: [
    ("In 2007 Ghana sent troops as part of UNMIS.", "UNMIS"),
    ("EUFOR Artemis was launched in 2003.", "EUFOR Artemis"),
    ("The MISAB mission was launched in 1997.", "MISAB"),
    ("The OSCE AG to Georgia began its work in 1993.", "OSCE AG to Georgia / AG"),
    ("UNOSOM II was launched in 1993.", "UNOSOM II"),
  ])
  func `names a mission by its form`(text: String, expected: String) throws {
    #expect(try missionNames(text) == [expected])
  }

  @Test(arguments: [
    "In 2007 UNHCR opened an office in Goma.", "In 1994 UNICEF sent tents.",
    "THE UNEASY PEACE OF 1994 WAS LAUNCHED.", "UNSC resolution 1244 was adopted in 1999.",
  ])
  func `may name an agency, or be a word in capitals`(text: String) throws {
    #expect(try missionNames(text) == [])
  }
}

@Suite struct `Two names` {
  @Test(arguments: [
    "EUPOL Kivu, in full the EU Police Mission in Kivu, began in 2005.",
    "The EU Police Mission in Kivu, which bore the code name EUPOL Kivu, began in 2005.",
    "The EU Police Mission in Kivu began in 2005. A new name was found: EU Police Mission for Kivu (EUPOL).",
  ])
  func `are one mission where the text says so`(text: String) throws {
    #expect(try read(text).missions.count == 1)
  }

  @Test func `with look-alike acronyms stay two, and the reader says what it weighed`() throws {
    let proposals = try read(
      """
      The UN Mission in Liberia (UNMIL) was established in 2003. The UN Support Mission in Libya
      (UNSMIL) was established in 2011.
      """)
    #expect(proposals.missions.map(\.acronym) == ["UNMIL", "UNSMIL"])
    let rationale = proposals.missionExplanations[proposals.missions[1].id]
    #expect(rationale?.rejected.map(\.what) == ["the same mission as UNMIL"])
  }

  @Test func `without and with the country are one`() throws {
    let names = try missionNames(
      "The NATO Training Mission in Kenya (NTM-K) began in 2004. The NATO Training Mission ended in 2006."
    )
    #expect(names == ["NATO Training Mission in Kenya / NTM-K"])
  }

  @Test func `are the title and the code name of the text`() throws {
    let proposals = try read(
      """
      European Union Military Operation in the Republic of Malawi

      EUFOR Malawi was launched on 3 May 2005. It took over from operation Calm Lake.
      """)
    #expect(
      proposals.missions.first?.name
        == "European Union Military Operation in the Republic of Malawi")
    #expect(proposals.missions.first?.acronym == "EUFOR Malawi")
  }
}
