import Chronology
import Statements

/// The feasts and days with a name that a list gives, and when they fall.
struct Holidays: Sendable {
  /// When a holiday falls.
  enum Rule: Hashable, Sendable {
    /// The same month and day each year.
    case fixed(month: Int8, day: Int8)
    /// The n-th weekday (Monday is 1) of a month; -1 is the last.
    case weekday(Int8, of: Int8, month: Int8)
    /// So many days from Easter Sunday of the Western churches.
    case easter(Int16)
    /// It moves by another calendar: no day is given.
    case moving
  }

  private struct Name: Sendable {
    let rest: [Word]
    let rule: Rule
  }

  private var names: [Word: [Name]] = [:]

  /// Reads the list `holidays`; its words take the role of a holiday's first word.
  /// - Throws: `VocabularyError` for a rule that is none.
  init(vocabulary: Vocabulary, words: inout WordTable) throws(VocabularyError) {
    let table = try vocabulary.table("holidays")
    for record in table.records {
      guard let name = record["name"], let text = record["rule"] else { continue }
      let parts = name.split(separator: " ").map { words.insert($0) }
      guard let rule = Rule(text), let first = parts.first else {
        throw VocabularyError(
          list: table.name, line: 0,
          reason: .badCell(text, expected: "12-25, easter+49, 4 thursday of 11 or moving"))
      }
      names[first, default: []].append(Name(rest: Array(parts.dropFirst()), rule: rule))
    }
    for key in names.keys { names[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  var firstWords: [Word] { Array(names.keys) }

  /// The holiday whose name begins at a token, the longest, and the index behind it.
  func match(_ grammar: TimexGrammar, _ index: Int) -> (rule: Rule, next: Int)? {
    guard let word = grammar.token(index)?.word, let candidates = names[word] else { return nil }
    for name in candidates {
      var at = index + 1
      let fits = name.rest.allSatisfy { word in
        if grammar.token(at)?.word == grammar.words.possessive { at += 1 }
        defer { at += 1 }
        return grammar.token(at)?.word == word
      }
      if fits { return (name.rule, at) }
    }
    return nil
  }
}

extension Holidays.Rule {
  /// Reads `12-25`, `easter-2`, `4 thursday of 11`, `last monday of 5` or `moving`.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    if text == "moving" {
      self = .moving
    } else if text.hasPrefix("easter") {
      self = .easter(Int16(text.dropFirst(6)) ?? 0)
    } else if words.count == 4, words[2] == "of", let month = Int8(words[3]),
      let weekday = Holidays.Rule.weekdays.firstIndex(of: words[1])
    {
      self = .weekday(
        Int8(weekday + 1), of: words[0] == "last" ? -1 : Int8(words[0]) ?? 1, month: month)
    } else {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, DatePoint.exists(2000, parts[0], parts[1]) else { return nil }
      self = .fixed(month: Int8(parts[0]), day: Int8(parts[1]))
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The day of a year; nil where the rule gives none.
  ///
  /// Source for Easter: the anonymous Gregorian algorithm (Nature, 1876), as J. Meeus gives it in
  /// "Astronomical Algorithms", chapter 8.
  func day(in year: Int) -> Day? {
    switch self {
    case .fixed(let month, let day):
      return Day(year: Int64(year), month: Int(month), day: Int(day))
    case .weekday(let weekdayNumber, let countNumber, let monthNumber):
      let (weekday, count, month) = (Int(weekdayNumber), Int(countNumber), Int(monthNumber))
      if count < 0 {
        guard let last = Day.last(ofMonth: month, year: Int64(year)) else { return nil }
        return last.advanced(by: Int64(-((last.weekday - weekday + 7) % 7)))
      }
      guard let first = Day(year: Int64(year), month: month, day: 1) else { return nil }
      return first.advanced(by: Int64((weekday - first.weekday + 7) % 7 + 7 * (count - 1)))
    case .easter(let offset):
      let (a, b, c) = (year % 19, year / 100, year % 100)
      let (d, e) = (b / 4, b % 4)
      let g = (b - (b + 8) / 25 + 1) / 3
      let h = (19 * a + b - d - g + 15) % 30
      let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
      let m = (a + 11 * h + 22 * l) / 451
      let n = h + l - 7 * m + 114
      return Day(year: Int64(year), month: n / 31, day: n % 31 + 1)?.advanced(by: Int64(offset))
    case .moving: return nil
    }
  }
}

extension Day {
  /// Monday is 1, Sunday 7.
  var weekday: Int {
    let shifted = (number + 3) % 7
    return Int(shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The year and the week of ISO 8601 that hold the day.
  var isoWeek: (year: Int, week: Int) {
    let thursday = advanced(by: Int64(4 - weekday))
    guard let date = thursday.date, let first = Day(year: date.year, month: 1, day: 1) else {
      return (0, 0)
    }
    return (Int(date.year), Int((thursday.number - first.number) / 7) + 1)
  }
}
