import Chronology
import Keeping
import Statements
import Testing

@Suite struct `A question to the register` {
  /// Periods of all shapes, drawn by a generator that gives the same ones every time.
  private static func drafts() throws -> [Draft] {
    var random = Sequence64(state: 0x5EED)
    return try (0..<12).map { number in
      var lines: [String] = []
      var periods: [(Property, String)?] = []
      for index in 0..<12 {
        let start = Int64.random(in: 1990...2024, using: &random)
        let end = start + Int64.random(in: 0...6, using: &random)
        let month = Int.random(in: 10...12, using: &random)
        let period: (Property, String)? =
          switch Int.random(in: 0...8, using: &random) {
          case 0: nil
          case 1: (.period, "\(start)/..")
          case 2: (.period, "../\(end)-\(month)")
          case 3: (.period, "\(start)-\(month)-15/\(end + 1)")
          case 4: (.sectionPeriod, "\(start)/\(end)")
          case 5: (.sectionPeriod, "\(start)/..")
          case 6: (.established, "\(start)-\(month)")
          case 7: (.closed, "\(end)")
          default: (.period, "\(start)/\(end)")
          }
        periods.append(period)
        lines.append("Mission \(number)-\(index): \(period?.1 ?? "no date").")
      }
      var draft = try Draft(
        lines.joined(separator: "\n"),
        asOf: number.isMultiple(of: 3) ? Day(2020, 1, 1) : nil)
      for (index, (line, period)) in zip(lines, periods).enumerated() {
        let label = "Mission \(number)-\(index)"
        try draft.add(mission: "\(label):")
        try draft.add("\(label):", .place, .text(index < 6 ? "Iraq" : "Kosovo"), line)
        guard let (property, date) = period else { continue }
        if property == .period || property == .sectionPeriod {
          try draft.add("\(label):", property, .date(EDTF(date)), line)
        } else {
          try draft.add("\(label):", property, on: date, line)
        }
      }
      return draft
    }
  }

  @Test func `is answered from the index as from every account one by one`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    for draft in try Self.drafts() { try await register.add(draft.proposals, recorded: recorded) }
    let accounts = try await register.accounts()
    #expect(accounts.count == 144)
    var random = Sequence64(state: 7)
    var seen: [Truth: Int] = [:]
    var questions: [Question] = try (0..<150).map { _ in
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

/// SplitMix64, so that every run draws the same numbers.
private struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
