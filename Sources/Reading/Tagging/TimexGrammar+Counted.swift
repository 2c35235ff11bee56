extension TimexGrammar {
  /// A counted unit: a duration, or a date so far from the clock: `six months`, `a two-year`,
  /// `the past three weeks`, `two days later`, `nearly four years ago`, `8-month-old`.
  func counted(_ index: Int) -> Found? {
    let (modifier, afterHedge) = hedge(index)
    var at = afterHedge
    let frame = frame(at)
    at = frame.next
    guard let (amount, afterAmount) = amount(at) ?? single(at) else { return nil }
    // "the first nine months", "the two years", "a two-year".
    let behind = rangeBehind(afterAmount)
    guard let (unit, isPlural, next) = unit(behind, amount) else { return nil }
    // A person or a thing is "6-year-old"; the article of "a two-year term" is the term's.
    if isHyphen(next), key(next + 1) == .old { return nil }
    if isHyphen(afterAmount), afterHedge == index, at > index, key(next) != .period,
      behind == afterAmount
    {
      return nil
    }
    if unit == .quarter, !frame.isOpen, amount.thousandths != nil { return nil }
    if key(at) == .a, isHyphen(next) { return nil }
    if frame.isOpen, !isPlural, amount.whole != 1, !isHyphen(afterAmount) { return nil }
    if let shift = shift(index, amount, unit, next) { return shift }
    if amount.thousandths == nil, self[at].has(.indefinite), key(at) == .about { return nil }
    var end = next
    var length = TimeLength(amount, unit)
    end = suffix(end)
    if isRate(index, amount, at) {
      return Found(.set(.every(length)), index..<end, .set, rule: .rate)
    }
    // "two years and six months", "an hour and 20 minutes"
    if unit != .day, end == next, let more = compound(next) {
      length.second = TimeLength.Part(amount: more.amount, unit: more.unit)
      end = more.next
    }
    if key(end) == .or, key(end + 1) == .so { end += 2 }
    if key(end) == .period, !isPlural { end += 1 }
    var found = Found(.duration(length), index..<end, .duration, rule: .duration)
    found.modifier = modifier
    if isMark(next, "/") { return nil }
    return found
  }

  /// Past the second number of `12 to 18 months`, `two or three weeks`.
  private func rangeBehind(_ index: Int) -> Int {
    guard key(index) == .to || key(index) == .or || isHyphen(index) else { return index }
    guard let (second, next) = amount(index + 1), second.thousandths != nil,
      self[pastHyphen(next)].has([.units])
    else { return index }
    return next
  }

  /// `about`, `more than`, `no more than`, `at least`, `up to`, `nearly` as TimeML's mod.
  private func hedge(_ index: Int) -> (Timex.Modifier?, Int) {
    switch key(index) {
    case .about: return (.approx, index + 1)
    case .nearly: return (.lessThan, index + 1)
    case .over
    where number(index + 1) != nil || self[index + 1].has(.anyNumber) || key(index + 1) == .a:
      return (.moreThan, index + 1)
    case .under: return (.lessThan, index + 1)
    case .more where key(index + 1) == .than: return (.moreThan, index + 2)
    case .less where key(index + 1) == .than: return (.lessThan, index + 2)
    case .no where key(index + 1) == .more && key(index + 2) == .than:
      return (.equalOrLess, index + 3)
    case .no where key(index + 1) == .less && key(index + 2) == .than:
      return (.equalOrMore, index + 3)
    case .at where key(index + 1) == .least: return (.equalOrMore, index + 2)
    case .at where key(index + 1) == .most: return (.equalOrLess, index + 2)
    case .up where key(index + 1) == .to: return (.equalOrLess, index + 2)
    default: return (nil, index)
    }
  }

  /// `the past`, `the next`, `the first`, `the` before a number of units.
  private func frame(_ index: Int) -> (next: Int, isOpen: Bool) {
    var at = index
    switch key(at) {
    case .the, .possessive, .these, .those, .this: at += 1
    case .another: return (at + 1, true)
    case .a
    where !isHyphen(at + 2) && self[at + 1].roles.isDisjoint(with: [.indefinite, .multiplier])
      && key(at + 1) != .half:
      // "a full two years", "a two-year"; "a year" is no frame.
      if key(at + 1) == .entire { return (at + 2, true) }
      if number(at + 1) != nil || self[at + 1].has(.anyNumber) { return (at + 1, true) }
      return (index, false)
    default: break
    }
    switch key(at) {
    case .last, .past, .next, .previous, .coming, .following, .same, .latest, .intervening,
      .entire, .recent:
      return (at + 1, true)
    default: break
    }
    if at > index, self[at].has(.ordinal), self[at].number == 1 { return (at + 1, true) }
    return (at, at > index)
  }

  /// `a` and `one` before a unit.
  private func single(_ index: Int) -> (Amount, Int)? {
    guard key(index) == .a || key(index) == .another else { return nil }
    var at = index + 1
    if key(at) == .entire || key(at) == .another { at += 1 }
    guard self[at].has(.unit) else { return nil }
    return (Amount(1), at)
  }

  /// The unit behind a number, over a hyphen and a few adjectives.
  private func unit(
    _ index: Int, _ amount: Amount
  ) -> (unit: TimeUnit, isPlural: Bool, next: Int)? {
    var at = pastHyphen(index)
    var isAdjective = true
    for _ in 0..<2 where isAdjective {
      switch key(at) {
      case .more, .other, .entire, .working, .trading, .calendar, .long, .less, .another, .previous,
        .of:
        at += 1
      default:
        isAdjective = words.isDurationAdjective(token(at))
        if isAdjective { at += 1 }
      }
    }
    let word = self[at]
    guard word.has([.unit, .units]), amount.thousandths ?? 0 < 1_000_000_000 else { return nil }
    let isPlural = word.has(.units)
    // "2 second" and "one march": a single unit needs one of it, a hyphen, or a noun behind.
    if !isPlural, !isHyphen(at - 1), let whole = amount.whole, whole != 1 {
      guard at == index, token(at + 1)?.kind == .word,
        key(at + 1) == .none || key(at + 1) == .old
          || key(at + 1) == .long || key(at + 1) == .period || key(at + 1) == .term,
        word.unit != .second, word.unit != .quarter
      else { return nil }
    }
    if word.unit == .second, !isPlural, !isHyphen(at - 1) { return nil }
    if word.unit == .quarter, amount.whole == nil || amount.whole == 1, !isPlural { return nil }
    return (word.unit, isPlural, at + 1)
  }

  /// `-old`, `long`, `-long`, `old` behind a unit; `period` behind "two-year".
  private func suffix(_ index: Int) -> Int {
    let at = pastHyphen(index)
    if at > index, key(at) == .old || key(at) == .long { return at + 1 }
    if key(index) == .long, token(index + 1)?.kind == .word { return index + 1 }
    if key(index) == .period, isHyphen(index - 2) { return index }
    return index
  }

  /// Whether `a day` says how often or how fast: "three times a day", "$3 a barrel a month".
  private func isRate(_ index: Int, _ amount: Amount, _ at: Int) -> Bool {
    guard key(index) == .a, at == index, amount.whole == 1, let before = token(index - 1),
      !before.shape.contains(.newParagraph)
    else { return false }
    if before.kind == .number || before.isMark("%") { return true }
    guard before.kind == .word else { return false }
    return words.isCounted(before) || self[index - 1].has(.units) || words.isFrequencyWord(before)
      || self[index - 1].has([.number, .tens, .multiplier])
  }

  /// `ago`, `later`, `earlier`, `before`, `from now` behind a counted unit.
  private func shift(_ index: Int, _ amount: Amount, _ unit: TimeUnit, _ next: Int) -> Found? {
    var at = next
    // "a week or so ago"
    if key(at) == .or, key(at + 1) == .so { at += 2 }
    var sign = -1
    var anchor = Anchor.narrative
    switch key(at) {
    case .ago: anchor = .document
    case .earlier, .previously: break
    case .before where !isEventBehind(at + 1): break
    case .later, .afterwards, .hence: sign = 1
    case .after where !isEventBehind(at + 1): sign = 1
    case .away where unit != .minute && unit != .hour: return nil
    case .from where words.isNow(token(at + 1)):
      sign = 1
      anchor = .document
      at += 1
    default: return nil
    }
    if unit == .year, amount.whole == 1, sign < 0, index == at - 2 || key(index) == .a {
      return Found(.corresponding(-1), index..<at + 1, rule: .aYearAgo)
    }
    guard let whole = amount.whole, unit != .second else {
      if amount.thousandths == nil || unit == .second {
        return Found(
          .reference(sign < 0 ? .past : .future), index..<at + 1, rule: .vagueDistance)
      }
      return Found(
        .shift(sign * (amount.thousandths ?? 0) * 12 / 1000, .month, anchor, nil), index..<at + 1,
        rule: .distance)
    }
    guard whole <= 100_000 else { return nil }
    if unit == .decade {
      return Found(
        .shift(sign * whole * 10, .year, anchor, nil), index..<at + 1, rule: .distance)
    }
    return Found(
      .shift(sign * whole, unit, anchor, nil), index..<at + 1, unit.isClock ? .time : .date,
      rule: .distance)
  }

  /// Whether a noun or clause follows that the distance is counted from.
  private func isEventBehind(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return token.kind != .mark
  }

  private func compound(_ index: Int) -> (amount: Amount, unit: TimeUnit, next: Int)? {
    guard key(index) == .and, let (amount, at) = amount(index + 1),
      let (unit, _, next) = unit(at, amount), key(next) != .ago, amount.thousandths != nil
    else { return nil }
    return (amount, unit, next)
  }
}
