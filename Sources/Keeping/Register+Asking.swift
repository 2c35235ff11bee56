import Chronology
import GRDB
package import Statements

extension Register {
  /// What the documents say about the missions that a filter lets through, in the order of
  /// `Account.precedes`.
  package func accounts(matching filter: Filter = .all) async throws(RegisterError) -> [Account] {
    try await read { db in
      try Self.accounts(try Self.allMissions(db), db)
        .filter(filter.matches)
        .sorted(by: Account.precedes)
    }
  }

  /// The answers to a question, `certainly` first. The index narrows, Chronology decides.
  /// - Parameter includingNo: whether missions that were not running are answered too.
  package func answers(
    to question: Question, matching filter: Filter = .all, includingNo: Bool = false
  ) async throws(RegisterError) -> [Answer] {
    try await read { db in
      // An index that older rules derived may leave out what today's rules let through.
      let missions =
        if try includingNo || !DerivedIndex.isCurrent(db) {
          try Self.allMissions(db)
        } else {
          try DerivedIndex.missions(from: question.first, to: question.last, db)
        }
      return try Self.accounts(missions, db)
        .filter(filter.matches)
        .map { Answer(to: question, about: $0) }
        .filter { includingNo || $0.truth != .no }
        .sorted(by: Answer.precedes)
    }
  }

  /// The keys of all missions that their documents' last readings have.
  private static func allMissions(_ db: Database) throws -> [Int64] {
    try db.all("SELECT mission FROM period") { try $0.integer() }
  }

  private static func accounts(_ missions: [Int64], _ db: Database) throws -> [Account] {
    var reader = AccountReader(db)
    return try missions.map { try reader.account(ofMission: $0) }
  }

  /// The missions that a person may mean: by id, else by acronym, name or alias in any case and
  /// with or without diacritics, else the same without spaces and hyphens (`NTMI` for NTM-I).
  /// Several where missions share a name.
  package func accounts(named name: String) async throws(RegisterError) -> [Account] {
    let words = Folding.words(of: name)
    return try await read { db in
      let queries: [Query] = [
        """
        SELECT period.mission
        FROM period
        JOIN mission ON mission.key = period.mission
        WHERE mission.id = \(name)
        """,
        """
        SELECT DISTINCT mission
        FROM mission_name
        WHERE folded = \(words.joined(separator: " "))
        """,
        """
        SELECT DISTINCT mission
        FROM mission_name
        WHERE compact = \(words.joined())
        """,
      ]
      for query in queries.prefix(words.isEmpty ? 1 : queries.count) {
        let missions = try db.all(query) { try $0.integer() }
        if !missions.isEmpty {
          return try Self.accounts(missions, db).sorted(by: Account.precedes)
        }
      }
      return []
    }
  }

  /// Every acronym, name and alias, sorted, each once, for "did you mean".
  package func names() async throws(RegisterError) -> [String] {
    try await read { db in
      try db.all("SELECT DISTINCT form FROM mission_name ORDER BY form") { try $0.text() }
    }
  }
}
