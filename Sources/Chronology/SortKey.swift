extension EDTF {
  /// A place for an imprecise date in a sorted list: by its four points, then by its text.
  ///
  /// An order for reading, not a statement about time: of two values that overlap one has to stand
  /// first. An unknown begin sorts behind an open one and before every day; an unknown end sorts last.
  ///
  /// ```swift
  /// let dates = try ["2004", "1998/..", "2004-06"].map { try EDTF($0) }
  /// dates.sorted { EDTF.SortKey($0) < EDTF.SortKey($1) }   // 1998/.., 2004, 2004-06
  /// ```
  public struct SortKey: Hashable, Comparable, Sendable {
    /// Which end of time a list begins with.
    public enum Order: Hashable, Sendable {
      /// By begin, then by end.
      case ascending
      /// By end, then by begin, the latest first.
      case descending
    }

    private let points: [Point]
    private let text: String
    private let order: Order

    /// The key of a value; that of a set spans all its members. Values beyond the days that can be
    /// counted stand at the side on which they lie.
    public init(_ value: EDTF, order: Order = .ascending, on terms: Terms = Terms()) {
      self.order = order
      text = value.description
      let span = terms.extent(of: value)?.hull ?? value.clamped(terms.seasons)
      let begin: (Point, Point) = (
        span.beginIsUnknown && !span.beginEarliest.isFinite
          ? .unknownBegin : .day(span.beginEarliest), .day(span.beginLatest)
      )
      let end: (Point, Point) = (
        .day(span.endEarliest),
        span.endIsUnknown && !span.endLatest.isFinite ? .unknownEnd : .day(span.endLatest)
      )
      points =
        order == .ascending
        ? [begin.0, begin.1, end.1, end.0] : [end.1, end.0, begin.0, begin.1]
    }

    public static func < (left: SortKey, right: SortKey) -> Bool {
      if left.points != right.points {
        let isLess = left.points.lexicographicallyPrecedes(right.points)
        return left.order == .ascending ? isLess : !isLess
      }
      return left.text < right.text
    }

    /// The key as text that sorts by its bytes as the key does, for stores without a better
    /// index: `a` and 19 digits before 1970, `b` and 19 digits from then on.
    public var sortable: String { points.map(\.sortable).joined() + text }
  }
}

extension EDTF {
  /// A span with the last day that can be counted in the place of each that cannot.
  fileprivate func clamped(_ seasons: Seasons) -> TimeSpan {
    func day(_ bound: Bound, latest: Bool) -> Day {
      switch bound {
      case .day(let day): day
      case .infinite, .unknown: latest ? .distantFuture : .distantPast
      case .outOfRange:
        outermostYear(latest: latest)?.isNegative == true
          ? Day.countable.lowerBound : Day.countable.upperBound
      }
    }
    let bounds = bounds(seasons: seasons)
    let (first, last) = (day(bounds.earliest, latest: false), day(bounds.latest, latest: true))
    return TimeSpan(
      beginEarliest: first, beginLatest: last, endEarliest: first, endLatest: last,
      beginIsUnknown: bounds.earliest == .unknown, endIsUnknown: bounds.latest == .unknown)
      ?? TimeSpan(first)
  }
}

extension EDTF.SortKey {
  /// A point in its place among others: days by their number, and the two unknowns.
  private struct Point: Hashable, Comparable {
    private let rank: Int
    private let day: Day

    static func day(_ day: Day) -> Point { Point(rank: day == .distantPast ? 0 : 2, day: day) }
    static let unknownBegin = Point(rank: 1, day: .distantPast)
    static let unknownEnd = Point(rank: 3, day: .distantFuture)

    static func < (left: Point, right: Point) -> Bool {
      (left.rank, left.day) < (right.rank, right.day)
    }

    var sortable: String {
      if rank == 1 { return "a0000000000000000001" }
      if rank == 3 { return "c0000000000000000000" }
      let number =
        day.number < 0 ? UInt64(bitPattern: day.number &- .min) : UInt64(bitPattern: day.number)
      let digits = String(number)
      return (day.number < 0 ? "a" : "b") + String(repeating: "0", count: 19 - digits.count)
        + digits
    }
  }
}
