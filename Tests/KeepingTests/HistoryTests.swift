import Chronology
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `What the register knew on a day` {
  private func at(_ day: String) throws -> Moment {
    let days = try #require(EDTF(day).days)
    return try #require(Moment(endOf: days.first))
  }

  private func act(_ day: String) -> Act { Act(by: "A", recorded: "2024-03-\(day)T10:00:00Z") }

  /// Two documents on VOM, read on the 1st and the 3rd of March 2024.
  private func drafts() throws -> (Draft, Draft) {
    var left = try Draft("VOM ran 2001-2004, until 30 June 2004.", location: "a.txt")
    try left.add(mission: "VOM", name: "Valley Observer Mission")
    try left.add("VOM", .period, .date(EDTF("2001/2004")), "2001-2004")
    try left.add("VOM", .closed, on: "2004-06-30", "until 30 June 2004")
    var right = try Draft("VOM: 2001-2004. It was the Bel Mission.", location: "b.txt")
    try right.add(mission: "VOM", name: "Valley Observer Mission", aliases: ["Bel Mission"])
    try right.add("VOM", .period, .date(EDTF("2001/2004")), "2001-2004")
    return (left, right)
  }

  private func register(_ shelf: Shelf) async throws -> (Register, Draft, Draft) {
    let register = try await Register.openOrCreate(shelf.path)
    let (left, right) = try drafts()
    try await register.add(left.proposals, recorded: "2024-03-01T10:00:00Z")
    try await register.add(right.proposals, recorded: "2024-03-03T23:59:59Z")
    return (register, left, right)
  }

  @Test func `is no document that was read later`() async throws {
    let (register, left, _) = try await register(Shelf())
    #expect(try await register.accounts(at: at("2024-02-29")).isEmpty)
    #expect(try await register.accounts(at: at("2024-03-02")).map(\.id) == [left.id("VOM")])
    #expect(try await register.accounts(at: at("2024-03-03")).count == 2)
    #expect(try await register.accounts(at: .now).count == 2)
    #expect(try await register.accounts(named: "Bel Mission", at: at("2024-03-02")).isEmpty)
    #expect(try await register.accounts(named: "bel mission", at: at("2024-03-03")).count == 1)
    let question = Question(on: try Day(2003, 1, 1))
    #expect(try await register.answers(to: question, at: at("2024-03-01")).count == 1)
    #expect(
      try await register.page(of: question, at: at("2024-03-01"), limit: 5).count.certainly == 1)
    #expect(try await register.page(at: at("2024-03-03"), limit: 5).count == 2)
  }

  @Test func `is no decision that came later, and one that was undone later`() async throws {
    let (register, left, _) = try await register(Shelf())
    let closed = try #require(StatementID(of: left.statements[1]))
    try await register.decide([closed: .rejected], act("05"))
    _ = try await register.undo(act("07"))
    let question = Question(on: try Day(2004, 7, 15))
    for (day, truth) in [("04", Truth.no), ("05", .possibly), ("06", .possibly), ("07", .no)] {
      let answers = try await register.answers(
        to: question, includingNo: true, at: at("2024-03-\(day)"))
      #expect(answers.first { $0.account.id == left.id("VOM") }?.truth == truth, "\(day)")
    }
  }

  @Test func `is searched without what was read later`() async throws {
    let (register, left, right) = try await register(Shelf())
    func hits(_ text: String, _ day: String) async throws -> [DocumentID] {
      try await register.search(SearchQuery(text), at: at("2024-03-\(day)"))
        .map(\.passage.document)
    }
    #expect(try await hits("2001", "02") == [left.document.id])
    #expect(try await hits("2001", "03").count == 2)
    #expect(try await hits("mission kind:mission", "02") == [left.document.id])
    #expect(try await hits("bel mission:VOM", "02").isEmpty)
    #expect(try await hits("2001 mission:\"Bel Mission\"", "02").isEmpty)
    #expect(
      try await hits("2001 mission:\"Bel Mission\"", "03") == [right.document.id])
    #expect(try await hits("2001 kind:operation", "03").isEmpty)
    #expect(try await hits("2001 place:Iraq", "03").isEmpty)
  }

  @Test func `is a review of what was open then`() async throws {
    let (register, left, _) = try await register(Shelf())
    let closed = try #require(StatementID(of: left.statements[1]))
    try await register.decide([closed: .accepted], act("05"))
    _ = try await register.undo(act("07"))
    for (day, open, accepted) in [
      ("01", 2, 0), ("02", 2, 0), ("04", 3, 0), ("05", 2, 1), ("06", 2, 1), ("07", 3, 0),
    ] {
      let moment = try at("2024-03-\(day)")
      #expect(try await register.reviewables(at: moment).count == open, "\(day)")
      let taken = try await register.reviewables(
        matching: ReviewFilter(state: .accepted), at: moment)
      #expect(taken.count == accepted, "\(day)")
      #expect(taken.items.allSatisfy { $0.decision?.verdict == .accepted && $0.id == closed })
    }
    #expect(try await register.reviewables(at: at("2024-02-29")).count == 0)
  }

  @Test func `is the source as it was read then`() async throws {
    let (register, left, _) = try await register(Shelf())
    var again = left.document.source
    again.asOf = try Day(2004, 12, 31)
    let document = Document(id: left.document.id, text: left.document.text, source: again)
    try await register.add(
      Proposals(document: document, missions: left.missions, statements: left.statements),
      recorded: "2024-03-09T10:00:00Z")
    func asOf(_ day: String) async throws -> Day? {
      try await register.accounts(named: left.id("VOM").rawValue, at: at(day))[0].document.source
        .asOf
    }
    #expect(try await asOf("2024-03-08") == nil)
    #expect(try await asOf("2024-03-09") == again.asOf)
  }

  @Test func `is which missions were one by then`() async throws {
    let (register, left, right) = try await register(Shelf())
    try await register.relate(Identity(left.id("VOM"), .same, right.id("VOM")), act("10"))
    #expect(try await register.accounts(at: at("2024-03-09")).count == 2)
    #expect(try await register.accounts(at: at("2024-03-10")).map(\.members.count) == [2])
    #expect(try await register.identities(at: at("2024-03-09")).isEmpty)
    let finding = FindingID(rawValue: "ab")
    try await register.settle([finding], Act(by: "A", note: "so", recorded: "2024-03-11T10:00:00Z"))
    #expect(try await register.settlements(at: at("2024-03-10")).isEmpty)
    #expect(try await register.settlements(at: at("2024-03-11")).count == 1)
  }
}

