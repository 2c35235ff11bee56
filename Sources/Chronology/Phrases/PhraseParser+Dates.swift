extension PhraseParser {
  /// A date as it is found in a phrase.
  struct Found {
    var date: ProseDate
    /// The index of the token behind it.
    var next: Int
    /// Whether "the" stands before it.
    var isNamed = false
    /// Whether a hedge stands before it.
    var isLed = false
    /// The day at the edge of something that the date is the end, or the begin, of: 31 March for
    /// "the end of the first quarter".
    var edge: ProseDate?
    /// A hedge in brackets behind it, which at the end of a range is about both ends.
    var trailing: Qualifier = []
  }

  /// One date with its hedges: "perhaps around 1998", "the end of 2007", "1998 (?)".
  mutating func date(_ start: Int) -> Found? {
    var at = start
    var qualifier: Qualifier = []
    var isNamed = false
    while true {
      if let (value, next) = match(.hedge, at) {
        (qualifier, at) = (qualifier.union(Qualifier(rawValue: UInt8(value))), next)
      } else if isMark("~", at) {
        (qualifier, at) = (qualifier.union(.approximate), at + 1)
      } else if isMark("?", at), touches(at + 1) {
        (qualifier, at) = (qualifier.union(.uncertain), at + 1)
      } else if let next = word(.sometime, at) {
        at = skip(.in, next)
      } else if let next = word(.daytime, at) {
        at = next
      } else if let next = word(.the, at), at == start || !isNamed, word(.part, at) == nil {
        (isNamed, at) = (true, next)
      } else {
        break
      }
    }
    guard var found = core(at) else {
      fail(at: at)
      return nil
    }
    found.isNamed = isNamed
    found.isLed = !qualifier.isEmpty
    found.date.qualifier.formUnion(qualifier)
    afterthoughts(&found)
    return found
  }

  /// `?`, `~` and `%` close behind a date, "(?)", "(approx.)", "or so", and a time of day.
  private mutating func afterthoughts(_ found: inout Found) {
    time(&found)
    while found.next < tokens.count {
      let at = found.next
      let mark = tokens[at].kind == .mark ? Qualifier(phraseMark: tokens[at].text) : nil
      if let mark {
        found.date.qualifier.formUnion(mark)
        if !tokens[at].touches { found.trailing.formUnion(mark) }
        found.next += 1
      } else if let (value, next) = match(.afterthought, at) {
        found.date.qualifier.formUnion(Qualifier(rawValue: UInt8(value)))
        found.next = next
      } else if isMark("(", at) || isMark(",", at), at + 1 < tokens.count {
        let isBracket = isMark("(", at)
        let qualifier: Qualifier
        var next: Int
        if isBracket, tokens[at + 1].kind == .mark,
          let mark = Qualifier(phraseMark: tokens[at + 1].text)
        {
          (qualifier, next) = (mark, at + 2)
        } else if let (value, end) = match(.afterthought, at + 1), !isBracket || isMark(")", end) {
          // "2004, possibly 2005" goes on.
          guard isBracket || end == tokens.count else { return }
          (qualifier, next) = (Qualifier(rawValue: UInt8(value)), end)
        } else {
          return
        }
        if isBracket, !isMark(")", next) { return }
        found.date.qualifier.formUnion(qualifier)
        found.trailing.formUnion(qualifier)
        next += isBracket ? 1 : 0
        found.next = next
      } else {
        return
      }
    }
  }

  /// Passes over a time of day: ", 14:30", "at 14:30:05 UTC".
  private func time(_ found: inout Found) {
    guard found.date.day != nil else { return }
    var at = isMark(",", found.next) ? found.next + 1 : found.next
    at = skip(.in, at)
    guard let hour = number(at), hour.digits <= 2, isMark(":", at + 1), number(at + 2) != nil
    else { return }
    at += 3
    if isMark(":", at), number(at + 1) != nil { at += 2 }
    if at < tokens.count,
      ["utc", "gmt", "z", "am", "pm", "hours", "hrs", "h"].contains(tokens[at].text)
    {
      at += 1
    }
    found.next = at
  }

  /// The date itself, by its first token.
  mutating func core(_ at: Int) -> Found? {
    guard at < tokens.count else { return nil }
    if tokens[at].kind == .number { return numberDate(at) }
    if isMark("'", at), let (_, digits) = number(at + 1), digits == 2 {
      // '98, the '90s: which century is not said.
      need = need ?? .century
      return Found(date: ProseDate(), next: decadeSuffix(at + 2) ?? at + 2)
    }
    guard tokens[at].kind == .word else { return nil }
    if let (value, next) = match(.weekday, at) { return weekday(value, next, at) }
    if let era = match(.era, at), let (value, digits) = number(era.next), digits <= 4 {
      return Found(date: ProseDate(year: PhraseParser.year(value, era.value)), next: era.next + 1)
    }
    if let (value, next) = match(.month, at) { return monthDate(value, next) }
    if let season = season(at) { return seasonDate(season.season, season.next) }
    if let (value, next) = match(.part, at) { return partDate(value, next) }
    if let (value, next) = match(.ordinal, at) { return ordinalDate(value, next) }
    if let (value, next) = match(.code, at), let (count, digits) = number(next), digits == 1,
      touches(next)
    {
      return fraction(value, count, next + 1)
    }
    if let tens = decadeWords(at) { return tens }
    if let (value, next) = match(.feast, at) { return feast(value, next) }
    if let next = word(.some, at), let found = unnamed(next) { return found }
    if let week = week(at) { return week }
    return romanDate(at)
  }

  /// "Monday, 5 May 2003", which must have been a Monday.
  private mutating func weekday(_ day: Int, _ next: Int, _ start: Int) -> Found? {
    var at = isMark(",", next) ? next + 1 : next
    at = skip(.the, at)
    guard at < tokens.count else {
      need = need ?? .anchor
      return nil
    }
    guard match(.weekday, at) == nil, let found = core(at), found.date.day != nil
    else { return nil }
    if let own = found.date.stretch()?.first.weekday, own != day {
      fail(.wrongWeekday(own), at: start)
      return nil
    }
    return found
  }

  /// "Christmas 2004".
  private mutating func feast(_ value: Int, _ next: Int) -> Found? {
    let found = year(after: next) ?? (nil, next)
    guard value != 0 else {
      need = .feast
      return Found(date: ProseDate(), next: found.1)
    }
    let date = ProseDate(
      year: found.0, month: abs(value) / 100, day: abs(value) % 100,
      qualifier: value < 0 ? .approximate : [])
    return Found(date: date, next: found.1)
  }

  /// "One day in June 2004": a unit of a larger one, which nobody names.
  private mutating func unnamed(_ at: Int) -> Found? {
    guard let unit = match(.unit, at), let inner = word(.of, unit.next) else { return nil }
    let start = skip(.the, inner)
    guard match(.weekday, start) == nil, word(.some, start) == nil, var found = core(start),
      found.date.day == nil, found.date.part == nil, found.date.season == nil
    else { return nil }
    switch (unit.value, found.date.precision) {
    case (0, .month), (0, .year): found.date.unnamed = .day
    case (2, .year): found.date.unnamed = .month
    case (3, .decade), (3, .century), (3, .millennium): found.date.unnamed = .year
    default: return nil
    }
    return found
  }

  /// "Week 23 of 2004", by ISO 8601.
  private mutating func week(_ at: Int) -> Found? {
    guard let unit = match(.unit, at), unit.value == 1, let (count, digits) = number(unit.next),
      digits <= 2, let (year, next) = year(after: unit.next + 1)
    else { return nil }
    return Found(date: ProseDate(year: year, part: .week(count)), next: next)
  }
}

extension Qualifier {
  /// What a mark in prose says: `?`, `~`, `%`.
  fileprivate init?(phraseMark text: String) {
    switch text {
    case "?": self = .uncertain
    case "~": self = .approximate
    case "%": self = [.uncertain, .approximate]
    default: return nil
    }
  }
}
