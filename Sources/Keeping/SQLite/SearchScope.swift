import GRDB
internal import Statements

/// What the fields of a search let through, as keys that SQL compares; what is nil narrows nothing.
struct SearchScope {
  /// Keys of missions, places and organisations as JSON arrays.
  private let missions: String?
  private let places: String?
  private let organisations: String?
  private let kind: String?
  private let property: String?
  /// Keys of documents.
  private let sources: [Int64]?
  private let missionKeys: [Int64]

  private static func json(_ keys: [Int64]) -> String {
    "[\(keys.map(String.init).joined(separator: ","))]"
  }

  init(_ fields: [SearchQuery.Field: String], _ db: Database) throws {
    missionKeys = try fields[.mission].map { try SearchScope.missions(named: $0, db) } ?? []
    missions = fields[.mission] == nil ? nil : SearchScope.json(missionKeys)
    places = try fields[.place].map { try FacetListing.keys(.place, named: $0, db) }
    organisations = try fields[.org].map { try FacetListing.keys(.organisation, named: $0, db) }
    kind = fields[.kind]?.lowercased()
    property = fields[.property]?.lowercased()
    sources = try fields[.source].map { try SearchScope.sources(named: $0, db) }
  }

  var isOpen: Bool {
    missions == nil && places == nil && organisations == nil && kind == nil && property == nil
      && sources == nil
  }

  private static func missions(named name: String, _ db: Database) throws -> [Int64] {
    let words = Folding.words(of: name)
    return try db.all(
      """
      SELECT period.mission FROM mission JOIN period ON period.mission = mission.key
      WHERE mission.id = \(name)
      UNION
      SELECT mission FROM mission_name WHERE folded = \(words.joined(separator: " "))
      UNION
      SELECT mission FROM mission_name WHERE compact = \(words.joined())
      """
    ) { try $0.integer() }
  }

  /// By the first digits of the id, the location, the file's name or the title, as in a review.
  private static func sources(named source: String, _ db: Database) throws -> [Int64] {
    let ending = "/" + source
    return try db.all(
      """
      SELECT document.key
      FROM document
      JOIN reading ON reading.key = (SELECT MAX(key) FROM reading WHERE document = document.key)
      WHERE reading.location = \(source) OR reading.title = \(source)
        OR substr(reading.location, -\(ending.unicodeScalars.count)) = \(ending)
        OR substr(document.id, 1, \(source.unicodeScalars.count)) = \(source)
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
        WHERE document IN (SELECT value FROM json_each(\(SearchScope.json(sources))))
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
      JOIN reading
        ON reading.key = (SELECT MAX(key) FROM reading WHERE document = passage.document)
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
              AND (\(kind) IS NULL OR mission.kind = \(kind))
              AND (\(missions) IS NULL
                OR mission.key IN (SELECT value FROM json_each(\(missions))))
              AND (\(places) IS NULL OR EXISTS (
                SELECT 1 FROM mission_facet WHERE mission_facet.mission = mission.key
                  AND facet IN (SELECT value FROM json_each(\(places)))))
              AND (\(organisations) IS NULL OR EXISTS (
                SELECT 1 FROM mission_facet WHERE mission_facet.mission = mission.key
                  AND facet IN (SELECT value FROM json_each(\(organisations))))))
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
      SELECT mission.passage, mission.reading, period.document
      FROM mission
      JOIN period ON period.mission = mission.key
      WHERE mission.key = \(mission)
        AND (\(kind) IS NULL OR mission.kind = \(kind))
        AND (\(places) IS NULL OR EXISTS (
          SELECT 1 FROM mission_facet WHERE mission_facet.mission = mission.key
            AND facet IN (SELECT value FROM json_each(\(places)))))
        AND (\(organisations) IS NULL OR EXISTS (
          SELECT 1 FROM mission_facet WHERE mission_facet.mission = mission.key
            AND facet IN (SELECT value FROM json_each(\(organisations)))))
      """
    ) { (passage: try $0.integer(), reading: try $0.integer(), document: try $0.integer()) }
    guard let found else { return nil }
    if let sources, !sources.contains(found.document) { return nil }
    if missions != nil, !missionKeys.contains(mission) { return nil }
    return (found.passage, found.reading)
  }
}
