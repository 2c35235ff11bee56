extension EDTF.Storage {
  /// Reads a whole value.
  static func read(
    _ text: Span<UInt8>, extensions: EDTF.Extensions
  ) throws(EDTFError.Failure) -> EDTF.Storage {
    guard text.count > 0 else { throw EDTFError.Failure(.empty, at: 0) }
    var years: [VastYear] = []
    if text[0] == UInt8(ascii: "[") || text[0] == UInt8(ascii: "{") {
      let (quantifier, members) = try EDTF.Member.readList(text, &years)
      return EDTF.Storage(.list(quantifier, members), years)
    }
    var at = 0
    let first = try PartialDate.readEnd(text, &at, extensions, &years)
    if at == text.count {
      guard first.isDate else { throw EDTFError.Failure(.noDate, at: 0) }
      guard first.flags.isDisjoint(with: [.orBefore, .orAfter]) else {
        throw EDTFError.Failure(.rangeOutsideSet, at: first.flags.contains(.orBefore) ? 0 : at - 2)
      }
      return years.isEmpty ? .date(first) : .vast(Vast(.date(first), years))
    }
    if text[at] == UInt8(ascii: "T") {
      return .dateTime(first, try TimeOfDay.read(text, &at, after: first))
    }
    guard text[at] == UInt8(ascii: "/") else { throw .unexpected(text, at) }
    at += 1
    let lastAt = at
    let last = try PartialDate.readEnd(text, &at, extensions, &years)
    guard at == text.count else {
      if text[at] == UInt8(ascii: "/") { throw EDTFError.Failure(.secondSlash, at: at) }
      if text[at] == UInt8(ascii: "T") { throw EDTFError.Failure(.timeInInterval, at: at) }
      throw .unexpected(text, at)
    }
    guard !(first.flags.contains(.unknown) && last.flags.contains(.unknown)) else {
      throw EDTFError.Failure(.noDate, at: 0)
    }
    if first.isDate, last.isDate, last.ends(before: first, years) {
      throw EDTFError.Failure(.reversed, at: lastAt)
    }
    return years.isEmpty ? .interval(first, last) : .vast(Vast(.interval(first, last), years))
  }
}

extension PartialDate {
  /// Reads one end of an interval, or a date by itself: a date expression, `..`, or nothing.
  static func readEnd(
    _ text: Span<UInt8>, _ at: inout Int, _ extensions: EDTF.Extensions, _ years: inout [VastYear]
  ) throws(EDTFError.Failure) -> PartialDate {
    if at == text.count || text[at] == UInt8(ascii: "/") { return .unknown }
    var flags: Flags = []
    if isDoubleDot(text, at) {
      at += 2
      if at == text.count || text[at] == UInt8(ascii: "/") { return .open }
      guard extensions.contains(.boundedEnds) else {
        if let next = Qualifier(byte: text[at]), !next.isEmpty {
          throw EDTFError.Failure(.nothingToQualify, at: at)
        }
        throw EDTFError.Failure(.rangeOutsideSet, at: at - 2)
      }
      flags = .orBefore
    }
    var date = try read(text, &at, &years)
    if at < text.count, text[at] == UInt8(ascii: "."), isDoubleDot(text, at) {
      guard extensions.contains(.boundedEnds), flags.isEmpty else {
        throw EDTFError.Failure(.rangeOutsideSet, at: at)
      }
      at += 2
      flags = .orAfter
    }
    date.flags.formUnion(flags)
    return date
  }

  static func isDoubleDot(_ text: Span<UInt8>, _ at: Int) -> Bool {
    at + 1 < text.count && text[at] == UInt8(ascii: ".") && text[at + 1] == UInt8(ascii: ".")
  }

  /// Reads a date expression and leaves `at` behind it.
  static func read(
    _ text: Span<UInt8>, _ at: inout Int, _ years: inout [VastYear]
  ) throws(EDTFError.Failure) -> PartialDate {
    var date = PartialDate()
    date[.yearLeft] = readMark(text, &at)
    if at < text.count, text[at] == UInt8(ascii: "Y") {
      try date.readLetterYear(text, &at, &years)
      date[.yearRight] = readMark(text, &at)
    } else {
      try date.readYear(text, &at)
      date[.yearRight] = readMark(text, &at)
      if at < text.count, text[at] == UInt8(ascii: "-"), date.significant == 0 {
        at += 1
        try date.readMonth(text, &at)
        if at < text.count, text[at] == UInt8(ascii: "-") {
          at += 1
          try date.readDay(text, &at)
        }
      }
    }
    if at < text.count, Qualifier(byte: text[at]) != nil {
      throw EDTFError.Failure(.secondQualifier, at: at)
    }
    return date
  }

