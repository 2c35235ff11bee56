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
    if significant > 0 {
      let unit = unit(of: value)
      return value - value % unit
    }
    guard value == 0, flags.contains(.negative), yearMask != 0 else { return value }
    return PartialDate.power(Int64(yearMask.trailingZeroBitCount))
  }

  /// The largest magnitude of the year.
  private var farthest: Int64? {
    guard let value = scaled else { return nil }
    if significant > 0 {
      let unit = unit(of: value)
      return value - value % unit + (unit - 1)
    }
    return value + year(filledWith: 9_999)
  }

  /// The magnitude with its exponent; nil where it has more than eighteen digits.
  var scaled: Int64? {
    guard exponent > 0 || flags.contains(.vast) else { return magnitude }
    guard !flags.contains(.vast), exponent < 18,
      magnitude < PartialDate.power(18 - Int64(exponent))
    else { return nil }
    return magnitude * PartialDate.power(Int64(exponent))
  }

  /// What one unit of the last significant digit of a number counts.
  private func unit(of value: Int64) -> Int64 {
    var digits: Int64 = 0
    var rest = value
    while rest > 0 { (rest, digits) = (rest / 10, digits + 1) }
    return PartialDate.power(max(0, digits - Int64(significant)))
  }

  /// Ten to a power from 0 to 18.
  private static func power(_ exponent: Int64) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The open digits of the year taken from a number, its last digit first, in their places.
  private func year(filledWith number: Int64) -> Int64 {
    var (year, rest, unit): (Int64, Int64, Int64) = (0, number, 1)
    for place in 0..<4 {
      if yearMask >> UInt8(place) & 1 == 1 {
        year += rest % 10 * unit
        rest /= 10
      }
      unit *= 10
    }
    return year
  }
}

extension PartialDate {
  /// The months that the written one may be, a bit each: bit 1 for January.
  var possibleMonths: UInt32 { PartialDate.fitting(month, open: monthMask, upTo: 12) }

  /// The days that the written one may be in a month of 31, a bit each.
  private var possibleDays: UInt32 { PartialDate.fitting(day, open: dayMask, upTo: 31) }

  /// Whether the written month, some of whose digits may be open, can be this month.
  func admitsMonth(_ number: UInt8) -> Bool { possibleMonths >> UInt32(number) & 1 == 1 }

  func admitsDay(_ number: UInt8) -> Bool { possibleDays >> UInt32(number) & 1 == 1 }

  /// The numbers from 1 that agree with two digits, of which those in `open` (2 the tens, 1 the
  /// ones) may be any.
  private static func fitting(_ number: UInt8, open: UInt8, upTo last: UInt32) -> UInt32 {
    let (tens, ones) = (UInt32(number / 10), UInt32(number % 10))
    let bits: UInt32 =
      switch open {
      case 0: 1 << UInt32(number)
      case 1: 0b11_1111_1111 << (10 * tens)
      case 2: (1 | 1 << 10 | 1 << 20 | 1 << 30) << ones
      default: .max
      }
    return bits & numbers(upTo: last)
  }

  /// Bits 1 to `last`, which is at most 31.
  private static func numbers(upTo last: UInt32) -> UInt32 { .max >> (31 - last) & ~1 }

  /// The first or the last date that agrees with all digits written; nil where none does, or
  /// where the year does not fit. Month and day are 0 where the expression has none.
  func completion(latest: Bool) -> (year: Int64, month: UInt8, day: UInt8)? {
    guard let years = yearRange else { return nil }
    let outermost = latest ? years.last : years.first
    if let (month, day) = completion(inYear: outermost, latest: latest) {
      return (outermost, month, day)
    }
    // Only 29 February ties a date to its year; what no leap year has, no year has.
    guard yearMask != 0, let (month, day) = completion(inYear: 2000, latest: latest) else {
      return nil
    }
    let isNegative = flags.contains(.negative)
    var count: Int64 = 1
    for _ in 0..<yearMask.nonzeroBitCount { count *= 10 }
    for step in 0..<count {
      // Before year 0 the greater number is the earlier year.
      let number = latest == isNegative ? step : count - 1 - step
      let year = magnitude + year(filledWith: number)
      if Day.isLeap(year), year > 0 || !isNegative {
        return (isNegative ? -year : year, month, day)
      }
    }
    return nil
  }

  private func completion(inYear year: Int64, latest: Bool) -> (month: UInt8, day: UInt8)? {
    guard hasMonth else { return (0, 0) }
    guard !isGrouping else { return (month, 0) }
    var months = possibleMonths
    while months != 0 {
      let month = PartialDate.outermost(months, latest: latest)
      guard hasDay else { return (month, 0) }
      let length = UInt32(Day.length(ofMonth: Int(month), year: year) ?? 0)
      let days = possibleDays & PartialDate.numbers(upTo: length)
      if days != 0 { return (month, PartialDate.outermost(days, latest: latest)) }
      months &= ~(1 << UInt32(month))
    }
    return nil
  }

  /// The smallest or the greatest of some numbers.
  private static func outermost(_ bits: UInt32, latest: Bool) -> UInt8 {
    UInt8(latest ? 31 - bits.leadingZeroBitCount : bits.trailingZeroBitCount)
  }
}
