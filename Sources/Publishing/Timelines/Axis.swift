package import Chronology

/// The days that a drawing shows, from its left edge to its right edge.
package struct Axis: Hashable, Sendable {
  /// The first and the last day shown, both inclusive and finite.
  package let first: Day
  package let last: Day
  /// The first and the last finite bound of what is shown.
  package let earliest: Day
  package let latest: Day
  /// Whether something has no known begin, or no known end, and runs over that edge.
  package let runsLeft: Bool
  package let runsRight: Bool

  /// The number of days shown. A `Double`, since the years of EDTF outrun an `Int64` of days.
  package var length: Double { Double(last.number) - Double(first.number) + 1 }

  /// Where a day begins on the axis: 0 at the left edge, 1 at the right edge; days outside are
  /// moved to the edge that they lie beyond.
  package func begin(of day: Day) -> Double {
    min(1, max(0, (Double(day.number) - Double(first.number)) / length))
  }

  /// Where a day ends on the axis.
  package func end(of day: Day) -> Double {
    min(1, max(0, (Double(day.number) - Double(first.number) + 1) / length))
  }
}

extension Axis {
  /// The axis on which all finite bounds of the lanes and their events have room; nil where there
  /// is none.
  init?(_ lanes: [Timeline.Lane]) {
    let spans = lanes.flatMap { lane in
      (lane.span.map { [$0] } ?? []) + lane.marks.flatMap(\.spans)
    }
    let bounds = spans.flatMap {
      [$0.beginEarliest, $0.beginLatest, $0.endEarliest, $0.endLatest]
    }.filter(\.isFinite)
    guard let earliest = bounds.min(), let latest = bounds.max() else { return nil }
    let runsLeft = spans.contains { !$0.beginEarliest.isFinite }
    let runsRight = spans.contains { !$0.endLatest.isFinite }
    let (difference, overflow) = latest.number.subtractingReportingOverflow(earliest.number)
    let days = overflow ? Int64.max : difference
    // A single day alone would fill the drawing and look like an age: it is shown in its week.
    let margin: Int64 = days < 7 ? 4 : 0
    // What runs over an edge needs room in which it is seen to do so.
    let overrun = max(4, days / 20)
    let first = earliest.advanced(by: -margin - (runsLeft ? overrun : 0))
    let last = latest.advanced(by: margin + (runsRight ? overrun : 0))
    self.init(
      first: Axis.roundedDown(first.isFinite ? first : earliest, days),
      last: Axis.roundedUp(last.isFinite ? last : latest, days), earliest: earliest,
      latest: latest, runsLeft: runsLeft, runsRight: runsRight)
  }

  /// The first day of the month, or of the year where the axis spans several.
  private static func roundedDown(_ day: Day, _ length: Int64) -> Day {
    guard length > 45, let date = day.date else { return day }
    return Day(year: date.year, month: length > 730 ? 1 : date.month, day: 1) ?? day
  }

  private static func roundedUp(_ day: Day, _ length: Int64) -> Day {
    guard length > 45, let date = day.date else { return day }
    return Day.last(ofMonth: length > 730 ? 12 : date.month, year: date.year) ?? day
  }
}
