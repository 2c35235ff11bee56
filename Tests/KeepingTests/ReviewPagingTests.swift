import Chronology
import Keeping
import Statements
import Testing

private let reader = Act(by: "A. Reader", recorded: recorded)

@Suite struct `A part of a review` {
  let shelf: Shelf
  let register: Register
  let ids: [StatementID]

  init() async throws {
    shelf = try Shelf()
    register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    ids = try await register.reviewables().items.map(\.id)
  }

  private func stretch(
    _ spot: ReviewSpot, _ filter: ReviewFilter = ReviewFilter(), limit: Int = 2
  ) async throws -> ReviewStretch {
    try #require(try await register.reviewStretch(matching: filter, spot, limit: limit))
  }

  @Test func `begins with the first, at a statement or behind one`() async throws {
    let first = try await stretch(.first)
    #expect(first.items.map(\.id) == Array(ids[0...1]) && first.before == 0 && first.hasMore)
    #expect(first.previous == nil && first.isListed && first.count == ids.count)
    let at = try await stretch(.at(StatementID(rawValue: String(ids[3].rawValue.prefix(12)))))
    #expect(at.items.map(\.id) == Array(ids[3...4]) && at.before == 3 && at.previous == ids[2])
    let after = try await stretch(.after(ids[3]))
    #expect(after.items.map(\.id) == Array(ids[4...5]) && after.previous == ids[3])
  }

  @Test func `ends with the last, from which there is a way back`() async throws {
    let end = try await stretch(.after(ids[ids.count - 1]))
    #expect(end.items.isEmpty && !end.isListed && end.count == ids.count)
    #expect(end.before == ids.count && end.previous == ids[ids.count - 1])
    let last = try await stretch(.at(ids[ids.count - 1]))
    #expect(last.items.count == 1 && !last.hasMore)
  }

  @Test func `keeps its place when statements before and at it are decided`() async throws {
    try await register.decide([ids[0]: .accepted, ids[2]: .rejected], reader)
    let after = try await stretch(.after(ids[2]))
    #expect(after.items.map(\.id) == Array(ids[3...4]) && after.before == 1)
    #expect(after.previous == ids[1])
    let at = try await stretch(.at(ids[2]))
    #expect(at.items.map(\.id) == Array(ids[2...3]) && !at.isListed && at.previous == ids[1])
    let rejected = try await stretch(.first, ReviewFilter(state: .rejected))
    #expect(rejected.items.map(\.id) == [ids[2]] && rejected.count == 1)
  }

  @Test func `is of nothing where no statement is called so`() async throws {
    for spot in [
      ReviewSpot.at(StatementID(rawValue: "00000000")), .after(StatementID(rawValue: "")),
    ] {
      #expect(try await register.reviewStretch(matching: ReviewFilter(), spot, limit: 1) == nil)
    }
    #expect(try await register.count(matching: ReviewFilter(mission: "nobody")) == 0)
  }

  @Test func `goes through several documents in the order in which they came`() async throws {
    var other = try Draft("UNTAG in Namibia: it was closed in 1990.", location: "untag.txt")
    try other.add(mission: "UNTAG")
    try other.add("UNTAG", .place, .text("Namibia"), "Namibia")
    try other.add("UNTAG", .closed, on: "1990", "closed in 1990")
    try await register.add(other.proposals, recorded: recorded)
    let all = try await register.reviewables().items.map(\.id)
    var seen: [StatementID] = []
    var spot = ReviewSpot.first
    while true {
      let some = try await stretch(spot, limit: 3)
      seen += some.items.map(\.id)
      guard some.hasMore, let last = some.items.last else { break }
      spot = .after(last.id)
    }
    #expect(seen == all && all.count == ids.count + 2)
    let second = try await stretch(.at(all[ids.count]))
    #expect(second.previous == ids.last && second.before == ids.count)
  }
}
