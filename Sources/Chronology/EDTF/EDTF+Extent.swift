extension EDTF {
  /// How a single date is meant: an event at some time within it (CIDOC-CRM P82), or the whole
  /// unit itself (P81 and P82 at once).
  public enum Reading: Hashable, Sendable, CaseIterable { case within, whole }

  /// The spans this value stands for; see `Extent`.
  ///
  /// - Parameters:
  ///   - reading: what a single date such as `2004` means; the ends of an interval are always
  ///     "sometime in", and so are the members of a one-of set.
  ///   - asOf: the day up to which the source speaks, which an open end (`..`) then reaches at
  ///     least. An unknown end gains nothing by it.
  ///   - seasons: what 21 to 24 mean.
  /// - Returns: nil where the years lie outside the days that can be counted.
  public func extent(
    reading: Reading = .within, asOf: Day? = nil, seasons: Seasons = .northern
  ) -> Extent? {
    switch storage {
    case .date(let date), .dateTime(let date, _):
      date.span(reading, seasons).map { Extent(.only, [$0]) }
    case .interval(let begin, let end):
      Self.span(from: begin, to: end, asOf: asOf, seasons).map { Extent(.only, [$0]) }
    case .list(let quantifier, let members):
      Self.extent(quantifier, members, reading, seasons)
    case .vast: nil
    }
  }

  private static func span(
    from begin: PartialDate, to end: PartialDate, asOf: Day?, _ seasons: Seasons
  ) -> TimeSpan? {
    var points: (Day, Day, Day, Day) = (.distantPast, .distantFuture, .distantPast, .distantFuture)
    if begin.isDate {
      guard let units = begin.units(seasons) else { return nil }
      // `..2004` and `2004..` as ends are an extension: begun in 2004 or earlier, or later.
      if !begin.flags.contains(.orBefore) { points.0 = units.first.begin }
      if !begin.flags.contains(.orAfter) { points.1 = units.last.end }
    }
    if end.isDate {
      guard let units = end.units(seasons) else { return nil }
      if !end.flags.contains(.orBefore) { points.2 = units.first.begin }
      if !end.flags.contains(.orAfter) { points.3 = units.last.end }
    } else if let asOf, end.flags.contains(.open) {
      points.2 = asOf
    }
    return TimeSpan(
      beginEarliest: points.0, beginLatest: points.1, endEarliest: points.2, endLatest: points.3,
      beginIsUnknown: begin.flags.contains(.unknown), endIsUnknown: end.flags.contains(.unknown))
  }

  private static func extent(
    _ quantifier: Quantifier, _ members: [Member], _ reading: Reading, _ seasons: Seasons
  ) -> Extent? {
    var spans: [TimeSpan] = []
    var runs: [Run?] = []
    spans.reserveCapacity(members.count)
    for member in members {
      let reading = quantifier == .oneOf ? .within : reading
      let isRun = member.last != nil || member.isHalfOpen
      let run = isRun ? member.run(reading, seasons) : nil
      guard let span = isRun ? run?.span : member.first.span(reading, seasons) else { return nil }
      spans.append(span)
      runs.append(run)
    }
    return quantifier == .oneOf ? Extent(.oneOf, spans) : Extent(.allOf, spans, runs: runs)
  }
}

extension PartialDate {
  /// The four points of a date by itself.
  func span(_ reading: EDTF.Reading, _ seasons: EDTF.Seasons) -> TimeSpan? {
    guard let units = units(seasons) else { return nil }
    let (first, last) = units
    return reading == .within
      ? TimeSpan(
        beginEarliest: first.begin, beginLatest: last.end, endEarliest: first.begin,
        endLatest: last.end)
      : TimeSpan(
        beginEarliest: first.begin, beginLatest: last.begin, endEarliest: first.end,
        endLatest: last.end)
  }
}

extension EDTF.Member {
  var isHalfOpen: Bool { !first.flags.isDisjoint(with: [.orBefore, .orAfter]) }

  /// A range, or all before or after a date, as days divided into units of the date's precision.
  fileprivate func run(_ reading: EDTF.Reading, _ seasons: EDTF.Seasons) -> Run? {
    guard let units = first.units(seasons), let lastUnits = (last ?? first).units(seasons),
      let date = units.first.begin.date
    else { return nil }
    let months: Int64 =
      if first.hasDay { 0 } else if !first.hasMonth { 12 } else {
        Int64(Months.of(grouping: first.month, seasons).first.count)
      }
    return Run(
      months: months, phase: date.year * 12 + Int64(date.month) - 1, reading: reading,
      days: (first.flags.contains(.orBefore) ? .distantPast : units.first.begin)...(first.flags
        .contains(.orAfter) ? .distantFuture : lastUnits.last.end))
  }
}
