/// What is known of when something began and ended: four points, CIDOC-CRM's P82a, P81a, P81b
/// and P82b.
///
/// It began on some day from `beginEarliest` to `beginLatest` and ended on some day from
/// `endEarliest` to `endLatest`, all inclusive. An infinity stands where nothing bounds that side.
public struct TimeSpan: Hashable, Sendable {
  /// The first day on which it may have begun (P82a).
  public let beginEarliest: Day
  /// The last day on which it may have begun (P81a).
  public let beginLatest: Day
  /// The first day on which it may have ended (P81b).
  public let endEarliest: Day
  /// The last day on which it may have ended (P82b).
  public let endLatest: Day
  /// Whether the source says that the begin, or the end, is unknown, which is not the same as open.
  public let beginIsUnknown: Bool
  /// Whether the source says that the end is unknown.
  public let endIsUnknown: Bool

  /// A span from its bounds, tightened so that it cannot begin after it ended; nil where no begin
  /// and end agree with the bounds.
  public init?(
    beginEarliest: Day, beginLatest: Day, endEarliest: Day, endLatest: Day,
    beginIsUnknown: Bool = false, endIsUnknown: Bool = false
  ) {
    self.beginEarliest = beginEarliest
    self.beginLatest = min(beginLatest, endLatest)
    self.endEarliest = max(endEarliest, beginEarliest)
    self.endLatest = endLatest
    self.beginIsUnknown = beginIsUnknown
    self.endIsUnknown = endIsUnknown
    guard self.beginEarliest <= self.beginLatest, self.endEarliest <= self.endLatest
    else { return nil }
  }

  /// A span of one day, known exactly.
  public init(_ day: Day) {
    (beginEarliest, beginLatest, endEarliest, endLatest) = (day, day, day, day)
    (beginIsUnknown, endIsUnknown) = (false, false)
  }

  /// Whether it was going on that day.
  public func contains(_ day: Day) -> Truth {
    if beginLatest <= day && day <= endEarliest { return .certainly }
    return beginEarliest <= day && day <= endLatest ? .possibly : .no
  }

  /// Whether the two share a day.
  public func overlaps(_ other: TimeSpan) -> Truth {
    if endEarliest >= other.beginLatest && other.endEarliest >= beginLatest { return .certainly }
    return beginEarliest <= other.endLatest && endLatest >= other.beginEarliest ? .possibly : .no
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The four points in order, joined by `/`: `2004-01-01/2004-12-31/2011-12-31/2011-12-31`.
  public var description: String { "\(beginEarliest)/\(beginLatest)/\(endEarliest)/\(endLatest)" }
}
