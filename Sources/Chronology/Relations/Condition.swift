/// One requirement between the ends of two spans X and Y: that a day of the one, plus a gap, is no
/// later than a day of the other. Every predicate is a conjunction of such conditions.
struct Condition: Hashable, Sendable {
  /// An end of one of the two spans. The raw value is its node in the difference-constraint graph,
  /// where node 0 is the origin of days.
  enum End: Int, Sendable {
    case xBegin = 1
    case xEnd, yBegin, yEnd

    var isBegin: Bool { self == .xBegin || self == .yBegin }
    var isOfX: Bool { self == .xBegin || self == .xEnd }
  }

  let left: End
  /// 0 for "no later than", 1 for "before", 2 for "before, with a day between".
  let gap: Int64
  let right: End

  static func notAfter(_ left: End, _ right: End) -> Condition {
    Condition(left: left, gap: 0, right: right)
  }

  static func before(_ left: End, _ right: End) -> Condition {
    Condition(left: left, gap: 1, right: right)
  }

  static func apart(_ left: End, _ right: End) -> Condition {
    Condition(left: left, gap: 2, right: right)
  }

  static func same(_ left: End, _ right: End) -> [Condition] {
    [notAfter(left, right), notAfter(right, left)]
  }

  /// `left` is the eve of `right`.
  static func adjacent(_ left: End, _ right: End) -> [Condition] {
    [before(left, right), Condition(left: right, gap: -1, right: left)]
  }

  /// Whether it holds, for all days the ends may be, for some, or for none.
  func truth(_ x: TimeSpan, _ y: TimeSpan) -> Truth {
    let (from, to) = (range(left, x, y), range(right, x, y))
    if Condition.holds(from.latest, gap, to.earliest, unbounded: false) { return .certainly }
    return Condition.holds(from.earliest, gap, to.latest, unbounded: true) ? .possibly : .no
  }

  private func range(_ end: End, _ x: TimeSpan, _ y: TimeSpan) -> (earliest: Day, latest: Day) {
    let span = end.isOfX ? x : y
    return end.isBegin
      ? (span.beginEarliest, span.beginLatest) : (span.endEarliest, span.endLatest)
  }

  /// Whether `left + gap <= right`. An infinity is a side that nothing bounds, so that it decides
  /// against what must hold for all days and for what must hold for some.
  private static func holds(_ left: Day, _ gap: Int64, _ right: Day, unbounded: Bool) -> Bool {
    if left == .distantFuture { return unbounded && right == .distantFuture }
    if right == .distantPast { return unbounded && left == .distantPast }
    if left == .distantPast || right == .distantFuture { return true }
    let (sum, overflow) = left.number.addingReportingOverflow(gap)
    return overflow ? gap < 0 : sum <= right.number
  }
}
