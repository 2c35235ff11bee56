import Chronology

/// The grammar of one date: "31 December 2011", "June 2004", "mid-2003", "the 1990s".
struct PointGrammar {
  struct Found {
    var point: DatePoint
    /// TextToken indices, the end exclusive.
    let tokens: Range<Int>
    let rule: String
    /// The other reading of a date such as 04/05/2003.
    var alternative: DatePoint?
  }

  let tokens: [TextToken]
  /// Plural nouns that are counted: "2000 troops" is no year.
  let countNouns: Set<String>

  /// The date that begins at a token, the longest there is.
  func point(at index: Int) -> Found? {
    guard index < tokens.count else { return nil }
    return iso(index) ?? numeric(index) ?? dayMonth(index) ?? monthFirst(index)
      ?? modified(index) ?? fractional(index) ?? seasonal(index) ?? decade(index)
      ?? yearAlone(index)
  }

  // MARK: Years

  /// Whether the token is written as a year from 1000 to 2199 and is not part of a longer number.
  func isYear(_ index: Int) -> Bool {
    guard let token = token(index), token.text.utf8.count == 4, let number = token.number,
      (1000...2199).contains(number)
    else { return false }
    if let before = self.token(index - 1), before.touches(token) {
      if before.kind == .word { return false }
      if [",", ".", "/", "$", "€", "£", "#"].contains(before.text),
        before.text == "$" || before.text == "€" || before.text == "£" || before.text == "#"
          || self.token(index - 2)?.kind == .number
      {
        return false
      }
      // `RC-1546`, `NTM-I-2004`: the number of a thing.
      if before.text == "-", let name = self.token(index - 2), name.touches(before),
        name.kind == .word, !["mid", "early", "late", "end", "pre", "post"].contains(name.lower),
        CalendarWords.month(name.lower) == nil
      {
        return false
      }
    }
    if let next = self.token(index + 1), token.touches(next) {
      if next.kind == .word { return false }
      if next.text == "," || next.text == ".", self.token(index + 2)?.kind == .number,
        self.token(index + 2).map(next.touches) == true
      {
        return false
      }
      if next.text == "%" { return false }
    }
    return true
  }

  private func yearAlone(_ index: Int) -> Found? {
    guard isYear(index), let number = tokens[index].number else { return nil }
    if let before = token(index - 1), CalendarWords.numberCues.contains(before.lower) {
      return nil
    }
    // "No. 1546": the mark stands between the cue and the number.
    if token(index - 1)?.text == ".", let cue = token(index - 2), ["no", "nos"].contains(cue.lower)
    {
      return nil
    }
    if let next = token(index + 1), next.kind == .word, isCounted(from: index + 1) { return nil }
    if !(1800...2100).contains(number) {
      guard let before = token(index - 1), CalendarWords.yearCues.contains(before.lower)
      else { return nil }
    }
    return Found(point: DatePoint(year: number), tokens: index..<index + 1, rule: "year")
  }

  /// Whether a counted noun follows within three words: "1800 members", "2000 Iraqi police officers".
  private func isCounted(from start: Int) -> Bool {
    for index in start..<min(start + 3, tokens.count) {
      guard tokens[index].kind == .word else { return false }
      if countNouns.contains(tokens[index].lower) { return true }
      if CalendarWords.yearCues.contains(tokens[index].lower) { return false }
    }
    return false
  }

  private func decade(_ index: Int) -> Found? {
    guard isDecade(index), let number = tokens[index].number else { return nil }
    var point = DatePoint(year: number)
    point.isDecade = true
    return Found(point: point, tokens: index..<index + 2, rule: "decade")
  }

  /// `1990s` and `1990's`.
  private func isDecade(_ index: Int) -> Bool {
    guard let token = token(index), let number = token.number, token.text.utf8.count == 4,
      number % 10 == 0, (1000...2100).contains(number), let next = self.token(index + 1),
      token.touches(next)
    else { return false }
    return next.lower == "s"
  }

  // MARK: Days and months

  private func iso(_ index: Int) -> Found? {
    guard isRun(index, of: 5), let year = fourDigits(index), tokens[index + 1].text == "-",
      let month = twoDigits(index + 2), tokens[index + 3].text == "-",
      let day = twoDigits(index + 4), let point = point(year, month, day)
    else { return nil }
    return Found(point: point, tokens: index..<index + 5, rule: "iso")
  }

