import Chronology
import Keeping
import Statements
import Testing

private let reader = Act(by: "A. Reader", recorded: recorded)

@Suite struct `A review` {
  let shelf: Shelf
  let register: Register
  let draft: Draft

  init() async throws {
    shelf = try Shelf()
    register = try await Register.openOrCreate(shelf.path)
    draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
  }

  private func statement(_ property: Property) throws -> StatementID {
    let found = try #require(draft.statements.first { $0.property == property })
    return try #require(StatementID(of: found))
  }

  private func properties(_ filter: ReviewFilter) async throws -> [String] {
    try await register.reviewables(matching: filter).items.map(\.statement.property.rawValue)
  }

  @Test func `shows what nobody decided on, in document order`() async throws {
    let (items, count) = try await register.reviewables(limit: 3)
    #expect(count == draft.statements.count && items.count == 3)
    #expect(items.map(\.statement) == Array(draft.statements.prefix(3)))
    #expect(items.map(\.id) == draft.statements.prefix(3).compactMap { StatementID(of: $0) })
    #expect(items[0].label == "NTM-I" && items[0].decision == nil && items[0].isProposed)
    try await register.decide([items[0].id: .accepted], reader)
    #expect(try await register.reviewables().count == count - 1)
  }

  @Test(arguments: [
    (ReviewFilter(mission: "ntm-i", property: .trained), 2),
    (ReviewFilter(mission: "NATO mission Iraq"), 2),
    (ReviewFilter(mission: "NTMI", property: .closed), 1),
    (ReviewFilter(source: "iraq.txt"), 9), (ReviewFilter(source: "Dossiers/iraq.txt"), 9),
    (ReviewFilter(source: "raq.txt"), 0), (ReviewFilter(rule: "by hand"), 9),
    (ReviewFilter(rule: "by foot"), 0), (ReviewFilter(state: .rejected), 0),
    (ReviewFilter(mission: "NTM-I", property: .place, state: .all), 1),
  ])
  func `is narrowed by mission, property, source, rule and state`(
    filter: ReviewFilter, count: Int
  ) async throws {
    #expect(try await register.reviewables(matching: filter).count == count)
  }

  @Test func `takes the first digits of a document's and of a statement's id`() async throws {
    let short = ReviewFilter(source: draft.document.id.short)
    #expect(try await register.reviewables(matching: short).count == draft.statements.count)
    let id = try statement(.closed)
    let found = try await register.reviewables(withPrefix: String(id.rawValue.prefix(10)))
    #expect(found.map(\.id) == [id])
    for prefix in ["", "zz", "%", "0000000000"] {
      #expect(try await register.reviewables(withPrefix: prefix).isEmpty)
    }
  }

  @Test func `decides on several at once or on none`() async throws {
    let closed = try statement(.closed)
    let error = await #expect(throws: RegisterError.self) {
      try await register.decide(
        [closed: .rejected, StatementID(rawValue: "f00"): .rejected], reader)
    }
    #expect(error?.reason == .refused)
    #expect(try shelf.counts()["decision"] == 0 && shelf.counts()["action"] == 0)
    try await register.decide([closed: .rejected, try statement(.period): .accepted], reader)
    #expect(try await properties(ReviewFilter(state: .rejected)) == ["closed"])
    #expect(try await properties(ReviewFilter(state: .accepted)) == ["period"])
  }

  @Test func `is refused to nobody`() async throws {
    let closed = try statement(.closed)
    for name in ["", "  "] {
      let error = await #expect(throws: RegisterError.self) {
        try await register.decide([closed: .accepted], Act(by: name, recorded: recorded))
      }
      #expect(error?.reason == .refused)
    }
  }

  @Test func `undoes whole actions, one after the other, of one person`() async throws {
    let closed = try statement(.closed)
    let period = try statement(.period)
    let question = Question(on: try Day(2008, 1, 1))
    try await register.decide([closed: .accepted, period: .accepted], reader)
    try await register.decide([period: .rejected], reader)
    try await register.decide([closed: .rejected], Act(by: "B. Other", recorded: recorded))
    #expect(try await register.answers(to: question).map(\.truth) == [.possibly])

    #expect(try await register.undo(reader)?.decisions == ["rejected": 1])
    #expect(try await register.answers(to: question).map(\.truth) == [.certainly])
    #expect(try await properties(ReviewFilter(state: .accepted)) == ["period"])

    #expect(try await register.undo(reader)?.decisions == ["accepted": 2])
    #expect(try await register.undo(reader) == nil)
    #expect(try await properties(ReviewFilter(state: .rejected)) == ["closed"])
    // Nothing went: three actions, their decisions, and two undoings.
    #expect(try shelf.counts()["action"] == 5 && shelf.counts()["decision"] == 4)
  }

  @Test func `takes an amendment's statement back with it`() async throws {
    let old = try #require(draft.statements.first { $0.property == .closed })
    let amended = try #require(
      Statement(
        subject: old.subject, property: .closed, value: old.value, valid: EDTF("2010-12-31"),
        passages: old.passages, rule: "amended"))
    try await register.decide([try statement(.closed): .amended(to: amended)], reader)
    func closings() async throws -> [String?] {
      try await register.accounts(named: "NTM-I")[0].statements
        .filter { $0.property == .closed }.map { $0.valid?.description }
    }
    #expect(try await closings() == ["2010-12-31"])
    _ = try await register.undo(reader)
    #expect(try await closings() == ["2011-12-31"])
  }
}

