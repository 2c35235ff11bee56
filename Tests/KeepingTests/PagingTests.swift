import Chronology
import Foundation
import GRDB
import Keeping
import Statements
import Testing

@Suite struct `A page of a register` {
  private static func filters() throws -> [Filter] {
    [
      .all, Filter(kind: .operation), Filter(place: "iraq"), Filter(organisation: "union"),
      Filter(place: "Northern Iraq", kind: .mission),
      Filter(place: "iraq", organisation: "European"), Filter(place: "Narnia"), Filter(place: "'"),
      Filter(host: try HostState(named: "Iraq")),
      Filter(place: "iraq", organisation: "union", host: try HostState(named: "iq")),
    ]
  }

  private static func questions() throws -> [Question] {
    var random = Sequence64(state: 11)
    var questions = try (0..<8).map { _ in
      Question(
        on: try Day(
          Int64.random(in: 1987...2032, using: &random), Int.random(in: 1...12, using: &random),
          Int.random(in: 1...28, using: &random)))
    }
    for period in [
      "1995/1997", "2010", "2019/..", "../1991", "2001-10/2001-11", "../..", "1980", "1980/2050",
    ] {
      questions.append(try #require(Question(during: EDTF(period))))
    }
    return questions + [Question(on: Day(number: 1 << 40)), Question(on: Day(number: -(1 << 40)))]
  }

  /// Every page of every question, end to end, is what all answers are.
  private func check(_ register: Register, limits: [Int] = [3, 500]) async throws {
    let accounts = try await register.accounts()
    for filter in try Self.filters() {
      let matching = accounts.filter(filter.matches)
      for question in try Self.questions() {
        let all = matching.map { Answer(to: question, about: $0) }.filter { $0.truth != .no }
          .sorted(by: Answer.precedes)
        let certainly = all.count { $0.truth == .certainly }
        let count = AnswerCount(certainly: certainly, possibly: all.count - certainly)
        for limit in limits where limit > 3 || question.first == question.last {
          var found: [Answer] = []
          var end: PageEnd?
          repeat {
            let page = try await register.page(
              of: question, matching: filter, after: end, limit: limit)
            try #require(page.count == count, "\(question.words) \(filter)")
            try #require(page.answers.count <= limit)
            found += page.answers
            end = try page.next.map { try #require(PageEnd(token: $0.token)) }
          } while end != nil
          let isAll = found == all
          let ids = found.map { "\($0.account.id.rawValue) \($0.truth)" }
          let wanted = all.map { "\($0.account.id.rawValue) \($0.truth)" }
          try #require(ids == wanted, "\(question.words) \(filter) \(limit)")
          try #require(isAll)
        }
      }
      var found: [Account] = []
      var end: PageEnd?
      repeat {
        let page = try await register.page(matching: filter, after: end, limit: 25)
        try #require(page.count == matching.count)
        found += page.accounts
        end = page.next
      } while end != nil
      try #require(found == matching)
    }
  }

  @Test func `goes on where the one before it ended, and counts all of them`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    for draft in try Periods.drafts() {
      try await register.add(draft.proposals, recorded: recorded)
    }
    try await check(register)
  }

  @Test func `follows readings, decisions and what is undone`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let drafts = try Periods.drafts()
    for draft in drafts { try await register.add(draft.proposals, recorded: recorded) }
    // An as-of day changes the ends of what is open; the last draft loses half its missions.
    var asOf = drafts[1].proposals
    asOf = Proposals(
      document: Document(
        id: asOf.document.id, text: asOf.document.text,
        source: Source(location: "Dossiers/iraq.txt", asOf: try Day(2022, 6, 1))),
      missions: asOf.missions, statements: asOf.statements, doubts: [])
    try await register.add(asOf, recorded: recorded)
    let last = drafts[7].proposals
    let kept = Array(last.missions.prefix(6))
    try await register.add(
      Proposals(
        document: last.document, missions: kept,
        statements: last.statements.filter { kept.map(\.id).contains($0.subject) }, doubts: []),
      recorded: recorded)
    let act = Act(by: "A. Reader", recorded: recorded)
    let periods = try await register.reviewables().items.filter {
      $0.statement.property == .period || $0.statement.property == .sectionPeriod
    }
    for (number, item) in periods.enumerated() where number.isMultiple(of: 3) {
      try await register.decide([item.id: .rejected], act)
    }
    _ = try await register.undo(act)
    try await check(register, limits: [40])

    // The indexes that grew with each change are those that are made anew of the whole.
    func index() throws -> [String] {
      try shelf.raw().read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT printf('%s %d %d %d %d %d %d %d %d %d %d', kind, level, block, begins, ends, core_begins, core_ends,
              loose_begins, loose_ends, undated, boundless)
            FROM period_tally
            WHERE begins <> 0 OR ends <> 0 OR core_begins <> 0 OR core_ends <> 0
              OR loose_begins <> 0 OR loose_ends <> 0 OR undated <> 0 OR boundless <> 0
            UNION ALL
            SELECT mission || ' ' || form || ' ' || begin_earliest || ' ' || name
            FROM mission_facet JOIN facet ON facet.key = mission_facet.facet
            UNION ALL
            SELECT mission || ' ' || first_day || ' ' || last_day FROM loose_tree
            ORDER BY 1
            """)
      }
    }
    let grown = try index()
    #expect(grown.count > 500)
    try register.close()
    let raw = try shelf.raw()
    try await raw.write { try $0.execute(sql: "UPDATE index_version SET version = 0") }
    try raw.close()
    let reader = try await Register.open(shelf.path)
    try await check(reader, limits: [40])
    try reader.close()
    try await Register.openOrCreate(shelf.path).close()
    #expect(try index() == grown)
  }

  @Test func `refuses a token that is none`() {
    for token in ["", "x", "🎈", "MCAxIDI", "eA", "OSAwIDAg"] {
      #expect(PageEnd(token: token) == nil, "\(token)")
    }
  }

  @Test func `names the places and organisations that missions have`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    try await register.add(iraqDraft().proposals, recorded: recorded)
    #expect(try await register.forms(of: .place) == ["Iraq"])
    #expect(try await register.forms(of: .organisation) == ["NATO"])
  }
}
