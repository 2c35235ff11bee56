/// A date as a source gives it, in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2,
/// as the Library of Congress states it).
///
/// Hashable, not Comparable: an imprecise date has no place in a line of days. Sort by its span's
/// four points, compare by predicates.
public struct EDTF: Hashable, Sendable {
  /// The canonical text.
  public let description: String
  let begin: (Day, Day)?
  let end: (Day, Day)?

  public init(_ text: some StringProtocol) throws(EDTFError) {
    let text = String(text)
    description = text
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    func one(_ part: String) throws(EDTFError) -> (Day, Day)? {
      if part == ".." || part.isEmpty { return nil }
      let numbers = part.split(separator: "-").map { Int64($0) }
      guard let year = numbers[0] else { throw EDTFError(reason: .notADate, offset: 0) }
      let month = numbers.count > 1 ? numbers[1].map { Int($0) } : nil
      let day = numbers.count > 2 ? numbers[2].map { Int($0) } : nil
      guard let first = Day(year: year, month: month ?? 1, day: day ?? 1),
        let last = day == nil ? Day.last(ofMonth: month ?? 12, year: year) : first
      else { throw EDTFError(reason: .notADate, offset: 0) }
      return (first, last)
    }
    guard parts.count <= 2 else { throw EDTFError(reason: .notADate, offset: 0) }
    begin = try one(parts[0])
    end = parts.count == 2 ? try one(parts[1]) : begin
  }

  public static func == (left: EDTF, right: EDTF) -> Bool { left.description == right.description }
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension EDTF: CustomStringConvertible {}

/// Why a text is not EDTF, and where.
public struct EDTFError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable { case notADate }
  public let reason: Reason
  /// The UTF-8 byte of the input the reason is about, from 0.
  public let offset: Int
}

extension EDTF {
  /// How a single date is meant: an event at some time within it, or the whole unit itself.
  public enum Reading: Hashable, Sendable { case within, whole }

  /// The spans this value stands for; see `Extent`.
  ///
  /// - Parameters:
  ///   - reading: what a single date such as `2004` means; the ends of an interval are always
  ///     "sometime in".
  ///   - asOf: the day up to which the source speaks, which an open end (`..`) then reaches at least.
  /// - Returns: nil where the years lie outside the days that can be counted.
  public func extent(reading: Reading = .within, asOf: Day? = nil) -> Extent? {
    let isInterval = description.contains("/")
    let b = begin ?? (.distantPast, end?.1 ?? .distantFuture)
    let e = end ?? (max(b.0, asOf ?? b.0), .distantFuture)
    let whole = reading == .whole && !isInterval
    return TimeSpan(
      beginEarliest: b.0, beginLatest: whole ? b.0 : b.1, endEarliest: whole ? e.1 : e.0,
      endLatest: e.1
    ).map { Extent(.only, [$0]) }
  }
}
