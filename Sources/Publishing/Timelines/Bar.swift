internal import Chronology

/// A span on an axis: where it is drawn, from 0 at the axis's left edge to 1 at its right edge.
struct Bar: Hashable {
  /// The days on which it may have been going on.
  let possible: ClosedRange<Double>
  /// The days on which it certainly was; nil where there are none.
  let certain: ClosedRange<Double>?
  /// Whether nothing bounds it on that side, or it goes on beyond the edge.
  let runsLeft: Bool
  let runsRight: Bool

  init(_ span: TimeSpan, on axis: Axis) {
    let first = axis.begin(of: span.beginEarliest)
    possible = first...max(first, axis.end(of: span.endLatest))
    runsLeft = span.beginEarliest < axis.first
    runsRight = span.endLatest > axis.last
    // In between nothing is certain where the last day to begin comes after the first to end.
    guard span.beginLatest <= span.endEarliest else {
      certain = nil
      return
    }
    let begin = axis.begin(of: span.beginLatest)
    certain = begin...max(begin, axis.end(of: span.endEarliest))
  }

  /// The middle of a dated event; nil where nothing bounds it on either side.
  static func middle(of span: TimeSpan, on axis: Axis) -> Double? {
    switch (span.beginEarliest.isFinite, span.endLatest.isFinite) {
    case (true, true): (axis.begin(of: span.beginEarliest) + axis.end(of: span.endLatest)) / 2
    case (true, false): axis.begin(of: span.beginEarliest)
    case (false, true): axis.end(of: span.endLatest)
    case (false, false): nil
    }
  }
}
