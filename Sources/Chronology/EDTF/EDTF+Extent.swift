extension EDTF {
  /// How a single date is meant: an event at some time within it (CIDOC-CRM P82), or the whole
  /// unit itself (P81 and P82 at once).
  public enum Reading: String, Hashable, Sendable, CaseIterable { case within, whole }

  /// The spans this value stands for; see `Extent`.
  ///
  /// - Parameters:
  ///   - reading: what a single date such as `2004` means; the ends of an interval are always
  ///     "sometime in", and so are the members of a one-of set.
  ///   - asOf: the day up to which the source speaks, which an open end (`..`) then reaches at
  ///     least. An unknown end gains nothing by it.
  ///   - seasons: what 21 to 24 mean.
  ///   - padding: by how many of its units a date marked `~` or `%` is widened; 0 to 1,000,000.
  /// - Returns: nil where the years lie outside the days that can be counted, and where the seasons
  ///   make an interval such as `2001-21/2001-06` end before it begins.
  public func extent(
    reading: Reading = .within, asOf: Day? = nil, seasons: Seasons = .northern, padding: Int = 0
  ) -> Extent? {
    let padding = min(max(padding, Policy.padding.lowerBound), Policy.padding.upperBound)
    return switch storage {
    case .date(let date), .dateTime(let date, _):
      date.span(reading, seasons, padding).map { Extent(.only, [$0]) }
    case .interval(let begin, let end):
      Self.span(from: begin, to: end, asOf: asOf, seasons, padding).map { Extent(.only, [$0]) }
    case .list(let quantifier, let members):
      Self.extent(quantifier, members, reading, seasons, padding)
    case .vast: nil
    }
  }

  private static func span(
    from begin: PartialDate, to end: PartialDate, asOf: Day?, _ seasons: Seasons, _ padding: Int
  ) -> TimeSpan? {
    var points: (Day, Day, Day, Day) = (.distantPast, .distantFuture, .distantPast, .distantFuture)
    if begin.isDate {
      guard let units = begin.units(seasons) else { return nil }
      let days = begin.padded(units, by: padding).out
      // `..2004` and `2004..` as ends are an extension: begun in 2004 or earlier, or later.
      if !begin.flags.contains(.orBefore) { points.0 = days.earliest }
      if !begin.flags.contains(.orAfter) { points.1 = days.latest }
    }
    if end.isDate {
      guard let units = end.units(seasons) else { return nil }
      let days = end.padded(units, by: padding).out
      if !end.flags.contains(.orBefore) { points.2 = days.earliest }
      if !end.flags.contains(.orAfter) { points.3 = days.latest }
    } else if let asOf, end.flags.contains(.open) {
      points.2 = asOf
    }
    return TimeSpan(
      beginEarliest: points.0, beginLatest: points.1, endEarliest: points.2, endLatest: points.3,
      beginIsUnknown: begin.flags.contains(.unknown), endIsUnknown: end.flags.contains(.unknown))
  }

  private static func extent(
    _ quantifier: Quantifier, _ members: [Member], _ reading: Reading, _ seasons: Seasons,
    _ padding: Int
  ) -> Extent? {
    var spans: [TimeSpan] = []
    var runs: [Run?] = []
    spans.reserveCapacity(members.count)
    for member in members {
      let reading = quantifier == .oneOf ? .within : reading
      let isRun = member.last != nil || member.isHalfOpen
      let run = isRun ? member.run(reading, seasons, padding) : nil
      guard let span = isRun ? run?.span : member.first.span(reading, seasons, padding) else {
        return nil
      }
      spans.append(span)
      runs.append(run)
    }
    return quantifier == .oneOf ? Extent(.oneOf, spans) : Extent(.allOf, spans, runs: runs)
  }
}

extension PartialDate {
  /// The four points of a date by itself.
  func span(
    _ reading: EDTF.Reading, _ seasons: EDTF.Seasons, _ padding: Int
  ) -> TimeSpan? {
    guard let units = units(seasons) else { return nil }
    let days = padded(units, by: padding)
    return reading == .within
      ? TimeSpan(
        beginEarliest: days.out.earliest, beginLatest: days.out.latest,
        endEarliest: days.out.earliest, endLatest: days.out.latest)
      : TimeSpan(
        beginEarliest: days.out.earliest, beginLatest: days.inner.lastBegin,
        endEarliest: days.inner.firstEnd, endLatest: days.out.latest)
  }
}

extension EDTF.Member {
  var isHalfOpen: Bool { !first.flags.isDisjoint(with: [.orBefore, .orAfter]) }

  /// A range, or all before or after a date, as days divided into units of the date's precision.
  fileprivate func run(
    _ reading: EDTF.Reading, _ seasons: EDTF.Seasons, _ padding: Int
  ) -> Run? {
    guard let units = first.units(seasons), let lastUnits = (last ?? first).units(seasons),
      let date = units.first.begin.date
    else { return nil }
    let months: Int64 =
      if first.hasDay { 0 } else if !first.hasMonth { 12 } else {
        Int64(Months.of(grouping: first.month, seasons).first.count)
      }
    let begin = first.padded(units, by: padding)
    let end = (last ?? first).padded(lastUnits, by: padding)
    // The ends of a range are definite; that of "or earlier" and of "or later" need not be.
    var days = (begin.out.earliest, end.out.latest)
    var sure = days
    if first.flags.contains(.orBefore) {
      days.0 = .distantPast
      sure = (.distantPast, end.inner.firstEnd)
    } else if first.flags.contains(.orAfter) {
      days.1 = .distantFuture
      sure = (begin.inner.lastBegin, .distantFuture)
    }
    return Run(
      months: months, phase: date.year * 12 + Int64(date.month) - 1, reading: reading,
      days: days.0...days.1, sure: sure.0...sure.1)
  }
}
