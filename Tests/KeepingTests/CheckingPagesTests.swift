import Chronology
import Keeping
import Statements
import Testing

@Suite struct `Findings by pages of missions` {
  let shelf: Shelf
  let register: Register

  init() async throws {
    shelf = try Shelf()
    register = try await Register.openOrCreate(shelf.path)
  }

  /// A document with a mission that began and ended, and one that followed it.
  private func add(
    _ label: String, _ name: String, _ years: String, next: String, _ location: String
  ) async throws -> Draft {
    var draft = try Draft(
      "\(label), the \(name), ran \(years). It trained 300 officers in all. \(next) followed. \(location)",
      location: location)
    try draft.add(mission: label, name: name)
    try draft.add(mission: next, name: "\(name) the Second")
    try draft.add(label, .period, .date(EDTF(years)), "ran \(years)")
    try draft.add(
      label, .trained, .quantity(Quantity(value: 300, unit: "officers")),
      "It trained 300 officers in all")
    try draft.add(label, .followOn, .mission(draft.id(next)), "\(next) followed")
    try draft.add(next, .period, .date(EDTF("2010/2012")), "\(next) followed")
    try await register.add(draft.proposals, recorded: recorded)
    return draft
  }

  @Test(arguments: [1, 2, 3, 5, 100])
  func `are together what the checks find in the whole register`(limit: Int) async throws {
    let first = try await add("UNMIB", "Mission in Belmora", "2001/2004", next: "BSM", "a.txt")
    _ = try await add("UNMIB", "Mission in Belmora", "2001/2005", next: "BSM", "b.txt")
    _ = try await add("UNSMIB", "Support Mission in Belmora", "2003/2011", next: "BAM", "c.txt")
    let other = try await add("XYZ", "Other Name", "2001/2006", next: "BSM", "d.txt")
    _ = try await add("LONE", "Lonely Mission", "1990/1991", next: "LONELY", "e.txt")
    _ = try await add("OTHER", "Other Name", "2001/2003", next: "QSM", "f.txt")
    let act = Act(by: "A. Reader", recorded: "2024-03-05T10:00:00Z")
    try await register.relate(Identity(first.id("UNMIB"), .same, other.id("XYZ")), act)

    let accounts = try await register.separateAccounts()
    let identities = try await register.identities().map(\.identity)
    let whole = Ledger(accounts, identities: identities).findings()
    #expect(
      Set(whole.map(\.kind)).isSuperset(
        of: [.contradiction, .gap, .lookAlike, .duplicate, .undatedNumber]))
    var found: [Finding] = []
    var end: PageEnd?
    repeat {
      let page = try await register.findings(after: end, limit: limit)
      found += page.findings
      end = page.next
    } while end != nil
    #expect(found.count == whole.count && Set(found) == Set(whole))
  }

  /// Of missions that look like one of the page only the first is read of those with its name.
  @Test(arguments: [1, 2, 100])
  func `name the first of those that look alike`(limit: Int) async throws {
    var drafts: [Draft] = []
    for (index, years) in ["2005/2009", "2001/2004", "2003/2004"].enumerated() {
      drafts.append(
        try await add("UNMIB", "Mission in Belmora", years, next: "BSM", "m\(index).txt"))
      _ = try await add(
        "UNMIT", "Mission in Tesmora", ["1999/2003", "2010/2011", "1995/1996"][index],
        next: "TSM", "t\(index).txt")
    }
    let act = Act(by: "A. Reader", recorded: "2024-03-05T10:00:00Z")
    for distinct in [false, true] {
      if distinct {
        try await register.relate(
          Identity(drafts[0].id("UNMIB"), .distinct, drafts[1].id("UNMIB")), act)
      }
      let whole = Ledger(
        try await register.separateAccounts(),
        identities: try await register.identities().map(\.identity)
      ).findings([.lookAlike])
      #expect(!whole.isEmpty)
      var found: [Finding] = []
      var end: PageEnd?
      repeat {
        let page = try await register.findings([.lookAlike], after: end, limit: limit)
        found += page.findings
        end = page.next
      } while end != nil
      #expect(found.count == whole.count && Set(found) == Set(whole))
    }
  }

  @Test func `are those of missions that a filter lets through, each once`() async throws {
    _ = try await add("UNMIB", "Mission in Belmora", "2001/2004", next: "BSM", "a.txt")
    _ = try await add("UNMIB", "Mission in Belmora", "2001/2005", next: "BSM", "b.txt")
    let none = try await register.findings(matching: Filter(place: "Mars"), limit: 10)
    #expect(none.findings.isEmpty && none.missions == 0)
    let some = try await register.findings([.contradiction], limit: 10)
    #expect(!some.findings.isEmpty && some.findings.allSatisfy { $0.kind == .contradiction })
  }
}
