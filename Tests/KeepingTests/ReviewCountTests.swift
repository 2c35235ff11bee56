import Chronology
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `The count of a review` {
  /// Whatever was decided and undone, read again or taken away: the counts are those of the list.
  @Test func `is that of the list, for every filter and place`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    var other = try Draft(
      "UNTAG in Namibia: it was closed in 1990. NMI is another.", location: "u.txt")
    try other.add(mission: "UNTAG")
    try other.add(mission: "NMI")
    try other.add("UNTAG", .place, .text("Namibia"), "Namibia")
    try other.add("UNTAG", .closed, on: "1990", "closed in 1990")
    try other.add("NMI", .place, .text("nowhere"), "another")
    try await register.add(other.proposals, recorded: recorded)
    let all = try await register.reviewables().items
    let act = Act(by: "A. Reader", recorded: recorded)
    try await register.decide([all[1].id: .accepted, all[4].id: .rejected], act)
    try await register.decide([all[2].id: .rejected], act)
    _ = try await register.undo(act)
    try await register.decide(
      [all[5].id: .amended(to: try Amendment(valid: "1999").applied(to: all[5].statement))], act)
    // Read again without some: one that was decided on, and one that was not.
    let fewer = Proposals(
      document: draft.document, missions: draft.missions,
      statements: draft.statements.filter {
        $0 != all[4].statement && $0 != all[6].statement
      }, doubts: [])
    try await register.add(fewer, recorded: recorded)

    for state in ReviewFilter.State.allCases {
      for (mission, property, source, rule) in [
        (nil, nil, nil, nil), ("NMI", nil, nil, nil), ("untag", nil, nil, nil),
        (all[0].statement.subject.rawValue, nil, nil, nil), ("NMI", Property.place, nil, nil),
        (nil, .closed, nil, nil), (nil, nil, "u.txt", nil), (nil, nil, nil, "by hand"),
        ("nobody", nil, nil, nil), ("NTM-I", .trained, "iraq.txt", "by hand"),
      ] as [(String?, Property?, String?, String?)] {
        let filter = ReviewFilter(
          mission: mission, property: property, source: source, rule: rule, state: state)
        let list = try await register.reviewables(matching: filter).items.map(\.id)
        #expect(try await register.count(matching: filter) == list.count, "\(filter)")
        for item in all {
          let stretch = try #require(
            try await register.reviewStretch(matching: filter, .at(item.id), limit: 50))
          #expect(stretch.count == list.count && stretch.isListed == list.contains(item.id))
          let rest = stretch.isListed ? stretch.items : Array(stretch.items.dropFirst())
          #expect(stretch.before == list.count - rest.count, "\(filter) at \(item.id)")
          #expect(rest.map(\.id) == Array(list.suffix(rest.count)))
          #expect(stretch.previous == (stretch.before > 0 ? list[stretch.before - 1] : nil))
        }
      }
    }
  }

  /// A register that nobody counted, as one of an older form is, or one counted by other rules.
  @Test(arguments: ["DELETE FROM review_tally_version", "DELETE FROM review_tally"])
  func `is made where there is none`(sql: String) async throws {
    let shelf = try Shelf()
    let writer = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await writer.add(draft.proposals, recorded: recorded)
    let first = try #require(StatementID(of: draft.statements[0]))
    try await writer.decide([first: .accepted], Act(by: "A. Reader", recorded: recorded))
    let counts = try await writer.counts()
    let all = draft.statements.count
    #expect(counts.statements == all && counts.open == all - 1)
    try writer.close()
    try await shelf.raw().write {
      try $0.execute(sql: "DELETE FROM review_tally_version; \(sql)")
    }
    let reader = try await Register.open(shelf.path)
    #expect(try await reader.counts() == counts)
    #expect(try await reader.count(matching: ReviewFilter()) == counts.open)
    try reader.close()
    let again = try await Register.openOrCreate(shelf.path)
    #expect(try await again.counts() == counts)
    #expect(try await again.count(matching: ReviewFilter(property: .place)) == 1)
    try again.close()
    #expect(try await Register.examine(shelf.path).verdict == .sound)
  }
}
