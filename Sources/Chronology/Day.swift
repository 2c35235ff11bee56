/// A calendar day in the proleptic Gregorian calendar, as a count of days from 1970-01-01.
///
/// Years are astronomical: year 0 is 1 BC. Two values stand for "no bound": `distantPast` and
/// `distantFuture`; they compare as before and after every day and have no year.
///
/// Source: the conversions are those of Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms" (days_from_civil, civil_from_days).
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0. `Int64.min` and `.max` are the two infinities, so that a
  /// register can keep a bound in one integer column.
  public let number: Int64

  /// The day with a number.
  public init(number: Int64) { self.number = number }

  /// Before every day: nothing bounds the begin.
  public static let distantPast = Day(number: .min)
  /// After every day: nothing bounds the end.
  public static let distantFuture = Day(number: .max)

  /// Whether it is a day, not an infinity.
  public var isFinite: Bool { number != .min && number != .max }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day {
  /// Years whose every day fits an `Int64` count, with room for the algorithm's own sums.
  static let years: ClosedRange<Int64> = -25_000_000_000_000_000...25_000_000_000_000_000

  /// The days of those years.
  static let countable =
    Day(
      countedFrom: years.lowerBound, month: 1, day: 1)...Day(
      countedFrom: years.upperBound, month: 12, day: 31)

  /// The day with this year, month (1–12) and day of the month (1–31); nil where there is none.
  public init?(year: Int64, month: Int, day: Int) {
    guard Day.years.contains(year), let length = Day.length(ofMonth: month, year: year),
      (1...length).contains(day)
    else { return nil }
    self.init(countedFrom: year, month: month, day: day)
  }

  /// The day with this year, month and day of the month, which must exist.
  @inline(__always)
  init(countedFrom year: Int64, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let monthFromMarch = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// The last day of a month; nil where there is no such month.
  public static func last(ofMonth month: Int, year: Int64) -> Day? {
    guard let length = length(ofMonth: month, year: year) else { return nil }
    return Day(year: year, month: month, day: length)
  }

  /// Whether a year has a 29 February; also years before the first.
  public static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in a month, 28–31; nil where there is no such month.
  public static func length(ofMonth month: Int, year: Int64) -> Int? {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: nil
    }
  }

  /// Year, month and day of the month; nil for the two infinities.
  public var date: (year: Int64, month: Int, day: Int)? {
    guard isFinite else { return nil }
    let (shifted, overflow) = number.addingReportingOverflow(719_468)
    guard !overflow else { return nil }
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day this many days later; an infinity stays what it is, and a sum that does not fit
  /// becomes the infinity on its side.
  public func advanced(by days: Int64) -> Day {
    guard isFinite else { return self }
    let (sum, overflow) = number.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .distantPast : .distantFuture) : Day(number: sum)
  }
}

extension Day: CustomStringConvertible {
  /// `2004-06-28`, `-0043-03-15`, `12345-01-31`, `-inf`, `+inf`.
  public var description: String {
    guard let (year, month, day) = date else { return self < Day(number: 0) ? "-inf" : "+inf" }
    func padded(_ value: some BinaryInteger, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let sign = year < 0 ? "-" : ""
    return "\(sign)\(padded(year.magnitude, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
