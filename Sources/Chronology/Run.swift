/// How a range of an all-of set divides into its members: days, or runs of months that follow one
/// another. Members are made one at a time, where a question needs them.
struct Run: Hashable, Sendable {
  /// Months to a member: 1 for months, 12 for years, 3 for quarters; 0 for days.
  var months: Int64
  /// A month, counted from January of year 0, with which a member begins.
  var phase: Int64
  var reading: EDTF.Reading
  /// From the first to the last day, perhaps without end.
  var days: ClosedRange<Day>

  /// All members as one span.
  var span: TimeSpan? { span(days.lowerBound, days.upperBound) }

  /// The member that holds a day of the range, its begin and end as days.
  func unit(at day: Day) -> (begin: Day, end: Day)? {
    guard days.contains(day), let date = day.date else { return nil }
    guard months > 0 else { return (day, day) }
    let month = date.year * 12 + Int64(date.month) - 1
    let past = (month - phase) % months
    let first = month - (past < 0 ? past + months : past)
    let last = first + months - 1
    func split(_ month: Int64) -> (year: Int64, month: Int) {
      let year = (month >= 0 ? month : month - 11) / 12
      return (year, Int(month - year * 12) + 1)
    }
    guard let begin = Day(year: split(first).year, month: split(first).month, day: 1),
      let end = Day.last(ofMonth: split(last).month, year: split(last).year)
    else { return nil }
    return (begin, end)
  }

  /// The member that holds a day, as a span.
  func member(at day: Day) -> TimeSpan? {
    unit(at: day).flatMap { span($0.begin, $0.end) }
  }

  /// The first and the last member. Where the range has no end, the last one lies beyond every
  /// day, at the infinity.
  var edges: [TimeSpan] {
    let first = days.lowerBound.isFinite ? member(at: days.lowerBound) : Run.beyond(.distantPast)
    let last = days.upperBound.isFinite ? member(at: days.upperBound) : Run.beyond(.distantFuture)
    return [first, last].compactMap { $0 }
  }

  private static func beyond(_ day: Day) -> TimeSpan? {
    TimeSpan(beginEarliest: day, beginLatest: day, endEarliest: day, endLatest: day)
  }

  private func span(_ begin: Day, _ end: Day) -> TimeSpan? {
    reading == .whole
      ? TimeSpan(beginEarliest: begin, beginLatest: begin, endEarliest: end, endLatest: end)
      : TimeSpan(beginEarliest: begin, beginLatest: end, endEarliest: begin, endLatest: end)
  }
}
