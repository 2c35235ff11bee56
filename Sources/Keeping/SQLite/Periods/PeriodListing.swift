import Chronology
import GRDB
internal import Statements

/// All missions, or those of one kind, in the order of `ListKey`: counted by the tally, and read
/// page by page from the index over that order, past the blocks in which no mission can match.
struct PeriodListing {
  let db: Database
  let kind: Mission.Kind?

  private var kindWord: String? { kind?.rawValue }

  func count() throws -> Int {
    let all = try PeriodTally.counts(before: nil, kind: kind, db)
    return Int(all.begins + all.undated)
  }

  /// How many missions a question is answered with `certainly` and with `possibly`.
  ///
  /// A period misses the asked days where it ends before or begins after them, never both; so those
  /// that share a day are those that began, less those that ended. The same holds of the inner
  /// points, but for periods of which both may be true, which are counted apart.
  func count(_ window: Window) throws -> AnswerCount {
    let begun = try PeriodTally.counts(
      before: DayBlocks.block(of: window.last) + 1, kind: kind, db)
    let ended = try PeriodTally.counts(before: DayBlocks.block(of: window.first), kind: kind, db)
    let all = try PeriodTally.counts(before: nil, kind: kind, db)
    var certainly = begun.coreBegins - ended.coreEnds
    if window.first < window.last {
      certainly += begun.looseBegins - ended.looseEnds
      certainly += Int64(try straddling(window))
    }
    if window.first == .min, window.last == .max { certainly += all.boundless }
    let running = begun.begins - ended.ends
    return AnswerCount(
      certainly: Int(certainly), possibly: Int(running - certainly + all.undated))
  }

  /// The loose periods that may have ended before the asked days as well as begun after them.
  private func straddling(_ window: Window) throws -> Int {
    let (first, last) = (DayBlocks.clamped(window.first), DayBlocks.clamped(window.last))
    return try db.first(
      kind == nil
        ? """
        SELECT COUNT(*) FROM loose_tree
        WHERE first_day < \(first) AND last_day > \(last)
        """
        : """
        SELECT COUNT(*) FROM loose_tree
        JOIN period ON period.mission = loose_tree.mission
        WHERE first_day < \(first) AND last_day > \(last) AND period.kind = \(kindWord)
        """
    ) { try $0.int() } ?? 0
  }

  /// The first missions behind a key.
  func page(after key: ListKey, limit: Int) throws -> [Listed] {
    var page: [Listed] = []
    if key.begin < .max {
      page = try db.all(
        """
        SELECT begin_earliest, name, mission FROM period
        WHERE begin_earliest IS NOT NULL
          AND (begin_earliest, name, mission) > (\(key.begin), \(key.name), \(key.mission))
          AND (\(kindWord) IS NULL OR kind = \(kindWord))
        ORDER BY begin_earliest, name, mission LIMIT \(limit)
        """
      ) { try Listed(&$0) }
    }
    return page + (try undated(after: key, limit: limit - page.count))
  }

  private func undated(after key: ListKey, limit: Int) throws -> [Listed] {
    guard limit > 0 else { return [] }
    let key = max(key, .undated)
    return try db.all(
      """
      SELECT \(Int64.max), name, mission FROM period
      WHERE begin_earliest IS NULL
        AND (name, mission) > (\(key.name), \(key.mission))
        AND (\(kindWord) IS NULL OR kind = \(kindWord))
      ORDER BY name, mission LIMIT \(limit)
      """
    ) { try Listed(&$0) }
  }

  /// The first missions behind a key that a question is answered with `certainly`, or with
  /// `possibly`.
  func page(
    _ window: Window, _ truth: Truth, after key: ListKey, limit: Int
  ) throws -> [Listed] {
    var key = key
    var page: [Listed] = []
    if key.begin == .min {
      page = try unbegun(window, truth, after: key, limit: limit)
      key = ListKey(begin: .min + 1, name: "", mission: -1)
    }
    let end = DayBlocks.block(of: window.last)
    var start = DayBlocks.block(of: key.begin)
    while page.count < limit, start <= end,
      let block = try PeriodTally.block(
        from: start, reaching: window.first, truth, kind: kind, db), block <= end
    {
      page += try matches(
        window, truth, begin: DayBlocks.days(of: block), after: key, limit: limit - page.count)
      start = block + 1
    }
    if truth == .possibly {
      page += try undated(after: key, limit: limit - page.count)
    }
    return page
  }

