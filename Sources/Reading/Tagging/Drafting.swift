/// Finds the expressions of a run of tokens: scans for triggers, grows each to the left over words
/// that can begin an expression, and takes the longest that a rule reads there.
extension TimexGrammar {
  /// The expressions in the order of the text, none within another.
  func drafts() -> [Found] {
    var found: [Found] = []
    var last = 0
    var index = 0
    // Where no expression begins for one trigger, none does for the next.
    var tried = 0
    while index < tokens.count {
      guard isTrigger(index) else {
        index += 1
        continue
      }
      guard let hit = expression(covering: index, from: max(last, tried)) else {
        index += 1
        tried = index
        continue
      }
      let lead = listedDays(before: hit, from: last)
      found += lead
      var whole = hit
      let tail = listed(after: &whole)
      found.append(whole)
      found += tail
      last = tail.last?.tokens.upperBound ?? whole.tokens.upperBound
      index = max(last, index + 1)
    }
    return found
  }

  private func expression(covering index: Int, from last: Int) -> Found? {
    var start = index
    while start > last, index - start < 8, !tokens[start].shape.contains(.newParagraph),
      extends(start - 1)
    {
      start -= 1
    }
    while start <= index {
      if let hit = expression(at: start), hit.tokens.upperBound > index { return hit }
      start += 1
    }
    return nil
  }

