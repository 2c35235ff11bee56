extension PhraseParser {
  // MARK: Ordinals

  /// What an ordinal counts: "first half of 2014", "19th century", "last week of May 2005", "1st of
  /// May".
  mutating func ordinalDate(_ value: Int, _ next: Int) -> Found? {
    let at = isMark("-", next) && touches(next) ? next + 1 : next
    if let (unit, end) = match(.unit, at), unit >= 5, value > 0 {
      let isBefore = match(.era, end).map { $0.value == 0 }
      guard let date = era(unit, value, isBefore: isBefore == true) else { return nil }
      return Found(date: date, next: isBefore == nil ? end : skip(.era, end))
    }
    if let (kind, end) = match(.fraction, at) { return fraction(kind, value, end) }
    if let found = countedUnits(value, at) ?? weekdayOfMonth(value, at) { return found }
    if let found = oneOfSeveral(value, next) { return found }
    guard value > 0 else { return nil }
    return day(value, behind: next, from: next - 1)
  }

  /// "First" in "the first and third quarters of 2014", "19th" in "the 19th and 20th centuries".
  private mutating func oneOfSeveral(_ value: Int, _ next: Int) -> Found? {
    var at = next
    for _ in 0..<6 {
      let separator =
        word(.and, at) ?? word(.or, at) ?? join(at) ?? (isMark(",", at) ? at + 1 : nil)
      guard let separator else { return nil }
      var inner = skip(.the, separator)
      if let word = match(.ordinal, inner) {
        inner = word.next
      } else if number(inner) != nil, let (suffix, end) = match(.suffix, inner + 1), suffix == 0 {
        inner = end
      } else {
        return nil
      }
      if let (kind, _) = match(.fraction, inner), let part = part(kind, value) {
        return Found(date: ProseDate(part: part), next: next)
      }
      if let (unit, end) = match(.unit, inner), unit >= 5, value > 0 {
        let isBefore = match(.era, end).map { $0.value == 0 } == true
        return era(unit, value, isBefore: isBefore).map { Found(date: $0, next: next) }
      }
      at = inner
    }
    return nil
  }

  private func part(_ kind: Int, _ value: Int) -> ProseDate.Part? {
    let number = value < 0 ? kind : value
    guard 1...kind ~= number else { return nil }
    return switch kind {
    case 2: .half(number)
    case 3: .third(number)
    default: .quarter(number)
    }
  }

  /// "Half of 2014", "quarter 2010", and the same of a month, a decade or a century.
  mutating func fraction(_ kind: Int, _ value: Int, _ next: Int, year: Int64? = nil) -> Found? {
    guard let part = part(kind, value) else { return nil }
    if let year { return Found(date: ProseDate(year: year, part: part), next: next) }
    var at = next
    if isMark("/", at) || isMark("-", at), touches(at) { at += 1 }
    at = isMark(",", at) && number(at + 1) != nil ? at + 1 : at
    at = skip(.the, skip(.of, at))
    guard let found = whole(at) else {
      return Found(date: ProseDate(part: part), next: next)
    }
    var date = found.date
    date.part = part
    return Found(date: date, next: found.next)
  }

  /// Something that has parts and none yet: a year, a month, a decade, a century.
  private mutating func whole(_ at: Int) -> Found? {
    guard at < tokens.count, depth < 4 else { return nil }
    depth += 1
    defer { depth -= 1 }
    if let ordinal = match(.ordinal, at) {
      guard let unit = match(.unit, ordinal.next), unit.value >= 5 else { return nil }
      return ordinalDate(ordinal.value, ordinal.next)
    }
    let isNumber = number(at) != nil
    guard
      isNumber || match(.month, at) != nil || match(.era, at) != nil
        || match(.number, at) != nil || match(.tens, at) != nil || isMark("'", at)
    else { return nil }
    // A year, but not "2004-05", nor a day.
    guard let found = core(at), found.date.day == nil, found.date.part == nil else { return nil }
    return found
  }

  /// "First three months of 2004", "last week of May 2005", "first days of 2004", "last day of 2005".
  private mutating func countedUnits(_ value: Int, _ at: Int) -> Found? {
    var count: Int?
    var next = at
    if let (number, digits) = number(at), digits <= 3, match(.month, at + 1) == nil {
      (count, next) = (number, at + 1)
    } else if let word = match(.number, at) {
      (count, next) = word
    }
    guard let (unit, end) = match(.unit, next), let of = word(.of, end),
      var found = whole(skip(.the, of))
    else { return nil }
    guard let part = part(value, of: unit, count, isPlural: isPlural(next), in: &found.date)
    else { return nil }
    found.date.part = part.value
    return found
  }

  /// Whether a unit is written in another form than its first.
  private func isPlural(_ at: Int) -> Bool {
    guard let unit = match(.unit, at) else { return false }
    return language.sayings.name(.unit, unit.value).map { $0.lowercased() != tokens[at].text }
      == true
  }

  /// The part of a date that its n-th unit is, or changes the date to that unit.
  private func part(
    _ value: Int, of unit: Int, _ count: Int?, isPlural: Bool, in date: inout ProseDate
  ) -> (value: ProseDate.Part?, Void)? {
    guard value <= 1_000 else { return nil }
    let kind = ProseDate.Unit(rawValue: unit)
    if let count {
      guard let kind, value == 1 || value == -1, count > 0 else { return nil }
      return (value == 1 ? .first(count, kind) : .last(count, kind), ())
    }
    if isPlural {
      // "The last months of 2004": how many is not said.
      guard value == 1 || value == -1 else { return nil }
      let isEdge = date.precision == .year && unit < 2
      return (
        value == 1 ? (isEdge ? .beginning : .early) : (isEdge ? .end : .late), ()
      )
    }
    switch (unit, date.precision) {
    case (0, .month) where value > 0:
      date.day = value
      return (nil, ())
    case (1, .month): return (value > 0 ? .week(value) : .last(1, .week), ())
    case (2, .year) where value == -1 || 1...12 ~= value:
      date.month = value < 0 ? 12 : value
      return (nil, ())
    case (0, _), (1, _):
      guard let kind, value == 1 || value == -1 else { return nil }
      return (value == 1 ? .first(1, kind) : .last(1, kind), ())
    case (3, .decade), (3, .century), (4, .century):
      let length: Int64 = unit == 4 ? 10 : 1
      guard let first = date.year, let last = date.stretch()?.last.date?.year else { return nil }
      let year = value < 0 ? last - length + 1 : first + (Int64(value) - 1) * length
      guard first...last ~= year else { return nil }
      date = ProseDate(year: year, era: unit == 4 ? .decade : .year)
      return (nil, ())
    default: return nil
    }
  }

  /// "First Monday of May 2005".
  private mutating func weekdayOfMonth(_ value: Int, _ at: Int) -> Found? {
    guard -1...5 ~= value, let (weekday, end) = match(.weekday, at), let of = word(.of, end),
      let month = match(.month, of), let found = monthDate(month.value, month.next),
      found.date.day == nil, let stretch = found.date.stretch()
    else { return nil }
    let day: Day
    if value < 0 {
      day = stretch.last.advanced(by: -Int64((stretch.last.weekday - weekday + 7) % 7))
    } else {
      let past = (weekday - stretch.first.weekday + 7) % 7
      day = stretch.first.advanced(by: Int64(past + (value - 1) * 7))
    }
    guard stretch.first...stretch.last ~= day, let date = day.written else { return nil }
    return Found(date: date, next: found.next)
  }

  // MARK: Months, seasons, parts

  /// "May 5, 2003", "May 2003", "May".
  mutating func monthDate(_ month: Int, _ next: Int) -> Found? {
    var date = ProseDate(month: month)
    if let (value, digits) = number(next), digits <= 2, 1...31 ~= value,
      match(.month, next + 1) == nil, match(.era, next + 1) == nil, decadeSuffix(next + 1) == nil
    {
      date.day = value
      var end = next + 1
      if let (suffix, behind) = match(.suffix, end), suffix == 0, touches(end) { end = behind }
      let found = year(after: end) ?? (nil, end)
      date.year = found.year
      guard value <= Day.length(ofMonth: month, year: date.year ?? 2004) ?? 0 else {
        fail(.noSuchDate, at: next)
        return nil
      }
      return Found(date: date, next: found.next)
    }
    // "May the 5th, 2003".
    if let the = word(.the, next), let (value, digits) = number(the), digits <= 2,
      let (suffix, end) = match(.suffix, the + 1), suffix == 0, 1...31 ~= value
    {
      let found = year(after: end) ?? (nil, end)
      return Found(
        date: ProseDate(year: found.year, month: month, day: value), next: found.next)
    }
    // "March/April 2005", "March, May and June 2005": what follows is no year.
    let found = year(after: next) ?? (nil, next)
    date.year = found.year
    return Found(date: date, next: found.next)
  }

  func season(_ at: Int) -> (season: ProseDate.Season, next: Int)? {
    let place = match(.hemisphere, at)
    guard let (value, next) = match(.season, place?.next ?? at),
      let name = ProseDate.Season.Name(rawValue: value)
    else { return nil }
    let hemisphere = place.flatMap { ProseDate.Season.Hemisphere(rawValue: $0.value) }
    return (ProseDate.Season(name, hemisphere), next)
  }

  /// "Summer 2004", "the winter of 2004/05", "southern summer 2004–2005", "winter 2004".
  mutating func seasonDate(
    _ season: ProseDate.Season, _ next: Int, part: ProseDate.Part? = nil
  ) -> Found? {
    var season = season
    guard let (year, end) = year(after: next), let year else {
      let date = ProseDate(season: season, part: part)
      return turning(Found(date: date, next: next), season)
    }
    if let pair = secondYear(end - 1) {
      // A summer of two years is one of the south.
      if season.name == .summer, season.hemisphere == nil { season.hemisphere = .southern }
      guard pair.year == year + 1, turns(season) else { return nil }
      return Found(date: ProseDate(year: year, season: season, part: part), next: pair.next)
    }
    if isMark("/", end) || isDash(end), let (second, digits) = number(end + 1), digits == 4,
      Int64(second) == year + 1, turns(season)
    {
      return Found(date: ProseDate(year: year, season: season, part: part), next: end + 2)
    }
    return turning(
      Found(date: ProseDate(year: year, season: season, part: part), next: end), season)
  }

  /// Whether a season begins in one year and ends in the next.
  private func turns(_ season: ProseDate.Season) -> Bool {
    season.name == (season.hemisphere == .southern ? .summer : .winter)
  }

  /// "Winter 2004" begins in that year, or ended in it. Only its early part can be nothing but that
  /// year's.
  private mutating func turning(_ found: Found, _ season: ProseDate.Season) -> Found {
    guard turns(season), found.date.part != .early, found.date.part != .beginning else {
      return found
    }
    doubts.insert(.winter)
    guard conventions.winterEnds else { return found }
    var found = found
    found.date.season = nil
    switch found.date.part {
    case nil: found.date.part = .first(2, .month)
    default:
      found.date.month = found.date.part == .middle ? 1 : 2
      found.date.part = nil
      found.date.qualifier.insert(.approximate)
    }
    return found
  }

  /// "Early 2003", "mid-June 2004", "the end of the first quarter of 2010", "late" in "mid- to late".
  mutating func partDate(_ value: Int, _ next: Int) -> Found? {
    let parts: [ProseDate.Part] = [.early, .middle, .late, .beginning, .end]
    guard parts.indices.contains(value) else { return nil }
    let part = parts[value]
    var at = next
    if isDash(at), touches(at), touches(at + 1) { at += 1 }
    at = skip(.the, skip(.of, at))
    if let season = season(at) { return seasonDate(season.season, season.next, part: part) }
    if let found = partOfFraction(part, at) { return found }
    guard var found = whole(at) else { return Found(date: ProseDate(part: part), next: next) }
    found.date.part = part
    return found
  }

  /// "The end of the first quarter of 2010": the month at that edge.
  private mutating func partOfFraction(_ part: ProseDate.Part, _ at: Int) -> Found? {
    let found: Found?
    if let (value, next) = match(.ordinal, at), let fraction = match(.fraction, next) {
      found = self.fraction(fraction.value, value, fraction.next)
    } else if let (kind, next) = match(.code, at), let (value, _) = number(next), touches(next) {
      found = self.fraction(kind, value, next + 1)
    } else {
      return nil
    }
    guard let found, let stretch = found.date.stretch(), stretch.grain == .month else { return nil }
    let edge: Day
    switch part {
    case .early, .beginning: edge = stretch.first
    case .late, .end: edge = stretch.last
    default: return nil
    }
    return edge.written(.month, found.date.qualifier.union(.approximate))
      .map { Found(date: $0, next: found.next, edge: edge.written) }
  }
}
