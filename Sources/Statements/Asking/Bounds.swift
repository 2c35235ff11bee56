internal import Chronology

extension EDTF {
  /// The two ends of an interval; a single date is both.
  var bounds: (start: Period.Bound, end: Period.Bound) {
    let ends = description.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return (.date(self), .date(self)) }
    return (Period.Bound(end: ends[0]), Period.Bound(end: ends[1]))
  }
}

extension Period.Bound {
  /// One end of an interval as EDTF writes it.
  fileprivate init(end text: Substring) {
    switch text {
    case "..": self = .open
    case "": self = .unknown
    default: self = (try? EDTF(text)).map(Period.Bound.date) ?? .unstated
    }
  }

  /// The days on which this end may lie, both inclusive. Unknown, open and unstated ends may lie on
  /// any day.
  fileprivate var days: (first: Day, last: Day) {
    guard case .date(let date) = self, let days = date.days
    else { return (.distantPast, .distantFuture) }
    return days
  }
}

extension TimeSpan {
  /// The span between two ends; nil where the end lies wholly before the start.
  ///
  /// - Parameter asOf: the day up to which the source speaks: an open end reaches at least this
  ///   day; an end that is unknown or not stated does not.
  init?(from start: Period.Bound, to end: Period.Bound, asOf: Day?) {
    let begins = start.days
    let ends = end.days
    self.init(
      beginEarliest: begins.first, beginLatest: begins.last,
      endEarliest: end == .open ? asOf ?? ends.first : ends.first, endLatest: ends.last,
      beginIsUnknown: start == .unknown, endIsUnknown: end == .unknown)
  }
}
