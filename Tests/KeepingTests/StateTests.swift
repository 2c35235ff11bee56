import Keeping
import Statements
import Testing

@Suite struct `The state of a register` {
  private func mark(_ register: Register) async throws -> RegisterState {
    try await register.state()
  }

  @Test func `is the same as long as nobody writes, and another after each writing`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let empty = try await mark(register)
    #expect(try await mark(register) == empty)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    let read = try await mark(register)
    #expect(read != empty)
    #expect(try await mark(register) == read)
    let id = try #require(StatementID(of: draft.statements[0]))
    try await register.decide([id: .accepted], Act(by: "A", recorded: recorded))
    #expect(try await mark(register) != read)
  }

  @Test func `is another where another process wrote`() async throws {
    let shelf = try Shelf()
    let writer = try await Register.openOrCreate(shelf.path)
    let reader = try await Register.open(shelf.path)
    var states = [try await mark(reader)]
    for text in ["VOM ran 2001-2004.", "VOM ended on 30 June 2004.", "VOM had 300 observers."] {
      var draft = try Draft(text)
      try draft.add(mission: "VOM")
      try await writer.add(draft.proposals, recorded: recorded)
      states.append(try await mark(reader))
    }
    #expect(Set(states).count == states.count)
    #expect(try await mark(reader) == mark(writer))
  }

  @Test func `is told by a register that may not be written, and by none that is closed`()
    async throws
  {
    let shelf = try Shelf()
    let writer = try await Register.openOrCreate(shelf.path)
    try await writer.add(iraqDraft().proposals, recorded: recorded)
    let state = try await mark(writer)
    try writer.close()
    let reader = try await Register.open(shelf.path)
    #expect(try await mark(reader) == state)
    #expect(try await mark(reader) == state)
    try reader.close()
    await #expect(throws: RegisterError.self) { _ = try await reader.state() }
  }
}
