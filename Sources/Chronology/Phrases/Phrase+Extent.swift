extension Phrase {
  /// The four points of what a phrase says, finer than `edtf` where that cannot carry them.
  ///
  /// - Parameters:
  ///   - asOf: the day up to which the source speaks; what is said to go on reaches at least that
  ///     day.
  ///   - seasons: what seasons mean whose hemisphere is not written.
  /// - Returns: nil while a year is missing, where the dates run backwards, and where the days
  ///   cannot be counted.
  public func extent(asOf: Day? = nil, seasons: EDTF.Seasons = .northern) -> Extent? {
    switch self {
    case .event(let date): date.stretch(seasons: seasons).flatMap { .within($0.first, $0.last) }
    case .era(let date): date.eraExtent(seasons)
    case .throughout(let date):
      date.stretch(seasons: seasons)
        .flatMap { .only($0.first...$0.first, $0.last...$0.last) }
    case .period(let from, let to): Phrase.extent(from: from, to: to, asOf, seasons)
    case .noLaterThan(let date):
      date.stretch(seasons: seasons).flatMap { .within(.distantPast, $0.last) }
    case .noEarlierThan(let date):
      date.stretch(seasons: seasons).flatMap { .within($0.first, .distantFuture) }
    case .before(let date):
      date.stretch(seasons: seasons).flatMap {
        .within(.distantPast, date.part == .end ? $0.last : $0.first.advanced(by: -1))
      }
    case .after(let date):
      date.stretch(seasons: seasons).flatMap {
        .within(date.part == .beginning ? $0.first : $0.last.advanced(by: 1), .distantFuture)
      }
    case .between(let low, let high):
      low.range(to: high, seasons).flatMap { .within($0.first, $0.last) }
    case .lasting(let length, from: let date):
      date.stretch(seasons: seasons).flatMap { begin in
        length.ends(from: date, seasons).flatMap { .only(begin.first...begin.last, $0) }
      }
    case .ending(let date, after: let length):
      date.stretch(seasons: seasons).flatMap { end in
        length.begins(until: date, seasons).flatMap { .only($0, end.first...end.last) }
      }
    case .oneOf(let phrases): Phrase.extent(of: phrases, .oneOf, asOf, seasons)
    case .allOf(let phrases): Phrase.extent(of: phrases, .allOf, asOf, seasons)
    }
  }

  private static func extent(
    of phrases: [Phrase], _ quantifier: Extent.Quantifier, _ asOf: Day?, _ seasons: EDTF.Seasons
  ) -> Extent? {
    var spans: [TimeSpan] = []
    for phrase in phrases {
      // A list within a choice, or the reverse, is neither.
      guard let extent = phrase.extent(asOf: asOf, seasons: seasons),
        extent.quantifier == .only || extent.quantifier == quantifier
      else { return nil }
      spans += extent.spans
    }
    return spans.isEmpty ? nil : Extent(quantifier, spans)
  }

  private static func extent(
    from: Limit, to: Limit, _ asOf: Day?, _ seasons: EDTF.Seasons
  ) -> Extent? {
    guard var begin = from.days(seasons), var end = to.days(seasons) else { return nil }
    if to == .open {
      // Since at least 2012: then it was going on, whenever it began.
      if case .orEarlier(let date) = from, let known = date.stretch(seasons: seasons)?.first {
        end = known...Day.distantFuture
      }
      if let asOf { end = max(end.lowerBound, asOf)...Day.distantFuture }
    }
    // Until at least 2010: then it had begun.
    if from == .notStated, case .orLater(let date) = to,
      let known = date.stretch(seasons: seasons)?.last
    {
      begin = begin.lowerBound...known
    }
    return TimeSpan(
      beginEarliest: begin.lowerBound, beginLatest: begin.upperBound,
      endEarliest: end.lowerBound, endLatest: end.upperBound,
      beginIsUnknown: from == .unknown, endIsUnknown: to == .unknown
    ).map { Extent($0) }
  }
}

extension Phrase.Limit {
  /// The days on which this end of a period may lie.
  fileprivate func days(_ seasons: EDTF.Seasons) -> ClosedRange<Day>? {
    guard let date else { return Day.distantPast...Day.distantFuture }
    guard let stretch = date.stretch(seasons: seasons) else { return nil }
    switch self {
    case .orEarlier: return Day.distantPast...stretch.last
    case .orLater: return stretch.first...Day.distantFuture
    default: return stretch.first...stretch.last
    }
  }
}

extension ProseDate {
  /// From some time in its first year, month or day to some time in its last.
  fileprivate func eraExtent(_ seasons: EDTF.Seasons) -> Extent? {
    guard let stretch = stretch(seasons: seasons) else { return nil }
    func unit(_ day: Day) -> ClosedRange<Day>? {
      guard let date = day.date else { return nil }
      let whole =
        switch stretch.grain {
        case .year: Stretch(years: date.year, date.year)
        case .month: Stretch(Months(first: date.month, count: 1), of: date.year)
        case .day: Stretch(day, day, .day)
        }
      return whole.map { $0.first...$0.last }
    }
    guard let begin = unit(stretch.first), let end = unit(stretch.last) else { return nil }
    return .only(begin, end)
  }
}

extension Extent {
  fileprivate static func within(_ first: Day, _ last: Day) -> Extent? {
    first <= last ? only(first...last, first...last) : nil
  }

  fileprivate static func only(_ begin: ClosedRange<Day>, _ end: ClosedRange<Day>) -> Extent? {
    TimeSpan(
      beginEarliest: begin.lowerBound, beginLatest: begin.upperBound,
      endEarliest: end.lowerBound, endLatest: end.upperBound
    ).map { Extent($0) }
  }
}
