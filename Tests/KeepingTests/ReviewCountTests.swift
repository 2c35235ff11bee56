import Chronology
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
}
