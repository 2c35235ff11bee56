extension ProseDate {
  /// The EDTF text of an event at some time in it; nil where EDTF has none, and without a year.
  func text(_ seasons: EDTF.Seasons) -> String? {
    guard let year else { return nil }
    if let code = grouping { return "\(ProseDate.text(year: year))-\(code)\(mark)" }
    if let masked { return masked + mark }
    guard part == nil, era == .year, season == nil, unnamed == nil else {
      return stretch(seasons: seasons)?.text(mark: mark)
    }
    guard let month else { return ProseDate.text(year: year) + mark }
    guard -9999...9999 ~= year else { return nil }
    let text = "\(ProseDate.text(year: year))-\(padded(month))"
    return (day.map { "\(text)-\(padded($0))" } ?? text) + mark
  }

  /// The EDTF text of an interval's end, which cannot be a range: where an event takes one, the
  /// unit around it as an approximate one.
  func endText(_ seasons: EDTF.Seasons) -> (text: String, isExact: Bool)? {
    guard let text = text(seasons) else { return nil }
    guard text.utf8.first == UInt8(ascii: "[") else { return (text, true) }
    var whole = self
    whole.part = nil
    whole.unnamed = nil
    whole.qualifier.insert(.approximate)
    guard let text = whole.text(seasons), text.utf8.first != UInt8(ascii: "[") else {
      return nil
    }
    return (text, false)
  }

  /// `~`, `?`, `%` or nothing. Thirds of a year and loose ends of one are approximate of themselves.
  var mark: String {
    var qualifier = qualifier
    if era == .year, month == nil, part?.isLoose == true { qualifier.insert(.approximate) }
    return ProseDate.mark(qualifier)
  }

  static func mark(_ qualifier: Qualifier) -> String {
    qualifier.byte.map { String(Unicode.Scalar($0)) } ?? ""
  }

  /// The code that stands in the place of a month: a season, a part of a year, or the month that
  /// its loose begin or end is.
  private var grouping: String? {
    guard month == nil, era == .year, unnamed == nil, let year, -9999...9999 ~= year
    else { return nil }
    if let season { return part == nil ? String(season.code) : nil }
    return switch part {
    case .early: "37"
    case .middle: "38"
    case .late: "39"
    case .beginning: "01"
    case .end: "12"
    case .third(let number) where 1...3 ~= number: String(36 + number)
    case .quarter(let number) where 1...4 ~= number: String(32 + number)
    case .half(let number) where 1...2 ~= number: String(39 + number)
    case .first(3, .month): "33"
    case .first(6, .month): "40"
    case .last(3, .month): "36"
    case .last(6, .month): "41"
    default: nil
    }
  }

  /// Text with open digits: a decade, a century, a millennium, a unit that nobody names.
  private var masked: String? {
    guard part == nil, let year else { return nil }
    if era != .year, unnamed == nil || unnamed == .year {
      return ProseDate.mask(year, era.rawValue)
    }
    guard era == .year, season == nil, -9999...9999 ~= year else { return nil }
    let text = ProseDate.text(year: year)
    return switch (unnamed, month, day) {
    case (.month, nil, nil): "\(text)-XX"
    case (.day, nil, nil): "\(text)-XX-XX"
    case (.day, let month?, nil): "\(text)-\(padded(month))-XX"
    default: nil
    }
  }

  /// `199X`, `18XX`, `-04XX`; nil where no open digits stand for these years.
  private static func mask(_ first: Int64, _ length: Int64) -> String? {
    let outer = first < 0 ? first + length - 1 : first
    guard -9999...9999 ~= first, outer % length == 0, first >= 0 || outer < 0 else { return nil }
    let open = String(length).utf8.count - 1
    let kept = String(outer.magnitude / UInt64(length))
    let zeros = String(repeating: "0", count: max(0, 4 - open - kept.utf8.count))
    return (first < 0 ? "-" : "") + zeros + kept + String(repeating: "X", count: open)
  }

  /// `2004`, `-0043`, `Y-11999`.
  static func text(year: Int64) -> String {
    guard -9999...9999 ~= year else { return "Y\(year)" }
    let digits = String(year.magnitude)
    return (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

extension ProseDate.Part {
  /// Whether the words themselves say that the edges are vague.
  var isLoose: Bool {
    switch self {
    case .early, .middle, .late, .beginning, .end: true
    default: false
    }
  }
}

extension ProseDate.Stretch {
  /// `2004-06-28`, `2004-06` or `2004`, as the grain has it.
  static func text(of day: Day, _ grain: Grain) -> String? {
    guard let date = day.date else { return nil }
    let year = ProseDate.text(year: date.year)
    switch grain {
    case .year: return year
    case .month where -9999...9999 ~= date.year: return "\(year)-\(padded(date.month))"
    case .day where -9999...9999 ~= date.year:
      return "\(year)-\(padded(date.month))-\(padded(date.day))"
    default: return nil
    }
  }

  /// The first and the last unit as text.
  func edges(_ grain: Grain) -> (first: String, last: String)? {
    guard let begin = Self.text(of: first, grain), let end = Self.text(of: last, grain)
    else { return nil }
    return (begin, end)
  }

  /// One unit as it is, more as a one-of range. A range cannot be qualified.
  func text(mark: String) -> String? {
    guard let (begin, end) = edges(grain) else { return nil }
    return begin == end ? begin + mark : "[\(begin)..\(end)]"
  }
}

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
