extension EDTFError {
  /// An error with the hint that its text allows.
  init(_ failure: Failure, in text: Span<UInt8>) {
    reason = failure.reason
    offset = failure.offset
    hint = Hint(text: text, offset: failure.offset).words(failure.reason)
  }

  /// What stands before the place of an error, as far as a hint repeats it.
  private struct Hint {
    /// The component or components before the offset: `2012` or `2012-02`.
    let before: String

    init(text: Span<UInt8>, offset: Int) {
      var start = min(offset, text.count)
      while start > 0, Hint.belongsToDate(text[start - 1]) { start -= 1 }
      var end = min(offset, text.count)
      while end > start, text[end - 1] == UInt8(ascii: "-") || text[end - 1] > 0x39 { end -= 1 }
      // A date has at most eleven bytes before its day; more would only repeat nonsense.
      before =
        end - start > 16
        ? "" : String(decoding: (start..<end).map { text[$0] }, as: UTF8.self)
    }

    private static func belongsToDate(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "X"),
        UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"):
        true
      default: false
      }
    }

    func words(_ reason: Reason) -> String {
      let month = before.isEmpty ? "2012" : before
      return switch reason {
      case .empty: "write a year such as 2012"
      case .space: "leave it out"
      case .notASCII: "write ASCII digits, “-” and “/”"
      case .unexpected, .nothingToQualify:
        "write a date such as 2012, 2012-06, 2012-06-28 or 2012?"
      case .yearNotFourDigits: "write four digits, or “Y” before a year of more"
      case .negativeZero: "write 0000 for the year 1 BC"
      case .notTwoDigits: "write 01 to 12, or XX where it is not known"
      case .noSuchMonth: "write \(month)-12 or \(month)-XX"
      case .noSuchDay, .noDayFits: "write \(before) or \(before)-XX"
      case .noMonthFits: "write \(month)-XX, which completes to 01 to 12"
      case .dayOfGrouping: "write the season alone, or a month and a day"
      case .secondQualifier: "write % for uncertain and approximate"
      case .qualifiedTime, .timeNeedsPlainDay: "write the day without its time"
      case .qualifiedSet: "qualify the members"
      case .letterYearWithoutDigits: "write Y and a number above 9999, such as Y10000"
      case .letterYearTooShort: "write four digits without “Y”"
      case .letterYearWithMonth: "write the year alone"
      case .exponentNotPositive: "write a number from 1 without leading zero, as in Y17E8"
      case .significantNotPositive: "write a number from 1 without leading zero, as in 1950S2"
      case .roundedMask: "write either 19XX or 1950S2"
      case .tooManySignificantDigits(let digits):
        digits > 0 ? "write S1 to S\(digits)" : "leave “S” out after the year zero"
      case .incompleteTime: "write hours, minutes and seconds, as in T10:00:00"
      case .noSuchHour: "write 00 to 23"
      case .noSuchMinute: "write 00 to 59"
      case .noSuchSecond: "write 00 to 59, or 60 in minute 59"
      case .noSuchShift: "write Z, or a shift up to +14:00 or -14:00"
      case .timeInInterval, .timeInSet: "write the days without times"
      case .secondSlash: "write one begin and one end"
      case .noDate: "give at least one end, as in 2012/.. or /2012"
      case .reversed: "write the earlier date first"
      case .unclosedSet: "close [ with ] and { with }, once"
      case .emptyMember: "write a date between the commas, or leave the comma out"
      case .nestedSet: "write one list of all members"
      case .intervalInSet: "write a range, as in [2004..2008]"
      case .setInInterval: "write a date at each end"
      case .openRangeInside: "write “..” first or last, as in [..2004,2008..]"
      case .rangeOutsideSet: "write 2012/.. for an interval, [2012..] for a range"
      case .rangeWithoutDate: "write a date beside it, as in [..2012]"
      case .rangeOfTwoPrecisions: "write both ends as years, as months or as days"
      case .indefiniteRange: "write ends that are years, months or days without ?, ~, % or X"
      }
    }
  }
}
