import Chronology

/// Words of a text with a date that the file states beside them for machines: `<time
/// datetime="2004-05-03">3 May</time>`.
struct MarkedDate: Hashable, Sendable {
  /// UTF-8 bytes of the text.
  let bytes: Range<Int>
  let value: Value

  /// A year, a month or a day.
  struct Value: Hashable, Sendable, CustomStringConvertible {
    let year: Int
    let month: Int?
    let day: Int?
    /// Whether a time of day with a zone stands beside it, so that the date may be the next or the
    /// last one elsewhere.
    let isZoned: Bool

    /// Nil for times of day, weeks, durations and dates without a year.
    ///
    /// Source: HTML Living Standard, § 2.3.5 (dates and times).
    init?(datetime: String) {
      let words = datetime.split { $0.isWhitespace || $0 == "T" || $0 == "t" }
      guard let date = words.first, date.utf8.count <= 10 else { return nil }
      let parts = date.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
        parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
        parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
      else { return nil }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
      if numbers.count == 2, !(1...12).contains(numbers[1]) { return nil }
      if numbers.count == 3, !DatePoint.exists(numbers[0], numbers[1], numbers[2]) { return nil }
      year = numbers[0]
      month = numbers.count > 1 ? numbers[1] : nil
      day = numbers.count > 2 ? numbers[2] : nil
      isZoned = words.count > 1
    }

    var description: String {
      ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } })
        .joined(separator: "-")
    }
  }
}

extension [MarkedDate] {
  /// Those that begin in a range of bytes; the list is in the order of the text.
  func within(_ bytes: Range<Int>) -> [MarkedDate] {
    guard !isEmpty else { return [] }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].bytes.lowerBound < bytes.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return self[low...].prefix { $0.bytes.lowerBound < bytes.upperBound }
  }
}

extension TimexGrammar.Found {
  /// Takes from the dates that the file states what the words leave open: which of two days
  /// 03/04/2011 is, of which year 3 May is, which day was Tuesday. What words say stands, and no
  /// date becomes more exact than its words.
  mutating func settle(by marked: [MarkedDate], in tokens: [Token]) {
    let bytes = bytes(tokens)
    guard let mark = marked.first(where: { $0.bytes.contains(bytes) })?.value else { return }
    switch meaning {
    case .point(let point):
      if let other = alternative {
        guard let fitting = [point, other].first(where: { mark.agrees(with: $0) }) else { return }
        take(fitting)
      } else if point.year == nil, let point = mark.completing(point) {
        take(point)
      }
    case .relative(let point, _, _):
      if let point = mark.completing(point) { take(point) }
    case .shift(_, .day, _, _):
      if mark.day != nil {
        take(DatePoint(year: mark.year, month: mark.month, day: mark.day))
      }
    default: return
    }
  }

  private mutating func take(_ point: DatePoint) {
    var point = point
    point.completion = .markup
    meaning = .point(point)
    alternative = nil
  }

  func bytes(_ tokens: [Token]) -> Range<Int> {
    Int(tokens[self.tokens.lowerBound].start)..<Int(tokens[self.tokens.upperBound - 1].end)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension MarkedDate.Value {
  /// Whether what both write is the same.
  func agrees(with point: DatePoint) -> Bool {
    if let year = point.year {
      let years = year..<year + point.era.rawValue
      guard years.contains(self.year) else { return false }
    }
    if let month, let other = point.month, month != other { return false }
    if let day, let other = point.day, day != other { return false }
    if let weekday = point.weekday, let own = wholeDay?.weekday, weekday != own { return false }
    if let days = point.days, let first = wholeDay {
      return days.contains(first)
    }
    return true
  }

  /// The date with the year, month and day that it lacks; nil where it writes otherwise, or nothing
  /// that this could complete.
  fileprivate func completing(_ point: DatePoint) -> DatePoint? {
    guard point.time == nil, point.part == nil, point.holiday == nil, point.era == .year,
      point.month != nil || point.day != nil || point.weekday != nil, agrees(with: point)
    else { return nil }
    var point = point
    point.year = year
    if point.month == nil { point.month = month }
    if point.weekday != nil, point.day == nil { point.day = day }
    guard point.month != nil, point.weekday == nil || point.day != nil else { return nil }
    if let month = point.month, let day = point.day, !DatePoint.exists(year, month, day) {
      return nil
    }
    return point
  }

  private var wholeDay: Day? {
    guard let month, let day else { return nil }
    return Day(year: Int64(year), month: month, day: day)
  }
}

extension Tags {
  /// Notes each stated date that the one expression in its words contradicts: the words stand.
  mutating func compare(with marked: [MarkedDate], _ tagged: [Tagger.Tagged]) {
    for mark in marked {
      let inside = timexes.indices.filter { mark.bytes.contains(timexes[$0].bytes) }
      guard inside.count == 1, let index = inside.first, let point = tagged[index].resolved.point,
        point.year != nil, point.completion != .markup, !mark.value.agrees(with: point)
      else { continue }
      // A moment late in the evening is of the next day further east.
      if mark.value.isZoned,
        [-1, 1].contains(where: { mark.value.moved(by: $0)?.agrees(with: point) == true })
      {
        continue
      }
      doubts.append(
        (
          timexes[index].bytes,
          "the page's own datetime is \(mark.value), which its words contradict; the words stand"
        ))
    }
  }
}

extension MarkedDate.Value {
  fileprivate func moved(by days: Int64) -> Self? {
    guard let date = wholeDay?.advanced(by: days).date else { return nil }
    return Self(
      datetime: "\(padded(Int(date.year), 4))-\(padded(date.month, 2))-\(padded(date.day, 2))")
  }
}
