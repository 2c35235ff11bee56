package import Chronology

extension Extent {
  /// One span around all spans: what it calls `certainly` or `no` is so for every member of a set,
  /// what it calls `possibly` may be too wide.
  package var hull: TimeSpan? {
    guard let first = spans.first else { return nil }
    if spans.count == 1 { return first }
    return TimeSpan(
      beginEarliest: spans.map(\.beginEarliest).min() ?? first.beginEarliest,
      beginLatest: spans.map(\.beginLatest).max() ?? first.beginLatest,
      endEarliest: spans.map(\.endEarliest).min() ?? first.endEarliest,
      endLatest: spans.map(\.endLatest).max() ?? first.endLatest,
      beginIsUnknown: spans.contains(where: \.beginIsUnknown),
      endIsUnknown: spans.contains(where: \.endIsUnknown))
  }
}

extension EDTF {
  /// The first and last day that the value reaches, both inclusive; nil where the years lie outside
  /// the days that can be counted.
  package var days: (first: Day, last: Day)? {
    extent()?.hull.map { ($0.beginEarliest, $0.endLatest) }
  }

  /// Whether this date says the same as another, or the same more finely: 2011-12-31 refines 2011,
  /// and every date refines itself. Compatible precision is not a contradiction.
  package func refines(_ other: EDTF) -> Bool {
    guard let days, let others = other.days else { return self == other }
    return others.first <= days.first && days.last <= others.last
  }
}