  private func matches(
    _ window: Window, _ truth: Truth, begin days: ClosedRange<Int64>, after key: ListKey,
    limit: Int
  ) throws -> [Listed] {
    let (first, last) = (window.first, window.last)
    return try db.all(
      truth == .certainly
        ? """
        SELECT begin_earliest, name, mission FROM period INDEXED BY period_order
        WHERE begin_earliest >= \(days.lowerBound) AND begin_earliest <= \(days.upperBound)
          AND (begin_earliest, name, mission) > (\(key.begin), \(key.name), \(key.mission))
          AND begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited'
          AND (\(kindWord) IS NULL OR kind = \(kindWord))
        ORDER BY begin_earliest, name, mission LIMIT \(limit)
        """
        : """
        SELECT begin_earliest, name, mission FROM period INDEXED BY period_order
        WHERE begin_earliest >= \(days.lowerBound) AND begin_earliest <= \(days.upperBound)
          AND (begin_earliest, name, mission) > (\(key.begin), \(key.name), \(key.mission))
          AND begin_earliest <= \(last) AND end_latest >= \(first)
          AND NOT (
            begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited')
          AND (\(kindWord) IS NULL OR kind = \(kindWord))
        ORDER BY begin_earliest, name, mission LIMIT \(limit)
        """
    ) { try Listed(&$0) }
  }

  /// How many missions without an earliest begin are read in order before the way round by their
  /// ends is taken.
  private static let patience = 400

  /// Of the missions without an earliest begin, which all stand in one place of the order: read in
  /// order where many match, else found by their ends and sorted.
  private func unbegun(
    _ window: Window, _ truth: Truth, after key: ListKey, limit: Int
  ) throws -> [Listed] {
    let (first, last) = (window.first, window.last)
    let near = try db.all(
      """
      SELECT begin_earliest, name, mission
      FROM (
        SELECT * FROM period INDEXED BY period_order
        WHERE begin_earliest = \(Int64.min) AND (name, mission) > (\(key.name), \(key.mission))
        ORDER BY name, mission LIMIT \(PeriodListing.patience)
      )
      WHERE end_latest >= \(first)
        AND (begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited')
          = (\(truth == .certainly))
        AND (\(kindWord) IS NULL OR kind = \(kindWord))
      ORDER BY name, mission LIMIT \(limit)
      """
    ) { try Listed(&$0) }
    if near.count == limit { return near }
    // The parameters stand in the text: SQLite takes a partial index only where it sees that the
    // condition implies the index's own.
    return try db.all(
      truth == .certainly
        ? """
        SELECT begin_earliest, name, mission FROM (
          SELECT * FROM period INDEXED BY period_endless
          WHERE begin_earliest = -9223372036854775808
            AND end_latest >= \(first) AND end_latest <= \(last)
          UNION ALL
          SELECT * FROM period INDEXED BY period_begun
          WHERE begin_earliest = -9223372036854775808 AND begin_latest < end_latest
            AND begin_latest <= \(last) AND end_latest > \(last)
        )
        WHERE begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited'
          AND (name, mission) > (\(key.name), \(key.mission))
          AND (\(kindWord) IS NULL OR kind = \(kindWord))
        ORDER BY name, mission LIMIT \(limit)
        """
        : """
        SELECT begin_earliest, name, mission FROM period INDEXED BY period_endless
        WHERE begin_earliest = -9223372036854775808 AND end_latest >= \(first)
          AND NOT (
            begin_latest <= \(last) AND end_earliest >= \(first) AND origin <> 'inherited')
          AND (name, mission) > (\(key.name), \(key.mission))
          AND (\(kindWord) IS NULL OR kind = \(kindWord))
        ORDER BY name, mission LIMIT \(limit)
        """
    ) { try Listed(&$0) }
  }
}
