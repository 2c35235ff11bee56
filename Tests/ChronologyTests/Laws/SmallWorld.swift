import Chronology

/// A few years of days, written out one by one, and dates and sets of dates in them. Nothing here
/// asks the library what a date means.
enum SmallWorld {
  struct Date {
    var year: Int
    var month: Int
    var day: Int
  }

  /// Days as counts from 1970-01-01. 1990-01-01 is the 7,305th after it.
  static let first = 7_305
  static let dates: [Date] = {
    var dates: [Date] = []
    var date = Date(year: 1990, month: 1, day: 1)
    while date.year < 2024 {
      dates.append(date)
      date.day += 1
      if date.day > Grown.Plain.length(date.month, date.year) {
        (date.day, date.month) = (1, date.month + 1)
      }
      if date.month > 12 { (date.month, date.year) = (1, date.year + 1) }
    }
    return dates
  }()

  static func date(_ day: Int) -> Date { dates[day - first] }

  /// The days of whole months, counted in months from January of year 0.
  static func days(ofMonths months: ClosedRange<Int>) -> ClosedRange<Int> {
    let begin = starts[months.lowerBound] ?? first
    let end = (starts[months.upperBound + 1] ?? first + dates.count) - 1
    return begin...end
  }

  private static let starts: [Int: Int] = {
    var starts: [Int: Int] = [:]
    for (index, date) in dates.enumerated() where date.day == 1 {
      starts[date.year * 12 + date.month - 1] = first + index
    }
    return starts
  }()

  /// A date expression with the units of its precision that agree with it, in order.
  struct Expression {
    var text: String
    var units: [ClosedRange<Int>]
    /// Months to a unit, 0 for days.
    var months: Int

    var earliest: Int { units[0].lowerBound }
    var latest: Int { units[units.count - 1].upperBound }
    var isDefinite: Bool { units.count == 1 }
  }

  /// An expression near the end of February 2004, of a few days where `isTiny`, of up to ten years
  /// otherwise.
  static func expression(
    _ source: inout Seeded, isTiny: Bool, isDefinite: Bool = false,
    precision: ClosedRange<Int> = 0...2
  ) -> Expression {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = isTiny ? 2004 : source.number(2003...2006)
    let month = isTiny ? source.number(2...3) : source.number(1...12)
    let length = Grown.Plain.length(month, year)
    // Around the end of a February of 29 days.
    let day =
      isTiny
      ? (month == 2 ? source.number(27...29) : source.number(1...3)) : source.number(1...length)
    let written = "\(year)-\(two(month))-\(two(day))"
    if isTiny {
      let masked = written.dropLast() + "X"
      return daysLike(isDefinite || source.chance(4, of: 5) ? written : String(masked))
    }
    switch isDefinite ? [0, 1, 2, 7][source.number(precision)] : source.number(0...9) {
    case 0: return daysLike(written)
    case 1: return units([year * 12 + month - 1], of: 1, text: "\(year)-\(two(month))")
    case 2: return units([year * 12], of: 12, text: "\(year)")
    case 3: return daysLike("\(year)-\(two(month))-XX")
    case 4: return daysLike(source.pick(["\(year)-XX-\(two(day))", "200X-02-29", "\(year)-0X-1X"]))
    case 5:
      let isLate = month > 9
      let months = isLate ? 9...11 : 0...8
      return units(months.map { year * 12 + $0 }, of: 1, text: "\(year)-\(isLate ? 1 : 0)X")
    case 6: return units((0...11).map { year * 12 + $0 }, of: 1, text: "\(year)-XX")
    case 7:
      let (code, first, count) = source.pick([
        (21, 2, 3), (24, 11, 3), (29, 8, 3), (34, 3, 3), (39, 8, 4), (41, 6, 6),
      ])
      return units([year * 12 + first], of: count, text: "\(year)-\(code)")
    case 8:
      return units((2000...2009).map { $0 * 12 }, of: 12, text: source.pick(["200X", "2004S3"]))
    default: return units((2000...2009).map { $0 * 12 + 1 }, of: 1, text: "200X-02")
    }
  }

  private static func units(_ begins: [Int], of months: Int, text: String) -> Expression {
    Expression(
      text: text, units: begins.map { days(ofMonths: $0...($0 + months - 1)) }, months: months)
  }

  /// The days whose text agrees with a text of ten characters.
  private static func daysLike(_ text: String) -> Expression {
    let pattern = text.map { $0.wholeNumberValue }
    /// The numbers of a range whose last digits agree with the pattern's from one place to another.
    func like(_ numbers: ClosedRange<Int>, _ from: Int, _ to: Int) -> [Int] {
      numbers.filter { number in
        var (rest, place) = (number, to)
        while place >= from {
          if let digit = pattern[place], digit != rest % 10 { return false }
          (rest, place) = (rest / 10, place - 1)
        }
        return true
      }
    }
    var days: [ClosedRange<Int>] = []
    for year in like(1990...2023, 0, 3) {
      for month in like(1...12, 5, 6) {
        let start = self.days(ofMonths: (year * 12 + month - 1)...(year * 12 + month - 1))
          .lowerBound
        days += like(1...Grown.Plain.length(month, year), 8, 9).map {
          (start + $0 - 1)...(start + $0 - 1)
        }
      }
    }
    return Expression(text: text, units: days, months: 0)
  }
}
