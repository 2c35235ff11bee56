import Chronology

extension TimexGrammar {
  /// A month's name at an index and the index behind it and its full stop; `isSure` where the word
  /// alone shows that a month is meant.
  func month(_ index: Int) -> (number: Int, next: Int, isSure: Bool)? {
    let word = self[index]
    guard word.has(.anyMonth), isCapitalised(index) else { return nil }
    let isAbbreviated = word.has(.monthAbbreviation)
    let hasStop = isAbbreviated && isMark(index + 1, ".") && touches(index + 1)
    return (Int(word.month), hasStop ? index + 2 : index + 1, word.has(.month) || hasStop)
  }

  /// A day of a month: `3`, `03`, `3rd`, `third` only before `of` and a month.
  func dayOfMonth(_ index: Int) -> (number: Int, next: Int)? {
    if let number = number(index, digits: 1...2), (1...31).contains(number) {
      if touches(index + 1), words.isOrdinalSuffix(token(index + 1)) { return (number, index + 2) }
      if touches(index + 1), token(index + 1)?.kind == .word { return nil }
      return (number, index + 1)
    }
    guard self[index].has(.ordinal), let (number, next) = ordinal(index), number <= 31 else {
      return nil
    }
    return (number, next)
  }

  /// The year behind a day and month, over a comma or `of`.
  func yearBehind(_ index: Int) -> (point: DatePoint, next: Int)? {
    var at = index
    if isMark(at, ",") || key(at) == .of { at += 1 }
    if key(at) == .the, self[at + 1].unit == .year { at += 1 }
    if self[at].has(.unit), self[at].unit == .year, key(index) == .of || at > index { at += 1 }
    if let number = number(at, digits: 1...4), self[at + 1].has(.era), number > 0,
      let year = year(at)
    {
      return (year.point, year.next)
    }
    // A month before it shows that "2004" in "May 2004 troops" is a year.
    let isBeside = at == index && token(at + 1)?.kind == .word
    if let number = number(at, digits: 4...4), (1000...2199).contains(number),
      isYear(at) || isBeside && !touches(at + 1)
    {
      // "On March 3, 2000 troops landed": a comma before and a counted noun after.
      return (DatePoint(year: number), at + 1)
    }
    if isMark(at, "'"), let short = apostrophe(at) { return (short.point, short.next) }
    if token(at)?.kind == .word, let (year, next) = spelledYear(at) {
      return (DatePoint(year: year), next)
    }
    return nil
  }

  private func dated(_ month: Int, _ day: Int?, _ next: Int, _ rule: TimexRule) -> Written? {
    guard let written = completed(month, day, next, rule) else { return nil }
    // "29 February 2003" is no day, and nobody knows which was meant.
    if let year = written.point.year, let day, !DatePoint.exists(year, month, day) { return nil }
    return written
  }

  private func completed(_ month: Int, _ day: Int?, _ next: Int, _ rule: TimexRule) -> Written? {
    var point = DatePoint(month: month, day: day)
    var next = next
    if let year = yearBehind(next) {
      point.year = year.point.year
      point.isWrittenBC = year.point.isWrittenBC
      next = year.next
    } else if rule == .dayMonth, let short = token(next), let year = short.number, short.count == 2,
      year < 10, !touches(next), !touches(next + 1) || token(next + 1)?.kind == .mark,
      !isCounted(next + 1), !self[next + 1].has([.unit, .units])
    {
      // "12 May 04"
      point.year = 2000 + year
      next += 1
    }
    return Written(point, next, rule)
  }

  /// `31 December 2011`, `31st of December, 2011`, `31-Dec-2011`, `the third of May`.
  func dayMonth(_ index: Int) -> Written? {
    let start = key(index) == .the ? index + 1 : index
    guard let (day, after) = dayOfMonth(start) else { return nil }
    let isSpelt = number(start) == nil
    var at = after
    if key(at) == .of { at += 1 } else if isSpelt { return nil }
    let isHyphened = isHyphen(at)
    at = pastHyphen(at)
    guard let month = month(at), day <= DatePoint.longest(month.number) else { return nil }
    if isHyphened, isHyphen(month.next) {
      if let year = number(month.next + 1, digits: 4...4) {
        return Written(
          DatePoint(year: year, month: month.number, day: day), month.next + 2, .dayMonthYear)
      }
      if let year = number(month.next + 1, digits: 2...2) {
        return Written(
          DatePoint(year: TimexGrammar.full(year), month: month.number, day: day),
          month.next + 2, .dayMonthYear)
      }
    }
    return dated(month.number, day, month.next, .dayMonth)
  }