  /// `31.12.2011`, `31/12/2011` and, where only one reading is a date, `12/31/2011`.
  private func numeric(_ index: Int) -> Found? {
    guard isRun(index, of: 5), ["/", "."].contains(tokens[index + 1].text),
      tokens[index + 1].text == tokens[index + 3].text, let first = tokens[index].number,
      let second = tokens[index + 2].number, let year = fourDigits(index + 4),
      tokens[index].text.utf8.count <= 2, tokens[index + 2].text.utf8.count <= 2
    else { return nil }
    let dayFirst = point(year, second, first)
    let monthFirst = tokens[index + 1].text == "/" ? point(year, first, second) : nil
    guard let point = dayFirst ?? monthFirst else { return nil }
    let isAmbiguous = dayFirst != nil && monthFirst != nil && first != second
    return Found(
      point: point, tokens: index..<index + 5, rule: "numeric",
      alternative: isAmbiguous ? monthFirst : nil)
  }

  /// `31 December 2011`, `31st of December, 2011`, `31 December`.
  private func dayMonth(_ index: Int) -> Found? {
    guard let day = dayNumber(index) else { return nil }
    var next = day.next
    if token(next)?.lower == "of" { next += 1 }
    guard let month = month(next), month.isCertain || day.next > index else { return nil }
    return complete(DatePoint(month: month.number, day: day.number), index, month.next, "day month")
  }

  /// `December 31, 2011`, `December 2011`, `Dec. 2011`, and `December` alone after a preposition.
  private func monthFirst(_ index: Int) -> Found? {
    guard let month = month(index) else { return nil }
    if let day = dayNumber(month.next),
      !(token(day.next).map { CalendarWords.month($0.lower) != nil } ?? false),
      let found = complete(
        DatePoint(month: month.number, day: day.number), index, day.next, "month day")
    {
      return found
    }
    if let found = complete(DatePoint(month: month.number), index, month.next, "month year"),
      found.point.year != nil || !month.isAmbiguous || isAfterPreposition(index)
    {
      return found
    }
    return nil
  }

  private func isAfterPreposition(_ index: Int) -> Bool {
    guard let before = token(index - 1) else { return false }
    return ["in", "since", "until", "till", "by", "from", "to", "of", "and", "during", "through"]
      .contains(before.lower) || before.isDash
  }

  /// Adds the year that follows a day or month, if one does; nil where the date does not exist.
  private func complete(_ date: DatePoint, _ start: Int, _ next: Int, _ rule: String) -> Found? {
    var point = date
    var end = next
    var at = next
    if let comma = token(at), comma.text == "," { at += 1 }
    if let of = token(at), of.lower == "of" { at += 1 }
    if isYear(at) {
      point.year = tokens[at].number
      end = at + 1
    }
    if let day = point.day, let month = point.month {
      guard let length = Day.length(ofMonth: month, year: Int64(point.year ?? 2000)), day <= length
      else { return nil }
    }
    return Found(point: point, tokens: start..<end, rule: rule)
  }

  /// A day of the month, `31`, `31st` or `the 31st`.
  func dayNumber(_ index: Int) -> (number: Int, next: Int)? {
    guard let token = token(index), token.text.utf8.count <= 2, let number = token.number,
      (1...31).contains(number)
    else { return nil }
    if let before = self.token(index - 1), before.touches(token),
      before.text == "," || before.text == "."
    {
      return nil
    }
    if let suffix = self.token(index + 1), token.touches(suffix), suffix.kind == .word {
      return CalendarWords.ordinalSuffixes.contains(suffix.lower) ? (number, index + 2) : nil
    }
    return (number, index + 1)
  }

  /// A month's name at a token. It is certain where its word means nothing else.
  func month(_ index: Int) -> (number: Int, next: Int, isCertain: Bool, isAmbiguous: Bool)? {
    guard let token = token(index), token.isCapitalised,
      let number = CalendarWords.month(token.lower)
    else { return nil }
    var next = index + 1
    let isShort =
      token.text.utf8.count <= 4 && number != 5 && token.lower != "june"
      && token.lower != "july"
    if isShort, let stop = self.token(next), stop.text == ".", token.touches(stop) { next += 1 }
    return (number, next, true, CalendarWords.ambiguousMonths.contains(token.lower))
  }

