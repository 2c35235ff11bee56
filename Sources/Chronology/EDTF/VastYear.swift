/// A year whose digits, exponent or significant digits are too many for an inline date.
///
/// The digits are kept as text, so that memory stays in proportion to the input whatever number
/// an exponent names.
struct VastYear: Hashable, Sendable {
  /// ASCII digits, the first not 0.
  var digits: [UInt8]
  /// ASCII digits of the exponent; empty where there is none.
  var exponent: [UInt8] = []
  /// 0 where there is none.
  var significant: Int = 0
  /// ASCII digits of that number where there are more than eighteen; empty otherwise.
  var significantDigits: [UInt8] = []

  /// The exponent as a number, or more than any text can hold.
  var exponentValue: Int { VastYear.value(of: exponent) }

  static let uncountable = 1_000_000_000_000_000_000

  /// The number that ASCII digits write, at most `uncountable`.
  static func value(of digits: [UInt8]) -> Int {
    guard digits.count <= 18 else { return uncountable }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

/// A value that holds a vast year; everything else refers to `years` by index.
final class Vast: Hashable, Sendable {
  enum Shape: Hashable, Sendable {
    case date(PartialDate)
    case interval(PartialDate, PartialDate)
    case list(EDTF.Quantifier, [EDTF.Member])
  }

  let shape: Shape
  let years: [VastYear]

  init(_ shape: Shape, _ years: [VastYear]) {
    self.shape = shape
    self.years = years
  }

  static func == (left: Vast, right: Vast) -> Bool {
    left === right || (left.shape == right.shape && left.years == right.years)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    hasher.combine(years)
  }
}

extension EDTF.Storage {
  /// A shape with the long years it refers to, inline where there are none.
  init(_ shape: Vast.Shape, _ years: [VastYear]) {
    guard years.isEmpty else {
      self = .vast(Vast(shape, years))
      return
    }
    self =
      switch shape {
      case .date(let date): .date(date)
      case .interval(let begin, let end): .interval(begin, end)
      case .list(let quantifier, let members): .list(quantifier, members)
      }
  }

  /// The shape, without a time of day, and the long years it refers to: for what need not be fast.
  var shape: (Vast.Shape, [VastYear]) {
    switch self {
    case .date(let date), .dateTime(let date, _): (.date(date), [])
    case .interval(let begin, let end): (.interval(begin, end), [])
    case .list(let quantifier, let members): (.list(quantifier, members), [])
    case .vast(let vast): (vast.shape, vast.years)
    }
  }
}

/// A year as a sign and decimal digits of any length: some leading digits, then one digit
/// repeated. What a comparison or a printed bound of a vast year needs, and no arithmetic.
struct DecimalYear: Sendable {
  var isNegative: Bool
  var leading: [UInt8]
  /// `0` or `9`.
  var fill: UInt8
  var fillCount: Int

  var count: Int { leading.count + fillCount }

  /// The digit at a place counted from the left.
  func digit(_ place: Int) -> UInt8 { place < leading.count ? leading[place] : fill }

  /// Longer years than this are not written out.
  static let longestWritten = 4_096

  /// The digits with their sign, at least four; nil where they are too many to write.
  var text: String? {
    guard count <= DecimalYear.longestWritten else { return nil }
    let digits =
      String(decoding: leading, as: UTF8.self)
      + String(repeating: Character(Unicode.Scalar(fill)), count: fillCount)
    let padding = String(repeating: "0", count: max(0, 4 - count))
    return (isNegative ? "-" : "") + padding + digits
  }

  static func < (left: DecimalYear, right: DecimalYear) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    guard small.count == large.count else { return small.count < large.count }
    for place in 0..<max(small.leading.count, large.leading.count) {
      let (a, b) = (small.digit(place), large.digit(place))
      if a != b { return a < b }
    }
    return small.fillCount > 0 && large.fillCount > 0 && small.fill < large.fill
  }
}

extension PartialDate {
  /// The first or the last year that the written year may mean, whatever its size.
  func decimalYear(latest: Bool, _ years: [VastYear]) -> DecimalYear {
    let isNegative = flags.contains(.negative)
    var digits: [UInt8]
    var zeros: Int
    var kept: Int
    if flags.contains(.vast) {
      let year = years[Int(magnitude)]
      digits = year.digits
      zeros = year.exponentValue
      kept = year.significant
    } else if let range = yearRange {
      let year = latest ? range.last : range.first
      return DecimalYear(
        isNegative: year < 0, leading: Array(String(year.magnitude).utf8),
        fill: UInt8(ascii: "0"), fillCount: 0)
    } else {
      digits = Array(String(magnitude).utf8)
      zeros = Int(exponent)
      kept = Int(significant)
    }
    // What is rounded beyond any digit that could be written or compared is as good as exact.
    guard kept > 0, kept < digits.count + zeros,
      kept - digits.count <= DecimalYear.longestWritten
    else {
      return DecimalYear(
        isNegative: isNegative, leading: digits, fill: UInt8(ascii: "0"), fillCount: zeros)
    }
    // Rounding keeps the leading digits; the rest runs from all 0 to all 9, away from zero.
    let rest = digits.count + zeros - kept
    if kept > digits.count {
      digits += [UInt8](repeating: UInt8(ascii: "0"), count: kept - digits.count)
    } else {
      digits.removeLast(digits.count - kept)
    }
    return DecimalYear(
      isNegative: isNegative, leading: digits,
      fill: latest == isNegative ? UInt8(ascii: "0") : UInt8(ascii: "9"), fillCount: rest)
  }
}
