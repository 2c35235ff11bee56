import Chronology
import GRDB
internal import Statements

/// How many periods begin and end up to a day, kept by `DayBlocks`: changes are gathered and then
/// written, each block once.
struct PeriodTally {
  /// What is counted of a block; the columns of `period_tally`.
  struct Counts {
    var begins: Int64 = 0
    var ends: Int64 = 0
    var coreBegins: Int64 = 0
    var coreEnds: Int64 = 0
    var looseBegins: Int64 = 0
    var looseEnds: Int64 = 0
    var undated: Int64 = 0
    var boundless: Int64 = 0
    /// The latest day on which a period that begins in the block may have been running, certainly
    /// and possibly; nil where none does.
    var lastCertain: Int64?
    var lastPossible: Int64?

    /// The counts in the order of their columns.
    var counts: [Int64] {
      [begins, ends, coreBegins, coreEnds, looseBegins, looseEnds, undated, boundless]
    }
  }

  private struct Block: Hashable {
    let kind: String
    let level: Int
    let number: Int64
  }

  private var changes: [Block: Counts] = [:]

  mutating func add(_ row: PeriodRow) { count(row, 1) }

  /// Counts a period no more. How far periods of its block reach is not taken back.
  mutating func remove(_ row: PeriodRow) { count(row, -1) }

  private mutating func count(_ row: PeriodRow, _ sign: Int64) {
    func reaches(_ points: SpanColumns, certainly: Bool) {
      change(row, at: points.beginEarliest) { counts in
        counts.begins += sign
        guard sign > 0 else { return }
        counts.lastPossible = max(counts.lastPossible ?? .min, points.endLatest)
        guard certainly else { return }
        counts.lastCertain = max(counts.lastCertain ?? .min, points.endEarliest)
      }
      change(row, at: points.endLatest) { $0.ends += sign }
    }
    switch row.shape {
    case .core(let points):
      reaches(points, certainly: true)
      change(row, at: points.beginLatest) { $0.coreBegins += sign }
      change(row, at: points.endEarliest) { $0.coreEnds += sign }
    case .loose(let points):
      reaches(points, certainly: true)
      change(row, at: points.beginLatest) { $0.looseBegins += sign }
      change(row, at: points.endEarliest) { $0.looseEnds += sign }
    case .boundless(let points):
      reaches(points, certainly: true)
      change(row, at: .min) { $0.boundless += sign }
    case .inherited(let points): reaches(points, certainly: false)
    case .undated: change(row, at: .min) { $0.undated += sign }
    }
  }

  private mutating func change(
    _ row: PeriodRow, at day: Int64, _ body: (inout Counts) -> Void
  ) {
    let block = DayBlocks.block(of: day)
    for kind in ["", row.kind.rawValue] {
      for level in 0...DayBlocks.top {
        let number = DayBlocks.block(block, atLevel: level)
        body(&changes[Block(kind: kind, level: level, number: number), default: Counts()])
      }
    }
  }

  /// Writes what was gathered.
  func save(_ db: Database) throws {
    for (block, change) in changes {
      try db.run(
        """
        INSERT INTO period_tally
          (kind, level, block, begins, ends, core_begins, core_ends, loose_begins, loose_ends,
           undated, boundless, last_certain, last_possible)
        VALUES
          (\(block.kind), \(block.level), \(block.number), \(change.begins), \(change.ends),
           \(change.coreBegins), \(change.coreEnds), \(change.looseBegins), \(change.looseEnds),
           \(change.undated), \(change.boundless), \(change.lastCertain), \(change.lastPossible))
        ON CONFLICT (kind, level, block) DO UPDATE SET
          begins = begins + excluded.begins,
          ends = ends + excluded.ends,
          core_begins = core_begins + excluded.core_begins,
          core_ends = core_ends + excluded.core_ends,
          loose_begins = loose_begins + excluded.loose_begins,
          loose_ends = loose_ends + excluded.loose_ends,
          undated = undated + excluded.undated,
          boundless = boundless + excluded.boundless,
          last_certain = COALESCE(
            MAX(last_certain, excluded.last_certain), last_certain, excluded.last_certain),
          last_possible = COALESCE(
            MAX(last_possible, excluded.last_possible), last_possible, excluded.last_possible)
        """)
    }
  }

