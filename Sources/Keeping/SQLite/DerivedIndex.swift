import Chronology
import GRDB
internal import Statements

/// What is kept only so that questions are answered quickly: the derived periods' four points, the
/// forms of names and the searched words. All of it follows from the rest of the register and is
/// rebuilt where the rules that derive it have changed.
enum DerivedIndex {
  /// To be raised whenever `Period`'s rules or `Folding` change.
  static let version = 1

  static func isCurrent(_ db: Database) throws -> Bool {
    try db.first("SELECT MAX(version) FROM index_version") { try $0.optionalInteger() }
      == .some(Int64(version))
  }

  /// Derives all of it again.
  static func rebuild(_ db: Database) throws {
    try db.run("DELETE FROM index_version")
    try db.run("INSERT INTO passage_search (passage_search) VALUES ('delete-all')")
    try db.run("INSERT INTO mission_search (mission_search) VALUES ('delete-all')")
    let passages = try db.all("SELECT key, quote FROM passage") {
      (key: try $0.integer(), quote: try $0.text())
    }
    for passage in passages { try add(passage: passage.key, quote: passage.quote, db) }
    for mission in try db.all("SELECT key FROM mission", { try $0.integer() }) {
      try add(mission: mission, forms: try forms(ofMission: mission, db), db)
    }
    for document in try db.all("SELECT key FROM document", { try $0.integer() }) {
      try refresh(document: document, db)
    }
    try db.run("INSERT INTO index_version (version) VALUES (\(version))")
  }

  /// Derives the periods and names of a document's missions again, after a reading or a decision.
  static func refresh(document: Int64, _ db: Database) throws {
    try db.run(
      """
      DELETE FROM mission_name
      WHERE mission IN (SELECT mission FROM period WHERE document = \(document))
      """)
    try db.run(
      """
      DELETE FROM period_tree
      WHERE mission IN (SELECT mission FROM period WHERE document = \(document))
      """)
    try db.run("DELETE FROM period WHERE document = \(document)")
    let missions = try db.all(
      """
      SELECT mission.key
      FROM mission
      WHERE mission.reading = (SELECT MAX(key) FROM reading WHERE document = \(document))
      ORDER BY mission.key
      """
    ) { try $0.integer() }
    var accounts = AccountReader(db)
    for mission in missions {
      let account = try accounts.account(ofMission: mission)
      try add(account.period, ofMission: mission, document: document, db)
      for form in Set(account.mission.forms).sorted() {
        let words = Folding.words(of: form)
        try db.run(
          """
          INSERT INTO mission_name (mission, form, folded, compact)
          VALUES (\(mission), \(form), \(words.joined(separator: " ")), \(words.joined()))
          """)
      }
    }
  }

  private static func add(
    _ period: Period, ofMission mission: Int64, document: Int64, _ db: Database
  ) throws {
    let span = period.span
    let columns = span.map { SpanColumns($0) }
    try db.run(
      """
      INSERT INTO period
        (mission, document, origin, begin_earliest, begin_latest, end_earliest, end_latest)
      VALUES
        (\(mission), \(document), \(period.origin.rawValue), \(columns?.beginEarliest),
         \(columns?.beginLatest), \(columns?.endEarliest), \(columns?.endLatest))
      """)
    guard let span else { return }
    try db.run(
      """
      INSERT INTO period_tree (mission, first_day, last_day)
      VALUES (\(mission), \(clamped(span.beginEarliest)), \(clamped(span.endLatest)))
      """)
  }

  /// The missions that may have been running at some time from one day to another, and those that
  /// nothing dates: at least all to which Chronology says anything but `no`.
  static func missions(from first: Day, to last: Day, _ db: Database) throws -> [Int64] {
    try db.all(
      """
      SELECT mission FROM period_tree
      WHERE first_day <= \(clamped(last)) AND last_day >= \(clamped(first))
      UNION ALL
      SELECT mission FROM period WHERE begin_earliest IS NULL
      """
    ) { try $0.integer() }
  }

  /// A day in the 32 bits of the tree, about six million years either side of 1970. What lies
  /// outside comes to stand on the edge; since both sides of a comparison are treated alike and
  /// order is kept, no pair that compared as `<=` stops doing so.
  private static func clamped(_ day: Day) -> Int64 { Int64(Int32(clamping: day.number)) }

  /// Indexes the words of a passage.
  static func add(passage: Int64, quote: String, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO passage_search (rowid, folded)
      VALUES (\(passage), \(Folding.words(of: quote).joined(separator: " ")))
      """)
  }

  /// Indexes the words of a mission's names.
  static func add(mission: Int64, forms: [String], _ db: Database) throws {
    // A private character between two names, which SQLite takes for a word that nobody types, so
    // that no phrase reaches from one name into the next.
    let folded = forms.map { Folding.words(of: $0).joined(separator: " ") }
      .joined(separator: " \u{E000} ")
    try db.run(
      """
      INSERT INTO mission_search (rowid, folded)
      VALUES (\(mission), \(folded))
      """)
  }

  private static func forms(ofMission mission: Int64, _ db: Database) throws -> [String] {
    try db.all(
      """
      SELECT acronym, 0 AS place FROM mission WHERE key = \(mission) AND acronym IS NOT NULL
      UNION ALL
      SELECT name, 1 FROM mission WHERE key = \(mission)
      UNION ALL
      SELECT alias, 2 + ordinal FROM mission_alias WHERE mission = \(mission)
      ORDER BY place
      """
    ) { try $0.text() }
  }
}

extension Mission {
  /// Acronym, name and aliases.
  var forms: [String] { (acronym.map { [$0] } ?? []) + [name] + aliases }
}
