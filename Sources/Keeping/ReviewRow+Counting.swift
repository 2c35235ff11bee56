import GRDB
internal import Statements

extension ReviewRow {
  /// How many a filter lets through, how many of them stand before a place, and whether the
  /// statement of the place is one of them.
  static func count(
    matching filter: ReviewFilter, around place: ReviewOrder?, _ db: Database
  ) throws -> (all: Int, before: Int, isHere: Bool) {
    // A mission's statements are few, and are looked for by its name.
    guard try filter.mission == nil && ReviewTally.isCurrent(db) else {
      return try listed(filter, among: "TRUE", around: place, db)
    }
    let all = try ReviewTally.count(matching: filter, db)
    guard let place else { return (all, 0, false) }
    let before = try ReviewTally.count(matching: filter, before: place.document, db)
    let here = try listed(
      filter, among: "document.key = \(place.document)", around: place, db)
    return (all, before + here.before, here.isHere)
  }

  /// The same, counted one by one.
  /// - Parameter condition: which of them are counted.
  private static func listed(
    _ filter: ReviewFilter, among condition: Query, around place: ReviewOrder?, _ db: Database
  ) throws -> (all: Int, before: Int, isHere: Bool) {
    let counts = try db.first(
      """
      SELECT COUNT(*), COUNT(*) FILTER (WHERE \(place?.isAfter ?? "FALSE")),
        COUNT(*) FILTER (WHERE statement.key = \(place?.statement))
      \(tables(of: filter, .now)) AND \(condition)
      """
    ) { (all: try $0.int(), before: try $0.int(), isHere: try $0.flag()) }
    return counts ?? (0, 0, false)
  }
}
