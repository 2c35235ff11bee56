import Chronology
import Statements
import Testing

@Suite struct `A total` {
  private func totals(
    _ pages: Page..., truth: [String: Truth] = [:], identities: [Identity] = []
  ) -> [Total] {
    Totals(
      pages.flatMap(\.accounts).map { ($0, truth[$0.mission.label] ?? .certainly) },
      identities: identities
    ).all()
  }

  private func roles(_ total: Total) -> [Figure.Role] { total.figures.map(\.role) }

  @Test func `keeps units apart, and takes a plural for the same`() throws {
    let page = try Page("VOM taught 300 officers, 1 officer and 5,000 soldiers; TAM 40 officers.")
      .mission("VOM", "Valley Observer Mission").mission("TAM", "Teaching and Advice Mission")
      .counts("VOM", .trained, 300, "officers", "300 officers")
      .counts("VOM", .trained, 5_000, "soldiers", "5,000 soldiers")
      .counts("TAM", .trained, 40, "officers", "40 officers")
    #expect(
      totals(page).map { "\($0.unit) \($0.sum?.words ?? "")" } == [
        "officers 340", "soldiers 5,000",
      ])
  }

  @Test func `does not add a count that grows to itself`() throws {
    let page = try Page("VOM had taught 300 by 2004, 900 officers by 2006.")
      .mission("VOM", "Valley Observer Mission")
      .counts("VOM", .trained, 900, "officers", "900 officers", asOf: "2006", grows: true)
      .counts("VOM", .trained, 300, "officers", "300 by", asOf: "2004", grows: true)
    let total = try #require(totals(page).first)
    #expect(total.sum?.words == "900" && roles(total) == [.counted, .contained])
    #expect(total.figures[1].reason.contains("900 officers"))
  }

  @Test func `adds numbers of days that share none, and doubts others`() throws {
    func page(_ second: String) throws -> Page {
      try Page("VOM cost 5 million in 2004 and 7 million later.")
        .mission("VOM", "Valley Observer Mission")
        .counts("VOM", .cost, 5, "EUR", "5 million", asOf: "2004")
        .counts("VOM", .cost, 7, "EUR", "7 million", asOf: second)
    }
    #expect(try totals(page("2005"))[0].sum?.words == "12")
    let doubtful = try totals(page("2004/2005"))[0]
    #expect(doubtful.sum?.words == "certainly 7, possibly 12")
    #expect(roles(doubtful) == [.doubtful, .counted] && !doubtful.reasons.isEmpty)
  }

  private func taught(
    _ name: String, _ value: Double, _ hedge: Quantity.Hedge = .exact, asOf: String? = nil
  ) throws -> Page {
    try Page("VOM is the Valley Observer Mission; it taught many officers.", name: name)
      .mission("VOM", "Valley Observer Mission")
      .counts(
        "VOM", .trained, value, "officers", "many officers", hedge: hedge, asOf: asOf, grows: true)
  }

  /// The account of two documents that somebody said are one, or that have one name.
  private func merged(_ left: Page, _ right: Page) -> [Total] {
    let ids = [left, right].map { $0.accounts[0].id }
    let decision = IdentityDecision(
      Identity(ids[0], .same, ids[1]), by: "A", note: nil, recorded: "2024-01-01T00:00:00Z")
    let accounts = Merging(identities: [decision]).merged(left.accounts + right.accounts)
    return Totals(accounts.map { ($0, .certainly) }).all()
  }

  @Test func `takes two sources about one mission for one number where they agree`() throws {
    let total = try merged(taught("a", 300), taught("b", 250, .over))[0]
    #expect(total.sum?.words == "300" && roles(total) == [.counted, .contained])
    let other = try merged(taught("a", 250, .over), taught("b", 300))[0]
    #expect(other.sum?.words == "300" && roles(other) == [.contained, .counted])
  }

  @Test func `leaves open what two sources about one mission contradict`() throws {
    let total = try merged(taught("a", 300, asOf: "2004"), taught("b", 400, asOf: "2004"))[0]
    #expect(total.sum?.words == "certainly 300, possibly 400")
    #expect(total.reasons.contains { $0.contains("sources differ") })
    let grown = try merged(taught("a", 300, asOf: "2004"), taught("b", 400, asOf: "2006"))[0]
    #expect(grown.sum?.words == "400" && roles(grown) == [.contained, .counted])
  }

  @Test func `counts accounts that may be one mission once at least and all together at most`()
    throws
  {
    let pages = try (taught("a", 300), taught("b", 400))
    #expect(totals(pages.0, pages.1)[0].sum?.words == "certainly 400, possibly 700")
    let distinct = Identity(pages.0.accounts[0].id, .distinct, pages.1.accounts[0].id)
    #expect(totals(pages.0, pages.1, identities: [distinct])[0].sum?.words == "700")
  }

  @Test(arguments: [
    (Quantity.Hedge.about, "about 300"), (.over, "300 or more"), (.upTo, "possibly 300"),
    (.exact, "300"), (.nearly, "about 300"), (.atLeast, "300 or more"),
  ])
  func `keeps the hedge`(hedge: Quantity.Hedge, words: String) throws {
    #expect(try totals(taught("a", 300, hedge))[0].sum?.words == words)
  }

  @Test func `counts what is only possibly asked about as possible`() throws {
    #expect(
      try totals(taught("a", 300), truth: ["VOM": .possibly])[0].sum?.words == "possibly 300")
    #expect(try totals(taught("a", 300), truth: ["VOM": .no]).isEmpty)
  }

  @Test func `never adds strengths`() throws {
    let page = try Page("VOM had 300 troops, then 500 troops.")
      .mission("VOM", "Valley Observer Mission")
      .counts("VOM", .strength, 300, "troops", "300 troops")
      .counts("VOM", .strength, 500, "troops", "500 troops")
    let total = try #require(totals(page).first)
    #expect(total.sum == nil && roles(total) == [.state, .state])
  }
}