  @inline(__always)
  private static func readMark(_ text: Span<UInt8>, _ at: inout Int) -> Qualifier {
    guard at < text.count, let mark = Qualifier(byte: text[at]) else { return [] }
    at += 1
    return mark
  }

  /// Reads four digits, perhaps after a minus sign, perhaps some of them open.
  @inline(__always)
  private mutating func readYear(
    _ text: Span<UInt8>, _ at: inout Int
  ) throws(EDTFError.Failure) {
    let start = at
    if at < text.count, text[at] == UInt8(ascii: "-") {
      flags = .negative
      at += 1
    }
    var number: Int64 = 0
    var open: UInt8 = 0
    var place: UInt8 = 8
    while place > 0 {
      guard at < text.count else {
        throw EDTFError.Failure(at == start ? .empty : .yearNotFourDigits, at: start)
      }
      let digit = text[at] &- UInt8(ascii: "0")
      if digit < 10 {
        number = number &* 10 &+ Int64(digit)
      } else if text[at] == UInt8(ascii: "X") {
        number = number &* 10
        open |= place
      } else {
        if place < 8, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "/") {
          throw EDTFError.Failure(.yearNotFourDigits, at: start)
        }
        throw .unexpected(text, at)
      }
      place >>= 1
      at += 1
    }
    magnitude = number
    mask = open
    guard at < text.count else {
      if number == 0, open == 0, flags.contains(.negative) {
        throw EDTFError.Failure(.negativeZero, at: start)
      }
      return
    }
    if text[at] &- UInt8(ascii: "0") < 10 || text[at] == UInt8(ascii: "X") {
      throw EDTFError.Failure(.yearNotFourDigits, at: start)
    }
    if number == 0, open == 0, flags.contains(.negative) {
      throw EDTFError.Failure(.negativeZero, at: start)
    }
    if text[at] == UInt8(ascii: "S") {
      guard open == 0 else { throw EDTFError.Failure(.roundedMask, at: at) }
      var count = 0
      var rest = number
      while rest > 0 { (rest, count) = (rest / 10, count + 1) }
      significant = UInt8(try readSignificant(text, &at, digits: count))
    }
  }

  /// Reads `S` and the number behind it, which is at most the number of the year's digits.
  private func readSignificant(
    _ text: Span<UInt8>, _ at: inout Int, digits: Int
  ) throws(EDTFError.Failure) -> Int {
    at += 1
    let start = at
    let range = try readPositive(text, &at, else: .significantNotPositive)
    let count = at - start > 18 ? VastYear.uncountable : number(text, range)
    guard count <= digits else {
      throw EDTFError.Failure(.tooManySignificantDigits(of: digits), at: start)
    }
    return count
  }

  /// The bytes of a number without sign or leading zero.
  private func readPositive(
    _ text: Span<UInt8>, _ at: inout Int, else reason: EDTFError.Reason
  ) throws(EDTFError.Failure) -> Range<Int> {
    let start = at
    while at < text.count, text[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    guard at > start else {
      if at < text.count, text[at] >= 0x80 || text[at] <= 0x20 { throw .unexpected(text, at) }
      throw EDTFError.Failure(reason, at: at)
    }
    guard text[start] != UInt8(ascii: "0") else { throw EDTFError.Failure(reason, at: start) }
    return start..<at
  }

  /// The digits that end before a place.
  private func readBack(_ text: Span<UInt8>, _ end: Int) -> [UInt8] {
    var start = end
    while text[start - 1] != UInt8(ascii: "S") { start -= 1 }
    return (start..<end).map { text[$0] }
  }

  /// The number that some digits write, at most eighteen of them.
  private func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var number = 0
    for place in range { number = number &* 10 &+ Int(text[place] &- UInt8(ascii: "0")) }
    return number
  }

  /// Reads `Y` and a year of more than four digits, perhaps with an exponent and with the number
  /// of its significant digits.
  private mutating func readLetterYear(
    _ text: Span<UInt8>, _ at: inout Int, _ years: inout [VastYear]
  ) throws(EDTFError.Failure) {
    let start = at
    at += 1
    flags = .letter
    if at < text.count, text[at] == UInt8(ascii: "-") {
      flags.insert(.negative)
      at += 1
    }
    let digits = try readPositive(text, &at, else: .letterYearWithoutDigits)
    var exponentDigits = 0..<0
    if at < text.count, text[at] == UInt8(ascii: "E") {
      at += 1
      exponentDigits = try readPositive(text, &at, else: .exponentNotPositive)
    }
    let exponent =
      exponentDigits.count > 18 ? VastYear.uncountable : number(text, exponentDigits)
    guard digits.count + exponent > 4 else {
      throw EDTFError.Failure(.letterYearTooShort, at: start)
    }
    var kept = 0
    if at < text.count, text[at] == UInt8(ascii: "S") {
      kept = try readSignificant(text, &at, digits: digits.count + exponent)
    }
    if digits.count <= 18, exponent <= 0xFF, kept <= 0xFF {
      magnitude = Int64(number(text, digits))
      self.exponent = UInt8(exponent)
      significant = UInt8(kept)
    } else {
      flags.insert(.vast)
      magnitude = Int64(years.count)
      years.append(
        VastYear(
          digits: digits.map { text[$0] }, exponent: exponentDigits.map { text[$0] },
          significant: kept,
          significantDigits: kept == VastYear.uncountable ? readBack(text, at) : []))
    }
    if at < text.count, text[at] == UInt8(ascii: "-") {
      throw EDTFError.Failure(.letterYearWithMonth, at: at)
    }
  }

  /// Reads two digits, each of which may be open.
  @inline(__always)
  private func readPair(
    _ text: Span<UInt8>, _ at: inout Int
  ) throws(EDTFError.Failure) -> (number: UInt8, open: UInt8) {
    var pair: (number: UInt8, open: UInt8) = (0, 0)
    let start = at
    var place: UInt8 = 2
    while place > 0 {
      guard at < text.count else { throw EDTFError.Failure(.notTwoDigits, at: start) }
      let digit = text[at] &- UInt8(ascii: "0")
      if digit < 10 {
        pair.number = pair.number &* 10 &+ digit
      } else if text[at] == UInt8(ascii: "X") {
        pair = (pair.number &* 10, pair.open | place)
      } else {
        if at > start, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "/") {
          throw EDTFError.Failure(.notTwoDigits, at: start)
        }
        throw .unexpected(text, at)
      }
      at += 1
      place >>= 1
    }
    if at < text.count, text[at] &- UInt8(ascii: "0") < 10 || text[at] == UInt8(ascii: "X") {
      throw EDTFError.Failure(.notTwoDigits, at: start)
    }
    return pair
  }

  @inline(__always)
  private mutating func readMonth(_ text: Span<UInt8>, _ at: inout Int) throws(EDTFError.Failure) {
    self[.monthLeft] = PartialDate.readMark(text, &at)
    let start = at
    let pair = try readPair(text, &at)
    month = pair.number
    if pair.open == 0 {
      guard 1...12 ~= month || 21...41 ~= month else {
        throw EDTFError.Failure(.noSuchMonth(Int(month)), at: start)
      }
    } else {
      mask |= pair.open << 4
      guard possibleMonths != 0 else {
        throw EDTFError.Failure(.noMonthFits, at: start)
      }
    }
    self[.monthRight] = PartialDate.readMark(text, &at)
  }

  @inline(__always)
  private mutating func readDay(_ text: Span<UInt8>, _ at: inout Int) throws(EDTFError.Failure) {
    guard !isGrouping else { throw EDTFError.Failure(.dayOfGrouping, at: at) }
    self[.dayLeft] = PartialDate.readMark(text, &at)
    let start = at
    let pair = try readPair(text, &at)
    day = pair.number
    mask |= pair.open << 6
    // Every month has its first 28 days.
    if mask != 0 || day < 1 || day > 28 {
      guard mask == 0 ? hasItsDay : completion(latest: false) != nil else {
        throw EDTFError.Failure(pair.open == 0 ? .noSuchDay(Int(day)) : .noDayFits, at: start)
      }
    }
    self[.dayRight] = PartialDate.readMark(text, &at)
  }

  /// Whether the month of a date without open digits has its day.
  private var hasItsDay: Bool {
    guard let length = Day.length(ofMonth: Int(month), year: magnitude) else { return false }
    return day >= 1 && Int(day) <= length
  }
}
