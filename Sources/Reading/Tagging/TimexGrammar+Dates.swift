extension TimexGrammar {
  /// A date that names its place in the calendar, as far as it is written.
  struct Written {
    var point: DatePoint
    var next: Int
    var rule: TimexRule
    var alternative: DatePoint?

    init(_ point: DatePoint, _ next: Int, _ rule: TimexRule, alternative: DatePoint? = nil) {
      self.point = point
      self.next = next
      self.rule = rule
      self.alternative = alternative
    }
  }

  /// An absolute date with what stands before it: `early 2003`, `the end of May`, `about 1910`.
  func absolute(_ index: Int) -> Found? {
    if let phased = phased(index) { return found(phased, index) }
    if let hedged = hedged(index) { return found(hedged, index) }
    return date(index).map { found($0, index) }
  }

  func found(_ date: Written, _ index: Int) -> Found {
    var found = Found(.point(date.point), index..<date.next, rule: date.rule)
    found.kind = date.point.time == nil ? .date : .time
    found.modifier = date.point.timexModifier
    found.alternative = date.alternative
    return found
  }

  /// A date by itself.
  func date(_ index: Int) -> Written? {
    guard let token = token(index) else { return nil }
    switch token.kind {
    case .number:
      if let date = numeric(index) ?? dayMonth(index) { return date }
      if let date = decade(index) ?? century(index) { return date }
      return quarter(index) ?? year(index)
    case .mark: return apostrophe(index)
    case .word:
      let word = self[index]
      guard !word.roles.isEmpty || word.key != .none else { return nil }
      if key(index) == .the, let decade = decade(index) { return decade }
      // In steps: the compiler is slow on long chains of alternatives.
      if let date = weekdayDate(index) ?? monthFirst(index) { return date }
      if let date = seasonal(index) ?? quarter(index) { return date }
      if let date = century(index) ?? namedYear(index) { return date }
      if let date = weekOf(index) { return date }
      if let date = holiday(index) ?? eraFirst(index) { return date }
      if word.has(.ordinal) || key(index) == .the, let date = dayMonth(index) { return date }
      return decadeWord(index) ?? spelled(index) ?? ordinalDay(index)
    }
  }

  func apostropheYear(_ index: Int) -> Found? {
    apostrophe(index).map { found($0, index) }
  }

  // MARK: Years

  /// The year that two digits mean: 1930 to 2029.
  static func full(_ short: Int) -> Int { short + (short < 30 ? 2000 : 1900) }

  /// Whether a token is written as a year and nothing about it says that it is another number.
  func isYear(_ index: Int) -> Bool {
    guard let number = number(index, digits: 4...4), (1000...2199).contains(number) else {
      return false
    }
    return standsFree(index) && !isOtherNumber(index, number)
  }

  /// Whether no sign makes a number part of a longer one, of a price or of a name.
  private func standsFree(_ index: Int) -> Bool {
    if touches(index), let before = token(index - 1) {
      if before.kind == .word { return false }
      switch before.mark {
      case "$", "£", "¥", "#", "\u{20AC}", "_", "@": return false
      case ",", ".": if number(index - 2) != nil, touches(index - 1) { return false }
      case "/":
        // S/2004/616 and a path are none; 2003/2004 and 7/2004 are.
        guard touches(index - 1) else { break }
        guard let other = token(index - 2), other.kind == .number, other.count != 3, other.count < 5
        else { return false }
        if touches(index - 2), token(index - 3)?.isMark("/") == true, other.count != 2 {
          return false
        }
      case "-":
        // RC-1546, NTM-I-2004: the number of a thing.
        if touches(index - 1), let name = token(index - 2), name.kind == .word {
          let word = words[name]
          let isJoined = word.has([.part, .anyMonth, .era]) || word.key == .mid
          if !isJoined && !words.isYearPrefix(name) { return false }
        }
      default: break
      }
    }
    guard touches(index + 1), let next = token(index + 1) else { return true }
    if next.kind == .word { return key(index + 1) == .s && next.count == 2 }
    switch next.mark {
    case "%", "°": return false
    case "/" where touches(index + 2):
      guard let other = token(index + 2), other.kind == .number,
        other.count == 2 || other.count == 4
      else { return false }
      return !(touches(index + 3) && token(index + 3)?.isMark("/") == true && touches(index + 4))
    case ",", ".": return !(touches(index + 2) && number(index + 2) != nil)
    default: return true
    }
  }

  private func isOtherNumber(_ index: Int, _ number: Int) -> Bool {
    switch key(index - 1) {
    case .resolution, .page, .numbered: return true
    case .nearly, .about, .than, .over: if isCounted(index + 1) { return true }
    default: break
    }
    if isBearer(index - 1) || isResolution(index) { return true }
    // "In 1943 besieged troops …" is a year; "1943 besieged troops" may be a number.
    switch key(index - 1) {
    case .in, .since, .until, .late, .early, .mid, .during, .year:
      return token(index + 1).map { words.isCounted($0) && !$0.isCapitalised } ?? false
    default: if isCounted(index + 1) { return true }
    }
    if (1700...2100).contains(number) { return false }
    switch key(index - 1) {
    case .in, .since, .until, .by, .from, .to, .between, .and, .through, .during, .before, .after,
      .of, .year, .early, .late, .mid, .throughout, .about, .or:
      return false
    default: return !(self[index + 1].has(.era))
    }
  }

  /// Whether a number stands in a list of resolutions: "resolutions 1542 (2004) and 1702 (2006)". What
  /// stands in parentheses there is a year.
  private func isResolution(_ index: Int) -> Bool {
    var at = index - 1
    guard !isMark(at, "(") else { return false }
    while at >= 0, index - at < 40 {
      let token = tokens[at]
      switch token.kind {
      case .number: break
      case .mark where token.isMark("(") || token.isMark(")") || token.isMark(","): break
      case .word where key(at) == .and || key(at) == .or: break
      case .word: return key(at) == .resolution
      default: return false
      }
      at -= 1
    }
    return false
  }

  /// Whether a counted noun follows within three words: "1800 members", "2000 Iraqi police officers".
  func isCounted(_ start: Int) -> Bool {
    for index in start..<start + 3 {
      guard let token = token(index), token.kind == .word, !token.shape.contains(.newLine) else {
        return false
      }
      if words.isCounted(token) { return true }
      let word = words[token]
      if word.key != .none && word.key != .working && word.key != .other { return false }
      if index > start && token.word == .unknown && !token.isCapitalised { return false }
    }
    return false
  }

  /// `1944`, `480 BC`, `fiscal 1989`, `nineteen ninety-seven`.
  func year(_ index: Int) -> Written? {
    if let number = number(index, digits: 1...4), self[index + 1].has(.era), number > 0 {
      return withEra(number, index + 1)
    }
    if let bare = bareYearBC(index) { return bare }
    guard isYear(index), let number = number(index) else { return nil }
    // 2011-12-31 and 2004/05/03 are read elsewhere or not at all.
    return Written(DatePoint(year: number), index + 1, .year)
  }

  private func withEra(_ number: Int, _ index: Int) -> Written? {
    let era = self[index]
    guard era.has(.era), let token = token(index), token.isUpperCase else { return nil }
    let isBC = words.text(era) == "BC"
    var point = DatePoint(year: isBC ? 1 - number : number)
    point.isWrittenBC = isBC
    return Written(point, index + 1, .eraYear)
  }

  /// `AD 70`.
  private func eraFirst(_ index: Int) -> Written? {
    guard self[index].has(.era), token(index)?.isUpperCase == true,
      words.text(self[index]) == "AD", let number = number(index + 1, digits: 1...4), number > 0
    else { return nil }
    return Written(DatePoint(year: number), index + 2, .eraYear)
  }

  /// `'98` and `the '90s`.
  func apostrophe(_ index: Int) -> Written? {
    guard isMark(index, "'"), touches(index + 1), let number = number(index + 1, digits: 2...2)
    else { return nil }
    let year = TimexGrammar.full(number)
    if key(index + 2) == .s, touches(index + 2), number % 10 == 0 {
      var point = DatePoint(year: year)
      point.era = .decade
      return Written(point, index + 3, .decade)
    }
    guard !touches(index + 2) || token(index + 2)?.kind == .mark else { return nil }
    return Written(DatePoint(year: year), index + 2, .shortYear)
  }

  /// `1990s`, `1990's`, with its era: `the 470s BC`.
  private func decade(_ start: Int) -> Written? {
    let index = key(start) == .the ? start + 1 : start
    guard let number = number(index, digits: 2...4), number % 10 == 0, touches(index + 1),
      let suffix = token(index + 1), suffix.kind == .word, key(index + 1) == .s
    else { return nil }
    var next = index + 2
    var year = number
    var isBC = false
    let digits = token(index)?.count ?? 4
    if self[next].has(.era), token(next)?.isUpperCase == true {
      isBC = words.text(self[next]) == "BC"
      next += 1
    } else if digits == 2 {
      guard key(index - 1) == .the || self[index - 1].has(.part), number >= 20 else { return nil }
      year += 1900
    } else if digits == 3 {
      return nil
    }
    var point = DatePoint(year: isBC ? 1 - year : year)
    point.era = .decade
    point.isWrittenBC = isBC
    return Written(point, next, .decade)
  }

  /// `the nineties`.
  private func decadeWord(_ index: Int) -> Written? {
    let at = key(index) == .the ? index + 1 : index
    guard self[at].has(.decadeWord),
      at > index || self[index - 1].has(.part) || key(index - 1) == .the
    else { return nil }
    var point = DatePoint(year: 1900 + Int(self[at].number))
    point.era = .decade
    return Written(point, at + 1, .decade)
  }

  /// `nineteen ninety-seven`, as speech is written down.
  private func spelled(_ index: Int) -> Written? {
    guard self[index].has([.number, .tens]), self[index].number >= 17,
      let (year, next) = spelledYear(index), !self[next].has([.unit, .units]), !isCounted(next)
    else { return nil }
    return Written(DatePoint(year: year), next, .speltYear)
  }

  /// `in 479` where the text counts BC.
  private func bareYearBC(_ index: Int) -> Written? {
    if let first = number(index, digits: 2...3), isHyphen(index + 1),
      let last = number(index + 2, digits: 2...3), last < first, self[index + 3].has(.era),
      let year = withEra(first, index + 3)
    {
      return Written(year.point, index + 1, .yearBC)
    }
    guard isBC, let number = number(index, digits: 2...3), number > 31,
      !touches(index + 1)
        || token(index + 1)?.kind == .mark && !isMark(index + 1, "%"), !isCounted(index + 1),
      !self[index + 1].has([.unit, .units, .multiplier])
    else { return nil }
    switch key(index - 1) {
    case .in, .by, .until, .since, .from, .of, .to, .before, .after, .between, .about, .early,
      .late,
      .and:
      break
    default: return nil
    }
    var point = DatePoint(year: 1 - number)
    point.isWrittenBC = true
    return Written(point, index + 1, .yearBC)
  }

  /// `the 20th century`, `the 4th century BC`, `mid-nineteenth-century`.
  private func century(_ index: Int) -> Written? {
    let start = key(index) == .the ? index + 1 : index
    guard let (number, after) = ordinal(start), (1...30).contains(number) else { return nil }
    let at = pastHyphen(after)
    guard self[at].has(.unit), self[at].unit == .century else { return nil }
    var next = at + 1
    var isBC = false
    if self[next].has(.era), token(next)?.isUpperCase == true {
      isBC = words.text(self[next]) == "BC"
      next += 1
    }
    var point = DatePoint(year: isBC ? 1 - (number - 1) * 100 : (number - 1) * 100)
    point.era = .century
    point.isWrittenBC = isBC
    return Written(point, next, .century)
  }

  /// `the year 2000`, `fiscal 1989`, `FY 2012`, `the years 1955`.
  private func namedYear(_ index: Int) -> Written? {
    var at = key(index) == .the ? index + 1 : index
    let isFiscal = key(at) == .fiscal || token(at)?.word == words.fy
    if isFiscal || key(at) == .calendar { at += 1 }
    let isNamed = self[at].unit == .year && self[at].has([.unit, .units])
    if isNamed { at += 1 }
    guard isNamed || isFiscal else { return nil }
    if var year = isNamed || isFiscal ? self.year(at) : nil {
      year.point.isFiscal = isFiscal
      // "FY 2012/13" is named by its first year.
      if isFiscal, isMark(year.next, "/") || isHyphen(year.next), touches(year.next + 1),
        number(year.next + 1, digits: 2...4) != nil
      {
        year.next += 2
      }
      year.rule = isFiscal ? .fiscalYear : .namedYear
      return year
    }
    guard isNamed, let (year, next) = spelledYear(at) else { return nil }
    return Written(DatePoint(year: year), next, .speltYear)
  }
}
