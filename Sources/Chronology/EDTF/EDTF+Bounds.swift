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
    if flags.contains(.unknown) { return .unknown }
    if !flags.isDisjoint(with: [.open, .orBefore]) { return .infinite }
    return units(seasons).map { .day($0.first.begin) } ?? .outOfRange
  }

  func latest(_ seasons: EDTF.Seasons) -> EDTF.Bound {
    if flags.contains(.unknown) { return .unknown }
    if !flags.isDisjoint(with: [.open, .orAfter]) { return .infinite }
    return units(seasons).map { .day($0.last.end) } ?? .outOfRange
  }

  /// The first and the last unit that the expression may mean; they are one where no digit is
  /// open. Nil where the days cannot be counted.
  @inline(__always)
  func units(_ seasons: EDTF.Seasons) -> (first: Unit, last: Unit)? {
    if mask == 0, significant == 0, flags.isDisjoint(with: [.letter, .vast]), !isGrouping {
      // A year of four digits is always countable, and its month and day were checked.
      let year = flags.contains(.negative) ? -magnitude : magnitude
      let unit: Unit
      if hasDay {
        let day = Day(countedFrom: year, month: Int(month), day: Int(day))
        unit = (day, day)
      } else {
        let (from, to) = hasMonth ? (Int(month), Int(month)) : (1, 12)
        unit = (
          Day(countedFrom: year, month: from, day: 1),
          Day(countedFrom: year, month: to, day: Day.length(ofMonth: to, year: year) ?? 31)
        )
      }
      return (unit, unit)
    }
    return outlyingUnits(seasons)
  }

  /// `units` for all that is not a plain date of a four-digit year.
  @inline(never)
  private func outlyingUnits(_ seasons: EDTF.Seasons) -> (first: Unit, last: Unit)? {
    guard let early = completion(latest: false), let late = completion(latest: true) else {
      return nil
    }
    if isGrouping {
      let months = Months.of(grouping: month, seasons)
      guard let first = months.first.days(of: early.year),
        let last = months.last.days(of: late.year)
      else { return nil }
      return ((first.lowerBound, first.upperBound), (last.lowerBound, last.upperBound))
    }
    guard let first = PartialDate.unit(early), let last = PartialDate.unit(late) else {
      return nil
    }
    return (first, last)
  }

  private static func unit(_ date: (year: Int64, month: UInt8, day: UInt8)) -> Unit? {
    let month = Int(date.month)
    if date.day > 0 {
      return Day(year: date.year, month: month, day: Int(date.day)).map { ($0, $0) }
    }
    guard let begin = Day(year: date.year, month: max(1, month), day: 1),
      let end = Day.last(ofMonth: month == 0 ? 12 : month, year: date.year)
    else { return nil }
    return (begin, end)
  }

  /// Whether every day of this one lies before every day of another: an interval from the other
  /// to this would run backwards. Years of any size are compared.
  func ends(before other: PartialDate, _ years: [VastYear]) -> Bool {
    guard flags.isDisjoint(with: [.orAfter]), other.flags.isDisjoint(with: [.orBefore]) else {
      return false
    }
    if let end = units(.northern)?.last.end, let begin = other.units(.northern)?.first.begin {
      return end < begin
    }
    return decimalYear(latest: true, years) < other.decimalYear(latest: false, years)
  }
}
