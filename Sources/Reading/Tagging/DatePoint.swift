import Chronology

/// A date or a time of day as a text writes it, which may lack its year, its month or all of its
/// date until the context completes it.
struct DatePoint: Hashable, Sendable {
  /// A part of a year that TIMEX3 has a code for.
  enum Part: Hashable, Sendable {
    case spring, summer, autumn, winter
    /// 1 to 4.
    case quarter(UInt8)
    /// 1 or 2.
    case half(UInt8)
    /// The ISO 8601 week, 1 to 53, and the Saturday and Sunday that end it.
    case week(UInt8)
    case weekend(UInt8)
    case early, middle, late

    init?(code: String) {
      switch code {
      case "SP": self = .spring
      case "SU": self = .summer
      case "FA": self = .autumn
      case "WI": self = .winter
      case "START": self = .early
      case "MID": self = .middle
      case "END": self = .late
      default: return nil
      }
    }
  }

  /// Which part of the date is meant, loosely.
  enum Phase: Hashable, Sendable {
    case early, middle, late
    /// "The beginning of", "the end of".
    case beginning, end
  }

  /// How many years `year` begins.
  enum Era: Int, Hashable, Sendable {
    case year = 1
    case decade = 10
    case century = 100
  }

  enum DayPart: String, Hashable, Sendable {
    case morning = "MO"
    case noon = "MI"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
    case daytime = "DT"
  }

  enum Time: Hashable, Sendable {
    case part(DayPart)
    case clock(hour: UInt8, minute: UInt8, second: UInt8?)
  }

  // A grammar makes and moves many of these, so numbers are kept small: 0, or `Int32.min` for the
  // year, stands for none.
  private var yearNumber = Int32.min
  private var monthNumber: UInt8 = 0
  private var dayNumber: UInt8 = 0
  private var weekdayNumber: UInt8 = 0

  var era = Era.year
  var part: Part?
  var phase: Phase?
  var time: Time?
  /// A day with a name, which has its place in the calendar once the year is known.
  var holiday: Holidays.Rule?
  var isApproximate = false
  var isUncertain = false
  /// "FY 2012/13", which may not be the calendar's year.
  var isFiscal = false
  /// The year is written BC, so that years near it are too.
  var isWrittenBC = false
  /// Where the year comes from when it is not written with the date.
  var completion: Completion?

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// A season of no year.
  init(season: Part) { part = season }

  /// The astronomical year: 0 is 1 BC.
  var year: Int? {
    get { yearNumber == .min ? nil : Int(yearNumber) }
    set { yearNumber = newValue.map { Int32(clamping: $0) } ?? .min }
  }

  /// 1 to 12.
  var month: Int? {
    get { monthNumber == 0 ? nil : Int(monthNumber) }
    set { monthNumber = UInt8(clamping: newValue ?? 0) }
  }

  /// 1 to 31.
  var day: Int? {
    get { dayNumber == 0 ? nil : Int(dayNumber) }
    set { dayNumber = UInt8(clamping: newValue ?? 0) }
  }

  /// Monday is 1. It says which day is meant where no day is written.
  var weekday: Int? {
    get { weekdayNumber == 0 ? nil : Int(weekdayNumber) }
    set { weekdayNumber = UInt8(clamping: newValue ?? 0) }
  }

  enum Precision: Int, Comparable, Sendable {
    case century, decade, year, part, month, week, day, time
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var precision: Precision {
    if time != nil { return .time }
    if day != nil { return .day }
    if month != nil { return .month }
    switch part {
    case .week, .weekend: return .week
    case nil: break
    default: return .part
    }
    switch era {
    case .century: return .century
    case .decade: return .decade
    case .year: return .year
    }
  }

  /// Year, month and day as a day; nil where one is missing.
  var wholeDay: Day? {
    guard let year, let month, let day else { return nil }
    return Day(year: Int64(year), month: month, day: day)
  }

  /// The date alone of a day.
  init(_ day: Day) {
    let date = day.date
    self.init(year: date.map { Int($0.year) }, month: date?.month, day: date?.day)
  }
}

/// Where what a text does not write beside a date was taken from.
package enum Completion: Hashable, Sendable {
  case text, coordination, heading, documentDate
  /// What the file states beside the words: `<time datetime>`.
  case markup

  package var words: String {
    switch self {
    case .text: "the text before"
    case .coordination: "the date that follows"
    case .heading: "the heading"
    case .documentDate: "the document's date"
    case .markup: "the page's own datetime"
    }
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
