import Chronology
import GRDB
internal import Statements

/// What is kept only so that questions are answered quickly: the derived periods' four points and
/// how many begin and end when, the forms of names, places and organisations, the searched words, the
/// counts of a review.
/// All of it follows from the rest of the register and is rebuilt where the rules that derive it
/// have changed.
enum DerivedIndex {
  /// To be raised whenever `Period`'s rules or `Folding` change.
  static let version = 3

  static func isCurrent(_ db: Database) throws -> Bool {
    try db.first("SELECT MAX(version) FROM index_version") { try $0.optionalInteger() }
      == .some(Int64(version))
  }

  /// How much of the file is kept in memory while all is derived again, in KiB: missions come by
  /// document and lie by their begins, so that a page of an index is written to over and over.
  private static let cache = 131_072

  /// Derives all of it again, document by document, so that a large register needs little memory.
  static func rebuild(_ db: Database) throws {
    let cacheBefore = try db.first("PRAGMA cache_size") { try $0.int() } ?? -2_000
    try db.execute(sql: "PRAGMA cache_size = -\(cache)")
    defer { try? db.execute(sql: "PRAGMA cache_size = \(cacheBefore)") }
    for table in ["index_version", "mission_name", "mission_facet", "facet", "period"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    for table in ["period_tally", "loose_tree"] { try db.execute(sql: "DELETE FROM \(table)") }
    try SearchIndex.clear(db)
    try SearchIndex.update(db)
    var tally = PeriodTally()
    for document in try db.all("SELECT key FROM document", { try $0.integer() }) {
      try derive(document: document, &tally, db)
    }
    try tally.save(db)
    try ReviewTally.rebuild(db)
    try db.run("INSERT INTO index_version (version) VALUES (\(version))")
  }

  /// Derives the periods, names and facets of a document's missions again, after a reading or a
  /// decision.
  ///
  /// A mission that is one with missions of other documents stands in the indexes once, in the place
  /// of the leading one; those documents are derived again as well.
  static func refresh(document: Int64, _ db: Database) throws {
    let merging = try Merging(identities: Register.identities(at: .now, db))
    guard !merging.isEmpty else { return try refresh(alone: document, db) }
    let missions = try db.all(
      """
      SELECT DISTINCT mission.id
      FROM mission
      JOIN reading ON reading.key = mission.reading
      WHERE reading.document = \(document)
      """
    ) { MissionID(rawValue: try $0.text()) }
    let partners = missions.map { merging.members(with: $0) }.filter { $0.count > 1 }
    try refresh(documentsOf: Set(partners.flatMap(\.self)), and: document, db)
  }

  /// Derives the documents again that have some missions.
  static func refresh(
    documentsOf missions: Set<MissionID>, and document: Int64? = nil, _ db: Database
  ) throws {
    var documents = Set([document].compactMap(\.self))
    for mission in missions {
      let found = try db.all(
        """
        SELECT DISTINCT reading.document
        FROM mission
        JOIN reading ON reading.key = mission.reading
        WHERE mission.id = \(mission.rawValue)
        """
      ) { try $0.integer() }
      documents.formUnion(found)
    }
    for document in documents.sorted() { try refresh(alone: document, db) }
  }

  private static func refresh(alone document: Int64, _ db: Database) throws {
    var tally = PeriodTally()
    for row in try PeriodRow.all(of: document, db) {
      tally.remove(row)
      try db.run("DELETE FROM mission_name WHERE mission = \(row.mission)")
      try db.run("DELETE FROM mission_facet WHERE mission = \(row.mission)")
      if case .loose = row.shape {
        try db.run("DELETE FROM loose_tree WHERE mission = \(row.mission)")
      }
    }
    try db.run("DELETE FROM period WHERE document = \(document)")
    try derive(document: document, &tally, db)
    try tally.save(db)
    try ReviewTally.refresh(document, db)
    try SearchIndex.update(db)
  }

  /// The properties by whose values missions are filtered.
  static let facets: [Property] = [.place, .organisation]

  private static func derive(
    document: Int64, _ tally: inout PeriodTally, _ db: Database
  ) throws {
    let missions = try db.all(
      """
      SELECT mission.key
      FROM mission
      WHERE mission.reading = (SELECT MAX(key) FROM reading WHERE document = \(document))
      ORDER BY mission.key
      """
    ) { try $0.integer() }
    var accounts = try MergedReader(db)
    for mission in missions {
      let account = try accounts.account(ofMission: mission)
      // One of several that are one, and not the leading one.
      if account.members.count > 1 {
        guard try accounts.keys(of: [account.id]).first == mission else { continue }
      }
      let row = PeriodRow(account, mission: mission, document: document)
      try row.insert(db)
      tally.add(row)
      for form in Set(account.mission.forms).sorted() {
        let words = Folding.words(of: form)
        try db.run(
          """
          INSERT INTO mission_name (mission, form, folded, compact)
          VALUES (\(mission), \(form), \(words.joined(separator: " ")), \(words.joined()))
          """)
      }
      for property in facets {
        for form in account.texts(property) { try insert(row, facet: property, form, db) }
      }
    }
  }

  private static func insert(
    _ row: PeriodRow, facet property: Property, _ form: String, _ db: Database
  ) throws {
    let known = try db.first(
      "SELECT key FROM facet WHERE property = \(property.rawValue) AND form = \(form)"
    ) { try $0.integer() }
    let key =
      try known
      ?? db.inserted(
        """
        INSERT INTO facet (property, form, folded)
        VALUES
          (\(property.rawValue), \(form), \(Folding.words(of: form).joined(separator: " ")))
        RETURNING key
        """)
    let points = row.points
    try db.run(
      """
      INSERT INTO mission_facet
        (facet, begin_earliest, name, mission, begin_latest, end_earliest, end_latest, origin,
         kind)
      VALUES
        (\(key), \(points?.beginEarliest ?? .max), \(row.name), \(row.mission),
         \(points?.beginLatest), \(points?.endEarliest), \(points?.endLatest),
         \(row.origin.rawValue), \(row.kind.rawValue))
      """)
  }

  /// The missions that may have been running at some time from one day to another, and those that
  /// nothing dates: at least all to which Chronology says anything but `no`.
  static func missions(from first: Day, to last: Day, _ db: Database) throws -> [Int64] {
    try db.all(
      """
      SELECT mission FROM period
      WHERE begin_earliest IS NULL
        OR (begin_earliest <= \(last.number) AND end_latest >= \(first.number))
      """
    ) { try $0.integer() }
  }
}

extension Mission {
  /// Acronym, name and aliases.
  var forms: [String] { (acronym.map { [$0] } ?? []) + [name] + aliases }
}
