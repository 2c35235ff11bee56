import Keeping
import Statements
import Testing

private let reader = Act(by: "A. Reader", recorded: recorded)
private let other = Act(by: "B. Other", recorded: recorded)

@Suite struct `A verdict on many` {
  let shelf: Shelf
  let register: Register
  let ids: [StatementID]

  init() async throws {
    shelf = try Shelf()
    register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    ids = try await register.reviewables().items.map(\.id)
  }

  @Test func `is previewed without being given`() async throws {
    try await register.decide([ids[0]: .accepted], reader)
    let filter = ReviewFilter(state: .all)
    let bulk = try await register.bulk(.accepted, matching: filter, samples: 3)
    #expect(bulk.count == ids.count - 1 && bulk.already == 1)
    #expect(bulk.samples.map(\.id) == Array(ids[1...3]))
    #expect(bulk.properties.values.reduce(0, +) == bulk.count)
    #expect(try shelf.counts()["action"] == 1)
  }

  @Test func `is one action, given only while all is as it was seen`() async throws {
    let filter = ReviewFilter(mission: "NTM-I")
    let bulk = try await register.bulk(.rejected, matching: filter, samples: 0)
    try #require(bulk.count > 2)
    try await register.decide([ids[0]: .accepted], other)
    #expect(
      try await register.decide(.rejected, matching: filter, sealed: bulk.seal, reader)
        == .changed)
    #expect(try shelf.counts()["action"] == 1)
    let now = try await register.bulk(.rejected, matching: filter, samples: 0)
    #expect(now.count == bulk.count - 1 && now.seal != bulk.seal)
    #expect(
      try await register.decide(.rejected, matching: filter, sealed: now.seal, reader)
        == .done(now.count))
    #expect(try shelf.counts()["action"] == 2)
    #expect(try await register.undo(reader)?.decisions == ["rejected": now.count])
  }

  @Test func `is another when a decision among them is, though they are as many`() async throws {
    let filter = ReviewFilter(state: .all)
    let bulk = try await register.bulk(.accepted, matching: filter, samples: 0)
    try await register.decide([ids[2]: .rejected], other)
    let now = try await register.bulk(.accepted, matching: filter, samples: 0)
    #expect(now.count == bulk.count && now.seal != bulk.seal)
    #expect(
      try await register.decide(.accepted, matching: filter, sealed: bulk.seal, reader)
        == .changed)
  }

  @Test func `on one holds only while it is as it was seen`() async throws {
    #expect(
      try await register.decide(.accepted, on: ids[0], seenAs: "rejected", reader) == .changed)
    #expect(try await register.decide(.accepted, on: ids[0], seenAs: "open", reader) == .done(1))
    #expect(try await register.decide(.rejected, on: ids[0], seenAs: "open", other) == .changed)
    #expect(
      try await register.decide(.rejected, on: ids[0], seenAs: "accepted", other) == .done(1))
    let error = await #expect(throws: RegisterError.self) {
      try await register.decide(
        .accepted, on: StatementID(rawValue: "f00"), seenAs: "open", reader)
    }
    #expect(error?.reason == .refused)
  }

  @Test func `is undone only where it is the last action`() async throws {
    #expect(try await register.lastAction(by: "A. Reader") == nil)
    try await register.decide([ids[3]: .accepted, ids[1]: .accepted], reader)
    let first = try #require(try await register.lastAction(by: "A. Reader"))
    #expect(first.counts == ["accepted": 2] && first.first == ids[1])
    try await register.decide([ids[2]: .rejected], reader)
    let second = try #require(try await register.lastAction(by: "A. Reader"))
    #expect(try await register.undo(reader, only: first.id) == nil)
    #expect(try await register.undo(reader, only: second.id)?.decisions == ["rejected": 1])
    #expect(try await register.undo(reader, only: second.id) == nil)
    #expect(try await register.lastAction(by: "A. Reader") == first)
    #expect(ActionID(first.id.description) == first.id && ActionID("-1") == nil)
  }
}
