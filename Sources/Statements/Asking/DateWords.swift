package import Chronology

/// Dates as people write them: "31 December 2011", "since 2021", "2004–2011".
package enum DateWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// ISO 8601-2 § 4.8: 21–32 seasons (25–28 of the north, 29–32 of the south), 33–41 groupings.
  private static let divisions: [Int: String] = [
    21: "spring", 22: "summer", 23: "autumn", 24: "winter", 25: "spring", 26: "summer",
    27: "autumn", 28: "winter", 29: "spring", 30: "summer", 31: "autumn", 32: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of",
    36: "fourth quarter of", 37: "early", 38: "mid", 39: "late", 40: "first half of",
    41: "second half of",
  ]

  /// "31 December 2011"; "any earlier day" and "any later day" for the infinities.
  package static func of(_ day: Day) -> String {
    guard let (year, month, number) = day.date else {
      return day == .distantPast ? "any earlier day" : "any later day"
    }
    return "\(number) \(months[month - 1]) \(words(ofYear: year))"
  }

  /// A date or interval in words; the EDTF itself where no short words say the same.
  package static func of(_ date: EDTF) -> String {
    let text = date.description
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return one(text[...]) ?? text }
    switch (ends[0], ends[1]) {
    case ("..", ".."): return "open at both ends"
    case (let start, ".."): return one(start).map { "since \($0)" } ?? text
    case ("..", let end): return one(end).map { "until \($0)" } ?? text
    case (let start, ""): return one(start).map { "from \($0) to an unknown end" } ?? text
    case ("", let end): return one(end).map { "from an unknown start to \($0)" } ?? text
    case (let start, let end):
      guard let from = one(start), let to = one(end) else { return text }
      return from.contains(" ") || to.contains(" ") ? "\(from) – \(to)" : "\(from)–\(to)"
    }
  }

  /// With the preposition that an event takes: "on 31 December 2011", "in October 2018",
  /// "since 2021".
  package static func when(_ date: EDTF) -> String {
    let words = of(date)
    let text = date.description
    if text.contains("/") {
      return text.contains("..") || words.hasPrefix("from") ? words : "in \(words)"
    }
    return text.utf8.count(where: { $0 == 0x2D }) >= 2 && words.first?.isNumber == true
      ? "on \(words)" : "in \(words)"
  }

  /// A year, month, day or season, with what qualifies it; nil for what needs more than that.
  private static func one(_ text: Substring) -> String? {
    var text = text
    var hedge = ""
    switch text.last {
    case "?": hedge = " (uncertain)"
    case "~": hedge = " (approximate)"
    case "%": hedge = " (uncertain and approximate)"
    default: break
    }
    if !hedge.isEmpty { text = text.dropLast() }
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text).split(separator: "-")
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    guard let magnitude = Int64(parts[0]) else {
      guard parts.count == 1, !isNegative, parts[0].hasSuffix("X"),
        let decade = Int(parts[0].dropLast())
      else { return nil }
      return "the \(decade)0s\(hedge)"
    }
    let year = words(ofYear: isNegative ? -magnitude : magnitude)
    guard parts.count > 1 else { return year + hedge }
    guard let month = Int(parts[1]) else { return nil }
    let name = (1...12).contains(month) ? months[month - 1] : divisions[month]
    guard let name else { return nil }
    guard parts.count > 2 else { return "\(name) \(year)\(hedge)" }
    guard (1...12).contains(month), let day = Int(parts[2]) else { return nil }
    return "\(day) \(name) \(year)\(hedge)"
  }

  /// Year 0 is 1 BC.
  private static func words(ofYear year: Int64) -> String {
    year > 0 ? String(year) : "\(1 - year) BC"
  }
}
