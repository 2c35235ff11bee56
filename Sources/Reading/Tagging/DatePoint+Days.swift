import Chronology

extension DatePoint {
  /// The days that a date with a year may mean, both inclusive.
  var days: ClosedRange<Day>? {
    guard let year else { return nil }
    if let day = wholeDay { return day...day }
    let months: ClosedRange<Int>
    var last = year
    if let month {
      months = month...month
    } else {
      switch part {
      case .spring: months = 3...5
      case .summer: months = 6...8
      case .autumn: months = 9...11
      case .winter:
        guard let begin = Day(year: Int64(year), month: 12, day: 1),
          let end = Day.last(ofMonth: 2, year: Int64(year) + 1)
        else { return nil }
        return begin...end
      case .quarter(let number): months = Int(number) * 3 - 2...Int(number) * 3
      case .half(let number): months = Int(number) * 6 - 5...Int(number) * 6
      case .week(let number), .weekend(let number):
        guard let fourth = Day(year: Int64(year), month: 1, day: 4) else { return nil }
        let monday = fourth.advanced(by: Int64(1 - fourth.weekday + 7 * (Int(number) - 1)))
        return monday...monday.advanced(by: 6)
      default:
        months = 1...12
        last = year + era.rawValue - 1
      }
    }
    guard let begin = Day(year: Int64(year), month: months.lowerBound, day: 1),
      let end = Day.last(ofMonth: months.upperBound, year: Int64(last)), begin <= end
    else { return nil }
    return begin...end
  }

  /// The unit that lies so many units from the one that holds this date; nil where this date is too
  /// vague to say.
  func shifted(by count: Int, _ unit: TimeUnit) -> DatePoint? {
    guard let year, abs(count) < 1_000_000 else { return nil }
    switch unit {
    case .year: return DatePoint(year: year + count)
    case .decade, .century:
      let era = unit == .decade ? Era.decade : .century
      let floor = year >= 0 ? year / era.rawValue : (year - era.rawValue + 1) / era.rawValue
      var point = DatePoint(year: (floor + count) * era.rawValue)
      point.era = era
      return point
    case .millennium: return DatePoint(year: year + count * 1000)
    case .quarter, .month:
      guard let first = month ?? (days?.lowerBound.date.map(\.month)),
        month != nil || part != nil
      else { return nil }
      let months = year * 12 + first - 1 + count * (unit == .quarter ? 3 : 1)
      let y = months >= 0 ? months / 12 : (months - 11) / 12
      let m = months - y * 12 + 1
      guard unit == .quarter else { return DatePoint(year: y, month: m) }
      var point = DatePoint(year: y)
      point.part = .quarter(UInt8((m + 2) / 3))
      return point
    case .week, .fortnight, .weekend:
      guard let day = wholeDay ?? weekStart else { return nil }
      let weeks = unit == .fortnight ? 14 : 7
      let moved = day.advanced(by: Int64(count * weeks)).isoWeek
      var point = DatePoint(year: moved.year)
      point.part = unit == .weekend ? .weekend(UInt8(moved.week)) : .week(UInt8(moved.week))
      return point
    case .day:
      guard let day = wholeDay else { return nil }
      return DatePoint(day.advanced(by: Int64(count)))
    case .hour, .minute, .second:
      guard let day = wholeDay else { return nil }
      return DatePoint(day)
    }
  }

  private var weekStart: Day? {
    switch part {
    case .week, .weekend: days?.lowerBound
    default: nil
    }
  }
}
