internal import Chronology
internal import Statements

/// Dates and periods in English words, as far as drawings need them.
enum Words {
  /// `31 December 2011`; nil for the infinities.
  static func day(_ day: Day) -> String? { day.isFinite ? DateWords.of(day) : nil }

  /// `2011 to 2018`, `June 2004 to May 2005` where the outer bounds are those of whole years or
  /// months; else nil.
  static func wholeUnits(_ span: TimeSpan) -> String? {
    guard let begin = span.beginEarliest.date, let end = span.endLatest.date, begin.day == 1,
      end.day == Day.length(ofMonth: end.month, year: end.year)
    else { return nil }
    let isYears = begin.month == 1 && end.month == 12
    func words(_ month: Int, _ year: Int64) -> String {
      isYears ? DateWords.year(year) : "\(DateWords.month(month)) \(DateWords.year(year))"
    }
    let (from, to) = (words(begin.month, begin.year), words(end.month, end.year))
    return from == to ? from : "\(from) to \(to)"
  }
}

extension Timeline.Lane {
  /// When it ran, in words: `2004 to 31 December 2011`, `since 2021`, `from 2016, end not stated`,
  /// `at some time within 2011 to 2018`, `not stated`.
  package var periodWords: String {
    let isUnbounded = start == .unstated && end == .unstated
    if isUnbounded, span == nil { return "not stated" }
    let words = isUnbounded ? spanWords : boundWords
    return origin == .inherited ? "at some time within \(words)" : words
  }

  private var boundWords: String {
    switch (start, end) {
    case (.date(let start), .date(let end)) where start == end: DateWords.of(start)
    case (.date(let start), .date(let end)): "\(DateWords.of(start)) to \(DateWords.of(end))"
    case (.date(let start), .open): "since \(DateWords.of(start))"
    case (.date(let start), .unknown): "from \(DateWords.of(start)), end unknown"
    case (.date(let start), .unstated): "from \(DateWords.of(start)), end not stated"
    case (_, .date(let end)): "until \(DateWords.of(end)), begin \(start.absence)"
    default: "begin \(start.absence), end \(end.absence)"
    }
  }

  /// The bounds in words, where neither end has a date of its own.
  private var spanWords: String {
    let begin = span.flatMap { Words.day($0.beginEarliest) }
    let end = span.flatMap { Words.day($0.endLatest) }
    return switch (begin, end) {
    case (let begin?, let end?): span.flatMap(Words.wholeUnits) ?? "\(begin) to \(end)"
    case (let begin?, nil): "from \(begin), end not stated"
    case (nil, let end?): "until \(end), begin not stated"
    case (nil, nil): "begin and end not stated"
    }
  }
}

extension Timeline.Lane {
  /// The period and where it comes from: `2004 to 31 December 2011; stated in the heading
  /// (nato-iraq.txt, line 40)`.
  package var periodAndOrigin: String {
    let place = stand.map { " (\(document), \($0.place.words))" } ?? ""
    let namesOrigin = origin == .unstated || reason.lowercased().contains(origin.rawValue)
    let source = namesOrigin || reason.isEmpty ? reason : "\(origin.rawValue): \(reason)"
    return [periodWords, source].filter { !$0.isEmpty }.joined(separator: "; ") + place
  }
}

extension Timeline.Mark {
  /// `nato-iraq.txt, line 40`.
  package var place: String { "\(document), \(stand.place.words)" }
}

extension Period.Bound {
  /// Why there is no date: `open`, `unknown`, `not stated`.
  var absence: String {
    switch self {
    case .date(let date): DateWords.of(date)
    case .open: "open"
    case .unknown: "unknown"
    case .unstated: "not stated"
    }
  }
}

extension Property {
  /// `mandate ended`.
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
