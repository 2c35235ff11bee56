import Chronology
import Statements
import Testing

@Suite struct `Accounts that people decided are one` {
  private func page(_ name: String, _ text: String, asOf: String? = nil) throws -> Page {
    try Page("VOM: \(text).", name: name, asOf: asOf).mission("VOM", "Valley Observer Mission")
  }

  private func ran(_ name: String, _ period: String, asOf: String? = nil) throws -> Page {
    try page(name, period, asOf: asOf).says("VOM", period: period, period)
  }

  private func decision(
    _ left: MissionID, _ right: MissionID, _ relation: Identity.Relation = .same
  ) -> IdentityDecision {
    IdentityDecision(
      Identity(left, relation, right), by: "A", note: nil, recorded: "2024-01-01T00:00:00Z")
  }

  private func merged(_ pages: [Page]) throws -> Account {
    let ids = pages.map { $0.id("VOM") }
    let merging = Merging(identities: zip(ids, ids.dropFirst()).map { decision($0, $1) })
    let accounts = merging.merged(pages.flatMap(\.accounts))
    #expect(accounts.count == 1)
    return try #require(accounts.first)
  }

  private func answer(_ account: Account, _ date: String) throws -> Truth {
    Answer(to: Question(on: try day(date)), about: account).truth
  }

  @Test func `have the names, statements and documents of all, the first one leading`() throws {
    let left = try page("a", "Bel Valley").says("VOM", .place, .text("Bel"), "Bel")
    let right = try Page("VALOM, the Valley Mission, in Mora", name: "b")
      .mission("VALOM", "Valley Mission").says("VALOM", .place, .text("Mora"), "Mora")
    let merging = Merging(identities: [decision(left.id("VOM"), right.id("VALOM"))])
    let account = try #require(merging.merged(left.accounts + right.accounts).first)
    #expect(account.id == left.id("VOM") && account.members == [left.id("VOM"), right.id("VALOM")])
    #expect(account.mission.aliases == ["Valley Mission", "VALOM"])
    #expect(account.texts(.place) == ["Bel", "Mora"] && account.documents.count == 2)
    #expect(account.identities.count == 1)
    let passages = account.statements.map { account.document(holding: $0.passages[0]).id.rawValue }
    #expect(passages == ["a", "b"])
    #expect(Ledger([account])[right.id("VALOM")]?.id == left.id("VOM"))
  }

  @Test func `take the finer of two dates that agree`() throws {
    let account = try merged([ran("a", "2001/2004"), ran("b", "2001-03-01/2004-06-30")])
    #expect(account.period.start == .date(try EDTF("2001-03-01")))
    #expect(account.period.end == .date(try EDTF("2004-06-30")) && !account.period.isUnsettled)
    #expect(try answer(account, "2001-03-01") == .certainly)
    #expect(try answer(account, "2004-07-01") == .no)
  }

  @Test func `leave open what the documents contradict`() throws {
    let account = try merged([ran("a", "2001-01-01/2004-06-30"), ran("b", "2001-01-01/2005-06-30")])
    #expect(account.period.isUnsettled && account.period.end == .unstated)
    #expect(try answer(account, "2003-01-01") == .certainly)
    #expect(try answer(account, "2005-01-01") == .possibly)
    #expect(try answer(account, "2005-07-01") == .no)
    let reason = Answer(to: Question(on: try day("2005-01-01")), about: account).reason
    #expect(reason.contains("not settled") && reason.contains("a.txt") && reason.contains("b.txt"))
    let apart = try merged([ran("a", "2001"), ran("b", "2005")])
    #expect(try answer(apart, "2003-01-01") == .possibly)
  }

  @Test func `take the end of a later source for the open end of an older one`() throws {
    let ended = try ran("b", "2001-01-01/2004-06-30")
    let old = try merged([ran("a", "2001-01-01/..", asOf: "2003-01-01"), ended])
    #expect(try answer(old, "2004-07-01") == .no && answer(old, "2004-06-01") == .certainly)
    let later = try merged([ran("a", "2001-01-01/..", asOf: "2006-01-01"), ended])
    #expect(try answer(later, "2005-01-01") == .possibly && later.period.isUnsettled)
    let open = try merged([
      ran("a", "2001-01-01/..", asOf: "2003-01-01"), ran("b", "2001-01-01/..", asOf: "2006-01-01"),
    ])
    #expect(try answer(open, "2005-06-01") == .certainly && answer(open, "2007-01-01") == .possibly)
  }

  @Test func `rest on the document that gives the mission a period of its own`() throws {
    let section = try page("a", "2000/2009").says(
      "VOM", .sectionPeriod, .date(EDTF("2000/2009")), "2000/2009")
    let account = try merged([section, ran("b", "2001-01-01/2004-06-30")])
    #expect(account.period.origin == .stated)
    #expect(try answer(account, "2003-01-01") == .certainly)
    let inherited = try merged([
      section,
      page("b", "2002/2005").says("VOM", .sectionPeriod, .date(EDTF("2002/2005")), "2002/2005"),
    ])
    #expect(inherited.period.origin == .inherited)
  }

  @Test func `take a stated begin before one that is read from events`() throws {
    let events = try page("b", "deployed 2002").says("VOM", .deployed, on: "2002", "deployed 2002")
    let account = try merged([ran("a", "2001/2004"), events])
    #expect(account.period.start == .date(try EDTF("2001")) && !account.period.isUnsettled)
    let other = try page("b", "set up in 1999").says("VOM", .established, on: "1999", "in 1999")
    #expect(try merged([ran("a", "2001/2004"), other]).period.isUnsettled)
    let closed = try page("b", "shut 2004-06-30").says("VOM", .closed, on: "2004-06-30", "shut")
    #expect(
      try merged([ran("a", "2001/2004"), closed]).period.end == .date(EDTF("2004-06-30")))
  }

  @Test func `are not joined where somebody said that they are distinct`() throws {
    let pages = try ["a", "b", "c"].map { try ran($0, "2001/2004") }
    let ids = pages.map { $0.id("VOM") }
    let decisions = [
      decision(ids[0], ids[1]), decision(ids[0], ids[2], .distinct), decision(ids[1], ids[2]),
    ]
    let merging = Merging(identities: decisions)
    #expect(merging.merged(pages.flatMap(\.accounts)).map(\.members.count) == [2, 1])
    let without = Merging(identities: Array(decisions.prefix(2)))
    #expect(without.conflict(with: Identity(ids[1], .same, ids[2])) == decisions[1])
    #expect(without.conflict(with: Identity(ids[0], .same, ids[2])) == nil)
    let chain = Merging(identities: [decision(ids[0], ids[1]), decision(ids[1], ids[2])])
    #expect(chain.conflict(with: Identity(ids[0], .distinct, ids[2])) != nil)
    #expect(chain.conflict(with: Identity(ids[0], .distinct, ids[1])) == nil)
    #expect(chain.members(with: ids[2]) == ids)
  }

  @Test func `stay as they are where nobody decided`() throws {
    let pages = try ["a", "b"].map { try ran($0, "2001/2004") }
    let accounts = pages.flatMap(\.accounts)
    #expect(Merging(identities: []).merged(accounts) == accounts)
    #expect(Merging(identities: []).isEmpty)
  }
}
