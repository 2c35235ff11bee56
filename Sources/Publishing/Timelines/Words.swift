internal import Chronology
internal import Statements

/// Dates and periods in English words, as far as drawings need them.
enum Words {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2004`; years before the first as `44 BC`.
  static func year(_ year: Int64) -> String { year > 0 ? String(year) : "\(1 - year) BC" }

  /// `31 December 2011`; nil for the infinities.
  static func day(_ day: Day) -> String? {
    day.date.map { "\($0.day) \(months[$0.month - 1]) \(year($0.year))" }
  }

  /// `31 December 2011`, `June 2004`, `2004`, `2004 to 2011`, `since 2021`, `until 2007`; anything
  /// that EDTF can say beyond that as EDTF writes it.
  static func date(_ date: EDTF) -> String {
    let parts = date.description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return single(parts[0]) }
    return switch (parts[0], parts[1]) {
    case (_, ".."): "since \(single(parts[0]))"
    case ("..", _): "until \(single(parts[1]))"
    case (_, ""): "\(single(parts[0])), end unknown"
    case ("", _): "begin unknown, to \(single(parts[1]))"
    default: "\(single(parts[0])) to \(single(parts[1]))"
    }
  }

  private static func single(_ text: Substring) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard parts.count <= 3,
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }),
      let year = Int64(parts[0]), year > 0
    else { return String(text) }
    guard parts.count > 1 else { return String(year) }
    // Seasons (2004-21) share the month's place.
    guard let month = Int(parts[1]), (1...12).contains(month) else { return String(text) }
    guard parts.count > 2, let day = Int(parts[2]) else { return "\(months[month - 1]) \(year)" }
    return "\(day) \(months[month - 1]) \(year)"
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
    case (.date(let start), .date(let end)) where start == end: Words.date(start)
    case (.date(let start), .date(let end)): "\(Words.date(start)) to \(Words.date(end))"
    case (.date(let start), .open): "since \(Words.date(start))"
    case (.date(let start), .unknown): "from \(Words.date(start)), end unknown"
    case (.date(let start), .unstated): "from \(Words.date(start)), end not stated"
    case (_, .date(let end)): "until \(Words.date(end)), begin \(start.absence)"
    default: "begin \(start.absence), end \(end.absence)"
    }
  }

  /// The bounds as days, where neither end has a date of its own.
  private var spanWords: String {
    switch (span.flatMap { Words.day($0.beginEarliest) }, span.flatMap { Words.day($0.endLatest) })
    {
    case (let begin?, let end?): "\(begin) to \(end)"
    case (let begin?, nil): "from \(begin), end not stated"
    case (nil, let end?): "until \(end), begin not stated"
    case (nil, nil): "begin and end not stated"
    }
  }
}

extension Period.Bound {
  /// Why there is no date: `open`, `unknown`, `not stated`.
  var absence: String {
    switch self {
    case .date(let date): Words.date(date)
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
