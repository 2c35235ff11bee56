extension PhraseParser {
  /// A date that begins with a number: a day, a year, a decade, a date all in numbers.
  mutating func numberDate(_ at: Int) -> Found? {
    guard let (value, digits) = number(at) else { return nil }
    if let found = threeNumbers(at) ?? monthAndYear(at) { return found }
    if digits == 8, !isCalledYear(at), let found = compact(at) { return found }
    if let next = decadeSuffix(at + 1) { return decade(value, digits, next) }
    if let (suffix, next) = match(.suffix, at + 1), suffix == 0, touches(at + 1) {
      return ordinalDate(value, next)
    }
    // `3Q 2014`, `1H2014`.
    if digits == 1, let (code, next) = match(.code, at + 1), touches(at + 1) {
      return fraction(code, value, next)
    }
    // "19 century" is written too.
    if digits <= 2, let unit = match(.unit, at + 1), unit.value >= 5 {
      return ordinalDate(value, at + 1)
    }
    if let era = match(.era, at + 1), value > 0 {
      return Found(date: ProseDate(year: PhraseParser.year(value, era.value)), next: era.next)
    }
    if let era = sharedEra(at) {
      return Found(date: ProseDate(year: PhraseParser.year(value, era)), next: at + 1)
    }
    if digits <= 2 { return day(value, at) }
    return yearFirst(value, digits, at)
  }

  /// An astronomical year from one of an era: 0 for before Christ.
  static func year(_ value: Int, _ era: Int) -> Int64 {
    era == 0 ? 1 - Int64(clamping: value) : Int64(clamping: value)
  }

  /// The era of the other end of a range: "44–43 BC", "AD 70–80".
  private func sharedEra(_ at: Int) -> Int? {
    guard let (value, digits) = number(at), digits <= 4, value > 0 else { return nil }
    if let join = join(at + 1), number(join) != nil, let era = match(.era, join + 1) {
      return era.value
    }
    var index = at - 1
    while index > 0, isDash(index) || word(.to, index) == index + 1 { index -= 1 }
    guard index > 0, index < at - 1, number(index) != nil else { return nil }
    return match(.era, index - 1)?.value
  }

  /// `2003-05-04`, `4.5.2003`, `5/4/2003`, `12.XI.2004`, `05-May-2003`.
  private mutating func threeNumbers(_ at: Int) -> Found? {
    guard at + 4 < tokens.count, ["-", "/", "."].contains(tokens[at + 1].text),
      tokens[at + 3].text == tokens[at + 1].text,
      (at + 1...at + 4).allSatisfy({ touches($0) }), let first = number(at),
      let last = number(at + 4)
    else { return nil }
    let name = match(.month, at + 2).map(\.value) ?? roman(at + 2)
    if first.digits == 4, last.digits <= 2 {
      guard let month = name ?? number(at + 2)?.value else { return nil }
      return exact(Int64(first.value), month, last.value, at)
    }
    guard first.digits <= 2 else { return nil }
    guard last.digits == 4 else {
      guard last.digits == 2, name != nil || number(at + 2) != nil else { return nil }
      need = need ?? .century
      return Found(date: ProseDate(), next: at + 5)
    }
    let year = Int64(last.value)
    if let name { return exact(year, name, first.value, at) }
    guard let second = number(at + 2), second.digits <= 2 else { return nil }
    return ordered(first.value, second.value, year, hasStops: isMark(".", at + 1), at)
  }

  /// Two numbers and a year: day and month in one order or the other. Full stops are written with
  /// the day first.
  private mutating func ordered(
    _ first: Int, _ second: Int, _ year: Int64, hasStops: Bool, _ at: Int
  ) -> Found? {
    func exists(_ month: Int, _ day: Int) -> Bool {
      Day(year: year, month: month, day: day) != nil
    }
    let isDayFirst = exists(second, first)
    let isMonthFirst = exists(first, second)
    if isDayFirst, isMonthFirst, first != second, !hasStops {
      doubts.insert(.order)
      return conventions.isMonthFirst
        ? exact(year, first, second, at) : exact(year, second, first, at)
    }
    if isDayFirst, first != second { showsDayFirst = true }
    if !isDayFirst, isMonthFirst { showsMonthFirst = true }
    return isDayFirst || !isMonthFirst
      ? exact(year, second, first, at) : exact(year, first, second, at)
  }

  private mutating func exact(_ year: Int64, _ month: Int, _ day: Int, _ at: Int) -> Found? {
    guard Day(year: year, month: month, day: day) != nil else {
      fail(.noSuchDate, at: at)
      return nil
    }
    return Found(date: ProseDate(year: year, month: month, day: day), next: at + 5)
  }

  /// `12/2017`, `5.2005`, `2004-05` where it is a month, `2004-Q3`.
  private mutating func monthAndYear(_ at: Int) -> Found? {
    guard at + 2 < tokens.count, ["-", "/", "."].contains(tokens[at + 1].text), touches(at + 1),
      touches(at + 2), let first = number(at)
    else { return nil }
    guard let second = number(at + 2) else {
      guard first.digits == 4 else { return nil }
      if let (code, next) = match(.code, at + 2), let (count, digits) = number(next), digits == 1,
        touches(next)
      {
        return fraction(code, count, next + 1, year: Int64(first.value))
      }
      guard let month = match(.month, at + 2), !isDash(month.next) else { return nil }
      return Found(date: ProseDate(year: Int64(first.value), month: month.value), next: month.next)
    }
    if first.digits <= 2, second.digits == 4, 1...12 ~= first.value, decadeSuffix(at + 3) == nil {
      return Found(
        date: ProseDate(year: Int64(second.value), month: first.value), next: at + 3)
    }
    guard first.digits == 4, second.digits <= 2, 1...12 ~= second.value, readsAsMonth(at)
    else { return nil }
    return Found(date: ProseDate(year: Int64(first.value), month: second.value), next: at + 3)
  }

  /// Whether four digits and two are a year and a month rather than two years, by what is possible
  /// and then by convention. A slash before the very next year joins years, never a month.
  private mutating func readsAsMonth(_ at: Int) -> Bool {
    guard let first = number(at), let second = number(at + 2) else { return false }
    let tail = first.value % (second.digits == 1 ? 10 : 100)
    guard 1...12 ~= second.value else { return false }
    guard second.value > tail else { return true }
    if isMark("/", at + 1), second.value == tail + 1 { return false }
    doubts.insert(.hyphen)
    return !conventions.hyphenJoinsYears
  }

  /// `2004/05`, `1998-99`, `2011–12`, `2004/2005`, "FY 2012/13": a period from year to year.
  mutating func yearPair(_ start: Int) -> Clause? {
    var at = skip(.the, start)
    let fiscal = word(.fiscal, start) ?? word(.fiscal, at)
    if let fiscal { at = fiscal }
    guard let first = number(at), first.digits == 4, decadeSuffix(at + 1) == nil else { return nil }
    guard let pair = secondYear(at) else {
      return fiscal == nil ? nil : fiscalYear(Int64(first.value), at + 1)
    }
    if pair.digits <= 2, fiscal == nil, !isMark("–", at + 1), readsAsMonth(at) { return nil }
    return (
      .period(
        from: .date(ProseDate(year: Int64(first.value))),
        to: .date(ProseDate(year: pair.year))), pair.next
    )
  }

  /// The later year that a slash or a dash joins to one, in two digits or, with a slash, in four.
  func secondYear(_ at: Int) -> (year: Int64, digits: Int, next: Int)? {
    guard isMark("/", at + 1) || isDash(at + 1), touches(at + 1), touches(at + 2),
      let first = number(at), first.digits == 4, let second = number(at + 2),
      !(touches(at + 3) && (isDash(at + 3) || isMark("/", at + 3) || isMark(".", at + 3))),
      !isWordTouching(at + 3)
    else { return nil }
    if second.digits == 4, isMark("/", at + 1), second.value > first.value {
      return (Int64(second.value), 4, at + 3)
    }
    // `1999–00`, `2004/05`, `2004/5`.
    let step = second.digits == 1 ? 10 : 100
    guard second.digits <= 2 else { return nil }
    if first.value % step == step - 1, second.value == 0 {
      return (Int64(first.value + 1), second.digits, at + 3)
    }
    guard second.value > first.value % step else { return nil }
    return (Int64(first.value / step * step + second.value), second.digits, at + 3)
  }

  private func isWordTouching(_ at: Int) -> Bool { touches(at) && tokens[at].kind == .word }

  /// Where a fiscal year that is named by one year may begin: the calendar year, October before
  /// (United States), July before (Australia, United Nations peace operations), April (United
  /// Kingdom, India).
  static let fiscalYears: [(yearBefore: Bool, month: Int)] = [
    (false, 1), (true, 10), (true, 7), (false, 4),
  ]

  private mutating func fiscalYear(_ year: Int64, _ next: Int) -> Clause? {
    doubts.insert(.fiscal)
    let (yearBefore, month) = PhraseParser.fiscalYears[conventions.fiscal]
    guard month > 1 else { return (.event(ProseDate(year: year)), next) }
    let first = yearBefore ? year - 1 : year
    return (
      .period(
        from: .date(ProseDate(year: first, month: month)),
        to: .date(ProseDate(year: first + 1, month: month - 1))), next
    )
  }

  /// `20030504`.
  private func compact(_ at: Int) -> Found? {
    guard let (value, _) = number(at) else { return nil }
    let (year, month, day) = (Int64(value / 10_000), value / 100 % 100, value % 100)
    guard 1000...2999 ~= year, Day(year: year, month: month, day: day) != nil else { return nil }
    return Found(date: ProseDate(year: year, month: month, day: day), next: at + 1)
  }

  /// "31 December 2011", "3" in "3–9 May 2005", "9, 2005" in "May 5–9, 2005".
  private mutating func day(_ value: Int, _ at: Int) -> Found? {
    guard 1...31 ~= value else { return nil }
    return day(value, behind: at + 1, from: at)
  }

  /// A day whose number has been read.
  mutating func day(_ value: Int, behind next: Int, from start: Int) -> Found? {
    var at = next
    // `5-May 2003`, "5th of May".
    if isMark("-", at), touches(at), touches(at + 1), match(.month, at + 1) != nil { at += 1 }
    if let of = word(.of, at), match(.month, skip(.the, of)) != nil { at = skip(.the, of) }
    let name = match(.month, at)
    if let month = name?.value ?? romanMonth(at), 1...31 ~= value {
      var date = ProseDate(month: month, day: value)
      let behind = name?.next ?? at + 1
      let found = year(after: behind) ?? (nil, behind)
      date.year = found.year
      guard value <= Day.length(ofMonth: month, year: date.year ?? 2004) ?? 0 else {
        fail(.noSuchDate, at: start)
        return nil
      }
      return Found(date: date, next: found.next)
    }
    guard 1...31 ~= value else { return nil }
    // US order: the month stands before the first day of a range.
    if isMark(",", at), let (year, digits) = number(at + 1), digits == 4,
      secondYear(at + 1) == nil, isJoined(start)
    {
      return Found(date: ProseDate(year: Int64(year), day: value), next: at + 2)
    }
    return Found(date: ProseDate(day: value), next: at)
  }

  /// Whether something before a number goes on with it: "to", "and", a dash, a comma.
  private func isJoined(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    return isDash(start - 1) || isMark(",", start - 1) || word(.to, start - 1) == start
      || word(.and, start - 1) == start || word(.or, start - 1) == start
  }

  /// "2004", "2004 May 5", "2004 Q3", "988" after "the year".
  private mutating func yearFirst(_ value: Int, _ digits: Int, _ at: Int) -> Found? {
    guard digits == 4 || isCalledYear(at) || (digits == 3 && isLed(at)) else { return nil }
    let year = Int64(clamping: value)
    let next = at + 1
    if let month = match(.month, isMark(",", next) ? next + 1 : next) {
      if let (day, digits) = number(month.next), digits <= 2, 1...31 ~= day {
        return Found(
          date: ProseDate(year: year, month: month.value, day: day), next: month.next + 1)
      }
      return Found(date: ProseDate(year: year, month: month.value), next: month.next)
    }
    if let (code, inner) = match(.code, next), let (count, digits) = number(inner), digits == 1,
      touches(inner)
    {
      return fraction(code, count, inner + 1, year: year)
    }
    return Found(date: ProseDate(year: year), next: next)
  }

  /// Whether "year" stands before a number.
  private func isCalledYear(_ at: Int) -> Bool {
    at > 0 && match(.unit, at - 1)?.value == 3
  }

  /// Whether a word that leads to a date stands before a number, or a later year behind it.
  private func isLed(_ at: Int) -> Bool {
    if let join = join(at + 1), let (_, digits) = number(join), digits >= 3 { return true }
    let leads: [DateLanguage.Role] = [
      .in, .from, .until, .to, .by, .before, .after, .between, .notBefore,
    ]
    return at > 0 && leads.contains { word($0, at - 1) == at }
  }

  /// A year behind a month, a season or the like: ", 2011", "of 2011", "44 BC".
  mutating func year(after start: Int) -> (year: Int64?, next: Int)? {
    var at = start
    if isMark(",", at) || isMark("/", at) || isMark(".", at) {
      at += 1
    } else if isMark("-", at), touches(at), touches(at + 1) {
      at += 1
    }
    at = skip(.the, skip(.of, at))
    if let era = match(.era, at), let (value, digits) = number(era.next), digits <= 4 {
      return (PhraseParser.year(value, era.value), era.next + 1)
    }
    if isMark("'", at), let (_, digits) = number(at + 1), digits == 2 {
      need = need ?? .century
      return (nil, at + 2)
    }
    guard let (value, digits) = number(at) else { return nil }
    if let era = match(.era, at + 1), digits <= 9, value > 0 {
      return (PhraseParser.year(value, era.value), era.next)
    }
    guard digits == 4, decadeSuffix(at + 1) == nil else { return nil }
    return (Int64(value), at + 1)
  }
}
