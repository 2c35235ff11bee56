/// What a reader makes of a phrase.
public enum PhraseReading: Hashable, Sendable {
  /// It says one thing.
  case means(Phrase)
  /// It can be taken in several ways, the likeliest first; which one is for a person to say.
  case ambiguous([Phrase], PhraseDoubts)
  /// It says nothing without the text around it.
  case needsContext(PhraseNeed)
  /// It is no prose but EDTF itself: "2018/..", "199X".
  case edtf(EDTF)
  /// It says that there is no date: "n.d.".
  case noDate
  /// It is no date phrase that the reader knows.
  case unread(PhraseError)
}

/// Conventions that differ between writers and that a phrase does not settle.
public struct PhraseDoubts: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// 04/05/2003: day or month first.
  public static let order = PhraseDoubts(rawValue: 1)
  /// 2004-05: a month or two years.
  public static let hyphen = PhraseDoubts(rawValue: 2)
  /// Winter 2004: from its December, or until its February.
  public static let winter = PhraseDoubts(rawValue: 4)
  /// The 1800s: a century or a decade.
  public static let hundreds = PhraseDoubts(rawValue: 8)
  /// FY 2012: where a fiscal year begins.
  public static let fiscal = PhraseDoubts(rawValue: 16)
}

/// What a phrase lacks.
public enum PhraseNeed: String, Hashable, Sendable, CaseIterable {
  /// "5 May": the year.
  case year
  /// "May '04", "the nineties": the century.
  case century
  /// "The same year", "two years later": the date that it is told from.
  case anchor
  /// "To date", "until further notice": a begin.
  case begin
  /// "Easter 2005": a day that moves from year to year.
  case feast
}

extension PhraseDoubts: CustomStringConvertible {
  /// What is in doubt, in words: "day or month first".
  public var description: String {
    let words: [(PhraseDoubts, String)] = [
      (.order, "the day or the month may stand first"),
      (.hyphen, "a year and a month, or two years"),
      (.winter, "the winter that begins in that year, or the one that ends in it"),
      (.hundreds, "a century or a decade"),
      (.fiscal, "fiscal years begin in different months"),
    ]
    return words.filter { contains($0.0) }.map(\.1).joined(separator: "; ")
  }
}

extension PhraseNeed: CustomStringConvertible {
  /// What is missing, in words: "the year is not written".
  public var description: String {
    switch self {
    case .year: "the year is not written"
    case .century: "the century is not written"
    case .anchor: "it is told from another date"
    case .begin: "it does not say since when"
    case .feast: "the day moves from year to year"
    }
  }
}

extension PhraseReading {
  /// Why there is not one value, in words; nil where there is.
  public var reason: String? {
    switch self {
    case .means, .edtf: nil
    case .ambiguous(_, let doubts): doubts.description
    case .needsContext(let need): need.description
    case .noDate: "it says that there is no date"
    case .unread(let error): error.description
    }
  }
}

/// Why a text is not read as a date phrase, and where.
public struct PhraseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a phrase.
  public enum Reason: Hashable, Sendable {
    case empty
    /// What stands there fits nothing before it.
    case unexpected(String)
    /// The phrase ends where a date is wanted.
    case unfinished
    /// A day that its month does not have, or a month, quarter or week that is none.
    case noSuchDate
    /// It ends before it begins.
    case reversed
    /// The day is another day of the week, by ISO number.
    case wrongWeekday(Int)
    /// "2004 and 2005 or 2006".
    case mixedList
  }

  /// What is wrong.
  public let reason: Reason
  /// The UTF-8 byte of the phrase the reason is about, from 0.
  public let offset: Int

  /// What to write instead.
  public var hint: String {
    switch reason {
    case .empty, .unexpected, .unfinished:
      "write a date alone, as in “from March 2004 to June 2011”, or EDTF"
    case .noSuchDate: "write a day that the calendar has"
    case .reversed: "write the earlier date first"
    case .wrongWeekday: "correct the day of the week or the date"
    case .mixedList: "join the dates by “and” alone or by “or” alone"
    }
  }

  /// What is wrong, where, and what to write instead.
  public var description: String { "\(rule); \(hint)" }

  private var rule: String {
    let place = "at byte \(offset)"
    return switch reason {
    case .empty: "nothing to read \(place)"
    case .unexpected(let text): "“\(text)” \(place) is no part of a date that is understood"
    case .unfinished: "the phrase stops \(place), where a date is wanted"
    case .noSuchDate: "a date \(place) that no calendar has"
    case .reversed: "an end \(place) before its begin"
    case .wrongWeekday(let day) where 1...7 ~= day:
      "the day of the week \(place) is not the date’s own, \(PhraseError.weekdays[day - 1])"
    case .wrongWeekday: "the day of the week \(place) is not the date’s own"
    case .mixedList: "“and” and “or” in one list \(place)"
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
