extension DateSpeaker {
  /// A date with open digits: "some time in the 1990s", "one day in June 2004", "October, November
  /// or December 2004"; as the end of a period "the 1990s".
  func masked(_ date: PartialDate, isEnd: Bool) -> Saying {
    guard date.yearMask == 0, !date.isGrouping else {
      return date.hasMonth ? open(date) : maskedYear(date, isEnd: isEnd)
    }
    let year = year(date)
    switch (date.monthMask, date.hasDay, date.dayMask) {
    case (3, false, _): return one(.month, (year, .year))
    case (3, true, 3): return one(.day, (year, .year))
    case (0, true, 3):
      let month = sayings.say(
        "date.month", nil, ["month": month(Int(date.month)), "year": year])
      return one(.day, (month, .month))
    case (1, false, _), (2, false, _):
      let months = (1...12).filter { date.admitsMonth(UInt8($0)) }
      return some(months, .month) { isFull, number in
        isFull
          ? sayings.say("date.month", nil, ["month": month(number), "year": year])
          : sayings.say("date.month.only", nil, ["month": month(number)])
      }
    case (0, true, _):
      let length = Day.length(ofMonth: Int(date.month), year: date.yearRange?.first ?? 2000) ?? 31
      let days = (1...length).filter { date.admitsDay(UInt8($0)) }
      return some(days, .day) { isFull, number in
        isFull
          ? day(number, Int(date.month), year)
          : sayings.say("date.day.only", nil, ["day": dayNumber(number)])
      }
    default: return open(date)
    }
  }

  private func one(_ unit: Sayings.Kind, _ whole: Saying) -> Saying {
    (sayings.say("one.\(unit.rawValue)", whole.kind, ["date": whole.words]), .other)
  }

  /// One of a few units, named; or one from the first to the last where they follow one another.
  private func some(
    _ numbers: [Int], _ kind: Sayings.Kind, _ say: (_ isFull: Bool, _ number: Int) -> String
  ) -> Saying {
    guard let first = numbers.first, let last = numbers.last else { return ("", .other) }
    guard first < last else { return (say(true, first), kind) }
    if last - first + 1 == numbers.count, numbers.count > 3 {
      return (
        sayings.say("one-of", kind, ["from": say(false, first), "to": say(true, last)]), .other
      )
    }
    let list = numbers.dropLast().map { say(false, $0) }
      .joined(separator: sayings.say("separator") + " ")
    return (sayings.say("or", nil, ["list": list, "last": say(true, last)]), .other)
  }

  /// The text itself, where words would be longer than it and less clear.
  private func open(_ date: PartialDate) -> Saying {
    var bytes: [UInt8] = []
    var plain = date
    plain.marks = 0
    plain.flags.subtract([.orBefore, .orAfter])
    plain.write(to: &bytes, years)
    return (
      sayings.say("digits", nil, ["text": String(decoding: bytes, as: UTF8.self)]), .other
    )
  }

  // MARK: Decades, centuries, millennia

  private func maskedYear(_ date: PartialDate, isEnd: Bool) -> Saying {
    guard let (words, kind) = unit(date) else {
      return date.yearMask & (date.yearMask &+ 1) == 0 ? years(date) : open(date)
    }
    if isEnd { return (words, kind) }
    return (sayings.say("within", kind, ["date": words]), .other)
  }

  /// The decade, century or millennium that the open digits stand for exactly. Of the years before
  /// Christ people count no decades.
  private func unit(_ date: PartialDate) -> Saying? {
    let count = date.magnitude
    switch (date.yearMask, date.flags.contains(.negative)) {
    case (0b1, false) where count >= 100:
      return (sayings.say("decade", nil, ["year": String(count)]), .decade)
    case (0b11, let isBefore) where count >= 100:
      return (era("century", Int(count / 100) + 1, isBefore), .century)
    case (0b111, let isBefore) where count >= 1_000:
      return (era("millennium", Int(count / 1_000) + 1, isBefore), .millennium)
    default: return nil
    }
  }

  private func era(_ name: String, _ number: Int, _ isBefore: Bool) -> String {
    let gaps = [
      "number": String(number), "ordinal": sayings.name(.ordinal, number) ?? String(number),
      "roman": number < 40 ? PhraseParser.roman(number).uppercased() : String(number),
    ]
    let isFirst = number == 1 && sayings.pattern("\(name).1") != nil
    let words = sayings.say(isFirst ? "\(name).1" : name, nil, gaps)
    return isBefore ? sayings.say("before-era", nil, ["date": words]) : words
  }

  /// "One year from 1 BC to AD 9".
  private func years(_ date: PartialDate) -> Saying {
    guard let range = date.yearRange else { return open(date) }
    return (
      sayings.say("one-of", .year, ["from": year(range.first), "to": year(range.last)]), .other
    )
  }
}
