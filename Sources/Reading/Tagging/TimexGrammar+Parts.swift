extension TimexGrammar {
  // MARK: Seasons, quarters and halves

  /// `summer 2004`, `the fall of 2007`, `winter 2004/05`; a season by itself.
  func seasonal(_ index: Int) -> Written? {
    var at = key(index) == .the ? index + 1 : index
    if token(at)?.word == words.southern { at += 1 }
    let word = self[at]
    guard word.has(.anySeason) else { return nil }
    var point = DatePoint()
    point.part = word.season
    var next = at + 1
    if key(next) == .of, let year = yearBehind(next) {
      point.year = year.point.year
      point.isWrittenBC = year.point.isWrittenBC
      next = year.next
    } else if let year = self.year(next) ?? apostrophe(next) {
      point.year = year.point.year
      point.isWrittenBC = year.point.isWrittenBC
      next = year.next
    } else if word.has(.seasonOrWord) {
      // "the fall" alone is seldom a season.
      guard key(index) != .the,
        [.in, .this, .last, .next, .each, .every, .late, .early, .mid].contains(key(index - 1))
          && key(at + 1) != .of
      else { return nil }
    } else if isCapitalised(at), !(token(at)?.shape.contains(.newLine) ?? true), at == index,
      isCapitalised(index + 1)
    {
      // A name: "Spring Valley", "the Summer Palace".
      return nil
    }
    // "winter 2004/05" is named by its December.
    if point.year != nil, isMark(next, "/") || isHyphen(next),
      number(next + 1, digits: 2...4) != nil,
      touches(next), touches(next + 1), word.season == .winter
    {
      next += 2
    }
    // In "the summer offensive" the article is the noun's.
    if key(index) == .the, point.year == nil, isPlainNoun(next) { return nil }
    return Written(point, next, .season)
  }

  /// Whether a word that is no part of time expressions follows on the same line.
  func isPlainNoun(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .word, !token.touches else { return false }
    return words[token].roles.isEmpty && words[token].key == .none
  }

  /// `the third quarter of 2010`, `third-quarter`, `the first half of 2014`, `Q3 2014`.
  func quarter(_ index: Int) -> Written? {
    if let coded = codedQuarter(index) { return coded }
    var at = key(index) == .the || key(index) == .possessive ? index + 1 : index
    var leadYear: DatePoint?
    if at > index, let year = year(at), ordinal(year.next) != nil {
      leadYear = year.point
      at = year.next
    }
    if key(at) == .fiscal { at = pastHyphen(at + 1) }
    guard let (count, after) = quarterNumber(at) else { return nil }
    let noun = pastHyphen(after)
    // In "the third-quarter loss" the article is the loss's, and "its fourth quarter" is a quarter.
    if at > index, leadYear == nil, noun > after || key(index) == .possessive { return nil }
    var point = leadYear ?? DatePoint()
    let isHalf = key(noun) == .half
    guard isHalf || self[noun].unit == .quarter && self[noun].has(.unit) else { return nil }
    guard count <= (isHalf ? 2 : 4) || count == 9 else { return nil }
    point.part =
      isHalf ? .half(count == 9 ? 2 : UInt8(count)) : .quarter(count == 9 ? 4 : UInt8(count))
    var next = noun + 1
    let year = key(next) == .of ? next + 1 : next
    // "half" by itself is not a date.
    if leadYear == nil {
      let plain = fiscalYear(year) ?? self.year(year)
      if let found = plain {
        point.year = found.point.year
        point.isFiscal = found.point.isFiscal
        next = found.next
      } else if isHalf {
        return nil
      }
    }
    return Written(point, next, isHalf ? .halfOfAYear : .quarter)
  }

  /// The number before `quarter` or `half`; 9 for the last one.
  private func quarterNumber(_ index: Int) -> (Int, Int)? {
    switch key(index) {
    case .last, .latter: return (9, index + 1)
    default: break
    }
    guard let (number, next) = ordinal(index), number <= 4 else { return nil }
    return (number, next)
  }

  private func fiscalYear(_ index: Int) -> Written? {
    guard key(index) == .fiscal, var year = year(index + 1) else { return nil }
    year.point.isFiscal = true
    return year
  }

  /// `Q3 2014`, `2014 Q3`, `H1 2013`.
  private func codedQuarter(_ index: Int) -> Written? {
    func code(_ at: Int) -> DatePoint.Part? {
      guard let token = token(at), token.kind == .word, token.count == 1, token.isCapitalised,
        touches(at + 1), let number = number(at + 1, digits: 1...1), number >= 1
      else { return nil }
      switch key(at) {
      case .q where number <= 4: return .quarter(UInt8(number))
      case .h where number <= 2: return .half(UInt8(number))
      default: return nil
      }
    }
    if let part = code(index) {
      let at = key(index + 2) == .of ? index + 3 : pastHyphen(index + 2)
      guard let year = year(at) else { return nil }
      var point = year.point
      point.part = part
      return Written(point, year.next, .quarter)
    }
    guard number(index) != nil, isYear(index), let part = code(pastHyphen(index + 1)) else {
      return nil
    }
    var point = DatePoint(year: number(index))
    point.part = part
    return Written(point, pastHyphen(index + 1) + 2, .quarter)
  }

  // MARK: Weekdays

  /// `Monday, Oct. 26`, `Friday 5 May 2006`, `Thursday`.
  func weekdayDate(_ index: Int) -> Written? {
    let word = self[index]
    guard word.has(.anyWeekday), isCapitalised(index) else { return nil }
    let isShort = word.has(.weekdayAbbreviation)
    var at = index + 1
    let hasStop = isShort && isMark(at, ".")
    if hasStop { at += 1 }
    let behind = isMark(at, ",") ? at + 1 : key(at) == .the ? at + 1 : at
    if let date = dayMonth(behind) ?? monthFirst(behind), date.point.day != nil {
      var point = date.point
      point.weekday = Int(word.weekday)
      return Written(point, date.next, .weekdayAndDate, alternative: date.alternative)
    }
    guard !isShort || hasStop else { return nil }
    var point = DatePoint()
    point.weekday = Int(word.weekday)
    return Written(point, at, .weekday)
  }

  /// `Christmas 2007`, `Thanksgiving Day`, `Election Day`.
  func holiday(_ index: Int) -> Written? {
    guard self[index].has(.holiday), isCapitalised(index),
      let (holiday, next) = holidays.match(self, index)
    else { return nil }
    var point = DatePoint()
    var end = next
    if let year = year(isMark(next, ",") || key(next) == .of ? next + 1 : next) {
      point.year = year.point.year
      end = year.next
    }
    point.holiday = holiday
    // "The Easter Rising" is a name.
    if point.year == nil, isCapitalised(end), token(end)?.touches == false,
      token(end)?.shape.contains(.newLine) == false
    {
      return nil
    }
    return Written(point, end, .holiday)
  }

  // MARK: What stands before a date

  /// `early 2003`, `mid-June`, `the end of 2007`, `late in 1957`, `the beginning of the 1990s`.
  func phased(_ index: Int) -> Written? {
    guard let (phase, at) = phase(index) else { return nil }
    guard var date = date(at), date.point.phase == nil else { return nil }
    let point = date.point
    // "late Monday" is a part of that day; "mid-5 May" is nothing.
    if point.day != nil, phase == .middle { return nil }
    if point.holiday != nil { return nil }
    date.point.phase = phase
    date.rule = .partOfADate
    return date
  }

  /// The words before a date that take a part of it, and the index of the date.
  func phase(_ index: Int) -> (phase: DatePoint.Phase, next: Int)? {
    let start = key(index) == .the ? index + 1 : index
    let word = self[start]
    var at = start + 1
    switch word.key {
    case .early, .late, .mid:
      at = pastHyphen(at)
      if key(at) == .in { at += 1 }
      if key(at) == .the { at += 1 }
      let phase: DatePoint.Phase =
        word.key == .early ? .early : word.key == .late ? .late : .middle
      return (phase, at)
    case .middle, .beginning, .end:
      if word.key == .end, isHyphen(at) { return (.end, at + 1) }
      guard key(at) == .of else {
        guard word.key == .end, start == index, isYear(at) else { return nil }
        return (.end, at)
      }
      at += 1
      let phase: DatePoint.Phase =
        word.key == .middle ? .middle : word.key == .end ? .end : .beginning
      return (phase, at)
    default: break
    }
    // "the early part of 2003", "the latter part of the year"
    if word.key == .latter || word.has(.part), key(start + 1) == .part, key(start + 2) == .of {
      return (word.key == .latter ? .late : .early, start + 3)
    }
    return nil
  }

  /// `about 1910`, `circa 1999`, `ca. 461 BC`.
  func hedged(_ index: Int) -> Written? {
    guard key(index) == .about else { return nil }
    let at = isMark(index + 1, ".") && touches(index + 1) ? index + 2 : index + 1
    guard var date = phased(at) ?? date(at), date.point.weekday == nil || date.point.day != nil
    else { return nil }
    // "some 2000" counts something.
    if token(index)?.word == words.some, date.rule == .year { return nil }
    date.point.isApproximate = true
    date.rule = .hedgedDate
    return date
  }
}
