import Chronology
import Foundation

/// A date in EDTF's level 0 alone, for programs that read no more: without qualification, "early 1996" as
/// the year and "the middle of September" as the month that the text names, a season or quarter as its
/// months, "by 2025" as the year.
///
/// It says less than the date that it was made from, which stands beside it.
enum PlainDate {
  static func of(_ date: EDTF) -> String {
    let text = date.description
    if text.hasPrefix("["), text.hasSuffix("]") { return set(text.dropFirst().dropLast()) ?? text }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else { return moment(text) }
    switch (ends[0], ends[1]) {
    case ("", let end): return end == ".." ? ".." : moment(end)
    case (let start, ""): return moment(start)
    default: return "\(edge(ends[0], \.first))/\(edge(ends[1], \.last))"
    }
  }

  /// `[..2025]` names 2025; `[2021-09-01..2021-09-10]` is the days between.
  private static func set(_ members: Substring) -> String? {
    guard let dots = members.range(of: ".."), !members.contains(",") else { return nil }
    let (low, high) = (members[..<dots.lowerBound], members[dots.upperBound...])
    if low.isEmpty { return moment(String(high)) }
    if high.isEmpty { return moment(String(low)) }
    // Days of one month are a part of it.
    if low.count == 10, high.count == 10, low.prefix(7) == high.prefix(7) {
      return String(low.prefix(7))
    }
    return "\(edge(String(low), \.first))/\(edge(String(high), \.last))"
  }

  /// One end of an interval: a date as it is, of a longer time its first or last part.
  private static func edge(_ text: String, _ part: KeyPath<Ends, String>) -> String {
    guard text != "..", let ends = ends(text) else { return text }
    return ends.first == ends.last ? ends.first : ends[keyPath: part]
  }

  private static func moment(_ text: String) -> String {
    guard let ends = ends(text) else { return text }
    return ends.first == ends.last ? ends.first : "\(ends.first)/\(ends.last)"
  }

  private struct Ends {
    let first: String
    let last: String
  }

  private static func ends(_ text: String) -> Ends? {
    let bare = String(text.filter { !"~?%".contains($0) })
    if isPlain(bare) { return Ends(first: bare, last: bare) }
    // ISO 8601-2: 37 to 39 are the thirds of a year, as "early", "mid" and "late" are written.
    let parts = bare.split(separator: "-")
    if parts.count == 2, let division = Int(parts[1]), (37...39).contains(division) {
      return Ends(first: String(parts[0]), last: String(parts[0]))
    }
    guard let span = (try? EDTF(bare))?.extent()?.spans.first, let first = span.beginEarliest.date,
      let last = span.endLatest.date
    else { return nil }
    func month(_ date: (year: Int64, month: Int, day: Int)) -> String {
      "\(pad(date.year, 4))-\(pad(Int64(date.month), 2))"
    }
    return Ends(first: month(first), last: month(last))
  }

  private static func isPlain(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), parts.first?.count == 4 else {
      return false
    }
    return parts.count == 1
      || parts.count <= 3 && parts.dropFirst().allSatisfy { $0.count == 2 }
        && (Int(parts[1]) ?? 99) <= 12
  }

  private static func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
