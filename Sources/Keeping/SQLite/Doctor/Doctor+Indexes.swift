import GRDB
internal import Statements

extension Doctor {
  /// Whether the indexes hold what follows from the statements.
  func indexes() throws -> Examination.Check {
    guard form == Migration.newest else {
      return Examination.Check("indexes", .skipped, ["they are of an older form"])
    }
    guard try DerivedIndex.isCurrent(db) else {
      return Examination.Check(
        "indexes", .mendable, ["an older version made them by other rules"],
        remedy: Doctor.makeAgain)
    }
    var found: [String] = []
    var tally = PeriodTally()
    var accounts = try MergedReader(db)
    var leading = 0
    let missions = try db.all(
      """
      SELECT mission.key, reading.document
      FROM mission JOIN reading ON reading.key = mission.reading
      WHERE reading.key = (SELECT MAX(key) FROM reading AS last WHERE last.document = reading.document)
      ORDER BY mission.key
      """
    ) { (key: try $0.integer(), document: try $0.integer()) }
    for mission in missions {
      let account = try accounts.account(ofMission: mission.key)
      // Missions that are one stand in the indexes once.
      if account.members.count > 1 {
        guard try accounts.keys(of: [account.id]).first == mission.key else { continue }
      }
      leading += 1
      let row = PeriodRow(account, mission: mission.key, document: mission.document)
      tally.add(row)
      if try PeriodRow.kept(mission: mission.key, db) != row {
        found.append("the period of \(account.id.rawValue)")
      }
      if try names(mission.key) != Set(account.mission.forms) {
        found.append("the names of \(account.id.rawValue)")
      }
      let facets = Set(DerivedIndex.facets.flatMap { account.texts($0) })
      if try self.facets(mission.key) != facets {
        found.append("places and organisations of \(account.id.rawValue)")
      }
    }
    let kept = try db.first("SELECT COUNT(*) FROM period") { try $0.int() } ?? 0
    if kept != leading { found.append("\(kept) periods of \(leading) missions") }
    let trees = try db.first("SELECT COUNT(*) FROM loose_tree") { try $0.int() } ?? 0
    let loose =
      try db.first(
        "SELECT COUNT(*) FROM loose_tree WHERE mission IN (SELECT mission FROM period)"
      ) { try $0.int() } ?? 0
    if trees != loose { found.append("\(trees - loose) loose periods of no mission") }
    if try !tally.isKept(db) { found.append("the counts of periods by day") }
    found += try tallies()
    return found.isEmpty
      ? Examination.Check(
        "indexes", .sound, ["periods, counts and names of \(leading) missions"])
      : Examination.Check(
        "indexes", .mendable,
        Doctor.some(found.map { "\($0) are not what follows from the record" }),
        remedy: Doctor.makeAgain)
  }

  private func tallies() throws -> [String] {
    let documents = try db.all("SELECT key, id FROM document") {
      (key: try $0.integer(), id: try $0.text())
    }
    return try documents.filter { try !ReviewTally.isKept($0.key, db) }.map {
      "the counts of statements of document \($0.id.prefix(8))"
    }
  }

  private func names(_ mission: Int64) throws -> Set<String> {
    Set(
      try db.all("SELECT form FROM mission_name WHERE mission = \(mission)") { try $0.text() })
  }

  private func facets(_ mission: Int64) throws -> Set<String> {
    Set(
      try db.all(
        """
        SELECT facet.form FROM mission_facet JOIN facet ON facet.key = mission_facet.facet
        WHERE mission_facet.mission = \(mission)
        """
      ) { try $0.text() })
  }

  /// How many passages are looked up in the index of words.
  private static let sample = 500

  /// Whether the words of passages and names are indexed: that all are counted in, and that those
  /// of a sample are found.
  func words() throws -> Examination.Check {
    guard form == Migration.newest, try DerivedIndex.isCurrent(db) else {
      return Examination.Check("words", .skipped, ["their index is of an older version"])
    }
    var found: [String] = []
    let state = try db.first("SELECT passage, mission FROM search_state") {
      [try $0.integer(), try $0.integer()]
    }
    let last = try ["passage", "mission"].map { table in
      try Int64.fetchOne(db, sql: "SELECT COALESCE(MAX(key), 0) FROM \(table)") ?? 0
    }
    if (state ?? [0, 0]) != last { found.append("not all passages and names") }
    var count = 0
    let step = max(1, last[0] / Int64(Doctor.sample))
    for wanted in stride(from: Int64(1), through: max(last[0], 1), by: Int64.Stride(step)) {
      let passage = try db.first(
        "SELECT key, quote FROM passage WHERE key >= \(wanted) ORDER BY key LIMIT 1"
      ) { (key: try $0.integer(), quote: try $0.text()) }
      guard let passage else { break }
      let words = Folding.words(of: passage.quote).prefix(6)
      guard !words.isEmpty else { continue }
      count += 1
      let number = SearchRow.number(passage: passage.key, bytes: passage.quote.utf8.count)
      let isFound = try db.first(
        """
        SELECT 1 FROM passage_search
        WHERE passage_search MATCH \("\"\(words.joined(separator: " "))\"") AND rowid = \(number)
        """
      ) { try $0.int() }
      if isFound == nil { found.append("“\(passage.quote.prefix(40))”") }
    }
    return found.isEmpty
      ? Examination.Check(
        "words", .sound, ["up to passage \(last[0]); \(count) of them looked up and found"])
      : Examination.Check(
        "words", .mendable, Doctor.some(found.map { "\($0) is not found by its words" }),
        remedy: Doctor.makeAgain)
  }
}