@Suite struct `A new edition of a document` {
  private let first = """
    VOM, 2001 to 2004, watched the valley.
    It closed on 30 June 2004. It had 40 guards.
    """

  private func edition(_ text: String, proposing quotes: [(Property, String, String)]) throws
    -> Draft
  {
    var draft = try Draft(text, location: "Dossiers/valley.txt")
    try draft.add(mission: "VOM")
    for (property, date, quote) in quotes { try draft.add("VOM", property, on: date, quote) }
    return draft
  }

  private let proposals: [(Property, String, String)] = [
    (.launched, "2001", "VOM, 2001"), (.closed, "2004-06-30", "It closed on 30 June 2004"),
    (.event, "2004", "It had 40 guards"),
  ]

  private func reviewed(_ shelf: Shelf) async throws -> (Register, Draft) {
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try edition(first, proposing: proposals)
    try await register.add(draft.proposals, recorded: recorded)
    let ids = try draft.statements.map { try #require(StatementID(of: $0)) }
    try await register.decide(
      [ids[0]: .accepted, ids[1]: .rejected],
      Act(by: "A. Reader", note: "seen in the annex", recorded: recorded))
    try await register.decide([ids[2]: .accepted], Act(by: "B. Other", recorded: recorded))
    return (register, draft)
  }

  @Test func `keeps the decisions whose passages still stand`() async throws {
    let shelf = try Shelf()
    let (register, _) = try await reviewed(shelf)
    // The launch is no longer proposed, but its words still stand.
    let second = try edition(
      "A new foreword.\n" + first, proposing: Array(proposals.dropFirst()))
    let added = try await register.add(second.proposals, recorded: "2024-04-01T10:00:00Z")
    #expect(added.carriedDecisions == 3 && added.droppedDecisions == 0)
    #expect(try await register.droppedDecisions().isEmpty)
    let decisions = try await register.decisions(on: second.document.id)
    #expect(Set(decisions.map(\.verdict)) == [.accepted, .rejected])
    #expect(decisions.map(\.by) == ["A. Reader", "A. Reader", "B. Other"])
    #expect(decisions[0].note == "seen in the annex")
    let account = try #require(
      try await register.accounts(named: second.id("VOM").rawValue).first)
    #expect(account.statements.map(\.property) == [.launched, .event])
    for passage in account.statements.flatMap(\.passages) {
      #expect(second.document.text(of: passage.bytes) == passage.quote)
    }
  }

  @Test func `lists the decisions whose passages are gone, or stand otherwise`() async throws {
    let shelf = try Shelf()
    let (register, _) = try await reviewed(shelf)
    let second = try edition(
      """
      VOM, 2001 to 2004, watched the valley.
      It closed on 1 July 2004. It had 40 guards, and then: It had 40 guards.
      """, proposing: [(.launched, "2001", "VOM, 2001")])
    let added = try await register.add(second.proposals, recorded: "2024-04-01T10:00:00Z")
    #expect(added.carriedDecisions == 1 && added.droppedDecisions == 2)
    let dropped = try await register.droppedDecisions()
    #expect(
      dropped.map(\.reason)
        == ["its passage is gone", "its words stood once and now stand 2 times"])
    #expect(dropped.map(\.decision.verdict) == [.rejected, .accepted])
    #expect(dropped[0].edition.id == second.document.id)
  }

  @Test func `is another document where it lies elsewhere`() async throws {
    let shelf = try Shelf()
    let (register, _) = try await reviewed(shelf)
    var elsewhere = try Draft("A copy.\n" + first, location: "Dossiers/copy.txt")
    try elsewhere.add(mission: "VOM")
    let added = try await register.add(elsewhere.proposals, recorded: recorded)
    #expect(added.carriedDecisions == 0 && added.droppedDecisions == 0)
  }
}

@Suite struct `A settled finding` {
  @Test func `has a reason, and goes when its action is undone`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let finding = FindingID(rawValue: "f00d")
    for note in [nil, " "] {
      let error = await #expect(throws: RegisterError.self) {
        try await register.settle([finding], Act(by: "A", note: note, recorded: recorded))
      }
      #expect(error?.reason == .refused)
    }
    let act = Act(by: "A", note: "a misprint", recorded: recorded)
    try await register.settle([finding], act)
    #expect(try await register.settlements() == [finding: act])
    #expect(try await register.undo(act)?.decisions == ["settled": 1])
    #expect(try await register.settlements().isEmpty)
  }
}
