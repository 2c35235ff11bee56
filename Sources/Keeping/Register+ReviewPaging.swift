import GRDB
package import Statements

/// Where a review is to be opened.
package enum ReviewSpot: Hashable, Sendable {
  case first
  /// At a statement, whether the filter lets it through or not.
  case at(StatementID)
  /// At the first that the filter lets through behind a statement.
  case after(StatementID)
}

/// A part of a review: a statement, what comes behind it, and the way back.
package struct ReviewStretch: Hashable, Sendable {
  /// Empty where nothing is left behind the place that was asked for.
  package let items: [Reviewable]
  /// Whether the filter lets the first of them through: what was decided is shown though it is no
  /// longer open.
  package let isListed: Bool
  /// How many the filter lets through, and how many of them come before the first of the items.
  package let count: Int
  package let before: Int
  /// The statement before the first of the items.
  package let previous: StatementID?
  /// Whether there are more behind the last of them.
  package let hasMore: Bool
}

extension Register {
  /// A part of what a filter lets through, in the order of a review. The place where it begins is a
  /// statement, so that nothing is skipped or told twice when others are decided meanwhile.
  ///
  /// - Parameter limit: how many statements are given at most, from 1.
  /// - Returns: nil where no statement has the id that the spot names, or several begin so.
  package func reviewStretch(
    matching filter: ReviewFilter, _ spot: ReviewSpot, limit: Int
  ) async throws(RegisterError) -> ReviewStretch? {
    try await read { db in
      var rows: [ReviewRow] = []
      var start: ReviewOrder?
      switch spot {
      case .first: break
      case .at(let id):
        guard let row = try ReviewRow.one(id, db) else { return nil }
        rows = [row]
        start = try ReviewOrder.find(id, db)
      case .after(let id):
        start = try ReviewOrder.find(id, db)
        if start == nil { return nil }
      }
      rows += try ReviewRow.some(matching: filter, from: start, limit: limit + 1 - rows.count, db)
      if let first = rows.first {
        start = try ReviewOrder.find(StatementID(rawValue: first.id), db)
      }
      let count = try ReviewRow.count(matching: filter, around: start, db)
      let previous = try start.flatMap { start in
        try rows.isEmpty
          ? ReviewRow.last(matching: filter, db)
          : ReviewRow.some(matching: filter, from: start, .back, limit: 1, db).first
      }
      return ReviewStretch(
        items: try Self.reviewables(rows.prefix(limit), db),
        isListed: !rows.isEmpty && count.isHere,
        count: count.all, before: rows.isEmpty ? count.all : count.before,
        previous: previous.map { StatementID(rawValue: $0.id) }, hasMore: rows.count > limit)
    }
  }

  /// How many statements a filter lets through.
  package func count(matching filter: ReviewFilter) async throws(RegisterError) -> Int {
    try await read { db in try ReviewRow.count(matching: filter, around: nil, db).all }
  }
}
