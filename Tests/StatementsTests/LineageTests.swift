import Chronology
import Statements
import Testing

@Suite struct `The lineage of a mission` {
  private func page() throws -> Page {
    try Page("VOM ran 2001/2004, TAM ran 2005/2008, RAM ran 2009/2011. VOM, then TAM, then RAM.")
      .mission("VOM", "Valley Observer Mission").mission("TAM", "Teaching and Advice Mission")
      .mission("RAM", "River Aid Mission")
      .says("VOM", period: "2001/2004", "2001/2004").says("TAM", period: "2005/2008", "2005/2008")
      .says("RAM", period: "2009/2011", "2009/2011")
  }

  private func lineage(_ page: Page, _ label: String) throws -> Lineage {
    let ledger = Ledger(page.accounts)
    return ledger.lineage(of: try #require(ledger[page.id(label)]))
  }

  private func labels(_ steps: [Lineage.Step]) -> [String] {
    steps.flatMap { [$0.account.mission.label] + labels($0.further) }
  }

  @Test func `goes on from step to step in both directions, with what says so`() throws {
    let page = try page().says("VOM", followedBy: "TAM", "then TAM")
      .says("RAM", .predecessor, .mission(page().id("TAM")), "then RAM")
    #expect(try labels(lineage(page, "VOM").followOns) == ["TAM", "RAM"])
    #expect(try labels(lineage(page, "RAM").predecessors) == ["TAM", "VOM"])
    let middle = try lineage(page, "TAM")
    #expect(labels(middle.predecessors) == ["VOM"] && labels(middle.followOns) == ["RAM"])
    let step = try #require(middle.predecessors.first)
    #expect(step.truth == .certainly && step.sides.map(\.passage.quote) == ["then TAM"])
    #expect(step.reason == "began after the one before it ended")
  }

  @Test func `ends in a circle, and doubts it`() throws {
    let page = try page().says("VOM", followedBy: "TAM", "then TAM")
      .says("TAM", followedBy: "RAM", "then RAM").says("RAM", followedBy: "VOM", "VOM, then")
    let steps = try lineage(page, "VOM").followOns
    #expect(labels(steps) == ["TAM", "RAM", "VOM"])
    let last = try #require(steps.first?.further.first?.further.first)
    #expect(last.isRepeated && last.truth == .possibly && last.further.isEmpty)
    let both = try self.page().says("VOM", followedBy: "TAM", "then TAM")
      .says("TAM", followedBy: "VOM", "VOM, then")
    #expect(try lineage(both, "VOM").followOns.map(\.truth) == [.possibly])
    #expect(try lineage(both, "VOM").followOns[0].reason.contains("the other way round"))
  }

  @Test func `doubts a successor that ended before, and all beyond it`() throws {
    let page = try page().says("TAM", followedBy: "VOM", "VOM, then")
      .says("VOM", followedBy: "RAM", "then RAM")
    let step = try #require(try lineage(page, "TAM").followOns.first)
    #expect(step.truth == .possibly && step.reason == "VOM ended before TAM began")
    #expect(step.further.map(\.truth) == [.possibly])
  }

  @Test func `is empty where nothing says so`() throws {
    let lineage = try lineage(page(), "VOM")
    #expect(lineage.predecessors.isEmpty && lineage.followOns.isEmpty)
  }

  @Test func `follows a line of ten thousand missions`() throws {
    let document = Document(
      id: DocumentID(rawValue: "a"), text: "Mission", source: Source(location: "a.txt"))
    let passage = try #require(Passage(of: document, bytes: 0..<7))
    let accounts = try (0..<10_000).map { number in
      let id = MissionID(rawValue: "m\(number)@a")
      let next = Value.mission(MissionID(rawValue: "m\(number + 1)@a"))
      let statement = try #require(
        Statement(
          subject: id, property: .followOn, value: next, passages: [passage], rule: "by hand"))
      return Account(
        mission: Mission(
          id: id, name: "M\(number)", acronym: nil, aliases: [], kind: .mission, passage: passage),
        document: document, statements: [statement])
    }
    var steps = Ledger(accounts).lineage(of: accounts[0]).followOns
    var count = 0
    while let step = steps.first {
      count += 1
      steps = step.further
    }
    #expect(count == 9_999)
  }
}
