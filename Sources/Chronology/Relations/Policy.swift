/// What the qualifiers `?`, `~` and `%` do to an answer. They never move bounds.
public enum Policy: Hashable, Sendable {
  /// The stated value counts.
  case ignore
  /// An answer about a qualified date is at most possibly; no stays no.
  case hedge
  /// An answer about a qualified date is possibly: doubt excludes nothing.
  case sceptical
  /// A date marked `~` or `%` may lie so many of its own units beside what is written; `?` says
  /// doubt, not distance, and widens nothing.
  case pad(Int)

  /// `ignore`, `hedge`, `sceptical`, `pad` (one unit) or `pad(3)`.
  public init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "ignore": self = .ignore
    case "hedge": self = .hedge
    case "sceptical", "skeptical": self = .sceptical
    case "pad": self = .pad(1)
    case let text where text.hasPrefix("pad(") && text.hasSuffix(")"):
      guard let units = Int(text.dropFirst(4).dropLast()), Policy.padding.contains(units)
      else { return nil }
      self = .pad(units)
    default: return nil
    }
  }

  /// Units that padding may span: enough for any date, and few enough to count days in.
  static let padding = 0...1_000_000

  /// What is left of an answer about values of which one is qualified.
  func applied(to truth: Truth) -> Truth {
    switch self {
    case .ignore, .pad: truth
    case .hedge: min(truth, .possibly)
    case .sceptical: .possibly
    }
  }
}

extension EDTF {
  /// All that is said against any component of the value or of its members.
  public var qualifier: Qualifier {
    let dates: [PartialDate] =
      switch storage.shape.0 {
      case .date(let date): [date]
      case .interval(let begin, let end): [begin, end]
      // The ends of a range bear no marks.
      case .list(_, let members): members.map(\.first)
      }
    return dates.reduce(into: []) { $0.formUnion($1.qualifier) }
  }
}

extension PartialDate {
  /// The first and the last unit with each day so many units of the finest approximate component
  /// further out: a year or as many as its open digits stand for, a month or the months of a
  /// season, a day.
  func padded(_ units: (first: Unit, last: Unit), by count: Int) -> Padded {
    let plain = Padded(
      out: (units.first.begin, units.last.end), inner: (units.last.begin, units.first.end))
    let marks = qualifiers
    guard count > 0, qualifier.contains(.approximate) else { return plain }
    let months: Int64
    if marks.day.contains(.approximate) {
      months = 0
    } else if marks.month.contains(.approximate) {
      months = Int64(Months.of(grouping: month, .northern).first.count)
    } else {
      var years: Int64 = 1
      for place in 0..<4 where yearMask >> UInt8(place) & 1 == 1 { years *= 10 }
      months = 12 * years
    }
    func shift(_ day: Day, _ direction: Int64) -> Day {
      let distance = Int64(count) * direction
      return months == 0 ? day.advanced(by: distance) : day.advanced(byMonths: distance * months)
    }
    return Padded(
      out: (shift(units.first.begin, -1), shift(units.last.end, 1)),
      inner: (shift(units.last.begin, 1), shift(units.first.end, -1)))
  }

  /// The outermost days of a date, and the last first day and the first last day of its units.
  struct Padded {
    var out: (earliest: Day, latest: Day)
    var inner: (lastBegin: Day, firstEnd: Day)
  }
}

extension Day {
  /// The day so many months later. The last day of a month stays a last day; any other that the
  /// month does not have becomes its last.
  func advanced(byMonths months: Int64) -> Day {
    guard let date else { return self }
    guard let month = month(later: months) else {
      return months < 0 ? .distantPast : .distantFuture
    }
    if date.day == Day.length(ofMonth: date.month, year: date.year) { return month.last }
    return Day(year: month.year, month: month.month, day: date.day) ?? month.last
  }

  /// The month so many months after the one that holds the day, and its last day; nil where its
  /// days cannot be counted.
  func month(later months: Int64) -> (year: Int64, month: Int, last: Day)? {
    guard let date else { return nil }
    let count = date.year * 12 + Int64(date.month) - 1 + months
    let year = (count >= 0 ? count : count - 11) / 12
    let month = Int(count - year * 12) + 1
    return Day.last(ofMonth: month, year: year).map { (year, month, $0) }
  }
}
