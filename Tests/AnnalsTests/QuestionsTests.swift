import Foundation
import Testing

@Suite struct `A person who asks further questions` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(
      """
      United Nations Missions in Iraq

      Belmora Observer Mission (BOM): 2001-2004
      - BOM trained 300 police officers.

      Belmora Support Mission (BSM): 2006-2008
      - BSM followed BOM.
      - BSM trained about 40 police officers.

      """, to: "belmora.txt")
    try #require(try desk.annals("read", "belmora.txt").code == 0)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    try desk.shell("annals " + arguments.joined(separator: " ") + " --json").json()
  }

  @Test func `adds up what is counted, with the numbers and their quotes`() throws {
    let run = try desk.annals("totals", "trained")
    #expect(run.code == 0 && run.output.contains("police officers: about 340"))
    #expect(run.output.contains("belmora.txt:4 “300 police officers”"))
    let json = try json("totals", "officers")
    #expect(json["schema"] as? String == "annals.totals.1")
    let total = try #require((json["totals"] as? [[String: Any]])?.first)
    #expect((total["figures"] as? [Any])?.count == 2)
    let one = try desk.annals("totals", "trained", "--during", "2006/2008")
    #expect(one.output.contains("about 40") && !one.output.contains("300"))
  }

  @Test func `is told what is counted where a quantity is misspelt`() throws {
    let run = try desk.annals("totals", "traned")
    #expect(run.code == 1 && run.talk.contains("Did you mean “trained”?"))
    #expect(run.talk.contains("police officers"))
  }

  @Test func `sees the line in which a mission stands`() throws {
    let run = try desk.annals("lineage", "BSM")
    #expect(run.code == 0 && run.output.contains("certainly  BOM"))
    let json = try json("lineage", "BOM")
    let mission = try #require((json["missions"] as? [[String: Any]])?.first)
    let step = try #require((mission["follow_ons"] as? [[String: Any]])?.first)
    #expect(step["acronym"] as? String == "BSM" && step["answer"] as? String == "certainly")
    #expect((step["evidence"] as? [Any])?.isEmpty == false)
    #expect(try desk.annals("lineage", "BOX").code == 1)
  }

  @Test func `sees presence and gaps`() throws {
    let run = try desk.annals("gaps", "--in", "Iraq")
    #expect(
      run.code == 0 && run.output.contains("certainly a gap  1 January 2005 – 31 December 2005"))
    let json = try json("gaps --in Iraq --during 2005 --only")
    let presence = try #require((json["presences"] as? [[String: Any]])?.first)
    let stretches = try #require(presence["stretches"] as? [[String: Any]])
    #expect(stretches.map { $0["gap"] as? String } == ["certainly"])
    #expect(stretches.allSatisfy { ($0["missions"] as? [Any])?.count == 2 })
    #expect(try desk.annals("gaps", "--in", "Mars").code == 1)
  }

  @Test func `lists statements by what they rest on`() throws {
    let run = try desk.annals("statements", "--resting-on", "single-source", "--limit", "2")
    #expect(run.code == 0 && run.output.contains("rests on: single-source"))
    #expect(run.talk.contains("The first 2 of"))
    #expect(try desk.annals("statements", "--resting-on", "inherited").code == 1)
    #expect(try desk.annals("statements", "--resting-on", "completd").code == 2)
    let trained = try json("statements", "--property", "trained")
    #expect(trained["count"] as? Int == 2)
  }

  @Test(arguments: [
    (["--on", "2002-06-01"], ["BOM"]), (["--during", "2002/2007"], ["BOM", "BSM"]),
    (["--on", "2002-06-01", "--during", "2002/2007"], ["BOM"]),
    (["--on", "2002-06-01", "--during", "2007"], []),
    (["--property", "trained", "--in", "iraq"], ["BOM", "BSM"]),
    (["--host", "IQ", "--of", "united nations"], ["BOM", "BSM"]), (["--host", "Ira"], []),
    (["--resting-on", "single-source", "--on", "2007"], ["BSM"]),
    (["--resting-on", "inherited"], []),
  ])
  func `combines filters, and asks every question by the same ones`(
    filters: [String], expected: [String]
  ) throws {
    let words = filters.map { "'\($0)'" }.joined(separator: " ")
    let missions = try desk.shell("annals missions --json \(words)")
    let found = try #require(missions.json()["missions"] as? [[String: Any]])
    #expect(
      found.compactMap { $0["acronym"] as? String } == expected)
    for command in ["timeline", "totals", "statements"] {
      let run = try desk.shell("annals \(command) \(words)")
      #expect(run.code == (expected.isEmpty ? 1 : 0), "\(command): \(run.talk)")
      for label in ["BOM", "BSM"] where command == "totals" {
        #expect(run.output.contains("\(label)  ") == expected.contains(label), "\(label)")
      }
    }
  }
}
