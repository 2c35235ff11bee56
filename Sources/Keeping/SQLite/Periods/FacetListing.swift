import Chronology
import GRDB
internal import Statements

/// The missions of a place, a host state, an organisation or of several of these: read from the run
/// of rows that a place or an organisation has, which holds the points of its missions.
struct FacetListing {
  let db: Database
  let kind: Mission.Kind?
  /// The keys of the names that match, of the facet that is read.
  private let facets: [Int64]
  /// Of what narrows further, as JSON arrays.
  private let others: [String]

  /// Nil where a filter names neither place, host state nor organisation.
  init?(_ filter: Filter, _ db: Database) throws {
    let named = [(Property.place, filter.place), (Property.organisation, filter.organisation)]
    var keys = try named.compactMap { property, name in
      try name.map { try FacetListing.numbers(property, named: $0, db) }
    }
    if let host = filter.host { keys.append(try FacetListing.numbers(ofState: host, db)) }
    guard let first = keys.first else { return nil }
    self.db = db
    kind = filter.kind
    facets = first
    others = keys.dropFirst().map(FacetListing.json)
  }

  /// Whether a row's mission is also what the rest of the filter names.
  private var narrows: Query {
    var condition: Query = "TRUE"
    for keys in others {
      condition = """
        \(condition)
        AND EXISTS (
          SELECT 1 FROM mission_facet AS other
          WHERE other.facet IN (SELECT value FROM json_each(\(keys)))
            AND other.begin_earliest = listed.begin_earliest
            AND other.name = listed.name AND other.mission = listed.mission)
        """
    }
    return condition
  }

  /// The condition on a row's facet, and the word that keeps a mission from being listed for each of
  /// its names. One name needs none, and its missions lie in their order.
  private var named: (condition: Query, once: Query) {
    facets.count == 1
      ? ("facet = \(facets[0])", "")
      : ("facet IN (SELECT value FROM json_each(\(FacetListing.json(facets))))", "DISTINCT")
  }

  /// Keys as SQL takes a list of them, by json_each.
  static func json(_ keys: [Int64]) -> String {
    "[\(keys.map(String.init).joined(separator: ","))]"
  }

  /// The keys of the names of a property in which words stand in a row, as a JSON array.
  static func keys(
    _ property: Property, named name: String, _ db: Database
  ) throws -> String {
    json(try numbers(property, named: name, db))
  }

  private static func numbers(
    _ property: Property, named name: String, _ db: Database
  ) throws -> [Int64] {
    let words = Folding.words(of: name)
    guard !words.isEmpty else { return [] }
    return try db.all(
      """
      SELECT key FROM facet
      WHERE property = \(property.rawValue)
        AND instr(' ' || folded || ' ', \(" \(words.joined(separator: " ")) ")) > 0
      """
    ) { try $0.integer() }
  }

  private static func numbers(ofState host: HostState, _ db: Database) throws -> [Int64] {
    try db.all("SELECT key, form FROM facet WHERE property = \(Property.place.rawValue)") {
      (key: try $0.integer(), form: try $0.text())
    }.filter { host.isNamed($0.form) }.map(\.key)
  }

  /// `certainly` 2, `possibly` 1, `no` 0.
  private func answers(_ window: Window) throws -> [Int64: Int] {
    let (first, last) = (window.first, window.last)
    let counts = try db.all(
      """
      SELECT truth, COUNT(*)
      FROM (
        SELECT \(named.once) listed.begin_earliest, listed.name, listed.mission,
          CASE
            WHEN begin_latest IS NULL THEN 1
            WHEN begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited'
              THEN 2
            WHEN begin_earliest <= \(last) AND end_latest >= \(first) THEN 1
            ELSE 0
          END AS truth
        FROM mission_facet AS listed
        WHERE \(named.condition)
          AND (begin_earliest <= \(last) OR begin_earliest = \(Int64.max))
          AND (\(kind?.rawValue) IS NULL OR kind = \(kind?.rawValue))
          AND \(narrows)
      )
      GROUP BY truth
      """
    ) { (truth: try $0.integer(), count: try $0.int()) }
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.truth, $0.count) })
  }

  func count(_ window: Window) throws -> AnswerCount {
    let answers = try self.answers(window)
    return AnswerCount(certainly: answers[2, default: 0], possibly: answers[1, default: 0])
  }

  func count() throws -> Int {
    try answers(.all).values.reduce(0, +)
  }

  /// The first missions behind a key; of those that a question is answered with `certainly` or with
  /// `possibly` where one is asked.
  func page(
    _ asked: (window: Window, truth: Truth)?, after key: ListKey, limit: Int
  ) throws -> [Listed] {
    let truth = asked.map { Int64($0.truth.rawValue) }
    let (first, last) = (asked?.window.first, asked?.window.last)
    return try db.all(
      """
      SELECT \(named.once) listed.begin_earliest, listed.name, listed.mission
      FROM mission_facet AS listed
      WHERE \(named.condition)
        AND (begin_earliest, name, mission) > (\(key.begin), \(key.name), \(key.mission))
        AND (\(truth) IS NULL OR \(truth) = CASE
          WHEN begin_latest IS NULL THEN 1
          WHEN begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited'
            THEN 2
          WHEN begin_earliest <= \(last) AND end_latest >= \(first) THEN 1
          ELSE 0
        END)
        AND (\(kind?.rawValue) IS NULL OR kind = \(kind?.rawValue))
        AND \(narrows)
      ORDER BY listed.begin_earliest, listed.name, listed.mission
      LIMIT \(limit)
      """
    ) { try Listed(&$0) }
  }
}
