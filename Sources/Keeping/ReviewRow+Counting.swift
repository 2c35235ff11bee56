import GRDB
internal import Statements

extension ReviewRow {
  /// How many a filter lets through, how many of them stand before a place, and whether the
  /// statement of the place is one of them.
  static func count(
    matching filter: ReviewFilter, around place: ReviewOrder?, _ db: Database
  ) throws -> (all: Int, before: Int, isHere: Bool) {
    let isOpen = filter.state == .open
    let key: Query = isOpen ? "reading_statement.statement" : "statement.key"
    let isAfter = (isOpen ? place?.isAfterProposed : place?.isAfter) ?? "FALSE"
    let counts = try db.first(
      """
      SELECT COUNT(*), COUNT(*) FILTER (WHERE \(isAfter)),
        COUNT(*) FILTER (WHERE \(key) = \(place?.statement))
      \(isOpen ? open(filter) : tables(of: filter, .now))
      """
    ) { (all: try $0.int(), before: try $0.int(), isHere: try $0.flag()) }
    return counts ?? (0, 0, false)
  }

  /// The same statements as `tables` gives of those that are open, from what the last readings
  /// propose and with no more tables than the filter asks about: of most statements one entry of
  /// an index is read, and another to see that nobody decided.
  private static func open(_ filter: ReviewFilter) -> Query {
    let looksAtStatement = filter.property != nil || filter.rule != nil || filter.mission != nil
    let statement: Query =
      looksAtStatement ? "JOIN statement ON statement.key = reading_statement.statement" : ""
    let mission: Query =
      filter.mission == nil
      ? ""
      : "LEFT JOIN mission ON mission.reading = reading.key AND mission.id = statement.subject"
    return """
      FROM document
      JOIN reading ON reading.key = \(Moment.now.reading(of: "document.key"))
      JOIN reading_statement ON reading_statement.reading = reading.key
      \(statement)
      \(mission)
      WHERE reading.key NOT IN (SELECT reading FROM retirement)
        AND NOT EXISTS (
          SELECT 1 FROM decision
          WHERE decision.statement = reading_statement.statement
            AND NOT \(Moment.now.isUndone("decision.action")))
        AND \(narrows(to: filter))
      """
  }
}

extension ReviewOrder {
  /// Whether a row of what the last reading proposes comes before this place.
  fileprivate var isAfterProposed: Query {
    isDropped
      ? "document.key <= \(document)"
      : """
      (document.key < \(document)
        OR (document.key = \(document)
          AND (reading_statement.ordinal, reading_statement.statement)
            < (\(ordinal), \(statement))))
      """
  }
}
