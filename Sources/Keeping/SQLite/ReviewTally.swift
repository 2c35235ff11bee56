import GRDB
internal import Statements

/// The counts of what a review lists, document by document.
enum ReviewTally {
  /// To be raised whenever what is counted changes.
  static let version = 1

  static func isCurrent(_ db: Database) throws -> Bool {
    try db.first("SELECT MAX(version) FROM review_tally_version") { try $0.optionalInteger() }
      == .some(Int64(version))
  }

  /// Counts all documents again.
  static func rebuild(_ db: Database) throws {
    try db.run("DELETE FROM review_tally_version")
    try db.run("DELETE FROM review_tally")
    for document in try db.all("SELECT key FROM document", { try $0.integer() }) {
      try insert(document, db)
    }
    try db.run("INSERT INTO review_tally_version (version) VALUES (\(version))")
  }

  /// Counts a document again, after a reading or a decision.
  static func refresh(_ document: Int64, _ db: Database) throws {
    try db.run("DELETE FROM review_tally WHERE document = \(document)")
    try insert(document, db)
  }

  private static func insert(_ document: Int64, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO review_tally (document, property, rule, verdict, is_proposed, statements)
      \(counted("document.key = \(document)"))
      """)
  }

  /// The rows that the table has to have.
  private static func counted(_ condition: Query = "TRUE") -> Query {
    """
    SELECT document.key AS document, statement.property AS property, statement.rule AS rule,
      COALESCE(decision.verdict, '') AS verdict,
      reading_statement.statement IS NOT NULL AS is_proposed, COUNT(*) AS statements
    \(ReviewRow.tables(of: ReviewFilter(state: .all), .now)) AND \(condition)
    GROUP BY 1, 2, 3, 4, 5
    """
  }

  /// Where the counts are read from: the table, or what it would hold.
  static func source(_ db: Database) throws -> Query {
    try isCurrent(db) ? "review_tally" : "(\(counted()))"
  }

  /// Whether the counts of a document are what follows from the record.
  static func isKept(_ document: Int64, _ db: Database) throws -> Bool {
    let kept: Query = """
      SELECT document, property, rule, verdict, is_proposed, statements
      FROM review_tally WHERE document = \(document)
      """
    let counted = counted("document.key = \(document)")
    let extra = try db.first("SELECT 1 FROM (\(kept) EXCEPT \(counted))") { try $0.int() }
    let missing = try db.first("SELECT 1 FROM (\(counted) EXCEPT \(kept))") { try $0.int() }
    return extra == nil && missing == nil
  }

  /// How many statements a filter lets through that does not name a mission.
  /// - Parameter before: only those of documents before this one.
  static func count(
    matching filter: ReviewFilter, before document: Int64? = nil, _ db: Database
  ) throws -> Int {
    let count = try db.first(
      """
      SELECT COALESCE(SUM(review_tally.statements), 0)
      FROM review_tally
      \(sources(of: filter))
      WHERE \(isLetThrough(by: filter)) AND review_tally.document < \(document ?? .max)
      """
    ) { try $0.int() }
    return count ?? 0
  }

  /// The documents in which a filter that does not name a mission lets something through.
  static func documents(matching filter: ReviewFilter) -> Query {
    "SELECT review_tally.document FROM review_tally WHERE \(isLetThrough(by: filter))"
  }

  private static func sources(of filter: ReviewFilter) -> Query {
    guard let source = filter.source else { return "" }
    return """
      JOIN document ON document.key = review_tally.document
      JOIN reading ON reading.key = \(Moment.now.reading(of: "document.key"))
        AND \(SourceName.matches(source))
      """
  }

  private static func isLetThrough(by filter: ReviewFilter) -> Query {
    var condition: Query =
      switch filter.state {
      case .open: "review_tally.verdict = '' AND review_tally.is_proposed"
      case .accepted, .rejected, .amended: "review_tally.verdict = \(filter.state.rawValue)"
      case .all: "TRUE"
      }
    if let property = filter.property {
      condition = "\(condition) AND review_tally.property = \(property.rawValue)"
    }
    if let rule = filter.rule { condition = "\(condition) AND review_tally.rule = \(rule)" }
    return condition
  }
}
