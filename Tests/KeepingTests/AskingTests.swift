import Chronology
import Keeping
import Statements
import Testing

@Suite struct `A question to the register` {
  @Test func `is answered from the index as from every account one by one`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    for draft in try Periods.drafts() {
      try await register.add(draft.proposals, recorded: recorded)
    }
    let accounts = try await register.accounts()
    #expect(accounts.count == 96)
    var random = Sequence64(state: 7)
    var seen: [Truth: Int] = [:]
    var questions: [Question] = try (0..<60).map { _ in
      let year = Int64.random(in: 1985...2032, using: &random)
      return Question(
        on: try Day(
          year, Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random)))
    }
    for period in ["1995/1997", "2010", "2019/..", "../1991", "2001-03/2001-04"] {
      questions.append(try #require(Question(during: EDTF(period))))
    }
    // Days that 32 bits do not hold.
    questions.append(Question(on: Day(number: 1 << 40)))
    questions.append(Question(on: Day(number: -(1 << 40))))
    for question in questions {
      let expected = accounts.map { Answer(to: question, about: $0) }.sorted(by: Answer.precedes)
      for answer in expected { seen[answer.truth, default: 0] += 1 }
      let all = try await register.answers(to: question, includingNo: true)
      try #require(all == expected, "\(question.words)")
      let some = try await register.answers(to: question)
      try #require(some == expected.filter { $0.truth != .no }, "\(question.words)")
      let iraq = try await register.answers(to: question, matching: Filter(place: "iraq"))
      try #require(
        iraq == some.filter { Filter(place: "Iraq").matches($0.account) }, "\(question.words)")
    }
    for truth in Truth.allCases { #expect(seen[truth, default: 0] > 100) }
  }

  @Test func `finds a mission by id, acronym, name or alias`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let draft = try iraqDraft()
    try await register.add(draft.proposals, recorded: recorded)
    for name in [
      draft.id("NTM-I").rawValue, "NTM-I", "ntm-i", "NTMI", "ntm i",
      "NATO Training Mission in Iraq", "nato training mission in iraq", "Training Mission Iraq",
    ] {
      #expect(
        try await register.accounts(named: name).map(\.mission.label) == ["NTM-I"], "\(name)")
    }
    for name in ["", "'", "NTM", "%", "NTM-I' OR 1=1 --"] {
      #expect(try await register.accounts(named: name).isEmpty, "\(name)")
    }
    #expect(
      try await register.names() == [
        "NATO Mission Iraq", "NATO Training Mission in Iraq", "NMI", "NTM-I",
        "Training Mission-Iraq",
      ])
  }

  @Test func `gives all missions that share a name`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    var other = try Draft("NMI is here the name of a Nordic mission.", location: "nordic.txt")
    try other.add(mission: "NMI", name: "Nordic Mission")
    try await register.add(other.proposals, recorded: recorded)
    let accounts = try await register.accounts(named: "nmi")
    #expect(
      Set(accounts.map(\.mission.name)) == ["NATO Mission Iraq", "Nordic Mission"])
    #expect(try await register.documents().map(\.name) == ["iraq.txt", "nordic.txt"])
  }
}
