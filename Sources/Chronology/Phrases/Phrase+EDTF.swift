extension Phrase {
  /// The value of a phrase in EDTF as the Library of Congress states it; nil where it has no text
  /// for what is said ("since at least 2012"), and while a year is missing.
  ///
  /// Source of the readings: DESIGN.md, "What do phrases mean?".
  public func edtf(seasons: EDTF.Seasons = .northern) -> EDTF? {
    text(seasons).flatMap { try? EDTF($0) }
  }

  /// The value with the interval ends of ISO 8601-2:2019, 10.6, which the Library of Congress left
  /// out: `..2012/..` for "since at least 2012".
  public func extendedEDTF(seasons: EDTF.Seasons = .northern) -> EDTF? {
    text(seasons).flatMap { try? EDTF($0, extensions: .boundedEnds) }
  }

  /// Whether `edtf` says as much as the phrase: the end of an interval has no text for "mid-June
  /// 2004" but `2004-06~`.
  public func isExact(seasons: EDTF.Seasons = .northern) -> Bool {
    guard let value = extendedEDTF(seasons: seasons) else { return false }
    return value.extent(seasons: seasons)?.spans == extent(seasons: seasons)?.spans
      && value.qualifier.isSuperset(of: qualifier)
  }

  /// Whether there is an EDTF text, or four points that it has no text for.
  var hasText: Bool { extendedEDTF() != nil || extent() != nil }

  func text(_ seasons: EDTF.Seasons) -> String? {
    switch self {
    case .event(let date): date.text(seasons)
    case .era(let date): date.eraText(seasons)
    case .throughout(let date): date.wholeText(seasons)
    case .period(let from, let to):
      from.text(isBegin: true, seasons).flatMap { from in
        to.text(isBegin: false, seasons).map { "\(from)/\($0)" }
      }
    case .noLaterThan(let date): date.lastUnit(seasons).map { "[..\($0)]" }
    case .noEarlierThan(let date): date.firstUnit(seasons).map { "[\($0)..]" }
    case .before(let date): date.unitBefore(seasons).map { "[..\($0)]" }
    case .after(let date): date.unitAfter(seasons).map { "[\($0)..]" }
    case .between(let low, let high): low.range(to: high, seasons)?.text(mark: "")
    case .lasting(let length, from: let date): length.text(from: date, seasons)
    case .ending(let date, after: let length): length.text(until: date, seasons)
    case .oneOf(let phrases): Phrase.oneOfText(phrases, seasons)
    case .allOf(let phrases): Phrase.allOfText(phrases, seasons)
    }
  }

  /// A choice between events. Ranges among them are choices too; intervals cannot be members.
  private static func oneOfText(_ phrases: [Phrase], _ seasons: EDTF.Seasons) -> String? {
    var members: [String] = []
    for phrase in phrases {
      guard let text = phrase.text(seasons), !text.utf8.contains(UInt8(ascii: "/")),
        text.utf8.first != UInt8(ascii: "{")
      else { return nil }
      members.append(
        text.utf8.first == UInt8(ascii: "[") ? String(text.dropFirst().dropLast()) : text)
    }
    return members.isEmpty ? nil : "[\(members.joined(separator: ","))]"
  }

  /// A list of events; in it a range would mean each of its members, so it is widened to its unit.
  private static func allOfText(_ phrases: [Phrase], _ seasons: EDTF.Seasons) -> String? {
    var members: [String] = []
    for phrase in phrases {
      guard case .event(let date) = phrase, let member = date.endText(seasons) else { return nil }
      members.append(member.text)
    }
    return members.isEmpty ? nil : "{\(members.joined(separator: ","))}"
  }
}

extension Phrase.Limit {
  fileprivate func text(isBegin: Bool, _ seasons: EDTF.Seasons) -> String? {
    switch self {
    case .date(let date): date.endText(seasons)?.text
    case .orEarlier(let date): date.lastUnit(seasons).map { "..\($0)" }
    case .orLater(let date): date.firstUnit(seasons).map { "\($0).." }
    case .open, .notStated: ".."
    case .unknown: ""
    }
  }
}

extension ProseDate {
  /// `1990/1999`: its first and last year, or month, or day.
  fileprivate func eraText(_ seasons: EDTF.Seasons) -> String? {
    guard let stretch = stretch(seasons: seasons), let (first, last) = stretch.edges(stretch.grain)
    else { return nil }
    let mark = ProseDate.mark(qualifier)
    return "\(first)\(mark)/\(last)\(mark)"
  }

  /// `2014-01-01/2014-12-31`.
  fileprivate func wholeText(_ seasons: EDTF.Seasons) -> String? {
    guard let (first, last) = stretch(seasons: seasons)?.edges(.day) else { return nil }
    return "\(first)\(mark)/\(last)\(mark)"
  }

  /// The text of its last unit, for a bound that includes it: `2007-12` for "late 2007".
  fileprivate func lastUnit(_ seasons: EDTF.Seasons) -> String? {
    if let plain = plainText { return plain }
    guard let stretch = stretch(seasons: seasons) else { return nil }
    // "By the end of 2007" names a day; "by late 2007" a month.
    return Stretch.text(of: stretch.last, part == .end ? .day : stretch.grain)
      .map { $0 + ProseDate.mark(qualifier) }
  }