  /// `December 31, 2011`, `December 2011`, `Dec. 2011`, and `December` alone.
  func monthFirst(_ index: Int) -> Written? {
    guard let month = month(index) else { return nil }
    // A number that is no day of the month stands before it: "31 February 2004".
    if number(index - 1, digits: 1...2) != nil, !touches(index), index > 0,
      !tokens[index].shape.contains(.newLine)
    {
      return nil
    }
    let at = key(month.next) == .the ? month.next + 1 : month.next
    // Not of "May 2004": 20 would be a day.
    if let (day, next) = dayOfMonth(at), number(at) != nil, day <= DatePoint.longest(month.number),
      !isTimeBehind(next), !(key(index - 1) == .in && isCounted(next)),
      !(isMark(next, "-") && isHyphen(next) && month.next != at)
    {
      return dated(month.number, day, next, .monthDay)
    }
    var at2 = month.next
    if isMark(at2, ",") || key(at2) == .of { at2 += 1 }
    if let year = yearBehind(at2), at2 == month.next || year.next > at2 {
      var point = DatePoint(year: year.point.year, month: month.number)
      point.isWrittenBC = year.point.isWrittenBC
      return Written(point, year.next, .monthYear)
    }
    guard
      month.isSure
        ? !self[index].has(.monthAbbreviation) || isMark(month.next - 1, ".") : isMonthAlone(index)
    else { return nil }
    return Written(DatePoint(month: month.number), month.next, .month)
  }

  /// `the week of 5 May 2004`, `week ending 9 May 2004`.
  func weekOf(_ index: Int) -> Written? {
    let at = key(index) == .the ? index + 1 : index
    guard self[at].has(.unit), self[at].unit == .week,
      key(at + 1) == .of || words.isEnding(token(at + 1)), let date = date(at + 2),
      let day = date.point.wholeDay
    else { return nil }
    var point = DatePoint(year: day.isoWeek.year)
    point.part = .week(UInt8(day.isoWeek.week))
    return Written(point, date.next, .weekOfADate)
  }

  /// `the 5th` behind a preposition, of the month told last.
  func ordinalDay(_ index: Int) -> Written? {
    guard key(index) == .the, let number = number(index + 1, digits: 1...2),
      (1...31).contains(number),
      touches(index + 2), words.isOrdinalSuffix(token(index + 2)), !isPlainNoun(index + 3),
      !isCapitalised(index + 3) || token(index + 3)?.shape.contains(.newLine) == true,
      !self[index + 3].has([.unit, .anySeason]), !isHyphen(index + 3), key(index + 3) != .of
    else { return nil }
    switch key(index - 1) {
    case .on, .by, .until, .since, .before, .after, .from, .to: break
    default: return nil
    }
    return Written(DatePoint(day: number), index + 3, .ordinalDay)
  }

  /// Whether what stands before `May` or `March` shows a month, and nothing after it another word.
  private func isMonthAlone(_ index: Int) -> Bool {
    let word = self[index]
    // "March to June 1944"
    let next = index + 1
    if isHyphen(next) || [.to, .and, .through, .or].contains(key(next)), month(next + 1) != nil {
      return true
    }
    guard word.has([.monthOrWord, .monthAbbreviation]) else { return true }
    switch key(index - 1) {
    case .in, .since, .until, .by, .of, .during, .before, .after, .last, .next, .this, .early,
      .late, .mid, .between, .from, .through, .throughout, .following, .previous, .to, .and, .or,
      .each, .every, .on, .past:
      break
    case .a: break
    default: return isHyphen(index - 1) && key(index - 2) == .mid
    }
    if key(index - 1) == .a || key(index - 1) == .the {
      return isPlainNoun(index + 1) && word.has(.monthOrWord)
    }
    // "in March on Moscow" is a month, "the March on Rome" is none; "and May was" is one.
    if key(index - 1) == .and || key(index - 1) == .to || key(index - 1) == .or {
      return word.has(.monthOrWord)
        && (self[index - 2].has(.anyMonth) || key(index + 1) != .none || isMark(index + 1, ".")
          || isMark(index + 1, ","))
    }
    return
      !(key(index - 1) == .by && word.has(.monthOrWord) && token(index + 1)?.isCapitalised == true)
  }

  /// Whether a clock time ends at an index: `May 3 a.m.` is none.
  private func isTimeBehind(_ index: Int) -> Bool {
    isMark(index, ":") && touches(index) && touches(index + 1) && number(index + 1) != nil
  }

