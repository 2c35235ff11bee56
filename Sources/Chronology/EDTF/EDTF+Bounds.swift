extension EDTF {
  /// The earliest and the latest day a value speaks of. Qualifiers never move them.
  public struct Bounds: Hashable, Sendable {
    /// The first day, or why there is none.
    public let earliest: Bound
    /// The last day, or why there is none.
    public let latest: Bound
  }

  /// One side of a value in time. Nothing there, not known and not countable are three things.
  public enum Bound: Hashable, Sendable {
    case day(Day)
    /// Nothing bounds that side: an open end, or "or earlier", "or later".
    case infinite
    /// The source says that nobody knows.
    case unknown
    /// A year beyond about 25 quadrillion, whose days have no number here.
    case outOfRange
  }

  /// The bounds in days as written, with the seasons of the northern hemisphere.
  public var bounds: Bounds { bounds(seasons: .northern) }

  /// The bounds in days as written: a time of day and its zone do not move them.
  ///
  /// - Parameter seasons: what 21 to 24 mean. An interval is read by the seasons of the north; by
  ///   those of the south one such as `2001-21/2001-06` may end before it begins.
  public func bounds(seasons: Seasons) -> Bounds {
    switch storage {
    case .date(let date), .dateTime(let date, _):
      guard let units = date.units(seasons) else {
        return Bounds(earliest: .outOfRange, latest: .outOfRange)
      }
      return Bounds(earliest: .day(units.first.begin), latest: .day(units.last.end))
    case .interval(let begin, let end):
      return Bounds(earliest: begin.earliest(seasons), latest: end.latest(seasons))
    case .list(_, let members): return Bounds(of: members, seasons)
    case .vast(let vast):
      switch vast.shape {
      case .date: return Bounds(earliest: .outOfRange, latest: .outOfRange)
      case .interval(let begin, let end):
        return Bounds(earliest: begin.earliest(seasons), latest: end.latest(seasons))
      case .list(_, let members): return Bounds(of: members, seasons)
      }
    }
  }
}

extension EDTF.Bounds {
  /// The least and the greatest bound of the members. Where one cannot be counted, neither can
  /// the set's, unless another member has no bound at all on that side.
  fileprivate init(of members: [EDTF.Member], _ seasons: EDTF.Seasons) {
    var (earliest, latest) = members[0].bounds(seasons)
    for member in members.dropFirst() {
      let next = member.bounds(seasons)
      earliest = Self.outer(earliest, next.earliest) { min($0, $1) }
      latest = Self.outer(latest, next.latest) { max($0, $1) }
    }
    self.init(earliest: earliest, latest: latest)
  }

  private static func outer(
    _ left: EDTF.Bound, _ right: EDTF.Bound, _ choose: (Day, Day) -> Day
  ) -> EDTF.Bound {
    switch (left, right) {
    case (.day(let a), .day(let b)): .day(choose(a, b))
    case (.infinite, _), (_, .infinite): .infinite
    default: .outOfRange
    }
  }
}

extension EDTF.Member {
  fileprivate func bounds(_ seasons: EDTF.Seasons) -> (earliest: EDTF.Bound, latest: EDTF.Bound) {
    (first.earliest(seasons), (last ?? first).latest(seasons))
  }
}

extension PartialDate {
  /// A unit of a date's own precision: the days from its first to its last.
  typealias Unit = (begin: Day, end: Day)

  func earliest(_ seasons: EDTF.Seasons) -> EDTF.Bound {
    if isOrdinary { return .day(ordinaryUnit.begin) }
    if flags.contains(.unknown) { return .unknown }
    if !flags.isDisjoint(with: [.open, .orBefore]) { return .infinite }
    return units(seasons).map { .day($0.first.begin) } ?? .outOfRange
  }

  func latest(_ seasons: EDTF.Seasons) -> EDTF.Bound {
    if isOrdinary { return .day(ordinaryUnit.end) }
    if flags.contains(.unknown) { return .unknown }
    if !flags.isDisjoint(with: [.open, .orAfter]) { return .infinite }
    return units(seasons).map { .day($0.last.end) } ?? .outOfRange
  }

  /// The first and the last unit that the expression may mean; they are one where no digit is
  /// open. Nil where the days cannot be counted.
  @inline(__always)
  func units(_ seasons: EDTF.Seasons) -> (first: Unit, last: Unit)? {
    guard isOrdinary else { return outlyingUnits(seasons) }
    return (ordinaryUnit, ordinaryUnit)
  }

  /// The unit of an ordinary date: its year is always countable, its month and day were checked.
  @inline(__always)
  private var ordinaryUnit: Unit {
    PartialDate.unit(
      (flags.contains(.negative) ? -magnitude : magnitude, hasMonth ? month : 0, hasDay ? day : 0))
  }

  /// `units` for all that is not ordinary.
  @inline(never)
  private func outlyingUnits(_ seasons: EDTF.Seasons) -> (first: Unit, last: Unit)? {
    guard let early = completion(latest: false), Day.years.contains(early.year),
      let late = completion(latest: true), Day.years.contains(late.year)
    else { return nil }
    guard isGrouping else { return (PartialDate.unit(early), PartialDate.unit(late)) }
    let months = Months.of(grouping: month, seasons)
    guard let first = months.first.days(of: early.year), let last = months.last.days(of: late.year)
    else { return nil }
    return ((first.lowerBound, first.upperBound), (last.lowerBound, last.upperBound))
  }

  /// The unit of a date of the calendar, 0 standing for a month or a day that is not there.
  @inline(__always)
  private static func unit(_ date: (year: Int64, month: UInt8, day: UInt8)) -> Unit {
    let (year, month) = (date.year, Int(max(1, date.month)))
    let begin = Day(countedFrom: year, month: month, day: Int(max(1, date.day)))
    if date.day > 0 { return (begin, begin) }
    let length =
      date.month > 0 ? Day.length(ofMonth: month, year: year) ?? 31 : Day.isLeap(year) ? 366 : 365
    return (begin, Day(number: begin.number + Int64(length) - 1))
  }

  /// Whether every day of this one lies before every day of another: an interval from the other
  /// to this would run backwards. Years of any size are compared.
  func ends(before other: PartialDate, _ years: [VastYear]) -> Bool {
    if isOrdinary, other.isOrdinary {
      return ordinaryOrder(latest: true) < other.ordinaryOrder(latest: false)
    }
    guard flags.isDisjoint(with: [.orAfter]), other.flags.isDisjoint(with: [.orBefore]) else {
      return false
    }
    if let end = units(.northern)?.last.end, let begin = other.units(.northern)?.first.begin {
      return end < begin
    }
    return decimalYear(latest: true, years) < other.decimalYear(latest: false, years)
  }

  /// A number that orders the first or the last days of ordinary dates, cheaper than their count.
  private func ordinaryOrder(latest: Bool) -> Int64 {
    let year = flags.contains(.negative) ? -magnitude : magnitude
    let month = hasMonth ? Int64(month) : latest ? 12 : 1
    return (year * 12 + month) * 32 + (hasDay ? Int64(day) : latest ? 31 : 1)
  }
}
