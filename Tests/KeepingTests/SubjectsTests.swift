import Chronology
import Keeping
import Statements
import Testing

@Suite struct `What further questions are about` {
  let shelf: Shelf
  let register: Register

  init() async throws {
    shelf = try Shelf()
    register = try await Register.openOrCreate(shelf.path)
  }

  /// A document with a line of missions, whose names stand behind their labels.
  private func line(_ labels: [String], _ location: String) async throws -> Draft {
    let text = labels.map { "\($0), the \($0) Mission of \(location)." }.joined(separator: "\n")
    var draft = try Draft(text, location: location)
    for label in labels { try draft.add(mission: label, name: "\(label) Mission") }
    for (before, after) in zip(labels, labels.dropFirst()) {
      try draft.add(before, .followOn, .mission(draft.id(after)), after)
    }
    try await register.add(draft.proposals, recorded: recorded)
    return draft
  }

  private func labels(_ steps: [Lineage.Step]) -> [String] {
    steps.flatMap { [$0.account.mission.label] + labels($0.further) }
  }

  @Test func `gives of a line what the whole register would give, across merged documents`()
    async throws
  {
    let first = try await line(["AOM", "BOM", "COM"], "a.txt")
    let second = try await line(["XOM", "YOM", "ZOM"], "b.txt")
    _ = try await line(["POM", "QOM"], "c.txt")
    let act = Act(by: "A. Reader", recorded: "2024-03-05T10:00:00Z")
    try await register.relate(Identity(first.id("COM"), .same, second.id("XOM")), act)
    let all = try await register.accounts()
    #expect(all.count == 7)
    for account in all {
      let part = try await register.line(of: [account])
      let lineages = [Ledger(all), Ledger(part)].map { $0.lineage(of: account) }
      #expect(lineages[0] == lineages[1], "\(account.id)")
    }
    let start = try #require(all.first { $0.mission.label == "AOM" })
    let part = try await register.line(of: [start])
    #expect(labels(Ledger(part).lineage(of: start).followOns) == ["BOM", "COM", "YOM", "ZOM"])
    #expect(!part.contains { $0.mission.label == "POM" })
  }

  @Test func `knows no line that was decided on later`() async throws {
    let first = try await line(["AOM", "BOM"], "a.txt")
    let second = try await line(["XOM", "YOM"], "b.txt")
    let act = Act(by: "A. Reader", recorded: "2024-03-05T10:00:00Z")
    try await register.relate(Identity(first.id("BOM"), .same, second.id("XOM")), act)
    let moment = try #require(Day(year: 2024, month: 3, day: 4).flatMap { Moment(endOf: $0) })
    let start = try #require(try await register.accounts(named: "AOM", at: moment).first)
    let part = try await register.line(of: [start], at: moment)
    #expect(part.map(\.mission.label).sorted() == ["AOM", "BOM"])
  }

  @Test func `says of statements what they rest on as the whole register would`() async throws {
    for (location, year) in [("a.txt", "2004"), ("b.txt", "2004"), ("c.txt", "2006")] {
      var draft = try Draft("NTM-I, the Training Mission, began in \(year). See \(location).")
      try draft.add(
        mission: "NTM-I", name: location == "c.txt" ? "Other Mission" : "Training Mission")
      try draft.add("NTM-I", .start, .date(EDTF(year)), "began in \(year)")
      try await register.add(draft.proposals, recorded: recorded)
    }
    let all = try await register.separateAccounts()
    let whole = Ledger(all).supportedStatements { _ in true }
    #expect(Set(whole.map(\.support)) == [[], [.singleSource]])
    for account in try await register.accounts() {
      let part = try await register.supportedStatements(about: [account])
      #expect(part.map(\.statement) == whole.filter { $0.account.id == account.id })
      #expect(part.allSatisfy { $0.id == StatementID(of: $0.statement.statement) })
    }
  }

  @Test func `counts what it does not read`() async throws {
    _ = try await line(["AOM", "BOM", "COM"], "a.txt")
    let some = try await register.subjects(of: nil, limit: 2)
    #expect(some.count == 3 && some.answers.map(\.account.mission.label) == ["AOM", "BOM"])
    #expect(some.answers.allSatisfy { $0.truth == .certainly && !$0.passages.isEmpty })
    let asked = try #require(Question(during: EDTF("2004")))
    let all = try await register.subjects(of: asked)
    #expect(all.count == 3 && all.answers.allSatisfy { $0.truth == .possibly })
  }
}
