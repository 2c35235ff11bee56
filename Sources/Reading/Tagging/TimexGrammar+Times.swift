extension TimexGrammar {
  /// A time of day, with its date where that stands beside it: `5 p.m.`, `10:35 a.m. EDT`,
  /// `noon Saturday`, `Monday night`, `the morning of 3 May`, `8 pm on 4 July 1944`.
  func timeOfDay(_ index: Int) -> Found? {
    if let clock = clockTime(index) { return dated(clock.time, index, clock.next, .clockTime) }
    let at = key(index) == .the ? index + 1 : index
    // "Monday night", "the night of 3 May", "late Monday night"
    var start = index
    switch key(index) {
    case .early, .late, .mid: start = pastHyphen(index + 1)
    default: break
    }
    if self[start].has(.anyWeekday), isCapitalised(start), self[start + 1].has(.daypart) {
      var point = DatePoint()
      point.weekday = Int(self[start].weekday)
      point.time = .part(self[start + 1].daypart)
      return Found(.point(point), index..<start + 2, .time, rule: .partOfAWeekday)
    }
    if self[at].has(.daypart), at > index || key(index) != .the {
      if key(at + 1) == .of || key(at + 1) == .on, let date = date(at + 2), date.point.day != nil {
        var point = date.point
        point.time = .part(self[at].daypart)
        return Found(.point(point), index..<date.next, .time, rule: .partOfADate)
      }
    }
    return nil
  }

  /// A time by the clock: `17:30`, `5 p.m.`, `0600 hours`, `noon`, `four o'clock`.
  private func clockTime(_ index: Int) -> (time: DatePoint.Time, next: Int)? {
    if self[index].has(.clock) {
      let isNoon = words.text(self[index]) == "12:00"
      return (.clock(hour: isNoon ? 12 : 24, minute: 0, second: nil), index + 1)
    }
    if self[index].has(.number), key(index + 1) == .oclock {
      return meridiem(Int(self[index].number), nil, index + 2, isClock: true)
    }
    guard let hour = number(index, digits: 1...2), hour <= 24 else {
      // 0600 hours
      guard let military = number(index, digits: 4...4), military / 100 < 24, military % 100 < 60,
        self[index + 1].unit == .hour,
        self[index + 1].has(.units) || token(index + 1)?.word == words.hrs
      else { return nil }
      return (
        .clock(hour: UInt8(military / 100), minute: UInt8(military % 100), second: nil), index + 2
      )
    }
    let separator = token(index + 1)
    if separator?.isMark(":") == true || separator?.isMark(".") == true, touches(index + 1),
      touches(index + 2), let minute = number(index + 2, digits: 2...2), minute < 60
    {
      var next = index + 3
      var second: Int?
      if isMark(next, ":"), touches(next), let value = number(next + 1, digits: 2...2), value < 60 {
        second = value
        next += 2
      }
      let isColon = separator?.isMark(":") == true
      return meridiem(hour, minute, next, isClock: isColon, second: second)
    }
    if key(index + 1) == .oclock { return meridiem(hour, nil, index + 2, isClock: true) }
    return meridiem(hour, nil, index + 1, isClock: false)
  }

  /// `a.m.`, `p.m.` and a zone behind a time.
  private func meridiem(
    _ hour: Int, _ minute: Int?, _ index: Int, isClock: Bool, second: Int? = nil
  ) -> (time: DatePoint.Time, next: Int)? {
    var hour = hour
    var next = index
    var isPM: Bool?
    if self[index].has(.meridiem) {
      isPM = words.text(self[index]) == "pm"
      next += 1
    } else if let letter = token(index), letter.kind == .word, letter.count == 1,
      let m = token(index + 2), isMark(index + 1, "."), m.kind == .word, m.count == 1,
      let half = words.meridiemLetter(letter), words.isM(m)
    {
      isPM = half
      next = isMark(index + 3, ".") ? index + 4 : index + 3
    } else if key(index) == .in, key(index + 1) == .the, self[index + 2].has(.daypart), !isClock {
      switch self[index + 2].daypart {
      case .morning: isPM = false
      default: isPM = true
      }
      next = index + 3
    }
    guard isClock || isPM != nil, hour <= (isPM == nil ? 24 : 12), hour < 24 || minute ?? 0 == 0
    else { return nil }
    if isPM == true, hour < 12 { hour += 12 }
    if isPM == false, hour == 12 { hour = 0 }
    if self[next].has(.zone), token(next)?.isUpperCase == true { next += 1 }
    return (
      .clock(
        hour: UInt8(hour), minute: UInt8(minute ?? 0), second: second.map { UInt8($0) }), next
    )
  }

  /// A time with the date beside it.
  private func dated(
    _ time: DatePoint.Time, _ index: Int, _ next: Int, _ rule: TimexRule
  ) -> Found {
    var at = next
    if isMark(at, ","), self[at + 1].has([.anyWeekday, .anyMonth]) { at += 1 }
    if key(at) == .on { at += 1 }
    if self[at].has([.anyWeekday, .anyMonth]) || number(at) != nil, let date = date(at),
      date.point.day != nil || date.point.weekday != nil, date.point.time == nil
    {
      var point = date.point
      point.time = time
      return Found(.point(point), index..<date.next, .time, rule: rule)
    }
    if self[at].has(.dayDeictic), at == next {
      return Found(
        .daypart(time, Int(self[at].number), .document), index..<at + 1, .time, rule: rule)
    }
    return Found(.daypart(time, 0, .narrative), index..<next, .time, rule: rule)
  }
}
