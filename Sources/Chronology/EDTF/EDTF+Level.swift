extension EDTF {
  /// The lowest conformance level of the specification that has all features of a value.
  public enum Level: Int, Comparable, Hashable, Sendable, CaseIterable {
    case zero, one, two

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The lowest level that has all features of the value.
  public var level: Level {
    switch storage {
    case .date(let date): date.level
    case .dateTime(let date, _): date.level
    case .interval(let begin, let end): Level.ofInterval(begin, end)
    case .list: .two
    case .vast(let vast):
      switch vast.shape {
      case .date(let date): date.level(vast.years)
      case .interval(let begin, let end): Level.ofInterval(begin, end, vast.years)
      case .list: .two
      }
    }
  }
}

extension EDTF.Level {
  fileprivate static func ofInterval(
    _ begin: PartialDate, _ end: PartialDate, _ years: [VastYear] = []
  ) -> EDTF.Level {
    // An open digit at an end is the specification's "L2: Interval".
    if begin.mask | end.mask != 0 { return .two }
    if !begin.flags.union(end.flags).isDisjoint(with: [.orBefore, .orAfter]) { return .two }
    let levels = max(begin.level(years), end.level(years))
    return begin.isDate && end.isDate ? levels : max(levels, .one)
  }
}

extension PartialDate {
  var level: EDTF.Level { level([]) }

  func level(_ years: [VastYear]) -> EDTF.Level {
    if exponent > 0 || significant > 0 { return .two }
    if flags.contains(.vast) {
      let year = years[Int(magnitude)]
      if !year.exponent.isEmpty || year.significant > 0 { return .two }
    }
    if isGrouping, month > 24 { return .two }
    if !isMaskedFromTheRight || !isQualifiedAsAWhole { return .two }
    let isPlain = mask == 0 && marks == 0 && !isGrouping
    return isPlain && flags.isDisjoint(with: [.negative, .letter]) ? .zero : .one
  }

  /// "Unspecified digit(s) from the right", level 1: one or two digits of a year, or a whole month,
  /// a whole day, or both.
  private var isMaskedFromTheRight: Bool {
    switch (hasMonth, hasDay) {
    case (false, _): yearMask & 0b1100 == 0 && yearMask != 0b10
    case (true, false): yearMask == 0 && (monthMask == 0 || monthMask == 3)
    case (true, true):
      yearMask == 0
        && ((monthMask == 0 && (dayMask == 0 || dayMask == 3)) || (monthMask == 3 && dayMask == 3))
    }
  }

  /// Whether the only mark, if any, stands at the end of the date string.
  private var isQualifiedAsAWhole: Bool {
    let last: Place = hasDay ? .dayRight : hasMonth ? .monthRight : .yearRight
    return marks & ~(3 << last.rawValue) == 0
  }
}