  /// `2011-12-31`, `31.12.2011`, `31/12/2011`, `12/31/2011`, `20111231`, `12/2017`, `3.XI.2004`.
  func numeric(_ index: Int) -> Written? {
    if let compact = number(index, digits: 8...8), standsAlone(index, index) {
      let (year, month, day) = (compact / 10_000, compact / 100 % 100, compact % 100)
      if (1900...2100).contains(year), DatePoint.exists(year, month, day) {
        return Written(DatePoint(year: year, month: month, day: day), index + 1, .isoDate)
      }
    }
    guard let separator = token(index + 1)?.mark,
      separator == "-" || separator == "/" || separator == ".",
      touches(index + 1), touches(index + 2)
    else { return nil }
    guard isMark(index + 3, separator), touches(index + 3), touches(index + 4) else {
      return monthYear(index, separator)
    }
    guard standsAlone(index, index + 4), let last = number(index + 4) else { return nil }
    if let year = number(index, digits: 4...4), let month = number(index + 2, digits: 1...2) {
      guard DatePoint.exists(year, month, last), (1000...2199).contains(year) else { return nil }
      return Written(DatePoint(year: year, month: month, day: last), index + 5, .isoDate)
    }
    guard let first = number(index, digits: 1...2) else { return nil }
    let year: Int
    switch token(index + 4)?.count {
    case 4: year = last
    case 2 where separator != "-": year = TimexGrammar.full(last)
    default: return nil
    }
    guard (1000...2199).contains(year) else { return nil }
    if let month = roman(index + 2) {
      guard DatePoint.exists(year, month, first) else { return nil }
      return Written(DatePoint(year: year, month: month, day: first), index + 5, .romanMonth)
    }
    guard let second = number(index + 2, digits: 1...2) else { return nil }
    let dayFirst = DatePoint.exists(year, second, first)
    let monthFirst = separator != "." && DatePoint.exists(year, first, second)
    let european = DatePoint(year: year, month: second, day: first)
    let american = DatePoint(year: year, month: first, day: second)
    guard dayFirst || monthFirst else { return nil }
    return Written(
      dayFirst ? european : american, index + 5, .numericDate,
      alternative: dayFirst && monthFirst && first != second ? american : nil)
  }

  /// `12/2017`: month and year.
  private func monthYear(_ index: Int, _ separator: Unicode.Scalar) -> Written? {
    // "1993-08"; of "2004-05" nobody knows whether it is a month or a second year.
    if separator == "-", let year = number(index, digits: 4...4), (1000...2199).contains(year),
      let month = number(index + 2, digits: 2...2), (1...12).contains(month), month <= year % 100,
      tokens[index + 1].shape.isDisjoint(with: .longDash), standsAlone(index, index + 2)
    {
      return Written(DatePoint(year: year, month: month), index + 3, .isoDate)
    }
    guard separator == "/", let month = number(index, digits: 1...2), (1...12).contains(month),
      let year = number(index + 2, digits: 4...4), (1900...2100).contains(year),
      standsAlone(index, index + 2)
    else { return nil }
    return Written(DatePoint(year: year, month: month), index + 3, .monthSlashYear)
  }

  /// Whether nothing touches a run of tokens that would make it a longer number or a path.
  private func standsAlone(_ first: Int, _ last: Int) -> Bool {
    if touches(first), let before = token(first - 1) {
      if before.kind != .mark { return false }
      if before.isMark("/") || before.isMark(".") || before.isMark("-") || before.isMark("$") {
        guard endsDate(first - 2, before: first) else { return false }
      }
    }
    if isBearer(first - 1) { return false }
    guard touches(last + 1), let after = token(last + 1) else { return true }
    if after.kind == .word { return after.count == 1 }
    guard after.isMark("/") || after.isMark("-") || after.isMark("."), touches(last + 2) else {
      return true
    }
    return beginsDate(last + 2, after: last)
  }

  /// Whether a date in numbers begins behind the mark that joins it to this one: "1/1/2004-30/6/2004".
  private func beginsDate(_ index: Int, after last: Int) -> Bool {
    guard number(index) != nil, let inner = token(index + 1)?.mark, touches(index + 1),
      touches(index + 2), number(index + 2) != nil
    else { return token(index)?.kind == .word && isMark(last + 1, "-") }
    return !isMark(last + 1, inner) && (inner == "/" || inner == "." || inner == "-")
  }

  private func endsDate(_ index: Int, before first: Int) -> Bool {
    guard number(index) != nil, touches(index), let inner = token(index - 1)?.mark,
      number(index - 2) != nil
    else { return false }
    return !isMark(first - 1, inner) && (inner == "/" || inner == "." || inner == "-")
  }

  /// Whether a word bears numbers that are no dates: "room 2004", "version 2.10.2004", "case 12/2004".
  func isBearer(_ index: Int) -> Bool {
    let at = isMark(index, ".") ? index - 1 : index
    guard let token = token(at), token.kind == .word else { return false }
    if isMark(index, ".") || key(at) != .no {
      switch key(at) {
      case .no, .numbered, .page, .resolution: return true
      default: break
      }
    }
    return words.isBearer(token)
  }

  private func roman(_ index: Int) -> Int? {
    guard let token = token(index), token.kind == .word else { return nil }
    return words.romanMonth(token)
  }
}

extension DatePoint {
  /// The most days that a month can have.
  static func longest(_ month: Int) -> Int {
    month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    Day(year: Int64(year), month: month, day: day) != nil
  }
}
