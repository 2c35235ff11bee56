extension TimexGrammar {
  /// An expression that counts from the document's date or from the date told last: `yesterday`,
  /// `last week`, `the end of the month`, `later that year`, `the following day`.
  func deictic(_ index: Int) -> Found? {
    if let day = dayDeictic(index) { return day }
    if let (phase, at) = relativePhase(index),
      let inner = key(at - 1) == .the ? relative(at - 1) ?? relative(at) : relative(at)
    {
      return phased(inner, phase, index)
    }
    if let (phase, at) = relativePhase(index), key(index) == .earlier || key(index) == .later,
      let season = seasonal(key(at - 1) == .the ? at - 1 : at), season.point.year == nil
    {
      return phased(found(season, at), phase, index)
    }
    return relative(index)
  }

  /// `early`, `earlier`, `later in`, `the end of` before a relative expression.
  private func relativePhase(_ index: Int) -> (DatePoint.Phase, Int)? {
    switch key(index) {
    case .earlier, .later:
      var at = index + 1
      if key(at) == .in { at += 1 } else if key(at) == .on { return nil }
      return (key(index) == .earlier ? .early : .late, at)
    default: return phase(index)
    }
  }

  private func phased(_ inner: Found, _ phase: DatePoint.Phase, _ index: Int) -> Found {
    var found = inner
    found.tokens = index..<inner.tokens.upperBound
    switch inner.meaning {
    case .shift(let count, let unit, let anchor, _):
      found.meaning = .shift(count, unit, anchor, phase)
    case .relative(var point, let direction, let anchor):
      point.phase = phase
      found.meaning = .relative(point, direction, anchor)
    case .within(var point, let year, let anchor):
      point.phase = phase
      found.meaning = .within(point, year: year, anchor)
    default: break
    }
    var point = DatePoint()
    point.phase = phase
    found.modifier = key(index) == .earlier || key(index) == .later ? nil : point.timexModifier
    return found
  }

  /// `today`, `late yesterday`, `tomorrow night`, `tonight`.
  private func dayDeictic(_ index: Int) -> Found? {
    var at = index
    switch key(index) {
    case .early, .late, .earlier, .later: at += 1
    default: break
    }
    let word = self[at]
    if word.has(.nightDeictic) {
      return Found(
        .daypart(.part(.night), Int(word.number), .document), index..<at + 1, .time, rule: .tonight
      )
    }
    guard word.has(.dayDeictic) else { return nil }
    let count = Int(word.number)
    if self[at + 1].has(.daypart) {
      return Found(
        .daypart(.part(self[at + 1].daypart), count, .document), index..<at + 2, .time,
        rule: .partOfADay)
    }
    if isNarrative, at == index, count == 0 {
      return Found(.reference(.present), index..<at + 1, rule: .today)
    }
    return Found(
      .shift(count, .day, .document, nil), index..<at + 1, rule: .dayFromToday)
  }

  /// Whether a word makes the unit behind it count from the document's own date.
  func isDeictic(_ index: Int) -> Bool {
    switch key(index) {
    case .last, .next: key(index - 1) != .the
    case .this: true
    default: false
    }
  }

  /// What `last`, `this`, `next`, `the same` and the like mean before a unit.
  private func direction(_ index: Int) -> (count: Int, anchor: Anchor, next: Int)? {
    var at = index
    let hasThe = key(at) == .the
    if hasThe { at += 1 }
    let word = self[at].key
    switch word {
    case .this where !hasThe:
      if key(at + 1) == .past || key(at + 1) == .last { return (-1, .document, at + 2) }
      if key(at + 1) == .coming { return (1, .document, at + 2) }
      if key(at + 1) == .same { return (0, .narrative, at + 2) }
      return (0, isNarrative ? .narrative : .document, at + 1)
    case .that where !hasThe:
      return (0, .narrative, key(at + 1) == .same ? at + 2 : at + 1)
    case .same where hasThe: return (0, .narrative, at + 1)
    case .last, .past: return (-1, .document, at + 1)
    case .previous: return (-1, .narrative, at + 1)
    case .next: return (1, hasThe || isNarrative ? .narrative : .document, at + 1)
    case .following where hasThe: return (1, .narrative, at + 1)
    case .coming where hasThe: return (1, .document, at + 1)
    case .current where hasThe: return (0, .document, at + 1)
    case .latest where hasThe: return (-1, .document, at + 1)
    default: return nil
    }
  }

  private func relative(_ index: Int) -> Found? {
    if let quarter = toldQuarter(index) { return quarter }
    if let within = quarterWithin(index) { return within }
    guard let (count, anchor, after) = direction(index) else { return definite(index) }
    if let lead = yearLead(index, count, anchor, after) { return lead }
    let at = key(after) == .fiscal || key(after) == .calendar ? pastHyphen(after + 1) : after
    let noun = self[at]
    if noun.has(.unit) {
      // "the last year of the war" and "the next day or two" are no dates.
      let hasThe = key(index) == .the || key(index - 1) == .the
      guard !(hasThe && count == -1 && anchor == .document && key(at + 1) == .of) else {
        return nil
      }
      let isYear = noun.unit == .year
      if anchor == .narrative, count == 0, key(index) == .the, noun.unit == .minute { return nil }
      return Found(
        .shift(count, noun.unit, anchor, nil), index..<at + 1,
        rule: isYear ? .yearFromTheClock : .unitFromTheClock)
    }
    if noun.has(.anyMonth), isCapitalised(at), let month = month(at) {
      var point = DatePoint(month: month.number)
      var next = month.next
      if let day = dayOfMonth(next), number(next) != nil, yearBehind(next) == nil {
        point.day = day.number
        next = day.next
      }
      return Found(.relative(point, count, anchor), index..<next, rule: .monthFromTheClock)
    }
    if noun.has(.weekday), isCapitalised(at) {
      var point = DatePoint()
      point.weekday = Int(noun.weekday)
      if let daypart = partOfDay(at + 1) {
        point.time = daypart
        return Found(
          .relative(point, count, anchor), index..<at + 2, .time, rule: .partOfAWeekday)
      }
      return Found(.relative(point, count, anchor), index..<at + 1, rule: .weekdayFromTheClock)
    }
    if noun.has(.anySeason) {
      var point = DatePoint()
      point.part = noun.season
      return Found(.relative(point, count, anchor), index..<at + 1, rule: .seasonFromTheClock)
    }
    if noun.has(.holiday), let (holiday, next) = holidays.match(self, at) {
      var point = DatePoint()
      point.holiday = holiday
      return Found(.relative(point, count, anchor), index..<next, rule: .holidayFromTheClock)
    }
    if noun.has(.daypart), count >= -1 {
      let isLast = key(index) == .last
      guard key(index) != .the || anchor == .narrative, key(index) != .past else { return nil }
      return Found(
        .daypart(.part(noun.daypart), isLast ? -1 : count, anchor), index..<at + 1, .time,
        rule: .partOfADay)
    }
    return nil
  }

  func partOfDay(_ index: Int) -> DatePoint.Time? {
    self[index].has(.daypart) ? .part(self[index].daypart) : nil
  }

  /// `last year's third quarter`, `next year's budget` only to `next year`.
  private func yearLead(_ index: Int, _ count: Int, _ anchor: Anchor, _ at: Int) -> Found? {
    guard self[at].has(.unit), self[at].unit == .year,
      token(at + 1)?.word == words.possessive,
      let quarter = quarter(at + 2), quarter.point.year == nil
    else { return nil }
    return Found(
      .within(quarter.point, year: count, anchor), index..<quarter.next, rule: .quarterOfAYear)
  }

  /// `the third quarter of last year`, `June last year`, `the spring of next year`.
  private func quarterWithin(_ index: Int) -> Found? {
    let date: Written?
    if self[index].has(.anyMonth), let month = month(index) {
      var point = DatePoint(month: month.number)
      var next = month.next
      if let day = dayOfMonth(next), number(next) != nil {
        point.day = day.number
        next = day.next
      }
      date = Written(point, next, .month)
    } else {
      date = quarter(index) ?? seasonal(index)
    }
    guard let date, date.point.year == nil else { return nil }
    let at = key(date.next) == .of ? date.next + 1 : date.next
    guard let (count, anchor, after) = direction(at), self[after].has(.unit),
      self[after].unit == .year, key(at) != .the || anchor == .narrative
    else { return nil }
    return Found(
      .within(date.point, year: count, anchor), index..<after + 1, rule: .dateOfAYear)
  }

  /// `the week`, `the quarter`, `the year-earlier period`: the unit that the clock is in.
  private func definite(_ index: Int) -> Found? {
    guard key(index) == .the else { return yearEarlier(index, index) }
    if let earlier = yearEarlier(index, key(index + 1) == .comparable ? index + 2 : index + 1) {
      return earlier
    }
    var at = index + 1
    if key(at) == .entire || key(at) == .fiscal || key(at) == .calendar { at += 1 }
    guard self[at].has(.unit), let unit = self[at].has(.unit) ? self[at].unit : nil else {
      return nil
    }
    switch unit {
    case .weekend:
      return Found(.shift(-1, .weekend, .document, nil), index..<at + 1, rule: .theWeekend)
    case .day, .week, .month, .quarter, .year:
      if unit == .day, let shifted = dayBeside(index, at) { return shifted }
      // "the day of the attack" names a day by an event; "the end of the year" names a date.
      guard key(at + 1) != .of, key(at + 1) != .before, key(at + 1) != .after,
        token(at + 1)?.word != words.possessive, !isHyphen(at + 1)
      else { return nil }
      // "In the year ended in June" a length is meant.
      if unit == .year, words.isEnding(token(at + 1)) {
        return Found(.duration(TimeLength(1, .year)), index..<at + 1, .duration, rule: .yearEnded)
      }
      let isPhased = key(index - 1) == .of || key(index - 1) == .in
      return Found(
        .shift(0, unit, isPhased ? .narrative : .document, nil), index..<at + 1,
        rule: .definiteUnit)
    default: return nil
    }
  }

  /// `the day before`, `the day after` that nothing follows.
  private func dayBeside(_ index: Int, _ at: Int) -> Found? {
    let count: Int
    switch key(at + 1) {
    case .before: count = -1
    case .after, .following: count = 1
    default: return nil
    }
    guard token(at + 2)?.kind ?? .mark == .mark || key(at + 2) == .and else { return nil }
    return Found(.shift(count, .day, .narrative, nil), index..<at + 2, rule: .dayBeside)
  }

  /// `the quarter`, `the latest period`, `the 1988 quarter`: the quarter that a report is about.
  private func toldQuarter(_ index: Int) -> Found? {
    guard key(index) == .the else { return nil }
    var at = index + 1
    var meaning = Meaning.corresponding(0)
    if key(at) == .latest {
      at += 1
    } else if isYear(at), let year = number(at) {
      meaning = .quarterOf(year)
      at += 1
    }
    let isQuarter = self[at].has(.unit) && self[at].unit == .quarter
    guard isQuarter || key(at) == .period && at > index + 1 else { return nil }
    guard key(at + 1) != .of, !isHyphen(at + 1) else { return nil }
    if let (count, _, next) = direction(at + 1), self[next].has(.unit), self[next].unit == .year {
      return Found(.corresponding(count), index..<next + 1, rule: .toldQuarter)
    }
    if key(at + 1) == .a, self[at + 2].unit == .year, key(at + 3) == .ago || key(at + 3) == .earlier
    {
      return Found(.corresponding(-1), index..<at + 4, rule: .toldQuarter)
    }
    return Found(meaning, index..<at + 1, rule: .toldQuarter)
  }

  /// `year-ago quarter`, `a year-earlier period`.
  private func yearEarlier(_ index: Int, _ at: Int) -> Found? {
    guard self[at].has(.unit), isHyphen(at + 1),
      key(at + 2) == .ago || key(at + 2) == .earlier
    else { return nil }
    var next = at + 3
    if let quarter = quarter(next), quarter.point.year == nil {
      return Found(
        .within(quarter.point, year: -1, .document), index..<quarter.next, rule: .yearEarlier)
    }
    let hasNoun = self[next].has(.unit) || key(next) == .period
    if hasNoun { next += 1 }
    let unit = self[at].unit
    return Found(
      unit == .year ? .corresponding(-1) : .shift(-1, unit, .document, nil),
      (hasNoun ? index : at)..<next, rule: .yearEarlier)
  }
}