  /// Whether the register holds what was gathered; how far periods reach may be more there.
  func isKept(_ db: Database) throws -> Bool {
    var left = changes
    var isSame = true
    try db.each(
      """
      SELECT kind, level, block, begins, ends, core_begins, core_ends, loose_begins, loose_ends,
        undated, boundless, last_certain, last_possible
      FROM period_tally
      """
    ) { row in
      let block = Block(kind: try row.text(), level: try row.int(), number: try row.integer())
      let wanted = left.removeValue(forKey: block) ?? Counts()
      let counts = try (0..<8).map { _ in try row.integer() }
      let reach = (try row.optionalInteger(), try row.optionalInteger())
      let reaches =
        (wanted.lastCertain ?? .min) <= (reach.0 ?? .min)
        && (wanted.lastPossible ?? .min) <= (reach.1 ?? .min)
        && (wanted.lastCertain == nil || reach.0 != nil)
        && (wanted.lastPossible == nil || reach.1 != nil)
      if counts != wanted.counts || !reaches { isSame = false }
    }
    return isSame && left.isEmpty
  }

  /// What is counted before a block of level 0, or of all there are.
  static func counts(
    before block: Int64?, kind: Mission.Kind?, _ db: Database
  ) throws -> Counts {
    let runs = block.map(DayBlocks.runs) ?? [(DayBlocks.top, 0..<1)]
    var all = Counts()
    for run in runs where !run.blocks.isEmpty {
      try db.first(
        """
        SELECT SUM(begins), SUM(ends), SUM(core_begins), SUM(core_ends), SUM(loose_begins),
          SUM(loose_ends), SUM(undated), SUM(boundless)
        FROM period_tally
        WHERE kind = \(kind?.rawValue ?? "") AND level = \(run.level)
          AND block >= \(run.blocks.lowerBound) AND block < \(run.blocks.upperBound)
        """
      ) { row in
        all.begins += try row.optionalInteger() ?? 0
        all.ends += try row.optionalInteger() ?? 0
        all.coreBegins += try row.optionalInteger() ?? 0
        all.coreEnds += try row.optionalInteger() ?? 0
        all.looseBegins += try row.optionalInteger() ?? 0
        all.looseEnds += try row.optionalInteger() ?? 0
        all.undated += try row.optionalInteger() ?? 0
        all.boundless += try row.optionalInteger() ?? 0
      }
    }
    return all
  }

  /// The first block of level 0 from one on in which periods begin that may reach a day, certainly
  /// or possibly; nil where there is none.
  static func block(
    from start: Int64, reaching day: Int64, _ truth: Truth, kind: Mission.Kind?, _ db: Database
  ) throws -> Int64? {
    func first(_ level: Int, _ blocks: Range<Int64>) throws -> Int64? {
      try db.first(
        truth == .certainly
          ? """
          SELECT block FROM period_tally
          WHERE kind = \(kind?.rawValue ?? "") AND level = \(level)
            AND block >= \(blocks.lowerBound) AND block < \(blocks.upperBound)
            AND last_certain >= \(day)
          ORDER BY block LIMIT 1
          """
          : """
          SELECT block FROM period_tally
          WHERE kind = \(kind?.rawValue ?? "") AND level = \(level)
            AND block >= \(blocks.lowerBound) AND block < \(blocks.upperBound)
            AND last_possible >= \(day)
          ORDER BY block LIMIT 1
          """
      ) { try $0.integer() }
    }
    var level = 0
    var block = start
    while level < DayBlocks.top {
      guard var found = try first(level, DayBlocks.rest(from: block)) else {
        block = DayBlocks.next(above: block)
        level += 1
        continue
      }
      while level > 0 {
        level -= 1
        guard let part = try first(level, DayBlocks.parts(of: found)) else {
          throw Damage("the tally of periods")
        }
        found = part
      }
      return found
    }
    return nil
  }
}
