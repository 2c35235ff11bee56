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
  /// The days whose members certainly belong to the set. `{..198X}` is all years up to some year
  /// of the 1980s: 1980 belongs to it, 1985 may.
  var sure: ClosedRange<Day>

  /// All members as one span.
  var span: TimeSpan? {
    reading == .within
      ? span(days.lowerBound, days.upperBound)
      : TimeSpan(
        beginEarliest: days.lowerBound, beginLatest: sure.lowerBound,
        endEarliest: sure.upperBound, endLatest: days.upperBound)
  }

  /// The members of which it is sure as one span; nil where they are all.
  var sureSpan: TimeSpan? { sure == days ? nil : span(sure.lowerBound, sure.upperBound) }

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

  /// A member of the range, and whether it certainly belongs to the set.
  typealias Member = (span: TimeSpan, isSure: Bool)

  /// A box around each member, wherever in the range it lies.
  var box: TimeSpan? {
    TimeSpan(
      beginEarliest: days.lowerBound, beginLatest: days.upperBound,
      endEarliest: days.lowerBound, endLatest: days.upperBound)
  }

  func span(_ begin: Day, _ end: Day) -> TimeSpan? {
    reading == .whole
      ? TimeSpan(beginEarliest: begin, beginLatest: begin, endEarliest: end, endLatest: end)
      : TimeSpan(beginEarliest: begin, beginLatest: end, endEarliest: begin, endLatest: end)
  }
}

extension Run {
  /// How many members one other span makes a question look at: at each of its four points, and
  /// beside it, in the range and in its sure part; and the members of a year.
  static let mostMembersASpan = 36

  /// The members that decide a question: those at the four points of the other spans and beside
  /// them, the first and the last, and where the range has no end one beyond all days named. The
  /// other span may itself divide into units, which the members of a year meet in every way that
  /// any do: of all seasons in all years, winter lies in none.
  func members(near others: [TimeSpan]) -> [Member] {
    var begins: Set<Day> = []
    var members: [Member] = []
    func add(at day: Day) {
      guard day.isFinite, let unit = unit(at: day), begins.insert(unit.begin).inserted,
        let span = span(unit.begin, unit.end)
      else { return }
      members.append((span, sure.contains(unit.begin) && sure.contains(unit.end)))
    }
    let ends = [days.lowerBound, sure.lowerBound, sure.upperBound, days.upperBound]
    for end in ends { add(at: end) }
    var named = ends.filter(\.isFinite)
    for other in others {
      for day in [other.beginEarliest, other.beginLatest, other.endEarliest, other.endLatest] {
        if day.isFinite { named.append(day) }
        for range in [days, sure] {
          let clamped = min(max(day, range.lowerBound), range.upperBound)
          guard let unit = unit(at: clamped) else { continue }
          add(at: clamped)
          add(at: unit.begin.advanced(by: -1))
          add(at: unit.end.advanced(by: 1))
        }
      }
      let low = max(days.lowerBound, other.beginEarliest)
      for day in ofAYear(
        from: low.isFinite ? low : min(days.upperBound, other.endLatest), isBackwards: !low.isFinite
      ) { add(at: day) }
    }
    // Beyond units of any size beside them: no unit is longer than a year.
    let far: Int64 = 3 * 366
    if let first = named.min(), days.lowerBound == .distantPast {
      add(at: first.advanced(by: -far))
    }
    if let last = named.max(), days.upperBound == .distantFuture { add(at: last.advanced(by: far)) }
    return members
  }

  /// A day of each member that begins within a year of a day.
  private func ofAYear(from day: Day, isBackwards: Bool) -> [Day] {
    guard months > 0 else { return [] }
    return (0..<(12 / months)).map {
      day.advanced(byMonths: (isBackwards ? -$0 : $0) * months)
    }
  }

  /// The days that a member lasts, at least and at most.
  var duration: TimeSpan.Duration {
    guard months > 0 else { return TimeSpan.Duration(shortest: 1, longest: 1) }
    let isBackwards = !days.lowerBound.isFinite
    var lengths: [Int64] = []
    var day = isBackwards ? days.upperBound : days.lowerBound
    // Within nine years there is a February of each length.
    while Int64(lengths.count) * months <= 12 * 9, let unit = unit(at: day) {
      lengths.append(unit.end.number - unit.begin.number + 1)
      day = isBackwards ? unit.begin.advanced(by: -1) : unit.end.advanced(by: 1)
    }
    let shortest = reading == .whole ? lengths.min() : nil
    return TimeSpan.Duration(shortest: shortest ?? 1, longest: lengths.max())
  }
}
