import GRDB
internal import Statements

/// What the fields of a search let through, as keys that SQL compares; what is nil narrows nothing.
struct SearchScope {
  /// What was recorded later is not found.
  private let moment: Moment
  /// Keys of missions, places and organisations as JSON arrays.
  private let missions: String?
  private let places: String?
  private let organisations: String?
  private let kind: String?
  private let property: String?
  /// Keys of documents.
  private let sources: [Int64]?
  /// Missions that are one with others, let through because those are, as JSON arrays: the indexes
  /// hold only the leading one of them.
  private var admitted = "[]"
  private var refused = "[]"

  init(_ fields: [SearchQuery.Field: String], at moment: Moment, _ db: Database) throws {
    self.moment = moment
    property = fields[.property]?.lowercased()
    sources = try fields[.source].map { try SearchScope.sources(named: $0, at: moment, db) }
    let narrows = [SearchQuery.Field.mission, .place, .org, .kind].contains { fields[$0] != nil }
    guard moment == .now else {
      // The indexes hold what is known now.
      missions =
        narrows ? FacetListing.json(try SearchScope.missions(fields, at: moment, db)) : nil
      (places, organisations, kind) = (nil, nil, nil)
      return
    }
    missions = try fields[.mission].map {
      FacetListing.json(try SearchScope.missions(named: $0, db))
    }
    places = try fields[.place].map { try FacetListing.keys(.place, named: $0, db) }
    organisations = try fields[.org].map { try FacetListing.keys(.organisation, named: $0, db) }
    kind = fields[.kind]?.lowercased()
    if narrows { try takeGroups(db) }
  }

  var isOpen: Bool {
    missions == nil && places == nil && organisations == nil && kind == nil && property == nil
      && sources == nil
  }

  /// The missions of accounts as they were known.
  private static func missions(
    _ fields: [SearchQuery.Field: String], at moment: Moment, _ db: Database
  ) throws -> [Int64] {
    var reader = try MergedReader(db, at: moment)
    let accounts = try reader.accounts()
    let filter = Filter(
      place: fields[.place], organisation: fields[.org],
      kind: fields[.kind].flatMap { Mission.Kind(rawValue: $0.lowercased()) })
    let named = fields[.mission].map { accounts.named($0) } ?? accounts
    return try reader.keys(of: named.filter(filter.matches).flatMap(\.members))
  }

  private static func missions(named name: String, _ db: Database) throws -> [Int64] {
    let words = Folding.words(of: name)
    let reader = try MergedReader(db)
    let byID = try reader.keys(of: reader.merging.members(with: MissionID(rawValue: name)))
    return try byID
      + db.all(
        """
        SELECT mission FROM mission_name WHERE folded = \(words.joined(separator: " "))
        UNION
        SELECT mission FROM mission_name WHERE compact = \(words.joined())
        """
      ) { try $0.integer() }
  }

  /// Lets missions that are one through together, as their one account is.
  private mutating func takeGroups(_ db: Database) throws {
    let reader = try MergedReader(db)
    var (admitted, refused): ([Int64], [Int64]) = ([], [])
    var seen: Set<MissionID> = []
    for mission in reader.merging.missions where !seen.contains(mission) {
      let members = reader.merging.members(with: mission)
      seen.formUnion(members)
      let keys = try reader.keys(of: members)
      if try keys.contains(where: { try admits($0, db) }) {
        admitted += keys
      } else {
        refused += keys
      }
    }
    self.admitted = FacetListing.json(admitted)
    self.refused = FacetListing.json(refused)
  }

  /// Whether the fields let the account through that stands in the indexes with this mission.
  private func admits(_ mission: Int64, _ db: Database) throws -> Bool {
    try db.first(
      """
      SELECT 1
      FROM mission
      JOIN period ON period.mission = mission.key
      WHERE mission.key = \(mission) AND \(areLetThrough)
      """
    ) { try $0.integer() } != nil
  }

