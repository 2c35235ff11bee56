import Foundation
import Testing

@Suite struct `A person who says which missions are one` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    for (name, mission, end) in [
      ("a", "Valley Observer Mission (VOM)", "30 June 2004"),
      ("b", "Valley Observer Mission (VOM)", "12 July 2004"),
      ("c", "Voyage Office Mission (VOM)", "1 May 1994"),
    ] {
      try desk.write(
        """
        The Valley

        \(mission)
        - VOM was closed on \(end).

        """, to: "\(name).txt")
    }
    try #require(try desk.annals("read", "a.txt", "b.txt", "c.txt").code == 0)
  }

  /// The ids in the order in which the files were named.
  private func ids() throws -> [String] {
    let run = try desk.annals("missions", "--json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let missions = try #require(json?["missions"] as? [[String: Any]])
    let pairs = try missions.map { mission in
      let passages = try #require(mission["passages"] as? [[String: Any]])
      return (try #require(passages[0]["file"] as? String), try #require(mission["id"] as? String))
    }
    return pairs.sorted { $0.0 < $1.0 }.map(\.1)
  }

  @Test func `sees which may be, with what speaks for it and against it`() throws {
    let run = try desk.annals("same")
    #expect(run.code == 0)
    let ids = try ids()
    #expect(run.output.hasPrefix("\(ids[0])  \(ids[1])"))
    #expect(run.output.contains("for: the same name, the same acronym"))
    #expect(run.output.contains("a.txt:3 “") && run.output.contains("b.txt:3 “"))
  }

  @Test func `keeps two apart that are called alike, and takes that back`() throws {
    let ids = try ids()
    func found() throws -> Int32 { try desk.annals("check", "--finding", "contradiction").code }
    #expect(try found() == 1)
    let run = try desk.annals(
      "distinct", ids[0], ids[1], "--by", "A. Reader", "--note", "two valleys")
    #expect(run.code == 0 && run.output.contains("\(ids[0]) is not \(ids[1])"))
    #expect(try found() == 0)
    #expect(try desk.annals("same", "--decided").output.contains("two valleys"))
    #expect(try !desk.annals("same").output.contains("\(ids[0])  \(ids[1])"))
    #expect(try desk.annals("undo", "--by", "A. Reader").output.contains("1 distinct"))
    #expect(try found() == 1)
  }

  @Test func `has missions compared that are called differently`() throws {
    let ids = try ids()
    func found() throws -> String {
      try desk.annals("check", "--finding", "contradiction").output
    }
    #expect(try !found().contains("1 May 1994"))
    #expect(try desk.annals("same", ids[0], ids[2], "--by", "A. Reader").code == 0)
    #expect(try found().contains("1 May 1994"))
    // The last decision on two missions holds.
    #expect(try desk.annals("part-of", ids[2], ids[0], "--by", "B. Other").code == 0)
    #expect(try !found().contains("1 May 1994"))
  }

  @Test func `is told which name is no one mission's`() throws {
    let run = try desk.annals("same", "VOM", "VOM", "--by", "A")
    #expect(run.code == 1 && run.talk.contains("names 3 missions"))
    #expect(try desk.annals("same", "VOM", "--by", "A").code == 2)
    #expect(try desk.annals("distinct", "VQM", "VOM", "--by", "A").code == 1)
    let ids = try ids()
    #expect(try desk.annals("same", ids[0], ids[0], "--by", "A").code == 5)
    #expect(try desk.annals("same", "--decided").code == 1)
  }

  @Test func `sees one account of both, with who said so, until it is undone`() throws {
    let ids = try ids()
    try desk.annals("same", ids[0], ids[1], "--by", "A. Reader", "--note", "same mandate")
    #expect(try desk.missions("--in", "Mars").isEmpty)
    let listed = try desk.missions()
    #expect(listed.count == 2)
    let page = try desk.annals("show", ids[1]).output
    #expect(
      page.contains("in a.txt, b.txt") && page.contains("is the same as \(ids[1]) (A. Reader"))
    #expect(page.contains("a.txt:4 “") && page.contains("b.txt:4 “"))
    // The two documents give the end another day: between them nothing is certain.
    let answer = try desk.annals("missions", "--on", "2004-07-05")
    #expect(
      answer.output.contains("possibly   VOM  Valley") && answer.output.contains("not settled"))
    let json = try desk.annals("missions", "--on", "2004-07-05", "--json").output
    #expect(json.contains(#""note": "same mandate""#))
    #expect(try desk.annals("timeline").code == 0)
    try desk.annals("undo", "--by", "A. Reader")
    #expect(try desk.missions().count == 3)
    #expect(try !desk.annals("show", ids[1]).output.contains("is the same as"))
  }

  @Test func `is refused what contradicts another decision`() throws {
    let ids = try ids()
    try desk.annals("same", ids[0], ids[1], "--by", "A. Reader")
    try desk.annals("distinct", ids[1], ids[2], "--by", "B. Other")
    let run = try desk.annals("same", ids[0], ids[2], "--by", "A. Reader")
    #expect(run.code == 5 && run.talk.contains("B. Other") && run.talk.contains("is not"))
  }

  @Test func `asks what was known on a day`() throws {
    let ids = try ids()
    try desk.annals("same", ids[0], ids[1], "--by", "A. Reader")
    for command in ["missions", "timeline", "totals", "gaps", "statements", "check"] {
      let run = try desk.annals(command, "--as-of", "2001-01-01")
      #expect(run.output.isEmpty && run.code == (command == "check" ? 0 : 1), "\(command)")
      #expect(try desk.annals(command, "--as-of", "yesterday").code == 2)
    }
    #expect(try desk.annals("missions", "--as-of", "2001-01-01").talk.contains("1 January 2001"))
    #expect(try desk.annals("show", "VOM", "--as-of", "2001-01-01").code == 1)
    #expect(try desk.annals("lineage", "VOM", "--as-of", "2001-01-01").code == 1)
    let now = try desk.annals("missions", "--json").output
    let later = try desk.annals("missions", "--as-of", "2999-01-01", "--json").output
    #expect(later.replacing(#""as_of": "2999-01-01""#, with: #""as_of": null"#) == now)
    #expect(try desk.annals("same", "--decided", "--as-of", "2001-01-01").code == 1)
  }
}
