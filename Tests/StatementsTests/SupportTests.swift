import Chronology
import Statements
import Testing

@Suite struct `What a statement rests on` {
  private func page(_ name: String, _ text: String, note: String? = nil) throws -> Page {
    try Page("Valley Observer Mission (VOM). \(text)", name: name)
      .mission("VOM", "Valley Observer Mission")
      .says("VOM", .closed, on: "2004-06-30", text, note: note)
  }

  private func supports(_ pages: Page..., of property: Property = .closed) -> [Set<Support>] {
    Ledger(pages.flatMap(\.accounts)).supportedStatements { _ in true }
      .filter { $0.statement.property == property }.map(\.support)
  }

  @Test func `is one source until another document says the same in its own words`() throws {
    let page = try page("a", "Its doors were shut on the last day of June 2004.")
    #expect(supports(page) == [[.singleSource]])
    #expect(try supports(page, self.page("b", "It ended on 30 June 2004.")) == [[], []])
    let copy = try self.page("b", "Its doors were shut on the last day of June 2004.")
    #expect(supports(page, copy) == [[.singleSource], [.singleSource]])
  }

  @Test func `is the note that a date was completed`() throws {
    let page = try page("a", "It ended on 30 June.", note: "year 2004 completed from the heading")
    #expect(supports(page) == [[.singleSource, .completed]])
  }

  @Test func `is the period of a section`() throws {
    let page = try Page("2001–2004: VOM").mission("VOM", "Valley Observer Mission")
      .says("VOM", .sectionPeriod, .date(EDTF("2001/2004")), "2001–2004")
    #expect(supports(page, of: .sectionPeriod) == [[.singleSource, .inherited]])
    let account = page.accounts[0]
    #expect(Filter(support: .inherited).matches(account))
    #expect(!Filter(support: .completed).matches(account))
  }

  @Test func `tells states by their whole names`() throws {
    let page = try Page("VOM in Guinea-Bissau").mission("VOM", "Valley Observer Mission")
      .says("VOM", .place, .text("Guinea-Bissau"), "Guinea-Bissau")
    for (name, isFound) in [("Guinea", false), ("guinea-bissau", true), ("GW", true)] {
      #expect(try Filter(host: HostState(named: name)).matches(page.accounts[0]) == isFound)
    }
    #expect(Filter(place: "Guinea").matches(page.accounts[0]))
    #expect(Filter(property: .place).matches(page.accounts[0]))
    #expect(!Filter(property: .closed).matches(page.accounts[0]))
  }
}
