/// The words that dates are made of in one language, for reading phrases and for saying dates.
///
/// It is read from a table that people who do not program can edit: `kind`, `value` and `form`,
/// separated by tabs. A language that is only to be said needs the rows that `say`, the months, the
/// seasons and the ordinals.
///
/// ```swift
/// let english = try DateLanguage(parsing: table)
/// english.read("from March 2004 to June 2011")   // .means(.period(…))
/// english.words(for: try EDTF("1998%"))          // "perhaps around 1998"
/// ```
public struct DateLanguage: Sendable {
  /// What a form stands for in a phrase: the kinds of the table's first column.
  enum Role: String, Hashable, Sendable, CaseIterable {
    // Words with a value.
    case month, weekday, season, hemisphere, number, ordinal, tens, part, fraction, unit, suffix
    case code, era, hedge, afterthought, feast
    // Words that join dates or lead to them.
    case `in`, throughout, from, until, to, by
    case notBefore = "not-before"
    case before, after, between
    case and, or, onwards
    case orEarlier = "or-earlier"
    case orLater = "or-later"
    case atLeast = "at-least"
    case latest, earliest, now, unknown, undated, some, sometime
    case lasting = "for"
    case of, the, fiscal, night, daytime, also, inclusive, relative, never
  }

  /// A form of several words as it is found by its first.
  struct Form: Hashable, Sendable {
    let role: Role
    let value: Int
    /// The words after the first, folded.
    let rest: [String]
  }

  /// By the first word, folded; longer forms first.
  let forms: [String: [Form]]
  let sayings: Sayings

  /// The places of a table: what a row's value may be.
  static func value(_ role: Role, _ text: String) -> Int? {
    func index(_ names: [String]) -> Int? { names.firstIndex(of: text) }
    func number(_ range: ClosedRange<Int>) -> Int? {
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
    switch role {
    case .month: return number(1...12)
    case .weekday: return number(1...7)
    case .season: return index(["spring", "summer", "autumn", "winter"])
    case .hemisphere: return index(["northern", "southern"])
    case .number: return number(1...1_000)
    case .ordinal: return text == "last" ? -1 : number(1...100)
    case .tens: return number(10...90)
    case .part: return index(["early", "middle", "late", "beginning", "end"])
    case .fraction: return index(["half", "third", "quarter"]).map { $0 + 2 }
    case .unit: return index(["day", "week", "month", "year", "decade", "century", "millennium"])
    case .suffix: return index(["ordinal", "decade"])
    case .code: return index(["half", "third", "quarter"]).map { $0 + 2 }
    case .era: return index(["before", "after"])
    case .hedge, .afterthought: return index(["uncertain", "approximate", "both"]).map { $0 + 1 }
    case .feast: return feast(text)
    default: return text == "-" ? 0 : nil
    }
  }

  /// What may stand in the second column, for an error.
  static func expected(_ role: Role) -> String {
    switch role {
    case .month: "1 to 12"
    case .weekday: "1, Monday, to 7"
    case .season: "spring, summer, autumn or winter"
    case .hemisphere: "northern or southern"
    case .number: "1 to 1000"
    case .ordinal: "1 to 100, or last"
    case .tens: "10 to 90"
    case .part: "early, middle, late, beginning or end"
    case .fraction, .code: "half, third or quarter"
    case .unit: "day, week, month, year, decade, century or millennium"
    case .suffix: "ordinal or decade"
    case .era: "before or after"
    case .hedge, .afterthought: "uncertain, approximate or both"
    case .feast: "month and day as 12-25, 12-25~ where loose, or ? where the day moves"
    default: "-"
    }
  }

  /// A day of the year as 100 times its month and its day, negative where it is loose; 0 where it
  /// is another in each year.
  private static func feast(_ text: String) -> Int? {
    if text == "?" { return 0 }
    let isLoose = text.hasSuffix("~")
    let parts = (isLoose ? text.dropLast() : text[...]).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, let length = Day.length(ofMonth: parts[0], year: 2004),
      1...length ~= parts[1]
    else { return nil }
    return (parts[0] * 100 + parts[1]) * (isLoose ? -1 : 1)
  }
}
