extension PartialDate {
  /// The first and the last year that the written year may mean; nil where they do not fit.
  ///
  /// Open digits run over 0–9, but a year of a negative sign is never 0; a year of some
  /// significant digits runs over all that agree with them, away from zero.
  var yearRange: (first: Int64, last: Int64)? {
    if mask & 15 == 0, exponent == 0, significant == 0, !flags.contains(.vast) {
      let year = flags.contains(.negative) ? -magnitude : magnitude
      return (year, year)
    }
    guard let near = nearest, let far = farthest else { return nil }
    return flags.contains(.negative) ? (-far, -near) : (near, far)
  }

  /// The smallest magnitude of the year.
  private var nearest: Int64? {
    guard let value = scaled else { return nil }
    if significant > 0 { return value / unit(of: value) * unit(of: value) }
    guard value == 0, flags.contains(.negative), yearMask != 0 else { return value }
    return PartialDate.powers[yearMask.trailingZeroBitCount]
  }

  /// The largest magnitude of the year.
  private var farthest: Int64? {
    guard var value = scaled else { return nil }
    if significant > 0 {
      let unit = unit(of: value)
      return value / unit * unit + (unit - 1)
    }
    for place in 0..<4 where yearMask & (1 << UInt8(place)) != 0 {
      value += 9 * PartialDate.powers[place]
    }
    return value
  }

  /// The magnitude with its exponent; nil where it has more than eighteen digits.
  var scaled: Int64? {
    guard exponent > 0 || flags.contains(.vast) else { return magnitude }
    guard !flags.contains(.vast), Int(exponent) < PartialDate.powers.count,
      magnitude < PartialDate.powers[PartialDate.powers.count - 1 - Int(exponent)]
    else { return nil }
    return magnitude * PartialDate.powers[Int(exponent)]
  }

  /// What one unit of the last significant digit of a number counts.
  private func unit(of value: Int64) -> Int64 {
    var digits = 0
    while digits < 18, PartialDate.powers[digits] <= value { digits += 1 }
    return PartialDate.powers[max(0, digits - Int(significant))]
  }

  /// 10⁰ to 10¹⁸.
  private static let powers: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { value, _ in value * 10 }
  }
}

extension PartialDate {
  /// Whether the written month, some of whose digits may be open, can be this month.
  func admitsMonth(_ number: UInt8) -> Bool {
    PartialDate.admits(number, month, open: monthMask)
  }

  func admitsDay(_ number: UInt8) -> Bool { PartialDate.admits(number, day, open: dayMask) }

  private static func admits(_ number: UInt8, _ written: UInt8, open: UInt8) -> Bool {
    (open & 2 != 0 || number / 10 == written / 10)
      && (open & 1 != 0 || number % 10 == written % 10)
  }

  private func admitsYear(_ year: Int64) -> Bool {
    guard yearMask != 0 else { return true }
    var (rest, written) = (year.magnitude, UInt64(magnitude))
    for place in 0..<4 {
      if yearMask & (1 << UInt8(place)) == 0, rest % 10 != written % 10 { return false }
      (rest, written) = (rest / 10, written / 10)
    }
    return year != 0 || !flags.contains(.negative)
  }

  /// The first or the last date that agrees with all digits written; nil where none does, or
  /// where the year does not fit. Month and day are 0 where the expression has none.
  ///
  /// Only 29 February ties a day to its year, and of four consecutive completions of a year one
  /// is mostly a leap year; the worst mask has a thousand years.
  func completion(latest: Bool) -> (year: Int64, month: UInt8, day: UInt8)? {
    guard let years = yearRange else { return nil }
    guard hasMonth else { return (latest ? years.last : years.first, 0, 0) }
    // What no leap year has, no year has.
    guard completion(inYear: 2000, latest: latest) != nil else { return nil }
    var year = latest ? years.last : years.first
    let step: Int64 = latest ? -1 : 1
    while years.first <= year, year <= years.last {
      if admitsYear(year), let (month, day) = completion(inYear: year, latest: latest) {
        return (year, month, day)
      }
      year += step
    }
    return nil
  }

  private func completion(inYear year: Int64, latest: Bool) -> (month: UInt8, day: UInt8)? {
    if isGrouping { return (month, 0) }
    for step: UInt8 in 1...12 {
      let candidate = latest ? 13 - step : step
      guard admitsMonth(candidate) else { continue }
      guard hasDay else { return (candidate, 0) }
      let length = UInt8(Day.length(ofMonth: Int(candidate), year: year) ?? 0)
      for dayStep in 1...max(1, length) {
        let day = latest ? length + 1 - dayStep : dayStep
        if admitsDay(day) { return (candidate, day) }
      }
    }
    return nil
  }
}