  fileprivate func firstUnit(_ seasons: EDTF.Seasons) -> String? {
    if let plain = plainText { return plain }
    guard let stretch = stretch(seasons: seasons) else { return nil }
    return Stretch.text(of: stretch.first, part == .beginning ? .day : stretch.grain)
      .map { $0 + ProseDate.mark(qualifier) }
  }

  /// A year, month or day as written, whatever the size of the year.
  private var plainText: String? {
    era == .year && season == nil && part == nil && unnamed == nil ? text(.northern) : nil
  }

  /// The last unit before it. "Before the end of 2007" may be its last day.
  fileprivate func unitBefore(_ seasons: EDTF.Seasons) -> String? {
    guard let stretch = stretch(seasons: seasons) else { return farNeighbour(-1) }
    let day = part == .end ? stretch.last : stretch.first.advanced(by: -1)
    return Stretch.text(of: day, part == .end ? .day : stretch.grain)
      .map { $0 + ProseDate.mark(qualifier) }
  }

  /// The first unit after it. "After the beginning of 2007" may be its first day.
  fileprivate func unitAfter(_ seasons: EDTF.Seasons) -> String? {
    guard let stretch = stretch(seasons: seasons) else { return farNeighbour(1) }
    let day = part == .beginning ? stretch.first : stretch.last.advanced(by: 1)
    return Stretch.text(of: day, part == .beginning ? .day : stretch.grain)
      .map { $0 + ProseDate.mark(qualifier) }
  }

  /// The year before or after one whose days cannot be counted.
  private func farNeighbour(_ step: Int64) -> String? {
    guard let year, plainText != nil, month == nil else { return nil }
    let (neighbour, overflow) = year.addingReportingOverflow(step)
    return overflow ? nil : ProseDate.text(year: neighbour) + ProseDate.mark(qualifier)
  }

  /// From the first day of this date to the last of another; nil where that runs backwards.
  func range(to other: ProseDate, _ seasons: EDTF.Seasons) -> Stretch? {
    guard let low = stretch(seasons: seasons), let high = other.stretch(seasons: seasons)
    else { return nil }
    return Stretch(low.first, high.last, max(low.grain, high.grain))
  }
}

extension Phrase.Length {
  fileprivate func text(from date: ProseDate, _ seasons: EDTF.Seasons) -> String? {
    guard let begin = date.endText(seasons)?.text, let ends = ends(from: date, seasons) else {
      return nil
    }
    return otherEnd(ends.lowerBound, of: date, seasons).map { "\(begin)/\($0)" }
  }

  fileprivate func text(until date: ProseDate, _ seasons: EDTF.Seasons) -> String? {
    guard let end = date.endText(seasons)?.text, let begins = begins(until: date, seasons) else {
      return nil
    }
    return otherEnd(begins.upperBound, of: date, seasons).map { "\($0)/\(end)" }
  }

  /// The other end of a period whose one end is a date. From a day: a day, the last is the eve of the
  /// day so much later. From a month or a year the other is only known to lie about so far off.
  private func otherEnd(_ day: Day, of date: ProseDate, _ seasons: EDTF.Seasons) -> String? {
    guard let stretch = date.stretch(seasons: seasons) else { return nil }
    let isDay = stretch.first == stretch.last
    let grain = isDay || unit == .day || unit == .week ? .day : stretch.grain
    let mark = ProseDate.mark(isDay ? date.qualifier : date.qualifier.union(.approximate))
    return ProseDate.Stretch.text(of: day, grain).map { $0 + mark }
  }

  /// The days on which it may end where it begins at some time in a date.
  func ends(from date: ProseDate, _ seasons: EDTF.Seasons) -> ClosedRange<Day>? {
    guard let stretch = date.stretch(seasons: seasons), let first = moved(stretch.first, 1),
      let last = moved(stretch.last, 1), first <= last
    else { return nil }
    return first.advanced(by: -1)...last.advanced(by: -1)
  }

  func begins(until date: ProseDate, _ seasons: EDTF.Seasons) -> ClosedRange<Day>? {
    guard let stretch = date.stretch(seasons: seasons),
      let first = moved(stretch.first.advanced(by: 1), -1),
      let last = moved(stretch.last.advanced(by: 1), -1), first <= last
    else { return nil }
    return first...last
  }

  private func moved(_ day: Day, _ direction: Int64) -> Day? {
    guard 1...1_000_000 ~= count else { return nil }
    let distance = Int64(count) * direction
    let moved: Day =
      switch unit {
      case .day: day.advanced(by: distance)
      case .week: day.advanced(by: 7 * distance)
      case .month: sameDay(day, distance)
      case .year: sameDay(day, 12 * distance)
      }
    return moved.isFinite ? moved : nil
  }

  /// The day of the same number so many months later. Where that month has none the next month
  /// begins, so that a month from 31 January ends with February (as in Regulation (EEC) 1182/71).
  private func sameDay(_ day: Day, _ months: Int64) -> Day {
    guard let date = day.date, let month = day.month(later: months) else {
      return months < 0 ? .distantPast : .distantFuture
    }
    return Day(year: month.year, month: month.month, day: date.day) ?? month.last.advanced(by: 1)
  }
}