@Suite struct `Missions that people decided are one` {
  private let shelf: Shelf
  private let register: Register
  private let left: Draft
  private let right: Draft

  init() async throws {
    shelf = try Shelf()
    register = try await Register.openOrCreate(shelf.path)
    var left = try Draft("VOM ran 2001-2004 in Bel.", location: "a.txt")
    try left.add(mission: "VOM", name: "Valley Observer Mission")
    try left.add("VOM", .period, .date(EDTF("2001/2004")), "2001-2004")
    try left.add("VOM", .place, .text("Bel"), "Bel")
    var right = try Draft("VALOM: 1 May 2001 to 30 June 2004, in Mora.", location: "b.txt")
    try right.add(mission: "VALOM", name: "Valley Mission")
    try right.add(
      "VALOM", .period, .date(EDTF("2001-05-01/2004-06-30")), "1 May 2001 to 30 June 2004")
    try right.add("VALOM", .place, .text("Mora"), "Mora")
    try await register.add(left.proposals, recorded: recorded)
    try await register.add(right.proposals, recorded: recorded)
    (self.left, self.right) = (left, right)
  }

  private var act: Act { Act(by: "A", note: "same mandate", recorded: recorded) }
  private var same: Identity { Identity(left.id("VOM"), .same, right.id("VALOM")) }

  private func truths(_ year: Int64, _ month: Int, _ day: Int) async throws -> [Truth] {
    try await register.answers(to: Question(on: Day(year, month, day)), includingNo: true)
      .map(\.truth)
  }

  @Test func `are listed, counted, found and answered once, until it is undone`() async throws {
    #expect(try await truths(2001, 3, 1) == [.possibly, .no])
    try await register.relate(same, act)
    let account = try #require(try await register.accounts().first)
    #expect(try await register.accounts().count == 1)
    #expect(account.id == left.id("VOM") && account.documents.count == 2)
    #expect(account.identities.map(\.note) == ["same mandate"])
    #expect(try await truths(2001, 3, 1) == [.no])
    for name in ["VOM", "VALOM", "valley mission", right.id("VALOM").rawValue] {
      #expect(try await register.accounts(named: name).map(\.id) == [account.id], "\(name)")
    }
    #expect(try await register.page(limit: 9).count == 1)
    let question = Question(on: try Day(2003, 1, 1))
    for place in ["Bel", "Mora"] {
      let page = try await register.page(of: question, matching: Filter(place: place), limit: 9)
      #expect(page.count == AnswerCount(certainly: 1, possibly: 0), "\(place)")
      #expect(page.answers.map(\.account.id) == [account.id])
    }
    #expect(try await register.separateAccounts().count == 2)

    _ = try await register.undo(act)
    #expect(try await register.accounts().count == 2)
    #expect(try await register.page(limit: 9).count == 2)
    #expect(try await truths(2001, 3, 1) == [.possibly, .no])
    #expect(try await register.accounts(named: "VALOM").map(\.id) == [right.id("VALOM")])
  }

  @Test func `follow what is decided on and read of each document`() async throws {
    try await register.relate(same, act)
    let period = try #require(StatementID(of: right.statements[0]))
    try await register.decide([period: .rejected], act)
    #expect(try await truths(2001, 3, 1) == [.possibly])
    #expect(
      try await register.page(of: Question(on: Day(2001, 3, 1)), limit: 9).count
        == AnswerCount(certainly: 0, possibly: 1))
    _ = try await register.undo(act)
    #expect(try await truths(2001, 3, 1) == [.no])
  }

  @Test func `have the same indexes when they are made again`() async throws {
    try await register.relate(same, act)
    func rows() async throws -> [String] {
      try await shelf.raw().read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT mission || ' ' || COALESCE(begin_earliest, '') FROM period
            UNION ALL SELECT mission || ' ' || form FROM mission_name ORDER BY 1
            """)
      }
    }
    let before = try await rows()
    try register.close()
    try await shelf.raw().write { try $0.execute(sql: "DELETE FROM index_version") }
    let again = try await Register.openOrCreate(shelf.path)
    #expect(try await rows() == before && before.count > 3)
    #expect(try await again.accounts().count == 1)
  }

  @Test func `are not joined against another decision`() async throws {
    var third = try Draft("VIM ran 2001.", location: "c.txt")
    try third.add(mission: "VIM", name: "Valley Interim Mission")
    try await register.add(third.proposals, recorded: recorded)
    try await register.relate(same, act)
    try await register.relate(Identity(left.id("VOM"), .distinct, third.id("VIM")), act)
    let error = await #expect(throws: RegisterError.self) {
      try await register.relate(Identity(third.id("VIM"), .same, right.id("VALOM")), act)
    }
    #expect(error?.reason == .refused && error?.detail.contains("is not") == true)
    // Of two missions the last decision holds.
    try await register.relate(Identity(left.id("VOM"), .distinct, right.id("VALOM")), act)
    #expect(try await register.accounts().count == 3)
  }
}
