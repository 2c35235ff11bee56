extension ProseDate {
  /// The days that a date may mean, and how finely they are told apart: the coarsest of years,
  /// months and days that has a boundary at both ends.
  public struct Stretch: Hashable, Sendable {
    /// How finely days are told apart.
    public enum Grain: Int, Hashable, Comparable, Sendable {
      case year, month, day
      public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The first day that may be meant.
    public let first: Day
    /// The last day that may be meant.
    public let last: Day
    /// The coarsest unit that begins on the first and ends on the last day.
    public let grain: Grain

    /// Nil where the days cannot be counted or run backwards.
    init?(_ first: Day?, _ last: Day?, _ grain: Grain) {
      guard let first, let last, first <= last else { return nil }
      self.first = first
      self.last = last
      self.grain = grain
    }

    /// Whole years, both counted.
    init?(years first: Int64, _ last: Int64) {
      self.init(
        Day(year: first, month: 1, day: 1), Day(year: last, month: 12, day: 31), .year)
    }

    /// Whole months of a year, from 1; beyond 12 those of the next.
    init?(_ months: Months, of year: Int64) {
      guard months.count > 0, let days = months.days(of: year) else { return nil }
      self.init(days.lowerBound, days.upperBound, .month)
    }

    /// Days of a month, both counted.
    init?(days: ClosedRange<Int>, month: Int, of year: Int64) {
      self.init(
        Day(year: year, month: month, day: days.lowerBound),
        Day(year: year, month: month, day: days.upperBound), .day)
    }
  }

  /// The days that may be meant; nil without a year, and where there are none.
  public func stretch(seasons: EDTF.Seasons = .northern) -> Stretch? {
    guard let year, Day.years.contains(year), part?.isCountable != false else { return nil }
    if let month {
      if let day { return Stretch(days: day...day, month: month, of: year) }
      return ofMonth(month, year)
    }
    if let season { return ofSeason(season, year, seasons) }
    return era == .year ? ofYear(year) : ofYears(year)
  }

  private func ofMonth(_ month: Int, _ year: Int64) -> Stretch? {
    guard let length = Day.length(ofMonth: month, year: year) else { return nil }
    func days(_ first: Int, _ last: Int) -> Stretch? {
      first <= last ? Stretch(days: first...last, month: month, of: year) : nil
    }
    switch part {
    case nil: return Stretch(Months(first: month, count: 1), of: year)
    case .early, .beginning, .third(1): return days(1, 10)
    case .middle, .third(2): return days(11, 20)
    case .late, .end, .third(3): return days(21, length)
    case .half(1): return days(1, 15)
    case .half(2): return days(16, length)
    case .first(let count, .day): return days(1, count)
    case .first(let count, .week) where count <= 4: return days(1, count * 7)
    case .last(let count, .day): return days(length - count + 1, length)
    case .last(let count, .week) where count <= 4: return days(length - count * 7 + 1, length)
    case .week(let number) where 1...4 ~= number: return days(number * 7 - 6, number * 7)
    case .week(5) where length > 28: return days(29, length)
    default: return nil
    }
  }

  private func ofSeason(_ season: Season, _ year: Int64, _ seasons: EDTF.Seasons) -> Stretch? {
    let (first, last) = Months.of(grouping: season.code, seasons)
    guard let part else {
      guard let begin = first.days(of: year), let end = last.days(of: year) else { return nil }
      return Stretch(begin.lowerBound, end.upperBound, .month)
    }
    guard first == last, let month = ProseDate.month(part, of: first) else { return nil }
    let start = first.first - 1 + month
    return Stretch(
      Months(first: start % 12 + 1, count: 1), of: start < 12 ? year : year + 1)
  }

  /// Which month of a season's three a part is, from 0.
  private static func month(_ part: Part, of months: Months) -> Int? {
    guard months.count == 3 else { return nil }
    return switch part {
    case .early, .beginning, .third(1), .first(1, .month): 0
    case .middle, .third(2): 1
    case .late, .end, .third(3), .last(1, .month): 2
    default: nil
    }
  }

  private func ofYear(_ year: Int64) -> Stretch? {
    func months(_ first: Int, _ count: Int) -> Stretch? {
      first + count <= 13 && first >= 1
        ? Stretch(Months(first: first, count: count), of: year) : nil
    }
    switch part {
    case nil: return Stretch(years: year, year)
    case .early, .third(1): return months(1, 4)
    case .middle, .third(2): return months(5, 4)
    case .late, .third(3): return months(9, 4)
    case .beginning: return months(1, 1)
    case .end: return months(12, 1)
    case .half(let number): return months(number * 6 - 5, 6)
    case .quarter(let number): return months(number * 3 - 2, 3)
    case .first(let count, .month): return months(1, count)
    case .last(let count, .month): return months(13 - count, count)
    case .first(let count, let unit) where unit != .year:
      guard let days = ProseDate.days(count, unit), let first = Stretch(years: year, year)?.first
      else { return nil }
      return Stretch(first, first.advanced(by: days - 1), .day)
    case .last(let count, let unit) where unit != .year:
      guard let days = ProseDate.days(count, unit), let last = Stretch(years: year, year)?.last
      else { return nil }
      return Stretch(last.advanced(by: 1 - days), last, .day)
    case .week(let number): return ProseDate.week(number, of: year)
    default: return nil
    }
  }

  private static func days(_ count: Int, _ unit: Unit) -> Int64? {
    guard 1...366 ~= count * (unit == .week ? 7 : 1) else { return nil }
    return Int64(count * (unit == .week ? 7 : 1))
  }

  /// A week from Monday to Sunday; the first is the one with 4 January (ISO 8601-1, 4.2.3.3).
  private static func week(_ number: Int, of year: Int64) -> Stretch? {
    guard 1...53 ~= number, let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.advanced(by: Int64(1 - fourth.weekday + (number - 1) * 7))
    // The week belongs to the year that has its Thursday.
    guard monday.advanced(by: 3).date?.year == year else { return nil }
    return Stretch(monday, monday.advanced(by: 6), .day)
  }

  /// Decades, centuries and millennia.
  private func ofYears(_ year: Int64) -> Stretch? {
    let length = era.rawValue
    guard Day.years.contains(year) else { return nil }
    func years(_ first: Int64, _ last: Int64) -> Stretch? {
      0 <= first && first <= last && last < length
        ? Stretch(years: year + first, year + last) : nil
    }
    // A decade's thirds have four, three and three years; a century's 34, 33 and 33.
    let early = (length + 2) / 3
    let middle = early + length / 3
    switch part {
    case nil: return years(0, length - 1)
    case .early, .beginning, .third(1): return years(0, early - 1)
    case .middle, .third(2): return years(early, middle - 1)
    case .late, .end, .third(3): return years(middle, length - 1)
    case .half(let number):
      return years(length / 2 * Int64(number - 1), length / 2 * Int64(number) - 1)
    case .quarter(let number) where length > 10:
      return years(length / 4 * Int64(number - 1), length / 4 * Int64(number) - 1)
    case .first(let count, .year): return years(0, Int64(count) - 1)
    case .last(let count, .year): return years(length - Int64(count), length - 1)
    default: return nil
    }
  }
}

extension ProseDate.Part {
  /// Whether its number is small enough for any calendar.
  fileprivate var isCountable: Bool {
    switch self {
    case .early, .middle, .late, .beginning, .end: true
    case .half(let number): 1...2 ~= number
    case .third(let number): 1...3 ~= number
    case .quarter(let number): 1...4 ~= number
    case .first(let count, _), .last(let count, _), .week(let count): 1...1_000 ~= count
    }
  }
}

extension Day {
  /// 1 for Monday to 7 for Sunday (ISO 8601); 0 for the infinities.
  public var weekday: Int {
    guard isFinite else { return 0 }
    let past = (number % 7 + 7) % 7
    return Int((past + 3) % 7) + 1
  }
}
