import Chronology
import Statements
import Testing

@Suite struct `A new edition of a page` {
  private func edition(_ name: String, _ text: String) throws -> Page {
    try Page("VOM: \(text)", name: name).mission("VOM", "Valley Observer Mission")
  }

  private func changes(_ old: Page, _ new: Page) -> [StatementChange] {
    Revision(from: old.accounts, to: new.accounts).missions.flatMap(\.changes)
  }

  private func words(_ changes: [StatementChange]) -> [String] {
    changes.map { change in
      switch change {
      case .added(let statement): "added \(statement.property.rawValue)"
      case .dropped(let statement): "dropped \(statement.property.rawValue)"
      case .changed: "changed \(change.words ?? "")"
      }
    }
  }

  @Test func `adds, drops and changes what is stated`() throws {
    let old = try edition("a", "500 people work in it. In July 2018 it was launched; closed 2021.")
      .counts("VOM", .strength, 500, "people", "500 people")
      .says("VOM", .launched, on: "2018-07", "In July 2018 it was launched")
      .says("VOM", .closed, on: "2021", "closed 2021")
    let new = try edition(
      "b", "700 people work in it. In October 2018 it was launched. Expanded in 2023."
    )
    .counts("VOM", .strength, 700, "people", "700 people")
    .says("VOM", .launched, on: "2018-10", "In October 2018 it was launched")
    .says("VOM", .expanded, on: "2023", "Expanded in 2023")
    #expect(
      words(changes(old, new)) == [
        "changed 500 people → 700 people", "changed date July 2018 → October 2018, other words",
        "added expanded", "dropped closed",
      ])
    let mission = try #require(Revision(from: old.accounts, to: new.accounts).missions.first)
    #expect(mission.changesPeriod && mission.unchanged == 0)
  }

  @Test func `is as before where the same is said elsewhere, in other capitals and spaces`() throws
  {
    let old = try edition("a", "In July 2018 it was launched.")
      .says("VOM", .launched, on: "2018-07", "In July 2018 it was launched")
    let new = try edition("b", "A longer preface. In  July 2018 It was launched.")
      .says("VOM", .launched, on: "2018-07", "In  July 2018 It was launched")
    let revision = Revision(from: old.accounts, to: new.accounts)
    #expect(revision.missions.isEmpty && revision.unchanged == 1)
    let mission = Revision.MissionChange(from: old.accounts[0], to: new.accounts[0])
    #expect(mission.changes.isEmpty && mission.unchanged == 1 && !mission.isChange)
  }

  @Test func `has missions that the other has not, and knows them by name`() throws {
    let old = try Page("VOM and TAM", name: "a").mission("VOM", "Valley Observer Mission")
      .mission("TAM", "Teaching and Advice Mission")
    let new = try Page("VALOM and RAM", name: "b").mission("VALOM", "Valley Observer Mission")
      .mission("RAM", "River Aid Mission")
    let revision = Revision(from: old.accounts, to: new.accounts)
    #expect(revision.missions.map(\.label) == ["RAM", "TAM"])
    #expect(revision.missions.map { $0.before == nil } == [true, false])
    #expect(revision.unchanged == 1)
  }

  @Test func `shows lines that no statement rests on`() throws {
    let old = try edition("a", "launched in 2018.\n\nCommander: A. Brown\nHead office: Bel")
      .says("VOM", .launched, on: "2018", "launched in 2018")
    let new = try edition("b", "launched in July 2018.\n  commander:  C. Dee \nHead office:  BEL")
      .says("VOM", .launched, on: "2018-07", "launched in July 2018")
    func lines(_ one: Page, _ other: Page) -> [String] {
      LineChange.all(
        in: one.document, notIn: other.document,
        besides: one.accounts.flatMap(\.statements)
      ).map(\.passage.quote)
    }
    #expect(lines(old, new) == ["Commander: A. Brown"])
    #expect(lines(new, old) == ["commander:  C. Dee"])
  }
}
