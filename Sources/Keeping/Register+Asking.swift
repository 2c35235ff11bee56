import Chronology
import GRDB
package import Statements

extension Register {
  /// What the documents say about the missions that a filter lets through, in the order of
  /// `Account.precedes`. Missions that people decided are one have one account.
  /// - Parameter moment: what was recorded later is not known.
  package func accounts(
    matching filter: Filter = .all, at moment: Moment = .now
  ) async throws(RegisterError) -> [Account] {
    try await read { db in
      try Self.accounts(from: .distantPast, to: .distantFuture, at: moment, db)
        .filter(filter.matches)
        .sorted(by: Account.precedes)
    }
  }

  /// What each document says about each mission, whatever people decided about which are one, in
  /// the order of `Account.precedes`: this is what checks compare.
  package func separateAccounts(
    at moment: Moment = .now
  ) async throws(RegisterError) -> [Account] {
    try await read { db in
      var reader = try MergedReader(db, at: moment)
      return try reader.separateAccounts().sorted(by: Account.precedes)
    }
  }

  /// The answers to a question, `certainly` first. The index narrows, Chronology decides.
  /// - Parameters:
  ///   - includingNo: whether missions that were not running are answered too.
  ///   - moment: what was recorded later is not known.
  package func answers(
    to question: Question, matching filter: Filter = .all, includingNo: Bool = false,
    at moment: Moment = .now
  ) async throws(RegisterError) -> [Answer] {
    try await read { db in
      let first = includingNo ? Day.distantPast : question.first
      let last = includingNo ? Day.distantFuture : question.last
      return try Self.accounts(from: first, to: last, at: moment, db)
        .filter(filter.matches)
        .map { Answer(to: question, about: $0) }
        .filter { includingNo || $0.truth != .no }
        .sorted(by: Answer.precedes)
    }
  }

  /// At least the accounts of missions that may have been running at some time between two days.
  private static func accounts(
    from first: Day, to last: Day, at moment: Moment, _ db: Database
  ) throws -> [Account] {
    var reader = try MergedReader(db, at: moment)
    // The index holds what is known now, and one that older rules derived may leave something out.
    guard try moment == .now && DerivedIndex.isCurrent(db) else { return try reader.accounts() }
    return try DerivedIndex.missions(from: first, to: last, db).map {
      try reader.account(ofMission: $0)
    }
  }

  /// The missions that a person may mean: by id, else by acronym, name or alias in any case and
  /// with or without diacritics, else the same without spaces and hyphens (`NTMI` for NTM-I).
  /// Several where missions share a name and nobody decided that they are one.
  /// - Parameter moment: what was recorded later is not known.
  package func accounts(
    named name: String, at moment: Moment = .now
  ) async throws(RegisterError) -> [Account] {
    let words = Folding.words(of: name)
    return try await read { db in
      var reader = try MergedReader(db, at: moment)
      guard try moment == .now && DerivedIndex.isCurrent(db) else {
        return try reader.accounts().named(name)
      }
      let queries: [Query] = [
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
      var missions = try Array(reader.keys(of: [MissionID(rawValue: name)]).prefix(1))
      for query in queries where missions.isEmpty && !words.isEmpty {
        missions = try db.all(query) { try $0.integer() }
      }
      return try missions.map { try reader.account(ofMission: $0) }.sorted(by: Account.precedes)
    }
  }

  /// Every acronym, name and alias, sorted, each once, for "did you mean".
  package func names() async throws(RegisterError) -> [String] {
    try await read { db in
      try db.all("SELECT DISTINCT form FROM mission_name ORDER BY form") { try $0.text() }
    }
  }
}

extension [Account] {
  /// The accounts of a name, as `accounts(named:)` finds them, without the indexes.
  func named(_ name: String) -> [Account] {
    let byID = filter { $0.members.contains { $0.rawValue == name } }
    guard byID.isEmpty else { return byID }
    let words = Folding.words(of: name)
    guard !words.isEmpty else { return [] }
    let byName = filter { $0.mission.forms.contains { Folding.words(of: $0) == words } }
    guard byName.isEmpty else { return byName.sorted(by: Account.precedes) }
    let compact = words.joined()
    return filter { $0.mission.forms.contains { Folding.words(of: $0).joined() == compact } }
      .sorted(by: Account.precedes)
  }
}
