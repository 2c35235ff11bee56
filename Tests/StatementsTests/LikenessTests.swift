import Statements
import Testing

@Suite struct `Two accounts that may be one mission` {
  private func page(
    _ name: String, _ label: String, _ full: String, place: String = "Bel",
    years: String = "2001/2004"
  ) throws -> Page {
    try Page("\(label) of Union in \(place), \(years)", name: name).mission(label, full)
      .says(label, .place, .text(place), place).says(label, .organisation, .text("Union"), "Union")
      .says(label, period: years, years)
  }

  private func likenesses(_ pages: Page...) -> [Likeness] {
    Likeness.all(among: pages.flatMap(\.accounts))
  }

  @Test func `are alike by name and acronym, with what speaks against it`() throws {
    let left = try page("a", "VOM", "Valley Observer Mission")
    let same = try likenesses(left, page("b", "VOM", "valley observer mission"))
    #expect(
      same.map(\.reasons) == [
        ["the same name", "the same acronym", "both in Bel", "their periods share days"]
      ])
    let other = try likenesses(
      left, page("b", "VOM", "Voyage Office", place: "Mora", years: "2010/2011"))
    #expect(other.map(\.doubts) == [["in other places", "their periods share no day"]])
    #expect(other.map(\.isByName) == [true])
  }

  @Test func `are alike by place, organisation and years under another name`() throws {
    let left = try page("a", "UNOCI", "Operation in Bel")
    let found = try likenesses(left, page("b", "ONUCI", "Opération au Bel"))
    #expect(found.map(\.isByName) == [false])
    #expect(found.first?.reasons.first == "the same organisation and years")
    #expect(found.first?.doubts == ["other acronyms"])
    #expect(try likenesses(left, page("b", "ONUCI", "Opération", years: "2001/2005")).isEmpty)
    #expect(try likenesses(left, page("b", "ONUCI", "Opération", place: "Mora")).isEmpty)
  }

  @Test func `are not put together where one document speaks of both, or somebody decided`() throws
  {
    let left = try page("a", "VOM", "Valley Observer Mission")
    let right = try page("b", "VOM", "Valley Observer Mission")
    let decided = Identity(left.id("VOM"), .distinct, right.id("VOM"))
    #expect(
      Likeness.all(among: left.accounts + right.accounts, decided: [decided]).isEmpty)
    #expect(likenesses(left, left).isEmpty)
  }
}
