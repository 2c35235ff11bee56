extension TimexGrammar {
  /// What recurs: `daily`, `every two weeks`, `each Monday`, `per month`, `Mondays`.
  func set(_ index: Int) -> Found? {
    let word = self[index]
    if word.has(.frequency) {
      return Found(.set(.listed(word.text)), index..<index + 1, .set, rule: .frequency)
    }
    switch word.key {
    case .every, .each: return every(index)
    case .per:
      guard self[index + 1].has(.unit) else { return nil }
      return Found(
        .set(.every(TimeLength(1, self[index + 1].unit))), index..<index + 2, .set,
        rule: .rate)
    default: break
    }
    if word.has(.weekdays), isCapitalised(index) {
      return Found(
        .set(.weekday(word.weekday)), index..<index + 1, .set, rule: .weekdays)
    }
    return nil
  }

  private func every(_ index: Int) -> Found? {
    var at = index + 1
    let isOther = key(at) == .other
    if isOther { at += 1 }
    let word = self[at]
    if word.has(.anyWeekday), isCapitalised(at) {
      let next = self[at + 1].has(.daypart) ? at + 2 : at + 1
      return Found(
        .set(.weekday(word.weekday)), index..<next, .set, rule: .everyWeekday)
    }
    if word.has(.unit) {
      return Found(
        .set(.every(TimeLength(isOther ? 2 : 1, word.unit))), index..<at + 1, .set,
        rule: .everyUnit)
    }
    if word.has(.anyMonth), let month = month(at) {
      return Found(
        .set(.month(UInt8(month.number))), index..<month.next, .set,
        rule: .everyMonth)
    }
    if word.has(.anySeason) {
      return Found(.set(.season(word.season)), index..<at + 1, .set, rule: .everySeason)
    }
    if word.has(.daypart) {
      return Found(
        .set(.daypart(word.daypart)), index..<at + 1, .set,
        rule: .everyPartOfADay)
    }
    guard let (amount, next) = amount(at), self[next].has([.units, .unit]) else { return nil }
    return Found(
      .set(.every(TimeLength(amount, self[next].unit))), index..<next + 1, .set,
      rule: .everySoMany)
  }

  // MARK: Units without a number

  /// `a year`, `the past year`, `years`, `decades`; a rate where a number stands before: "$3 a
  /// month".
  func unitPhrase(_ index: Int) -> Found? {
    if let framed = framedUnits(index) { return framed }
    let word = self[index]
    guard word.has([.unit, .units]) else { return nil }
    // "year-end", "week-long"
    if isHyphen(index + 1), key(index + 2) == .old { return nil }
    if isHyphen(index + 1), key(index + 2) == .long {
      return Found(
        .duration(
          word.has(.units) ? TimeLength(.indefinite, word.unit) : TimeLength(1, word.unit)),
        index..<index + 3, .duration, rule: .unitLong)
    }
    if word.unit == .year, word.has(.unit) {
      let end = isHyphen(index + 1) ? index + 2 : index + 1
      if key(end) == .end {
        return Found(.shift(0, .year, .document, .end), index..<end + 1, rule: .yearEnd)
      }
    }
    guard word.has(.units), word.unit != .second, word.unit != .quarter,
      !isHyphen(index - 1)
    else { return nil }
    if key(index + 1) == .ago || key(index + 1) == .earlier || key(index + 1) == .later {
      return Found(
        .reference(key(index + 1) == .later ? .future : .past), index..<index + 2,
        rule: .vagueDistance)
    }
    return Found(
      .duration(TimeLength(.indefinite, word.unit)), index..<index + 1, .duration, rule: .units)
  }

  /// `the following days`, `the early years`, `the first year of the war`.
  private func framedUnits(_ index: Int) -> Found? {
    let at = key(index) == .the ? index + 1 : index
    guard at > index || key(index) == .coming else { return nil }
    let isOrdinal = self[at].has(.ordinal)
    switch key(at) {
    case .following, .last, .next, .past, .coming, .previous, .early, .late, .intervening: break
    default: guard isOrdinal || words.isDurationAdjective(token(at)) else { return nil }
    }
    let unit = self[at + 1]
    if unit.has(.units), unit.unit != .quarter, unit.unit != .second {
      return Found(
        .duration(TimeLength(.indefinite, unit.unit)), index..<at + 2, .duration,
        rule: .framedUnits)
    }
    guard unit.has(.unit), key(at + 2) == .of, key(at + 3) == .the, isOrdinal || key(at) == .last,
      unit.unit != .day, unit.unit != .quarter, !self[at + 4].has([.unit, .anyMonth])
    else { return nil }
    return Found(
      .duration(TimeLength(1, unit.unit)), index..<at + 2, .duration, rule: .framedUnit)
  }

  // MARK: References

  /// `now`, `recently`, `the future`, `recent years`, `these days`.
  func reference(_ index: Int) -> Found? {
    var at = index
    if key(at) == .more, self[at + 1].has(.reference) || self[at + 1].has(.referenceAdjective) {
      at += 1
    }
    if key(at) == .right, self[at + 1].has(.reference) { at += 1 }
    let word = self[at]
    if word.has(.reference) {
      return Found(.listed(word.text), index..<at + 1, rule: .reference)
    }
    if word.has(.referenceAdjective) {
      if self[at + 1].has(.units) {
        return Found(
          self[at + 1].unit == .year || self[at + 1].unit == .day
            ? .listed(word.text) : .duration(TimeLength(.indefinite, self[at + 1].unit)),
          index..<at + 2,
          self[at + 1].unit == .year || self[at + 1].unit == .day ? .date : .duration,
          rule: .recentUnits)
      }
      return Found(.listed(word.text), index..<at + 1, rule: .referenceAdjective)
    }
    if key(at) == .the {
      var noun = at + 1
      if key(noun) == .near { noun += 1 }
      if self[noun].has(.referenceNoun), token(noun + 1)?.kind != .number,
        self[noun].key != .past || !isUnitBehind(noun + 1)
      {
        return Found(.listed(self[noun].text), index..<noun + 1, rule: .referenceNoun)
      }
      if key(at + 1) == .coming, self[at + 2].has(.units) {
        return Found(.reference(.future), index..<at + 3, rule: .comingUnits)
      }
    }
    if key(at) == .these, self[at + 1].has(.units), self[at + 1].unit == .day {
      return Found(.reference(.present), index..<at + 2, rule: .theseDays)
    }
    if word.has(.narrativeReference), isNarrative {
      if word.has(.daypart) {
        return Found(
          .listed(word.text), index..<index + 1, .time, rule: .partOfAnyDay)
      }
      return Found(.listed(word.text), index..<index + 1, rule: .referenceAdjective)
    }
    if word.key == .future, word.has(.referenceNoun), isNarrative {
      return Found(.listed(word.text), index..<at + 1, rule: .future)
    }
    return nil
  }

  private func isUnitBehind(_ index: Int) -> Bool {
    self[index].has([.unit, .units, .anyNumber, .indefinite])
  }
}