  /// The condition on `mission`.
  private var areLetThrough: Query {
    """
    (mission.key IN (SELECT value FROM json_each(\(admitted)))
      OR (mission.key NOT IN (SELECT value FROM json_each(\(refused)))
        AND (\(kind) IS NULL OR mission.kind = \(kind))
        AND (\(missions) IS NULL
          OR mission.key IN (SELECT value FROM json_each(\(missions))))
        AND (\(places) IS NULL OR EXISTS (
          SELECT 1 FROM mission_facet WHERE mission_facet.mission = mission.key
            AND facet IN (SELECT value FROM json_each(\(places)))))
        AND (\(organisations) IS NULL OR EXISTS (
          SELECT 1 FROM mission_facet WHERE mission_facet.mission = mission.key
            AND facet IN (SELECT value FROM json_each(\(organisations)))))))
    """
  }

  /// By the first digits of the id, the location, the file's name or the title, as in a review.
  private static func sources(
    named source: String, at moment: Moment, _ db: Database
  ) throws -> [Int64] {
    try db.all(
      """
      SELECT document.key
      FROM document
      JOIN reading ON reading.key = \(moment.reading(of: "document.key"))
      WHERE \(SourceName.matches(source))
      """
    ) { try $0.integer() }
  }

  /// How many passages are worth reading one by one instead of through the index of words.
  private static let few = 20_000

  /// The passages of the documents or missions that are named, where these are few; nil where they
  /// are many or none is named.
  func fewPassages(_ db: Database) throws -> [Int64]? {
    let passages: [Int64]
    if let sources {
      passages = try db.all(
        """
        SELECT key FROM passage
        WHERE document IN (SELECT value FROM json_each(\(FacetListing.json(sources))))
        ORDER BY key LIMIT \(SearchScope.few + 1)
        """
      ) { try $0.integer() }
    } else if let missions {
      passages = try db.all(
        """
        SELECT DISTINCT statement_passage.passage
        FROM mission
        JOIN reading ON reading.key = mission.reading
        JOIN statement
          ON statement.document = reading.document AND statement.subject = mission.id
        JOIN statement_passage ON statement_passage.statement = statement.key
        WHERE mission.key IN (SELECT value FROM json_each(\(missions)))
          OR mission.key IN (SELECT value FROM json_each(\(admitted)))
        LIMIT \(SearchScope.few + 1)
        """
      ) { try $0.integer() }
    } else {
      return nil
    }
    return passages.count > SearchScope.few ? nil : passages
  }

  /// The last reading of a passage's document, where that reading cites the passage in something
  /// that the fields let through.
  func reading(ofPassage passage: Int64, _ db: Database) throws -> Int64? {
    let found = try db.first(
      """
      SELECT passage.document, reading.key
      FROM passage
      JOIN reading ON reading.key = \(moment.reading(of: "passage.document"))
      WHERE passage.key = \(passage)
        AND (EXISTS (
            SELECT 1
            FROM statement_passage
            JOIN reading_statement
              ON reading_statement.reading = reading.key
              AND reading_statement.statement = statement_passage.statement
            JOIN statement ON statement.key = statement_passage.statement
            JOIN mission ON mission.reading = reading.key AND mission.id = statement.subject
            WHERE statement_passage.passage = passage.key
              AND (\(property) IS NULL OR statement.property = \(property))
              AND \(areLetThrough))
          OR (\(isOpen) AND EXISTS (
            SELECT 1 FROM mission
            WHERE mission.passage = passage.key AND mission.reading = reading.key)))
      """
    ) { (document: try $0.integer(), reading: try $0.integer()) }
    guard let found else { return nil }
    if let sources, !sources.contains(found.document) { return nil }
    return found.reading
  }

  /// The passage in which a mission is named and the reading that has it, where the mission is of a
  /// document's last reading and the fields let it through.
  func naming(ofMission mission: Int64, _ db: Database) throws -> (passage: Int64, reading: Int64)?
  {
    guard property == nil else { return nil }
    let found = try db.first(
      """
      SELECT mission.passage, mission.reading, reading.document
      FROM mission
      JOIN reading ON reading.key = mission.reading
      WHERE mission.key = \(mission)
        AND reading.key = \(moment.reading(of: "reading.document"))
        AND \(areLetThrough)
      """
    ) { (passage: try $0.integer(), reading: try $0.integer(), document: try $0.integer()) }
    guard let found else { return nil }
    if let sources, !sources.contains(found.document) { return nil }
    return (found.passage, found.reading)
  }
}
