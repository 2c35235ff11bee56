/// Why a text is not EDTF: the rule it breaks, where, and what to write instead.
///
/// `description` is one sentence: "month 13 at byte 5; write 2012-12 or 2012-XX".
public struct EDTFError: Error, Hashable, Sendable {
  /// The rules a text can break. A number is the one that was written.
  public enum Reason: Hashable, Sendable {
    case empty, space, notASCII
    /// A byte that cannot stand there.
    case unexpected(UInt8)
    case yearNotFourDigits, negativeZero, notTwoDigits
    case noSuchMonth(Int)
    case noSuchDay(Int)
    case noMonthFits, noDayFits, dayOfGrouping
    case secondQualifier, nothingToQualify, qualifiedTime, qualifiedSet
    case letterYearWithoutDigits, letterYearTooShort, letterYearWithMonth
    case exponentNotPositive, significantNotPositive, roundedMask
    case tooManySignificantDigits(of: Int)
    case timeNeedsPlainDay, incompleteTime, noSuchHour, noSuchMinute, noSuchSecond, noSuchShift
    case timeInInterval, timeInSet
    case secondSlash, noDate, reversed
    case unclosedSet, emptyMember, nestedSet, intervalInSet, setInInterval
    case openRangeInside, rangeOutsideSet, rangeWithoutDate, rangeOfTwoPrecisions, indefiniteRange
  }

  /// The rule that is broken.
  public let reason: Reason
  /// The UTF-8 byte of the input the reason is about, from 0.
  public let offset: Int
  /// What to write instead; empty where nothing sensible can be said.
  public let hint: String

  /// What the parser throws: without a hint, which costs more than refusing does.
  struct Failure: Error {
    let reason: Reason
    let offset: Int

    init(_ reason: Reason, at offset: Int) {
      self.reason = reason
      self.offset = offset
    }

    /// For a byte that no rule expects there, told apart by what it is.
    static func unexpected(_ text: Span<UInt8>, _ at: Int) -> Failure {
      switch text[at] {
      case 0...0x20, 0x7F: Failure(.space, at: at)
      case 0x80...: Failure(.notASCII, at: at)
      case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"):
        Failure(.nothingToQualify, at: at)
      case UInt8(ascii: ".") where PartialDate.isDoubleDot(text, at):
        Failure(.rangeOutsideSet, at: at)
      default: Failure(.unexpected(text[at]), at: at)
      }
    }
  }
}

extension EDTFError: CustomStringConvertible {
  /// The rule, the place and the hint: "month 13 at byte 5; write 2012-12 or 2012-XX".
  public var description: String {
    "\(EDTFError.rule(reason)) at byte \(offset)" + (hint.isEmpty ? "" : "; \(hint)")
  }

  private static func rule(_ reason: Reason) -> String {
    switch reason {
    case .empty: "nothing to read"
    case .space: "a space, and EDTF has none,"
    case .notASCII: "a character beyond ASCII"
    case .unexpected(let byte): "unexpected “\(Character(Unicode.Scalar(byte)))”"
    case .yearNotFourDigits: "a year without exactly four digits"
    case .negativeZero: "year -0000, which does not exist,"
    case .notTwoDigits: "a month or day without exactly two digits"
    case .noSuchMonth(let number): "month \(padded(number))"
    case .noSuchDay(let number): "day \(padded(number)), which that month does not have,"
    case .noMonthFits: "a month that no digits complete"
    case .noDayFits: "a day that no digits complete"
    case .dayOfGrouping: "a day of a season or quarter"
    case .secondQualifier: "a second qualifier in one place"
    case .nothingToQualify: "a qualifier that stands at no component"
    case .qualifiedTime: "a qualifier after a time of day"
    case .qualifiedSet: "a qualifier after a set"
    case .letterYearWithoutDigits: "“Y” without a year, or with a leading zero,"
    case .letterYearTooShort: "“Y” before a year of four digits or fewer"
    case .letterYearWithMonth: "a month after a “Y” year"
    case .exponentNotPositive: "“E” without a positive number"
    case .significantNotPositive: "“S” without a positive number"
    case .roundedMask: "“S” after a year with open digits"
    case .tooManySignificantDigits(let digits):
      "more significant digits than the \(digits) of the year"
    case .timeNeedsPlainDay: "a time after something that is not a plain day"
    case .incompleteTime: "an incomplete time of day"
    case .noSuchHour: "an hour beyond 23"
    case .noSuchMinute: "a minute beyond 59"
    case .noSuchSecond: "a second beyond its minute"
    case .noSuchShift: "a time shift beyond 14 hours, or of minus zero,"
    case .timeInInterval: "a time of day in an interval"
    case .timeInSet: "a time of day in a set"
    case .secondSlash: "a second “/”"
    case .noDate: "no date at either end, here"
    case .reversed: "an end before its begin"
    case .unclosedSet: "a bracket without its partner"
    case .emptyMember: "an empty member of a set"
    case .nestedSet: "a set in a set"
    case .intervalInSet: "an interval in a set"
    case .setInInterval: "a set as the end of an interval"
    case .openRangeInside: "an open range that is not at the edge of its set,"
    case .rangeOutsideSet: "“..” outside a set and not in the place of an end,"
    case .rangeWithoutDate: "“..” without a date"
    case .rangeOfTwoPrecisions: "a range whose ends differ in precision"
    case .indefiniteRange: "a range between dates that are not definite"
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
