import Chronology
import Statements
import Testing

@testable import Reading

/// Tables with a row for each mission and year.
@Suite struct `A panel` {
  private static let panel = """
    mission,year,country,troops,active_operation
    VOM,2002,Iraq,120,1
    VOM,2001,Iraq,100,1
    VOM,2004,Iraq,80,1
    VOM,2005,Iraq,0,0
    HWM,2003.0,Mali,10,1
    """

  private func read(_ text: String, _ change: (inout Mapping) -> Void) throws -> Proposals {
    var mapping = Mapping()
    change(&mapping)
    return try reader.get().read(
      Manuscript(Array(text.utf8)), as: .csv, id: DocumentID(rawValue: "0123456789abcdef"),
      source: Source(location: "panel.csv"), by: mapping)
  }

  @Test func `gives what was observed, and states no period`() throws {
    let proposals = try read(Self.panel) {
      $0.columns = [.acronym: "mission", .asOf: "year", .host: "country", .strength: "troops"]
      $0.rows = ["active_operation": ["1"]]
    }
    let observed = proposals.statements.filter { $0.property == .observedPeriod }
    #expect(observed.map(\.value.words) == ["2001/2004", "2003"])
    #expect(observed[0].passages.map(\.quote) == ["2001", "2004"])
    #expect(observed[0].note == "column “year”, from its first to its last date")
    #expect(!proposals.statements.contains { [.period, .launched, .closed].contains($0.property) })
    #expect(!proposals.statements.contains { $0.valid?.description == "2005" })

    let account = Account(
      mission: proposals.missions[0], document: proposals.document,
      statements: proposals.statements.filter { $0.subject == proposals.missions[0].id })
    #expect(account.period.origin == .inherited)
    #expect(account.period.start == .unstated && account.period.end == .unstated)
    #expect(account.period.reason.hasPrefix("observed: rows of the table speak of it in 2001"))
    func answer(_ year: Int64) throws -> Truth? {
      let day = try #require(Day(year: year, month: 6, day: 1))
      return account.period.span.map { $0.contains(day) }
    }
    #expect(try answer(2002) == .possibly)
    #expect(try answer(2006) == .no)
  }

  @Test func `observes nothing of a mission whose begin it states`() throws {
    let proposals = try read("mission,start,as of\nVOM,2001,2004\nHWM,,2004\n") {
      $0.columns = [.acronym: "mission", .start: "start", .asOf: "as of"]
    }
    #expect(
      proposals.statements.map { "\($0.subject.rawValue.prefix(3)) \($0.property.rawValue)" } == [
        "vom launched", "hwm observed-period",
      ])
  }

  @Test func `is guessed with its reasons`() throws {
    let guess = try reader.get().guessMapping(Array(Self.panel.utf8), as: .csv)
    #expect(
      guess.mapping.columns == [
        .acronym: "mission", .asOf: "year", .host: "country", .strength: "troops",
      ])
    #expect(guess.mapping.rows == ["active_operation": ["1"]])
    #expect(guess.reasons.contains { $0.contains("up to 4 rows") && $0.contains("observed") })
    #expect(guess.reasons.contains { $0.hasPrefix("rows: only those with 1") })
  }

  @Test func `of places or contributors gives no strength`() throws {
    let text = "mission,year,place,troops\nVOM,2001,North,20\nVOM,2001,South,30\n"
    let guess = try reader.get().guessMapping(Array(text.utf8), as: .csv)
    #expect(guess.mapping.columns[.strength] == nil && guess.unused.contains("troops"))
    #expect(
      guess.reasons.contains { $0.hasPrefix("not strength: “troops”, because up to 2 rows") })
  }

  @Test func `with one row a mission leaves open what a year is, unless the file's name says`()
    throws
  {
    let text = "mission,year,month\nVOM,2001,3\nHWM,2005,4\n"
    let plain = try reader.get().guessMapping(Array(text.utf8), as: .csv, named: "in/list.csv")
    #expect(plain.mapping.columns == [.acronym: "mission", .asOf: "year"])
    #expect(plain.reasons.contains { $0.contains("may also be when it began") })
    let named = try reader.get().guessMapping(
      Array(text.utf8), as: .csv, named: "in/mission_start.csv")
    #expect(
      named.mapping.columns == [.acronym: "mission", .startYear: "year", .startMonth: "month"])
    #expect(named.reasons.contains { $0.contains("the file's name says “start”") })
  }

  @Test func `is guessed by the ends of its names where only one column has each`() throws {
    let text = "mission,un_host,un_start,eu_start\nVOM,Iraq,2001,2002\n"
    let guess = try reader.get().guessMapping(Array(text.utf8), as: .csv)
    #expect(guess.mapping.columns == [.acronym: "mission", .host: "un_host"])
  }

  @Test func `needs a column that says something, and rows that are there`() throws {
    let guess = try reader.get().guessMapping(Array("mission,note x\nVOM,a\n".utf8), as: .csv)
    #expect(!guess.isEnough)
    #expect(throws: ReadingError.self) {
      try read(Self.panel) {
        $0.columns = [.acronym: "mission", .asOf: "year"]
        $0.rows = ["operating": ["1"]]
      }
    }
  }
}