  /// Whether an expression is looked for at a token.
  @inline(__always)
  private func isTrigger(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word:
      guard token.word != .unknown else { return false }
      let word = words[token]
      return word.has(.trigger) || word.has(.number) && self[index + 1].has(.tens)
        || word.key == .q || word.key == .h || word.has(.era) || isToldNoun(word, index)
    case .number:
      if token.count <= 2, words.isOrdinalSuffix(self.token(index + 1)) {
        return key(index - 1) == .the && touches(index + 1)
      }
      if token.count == 4 || token.count == 8 || isBC && token.count == 3 { return true }
      guard let next = self.token(index + 1) else { return false }
      switch next.kind {
      case .mark:
        if next.touches {
          return next.isMark(":") || next.isMark("/") || next.isMark(".") || next.isMark("-")
        }
        return false
      case .word:
        let word = words[next]
        return word.has([.meridiem, .era]) || word.key == .s || word.key == .oclock
          || words.meridiemLetter(next) != nil && isMark(index + 2, ".")
          || word.key == .in && self[index + 3].has(.daypart)
      case .number: return false
      }
    case .mark: return token.isMark("'") && number(index + 1, digits: 2...2) != nil
    }
  }

  /// `period` in "the latest period" and "the 1988 period".
  private func isToldNoun(_ word: TimeWord, _ index: Int) -> Bool {
    guard word.key == .period else { return false }
    return key(index - 1) == .latest || number(index - 1, digits: 4...4) != nil
  }

  /// Whether a token to the left of a trigger can belong to its expression.
  private func extends(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number: return true
    case .mark:
      return token.isMark("-") && isHyphen(index) || token.isMark(",") && touches(index)
        || token.isMark("/") && touches(index) || token.isMark(".") && touches(index)
    case .word:
      let word = words[token]
      if word.has([
        .number, .tens, .multiplier, .indefinite, .ordinal, .part, .comparative, .weekday, .month,
        .monthAbbreviation, .monthOrWord, .daypart, .weekdayAbbreviation, .referenceAdjective,
      ]) {
        return true
      }
      switch word.key {
      case .none: return words.isDurationAdjective(token)
      case .for, .from, .since, .until, .between, .before, .after, .during, .through, .with, .by,
        .may, .will, .be, .so, .too, .then, .once, .resolution, .page, .numbered, .pastTense,
        .throughout, .within:
        return false
      default: return true
      }
    }
  }

  // MARK: Lists

  /// The days before a day and month that share its month: the 3 of "3 and 4 May", the 12 of "12–15
  /// May 2004".
  private func listedDays(before hit: Found, from last: Int) -> [Found] {
    guard case .point(let point) = hit.meaning, point.day != nil, point.time == nil,
      let month = point.month,
      number(hit.tokens.lowerBound, digits: 1...2) != nil
    else { return [] }
    var found: [Found] = []
    var start = hit.tokens.lowerBound
    while start - 2 >= last, isListing(start - 1), found.count < 8 {
      var at = start - 2
      if words.isOrdinalSuffix(tokens[at]), tokens[at].touches { at -= 1 }
      guard at >= last, let day = number(at, digits: 1...2), (1...31).contains(day),
        at + 1 == start - 1 || at + 2 == start - 1, day <= DatePoint.longest(month),
        !isMark(at - 1, ".") || !touches(at)
      else { break }
      var listed = DatePoint(year: point.year, month: month, day: day)
      listed.completion = .coordination
      found.insert(Found(.point(listed), at..<start - 1, rule: .listedDay), at: 0)
      start = at
    }
    return found
  }

  private func isListing(_ index: Int) -> Bool {
    if isMark(index, "-") || isMark(index, "/") || isMark(index, ",") || isMark(index, "&") {
      return true
    }
    switch key(index) {
    case .and, .or, .to: return true
    default: return false
    }
  }

  /// What follows a date and shares its month, year or century: the 15 of "May 12–15, 2004", the 99
  /// of "1998–99". The year that ends the list goes to the whole of it.
  private func listed(after hit: inout Found) -> [Found] {
    guard case .point(var point) = hit.meaning, hit.alternative == nil else { return [] }
    let end = hit.tokens.upperBound
    if point.day != nil, point.year == nil, number(hit.tokens.lowerBound) == nil {
      return daysBehind(&hit, &point, end)
    }
    guard hit.rule == .year || hit.rule == .monthYear || hit.rule == .season,
      let year = point.year, year > 0, isHyphen(end) || isMark(end, "/") && touches(end + 1),
      touches(end), let short = number(end + 1, digits: 2...2), short > year % 100,
      !touches(hit.tokens.lowerBound) || token(hit.tokens.lowerBound - 1)?.isMark("(") == true,
      !touches(end + 2) || token(end + 2)?.kind == .mark && !touches(end + 3)
    else { return [] }
    // 2004-05 may be a month; a long dash or a number that is no month shows that it is none.
    guard
      short > 12 || tokens[end].shape.contains(.longDash) || isMark(end, "/")
        || hit.rule != .year
    else { return [] }
    return [
      Found(
        .point(DatePoint(year: year / 100 * 100 + short)), end + 1..<end + 2, rule: .shortYear)
    ]
  }

  private func daysBehind(_ hit: inout Found, _ point: inout DatePoint, _ end: Int) -> [Found] {
    var found: [Found] = []
    var at = end
    while isListing(at), found.count < 8 {
      guard let (day, next) = dayOfMonth(at + 1), number(at + 1) != nil,
        day <= DatePoint.longest(point.month ?? 1), !isCounted(next),
        !self[next].has([.unit, .units, .anyMonth, .meridiem]),
        !isMark(next, ":") || !touches(next + 1),
        !(isMark(at, ",") && tokens[at].touches && touches(at + 1)), !isMark(next, "%")
      else { break }
      if isMark(at, ","), !isListing(next) { break }
      var listed = DatePoint(month: point.month, day: day)
      listed.completion = .text
      found.append(Found(.point(listed), at + 1..<next, rule: .listedDay))
      at = next
    }
    guard !found.isEmpty, let last = found.last?.tokens.upperBound, let year = yearBehind(last)
    else { return found }
    point.year = year.point.year
    point.completion = .coordination
    hit.meaning = .point(point)
    for index in found.indices {
      guard case .point(var listed) = found[index].meaning else { continue }
      listed.year = year.point.year
      listed.completion = index + 1 < found.count ? .coordination : nil
      found[index].meaning = .point(listed)
    }
    found[found.count - 1].tokens =
      found[found.count - 1].tokens.lowerBound..<year.next
    return found
  }
}
