import Chronology

/// A date as a text writes it, which may lack its year until the context completes it.
struct DatePoint: Hashable {
  /// A part of a year or of a month that EDTF has a code or a range for.
  enum Part: Hashable {
    case spring, summer, autumn, winter
    /// 1 to 4.
    case quarter(Int)
    /// 1 or 2.
    case half(Int)
    case early, middle, late
    /// The first or the last month of a year, or day of a month, loosely.
    case beginning, end
  }

  var year: Int?
  var month: Int?
  var day: Int?
  var part: Part?
  /// The year is the first of a decade ("the 1990s").
  var isDecade = false
  var isApproximate = false
  var isUncertain = false
  /// Where the year comes from when it is not written with the date.
  var completion: String?

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  enum Precision: Int, Comparable {
    case decade, year, part, month, day
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var precision: Precision {
    if day != nil { return .day }
    if month != nil { return .month }
    if isDecade { return .decade }
    return part == nil ? .year : .part
  }

  /// The EDTF text; nil while there is no year.
  ///
  /// Parts of a year are quadrimesters with `~`, of a month ten days, of a decade years 0–3, 4–6
  /// and 7–9.
  var edtf: String? {
    guard let year, (0...9999).contains(year) else { return nil }
    let y = padded(year, 4)
    let mark = isApproximate ? (isUncertain ? "%" : "~") : (isUncertain ? "?" : "")
    if isDecade { return decade(year) + (part == nil ? mark : "") }
    guard let month else { return partOfYear(y, mark) }
    let m = "\(y)-\(padded(month, 2))"
    if let day { return "\(m)-\(padded(day, 2))\(mark)" }
    switch part {
    case .early, .beginning: return "[\(m)-01..\(m)-10]"
    case .middle: return "[\(m)-11..\(m)-20]"
    case .late: return "[\(m)-21..\(m)-\(lastDay(month, year))]"
    case .end: return "\(m)-\(lastDay(month, year))~"
    default: return m + mark
    }
  }

  private func decade(_ year: Int) -> String {
    switch part {
    case .early, .beginning: "[\(year)..\(year + 3)]"
    case .middle: "[\(year + 4)..\(year + 6)]"
    case .late, .end: "[\(year + 7)..\(year + 9)]"
    default: padded(year / 10, 3) + "X"
    }
  }

  private func partOfYear(_ y: String, _ mark: String) -> String {
    switch part {
    case .spring: "\(y)-21\(mark)"
    case .summer: "\(y)-22\(mark)"
    case .autumn: "\(y)-23\(mark)"
    case .winter: "\(y)-24\(mark)"
    case .quarter(let number): "\(y)-\(32 + number)\(mark)"
    case .half(let number): "\(y)-\(39 + number)\(mark)"
    case .early: "\(y)-37~"
    case .middle: "\(y)-38~"
    case .late: "\(y)-39~"
    case .beginning: "\(y)-01~"
    case .end: "\(y)-12~"
    case nil: y + mark
    }
  }

  private func lastDay(_ month: Int, _ year: Int) -> Int {
    Day.length(ofMonth: month, year: Int64(year)) ?? 31
  }

  /// The value of a TIMEX3, with `XXXX` for an unknown year.
  ///
  /// Source: TimeML 1.2.1, "Guidelines for Annotating Temporal Expressions", § 2.4.
  var timexValue: String {
    let y = year.map { padded($0, 4) } ?? "XXXX"
    if isDecade { return String(y.prefix(3)) }
    if let month {
      let m = "\(y)-\(padded(month, 2))"
      return day.map { "\(m)-\(padded($0, 2))" } ?? m
    }
    switch part {
    case .spring: return "\(y)-SP"
    case .summer: return "\(y)-SU"
    case .autumn: return "\(y)-FA"
    case .winter: return "\(y)-WI"
    case .quarter(let number): return "\(y)-Q\(number)"
    case .half(let number): return "\(y)-H\(number)"
    default: return y
    }
  }

  /// TimeML's `mod` attribute.
  var timexModifier: String? {
    switch part {
    case .early, .beginning: "START"
    case .middle: "MID"
    case .late, .end: "END"
    default: isApproximate ? "APPROX" : nil
    }
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
