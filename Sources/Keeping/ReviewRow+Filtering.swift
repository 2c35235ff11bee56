import GRDB
internal import Statements

/// Where a statement stands in a review: by document, then as the last reading has it, then what
/// that reading no longer proposes.
struct ReviewOrder {
  let document: Int64
  /// Whether the document's last reading no longer proposes it.
  let isDropped: Bool
  /// Its place among the statements of the last reading; 0 where that has it no more.
  let ordinal: Int64
  let statement: Int64

  /// Where a statement stands whose id begins so; nil where none or several do.
  static func find(_ id: StatementID, _ db: Database) throws -> ReviewOrder? {
    guard let row = try ReviewRow.one(id, db) else { return nil }
    return try db.first(
      """
      SELECT statement.document, reading_statement.ordinal
      FROM statement
      LEFT JOIN reading_statement
        ON reading_statement.reading = \(row.reading)
        AND reading_statement.statement = statement.key
      WHERE statement.key = \(row.statement)
      """
    ) { columns in
      let document = try columns.integer()
      let ordinal = try columns.optionalInteger()
      return ReviewOrder(
        document: document, isDropped: ordinal == nil, ordinal: ordinal ?? 0,
        statement: row.statement)
    }
  }

  /// The columns that are ordered by; the first is an integer key.
  private static let columns: Query =
    """
    (document.key, reading_statement.ordinal IS NULL, COALESCE(reading_statement.ordinal, 0),
      statement.key)
    """

  /// Whether a row comes behind this place. The documents are compared apart, so that those before
  /// it are not read.
  var isBefore: Query {
    """
    (document.key >= \(document)
      AND \(ReviewOrder.columns) > (\(document), \(isDropped), \(ordinal), \(statement)))
    """
  }

  var isAfter: Query {
    """
    (document.key <= \(document)
      AND \(ReviewOrder.columns) < (\(document), \(isDropped), \(ordinal), \(statement)))
    """
  }
}

/// Which way a list is read.
enum ReviewDirection {
  case onward, back

  var order: Query {
    switch self {
    case .onward:
      """
      document.key, reading_statement.ordinal IS NULL, reading_statement.ordinal, statement.key
      """
    case .back:
      """
      document.key DESC, reading_statement.ordinal IS NULL DESC, reading_statement.ordinal DESC,
        statement.key DESC
      """
    }
  }
}

extension ReviewRow {
  /// The statement whose id begins so; nil where none or several do.
  static func one(_ id: StatementID, _ db: Database) throws -> ReviewRow? {
    let prefix = id.rawValue
    guard !prefix.isEmpty, prefix.utf8.allSatisfy(\.isLowerHexadecimal) else { return nil }
    let rows = try all(withPrefix: prefix, db)
    return rows.count == 1 ? rows[0] : nil
  }

  /// The first statements that a filter lets through, from a place on or back from it.
  static func some(
    matching filter: ReviewFilter, at moment: Moment = .now, from place: ReviewOrder? = nil,
    _ direction: ReviewDirection = .onward, limit: Int, _ db: Database
  ) throws -> [ReviewRow] {
    let isBeyond: Query =
      switch (place, direction) {
      case (nil, _): "TRUE"
      case (let place?, .onward): place.isBefore
      case (let place?, .back): place.isAfter
      }
    return try db.all(
      """
      SELECT \(columns)
      \(tables(of: filter, moment)) AND \(isBeyond)
        AND \(try isInTallied(documents: filter, moment, db))
      ORDER BY \(direction.order)
      LIMIT \(limit)
      """
    ) { try ReviewRow(&$0) }
  }

  /// Leads past the documents in which nothing is let through, where that was counted: a filter may
  /// name what few of them have.
  private static func isInTallied(
    documents filter: ReviewFilter, _ moment: Moment, _ db: Database
  ) throws -> Query {
    guard moment == .now, filter.mission == nil, filter.property != nil || filter.rule != nil,
      try ReviewTally.isCurrent(db)
    else { return "TRUE" }
    return "document.key IN (\(ReviewTally.documents(matching: filter)))"
  }

  /// The last statement that a filter lets through.
  static func last(matching filter: ReviewFilter, _ db: Database) throws -> ReviewRow? {
    try some(matching: filter, .back, limit: 1, db).first
  }

  /// The statements that a filter lets through, each with the last reading of its document.
  static func tables(of filter: ReviewFilter, _ moment: Moment) -> Query {
    // SQLite keeps the order of a CROSS JOIN: the documents first, which are listed in theirs, so
    // that a part of a list is found without the rest. What has a verdict is little, and is looked
    // for by it.
    let join: Query = [.open, .all].contains(filter.state) ? "CROSS JOIN" : "JOIN"
    return """
      FROM document
      \(join) reading ON reading.key = \(moment.reading(of: "document.key"))
      \(join) statement ON statement.document = document.key
      \(joins(moment))
      WHERE reading.key NOT IN (SELECT reading FROM retirement)
        AND \(isLetThrough(by: filter))
      """
  }

  private static func isLetThrough(by filter: ReviewFilter) -> Query {
    let state: Query =
      switch filter.state {
      case .open: "decision.key IS NULL AND reading_statement.statement IS NOT NULL"
      case .all: "(decision.key IS NOT NULL OR reading_statement.statement IS NOT NULL)"
      case .accepted, .rejected, .amended:
        // What the second line says follows from the first; it leads to few rows at once.
        """
        decision.verdict = \(filter.state.rawValue)
          AND statement.key IN (SELECT decision.statement FROM decision)
        """
      }
    return "\(state) AND \(narrows(to: filter))"
  }

  /// Whether a statement is of the mission, property, source and rule that a filter names.
  static func narrows(to filter: ReviewFilter) -> Query {
    var condition: Query = "TRUE"
    if let source = filter.source {
      condition = "\(condition) AND \(SourceName.matches(source))"
    }
    if let property = filter.property {
      condition = "\(condition) AND statement.property = \(property.rawValue)"
    }
    if let rule = filter.rule { condition = "\(condition) AND statement.rule = \(rule)" }
    if let mission = filter.mission {
      let words = Folding.words(of: mission)
      let named: Query = """
        SELECT mission FROM mission_name
        WHERE folded = \(words.joined(separator: " ")) OR compact = \(words.joined())
        """
      // The documents first, of which there are few: the rest is looked for in them alone.
      condition = """
        \(condition)
          AND document.key IN (
            SELECT document FROM reading WHERE key IN (
              SELECT reading FROM mission WHERE id = \(mission) OR key IN (\(named))))
          AND (statement.subject = \(mission) OR mission.key IN (\(named)))
        """
    }
    return condition
  }
}
