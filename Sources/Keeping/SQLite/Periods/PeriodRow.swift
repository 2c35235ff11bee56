import Chronology
import GRDB
internal import Statements

/// A mission's period as the indexes hold it.
struct PeriodRow: Hashable {
  let mission: Int64
  /// The document's key.
  let document: Int64
  let origin: Period.Origin
  let kind: Mission.Kind
  let name: String
  /// The four points; nil where nothing dates the mission.
  let points: SpanColumns?

  init(_ account: Account, mission: Int64, document: Int64) {
    self.mission = mission
    self.document = document
    origin = account.period.origin
    kind = account.mission.kind
    name = ListKey.name(of: account.mission)
    // What the source says is unknown moves no bound, so the indexes do not hold it.
    points = account.period.span.map { span in
      SpanColumns(
        beginEarliest: span.beginEarliest.number, beginLatest: span.beginLatest.number,
        endEarliest: span.endEarliest.number, endLatest: span.endLatest.number)
    }
  }

  private init(_ row: inout Columns, document: Int64) throws {
    self.document = document
    mission = try row.integer()
    let word = try row.text()
    guard let origin = Period.Origin(rawValue: word) else { throw Damage("origin \(word)") }
    self.origin = origin
    let kind = try row.text()
    guard let kind = Mission.Kind(rawValue: kind) else { throw Damage("kind \(kind)") }
    self.kind = kind
    name = try row.text()
    let points = (
      try row.optionalInteger(), try row.optionalInteger(), try row.optionalInteger(),
      try row.optionalInteger()
    )
    guard let beginEarliest = points.0, let beginLatest = points.1, let endEarliest = points.2,
      let endLatest = points.3
    else {
      self.points = nil
      return
    }
    self.points = SpanColumns(
      beginEarliest: beginEarliest, beginLatest: beginLatest, endEarliest: endEarliest,
      endLatest: endLatest)
  }

  /// The periods that a document's missions have in the indexes.
  static func all(of document: Int64, _ db: Database) throws -> [PeriodRow] {
    try db.all(
      """
      SELECT mission, origin, kind, name, begin_earliest, begin_latest, end_earliest, end_latest
      FROM period
      WHERE document = \(document)
      """
    ) { try PeriodRow(&$0, document: document) }
  }

  /// The period that a mission has in the indexes, the one for loose periods included; nil where
  /// these do not agree or it has none.
  static func kept(mission: Int64, _ db: Database) throws -> PeriodRow? {
    let row = try db.first(
      """
      SELECT document, mission, origin, kind, name, begin_earliest, begin_latest, end_earliest,
        end_latest
      FROM period
      WHERE mission = \(mission)
      """
    ) { row in
      let document = try row.integer()
      return try PeriodRow(&row, document: document)
    }
    let tree = try db.first(
      "SELECT first_day, last_day FROM loose_tree WHERE mission = \(mission)"
    ) { [try $0.integer(), try $0.integer()] }
    guard let row else { return nil }
    var wanted: [Int64]?
    if case .loose(let points) = row.shape {
      wanted = [points.endEarliest, points.beginLatest].map(DayBlocks.clamped)
    }
    return tree == wanted ? row : nil
  }

  /// What a period may be certain of, which says how it is counted.
  enum Shape {
    /// From the latest begin to the earliest end it certainly ran.
    case core(SpanColumns)
    /// Every day it may not have run; a longer time that holds the days from the earliest end to
    /// the latest begin it certainly shares a day with.
    case loose(SpanColumns)
    /// No end of it is bounded.
    case boundless(SpanColumns)
    /// It ran at some time within the points: never certainly.
    case inherited(SpanColumns)
    case undated
  }

  var shape: Shape {
    guard let points else { return .undated }
    if origin == .inherited { return .inherited(points) }
    if points.beginLatest <= points.endEarliest { return .core(points) }
    return points.endEarliest == .min && points.beginLatest == .max
      ? .boundless(points) : .loose(points)
  }

  func insert(_ db: Database) throws {
    try db.run(
      """
      INSERT INTO period
        (mission, document, origin, kind, name, begin_earliest, begin_latest, end_earliest,
         end_latest)
      VALUES
        (\(mission), \(document), \(origin.rawValue), \(kind.rawValue), \(name),
         \(points?.beginEarliest), \(points?.beginLatest), \(points?.endEarliest),
         \(points?.endLatest))
      """)
    guard case .loose(let points) = shape else { return }
    try db.run(
      """
      INSERT INTO loose_tree (mission, first_day, last_day)
      VALUES
        (\(mission), \(DayBlocks.clamped(points.endEarliest)),
         \(DayBlocks.clamped(points.beginLatest)))
      """)
  }
}
