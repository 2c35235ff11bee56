import Chronology
import Statements
import Testing

@testable import Reading

@Suite struct `A table in a text` {
  private func periods(_ text: String) throws -> [String] {
    let proposals = try read(text)
    return proposals.missions.map { mission in
      let dates = proposals.statements.filter { $0.subject == mission.id && $0.property == .period }
      return mission.label + dates.map { " " + $0.value.words }.joined()
    }
  }

  @Test func `gives missions, periods and numbers by its head`() throws {
    let text = """
      | Mission | Country | Start | End | Troops |
      |---|---|---|---|---|
      | UNMIL | Liberia | 2003-10-18 | ongoing | 20 |
      | ONUB | Burundi | 2004-09-15 | 2006-12-11 | 4 |
      """
    #expect(try periods(text) == ["UNMIL 2003-10-18/..", "ONUB 2004-09-15/2006-12-11"])
    let statements = try read(text).statements
    #expect(statements.filter { $0.property == .strength }.count == 2)
    #expect(statements.contains { $0.property == .place && $0.value == .text("Burundi") })
  }

  @Test func `is read by its cells where the head says something else`() throws {
    let text = """
      +--------+----------+------------+-------+
      | Name   | Deployed | Casualties | Notes |
      +========+==========+============+=======+
      | UNMIS  | 2005-11  | 2011-07    | 46    |
      +--------+----------+------------+-------+
      | UNAMID | 2009-06  | ongoing    | 8     |
      +--------+----------+------------+-------+
      """
    #expect(try periods(text) == ["UNMIS 2005-11/2011-07", "UNAMID 2009-06/.."])
    #expect(try read(text).statements.filter { $0.property == .casualties } == [])
  }

  @Test func `of anything else names no missions`() throws {
    #expect(
      try periods(
        """
        | Country | Since | Notes |
        |---|---|---|
        | Peru | 1994 | Both opened an embassy and a mission in that year. |
        | Chile | 1995 | Both opened an embassy and a mission in that year. |
        """) == [])
  }
}

@Suite struct `A fact box` {
  @Test(arguments: [
    """
    Short name | UNMITO |
    ---|---|
    Established | 31 March 1995 |
    Closed | 15 January 1996 |
    UNMITO, in full the UN Mission in Togo, kept the peace.
    """,
    """
    The UN Mission in Togo (UNMITO)
    - Founded: 31 March 1995
    - Closed: 15 January 1996

    UNMITO kept the peace. UNMITO was small.
    """,
    """
    The UN Mission in Togo (UNMITO) kept the peace. UNMITO was small. Start: 31 March 1995 Closure: 15 January 1996 Head of Mission: A. Nyanu
    """,
  ])
  func `gives begin and end, each for itself`(text: String) throws {
    let statements = try read(text).statements
    let ends = statements.filter { [.start, .end].contains($0.property) }
    #expect(ends.map(\.property) == [.start, .end])
    #expect(ends.map(\.value.words) == ["1995-03-31", "1996-01-15"])
  }

  @Test func `gives numbers behind its labels`() throws {
    let statements = try read(
      """
      The UN Mission in Togo (UNMITO) kept the peace. UNMITO was small.

      Staff: 66 in total (international experts: 53)
      Budget: EUR 15 400 000
      """
    ).statements
    let numbers = statements.compactMap { statement -> Double? in
      if case .quantity(let quantity) = statement.value { quantity.value } else { nil }
    }
    #expect(numbers == [66, 53, 15_400_000])
  }

  @Test func `may write label and value on lines of their own`() throws {
    let text = """
      United Nations Mission in Togo (UNMITO)
      - Period
      - 5 March 1996 - 1 January 2003
      - Number of military personnel
      - 738
      """
    let statements = try read(text).statements
    #expect(
      statements.contains { $0.property == .period && $0.value.words == "1996-03-05/2003-01-01" })
    #expect(statements.contains { $0.property == .strength })
  }
}