  // MARK: Parts

  /// `early 2003`, `mid-June 2004`, `the end of 2007`, `end-2007`.
  private func modified(_ index: Int) -> Found? {
    guard let word = token(index), word.kind == .word else { return nil }
    let start = index > 0 && tokens[index - 1].lower == "the" ? index - 1 : index
    let part: DatePoint.Part
    var next = index + 1
    switch word.lower {
    case "early": part = .early
    case "mid", "middle": part = .middle
    case "late": part = .late
    case "beginning", "start": part = .beginning
    case "end": part = .end
    default: return nil
    }
    if let dash = token(next), dash.isDash || dash.lower == "of" || dash.lower == "in" {
      next += 1
    } else if ["beginning", "start", "middle"].contains(word.lower) {
      return nil
    }
    if token(next)?.lower == "the" { next += 1 }
    guard var found = monthFirst(next) ?? decade(next) ?? yearAlone(next), found.point.day == nil,
      found.point.part == nil
    else { return nil }
    found.point.part = part
    return Found(point: found.point, tokens: start..<found.tokens.upperBound, rule: "part")
  }

  /// `the first half of 2014`, `third quarter of 2010`, `Q3 2014`.
  private func fractional(_ index: Int) -> Found? {
    guard let word = token(index) else { return nil }
    if word.lower == "q" || word.lower == "h", let number = token(index + 1)?.number,
      word.touches(tokens[index + 1]), (1...(word.lower == "q" ? 4 : 2)).contains(number),
      isYear(index + 2)
    {
      return fraction(word.lower == "q" ? .quarter(number) : .half(number), index, index + 2)
    }
    guard let number = CalendarWords.ordinals[word.lower], let unit = token(index + 1),
      unit.lower == "half" || unit.lower == "quarter"
    else { return nil }
    let isHalf = unit.lower == "half"
    let value = word.lower == "last" && isHalf ? 2 : number
    let at = token(index + 2)?.lower == "of" ? index + 3 : index + 2
    guard isYear(at), !isHalf || value <= 2 else { return nil }
    return fraction(isHalf ? .half(value) : .quarter(value), index, at)
  }

  private func fraction(_ part: DatePoint.Part, _ start: Int, _ year: Int) -> Found {
    var point = DatePoint(year: tokens[year].number)
    point.part = part
    return Found(point: point, tokens: start..<year + 1, rule: "fraction")
  }

  /// `summer 2004`, `the autumn of 2004`, `winter 2004/05`.
  private func seasonal(_ index: Int) -> Found? {
    guard let word = token(index), let season = CalendarWords.seasons[word.lower] else {
      return nil
    }
    let at = token(index + 1)?.lower == "of" ? index + 2 : index + 1
    guard isYear(at), let year = tokens[at].number else { return nil }
    var point = DatePoint(year: year)
    point.part = season
    var end = at + 1
    if case .winter = season, let join = token(end), join.text == "/" || join.isDash,
      let second = token(end + 1), second.number == (year + 1) % 100 || second.number == year + 1
    {
      end += 2
    }
    return Found(point: point, tokens: index..<end, rule: "season")
  }

  // MARK: Tokens

  func token(_ index: Int) -> TextToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether so many tokens from an index touch each other.
  private func isRun(_ index: Int, of count: Int) -> Bool {
    guard index >= 0, index + count <= tokens.count else { return false }
    return (index..<index + count - 1).allSatisfy { tokens[$0].touches(tokens[$0 + 1]) }
  }

  private func fourDigits(_ index: Int) -> Int? {
    tokens[index].text.utf8.count == 4 ? tokens[index].number : nil
  }

  private func twoDigits(_ index: Int) -> Int? {
    tokens[index].text.utf8.count == 2 ? tokens[index].number : nil
  }

  private func point(_ year: Int, _ month: Int, _ day: Int) -> DatePoint? {
    guard let length = Day.length(ofMonth: month, year: Int64(year)), (1...length).contains(day)
    else { return nil }
    return DatePoint(year: year, month: month, day: day)
  }
}
