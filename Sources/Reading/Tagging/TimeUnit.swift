/// A unit that time is counted in.
enum TimeUnit: String, Hashable, Sendable, CaseIterable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century
  case millennium

  /// The code behind the number of a TIMEX3 duration, and whether it stands behind a `T`.
  ///
  /// Source: TimeML 1.2.1, § 2.4, after ISO 8601; `DE`, `CE` and `ML` are TimeML's own.
  var code: (letters: String, isTime: Bool) {
    switch self {
    case .second: ("S", true)
    case .minute: ("M", true)
    case .hour: ("H", true)
    case .day: ("D", false)
    case .weekend: ("WE", false)
    case .week, .fortnight: ("W", false)
    case .month: ("M", false)
    case .quarter: ("Q", false)
    case .year: ("Y", false)
    case .decade: ("DE", false)
    case .century: ("CE", false)
    case .millennium: ("ML", false)
    }
  }

  var isClock: Bool { self == .second || self == .minute || self == .hour }
}
