extension TimeOfDay {
  /// Reads `T` and a complete time of day in the extended format, to the end of the text.
  static func read(
    _ text: Span<UInt8>, _ at: inout Int, after date: PartialDate
  ) throws(EDTFError.Failure) -> TimeOfDay {
    guard date.hasDay, date.mask == 0, date.marks == 0 else {
      throw EDTFError.Failure(.timeNeedsPlainDay, at: at)
    }
    at += 1
    let hour = try readPair(text, &at, at: at, 0...23, .noSuchHour)
    try expect(":", text, &at)
    let minute = try readPair(text, &at, at: at, 0...59, .noSuchMinute)
    try expect(":", text, &at)
    // A leap second ends an hour, in some zone.
    let second = try readPair(text, &at, at: at, 0...(minute == 59 ? 60 : 59), .noSuchSecond)
    var time = TimeOfDay(hour: hour, minute: minute, second: second, zone: .none)
    guard at < text.count else { return time }
    switch text[at] {
    case UInt8(ascii: "Z"):
      at += 1
      time.zone = .utc
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      time.zone = try readShift(text, &at)
    default: break
    }
    guard at == text.count else {
      if text[at] == UInt8(ascii: "/") { throw EDTFError.Failure(.timeInInterval, at: at) }
      if Qualifier(byte: text[at]) != nil { throw EDTFError.Failure(.qualifiedTime, at: at) }
      throw .unexpected(text, at)
    }
    return time
  }

  private static func readShift(
    _ text: Span<UInt8>, _ at: inout Int
  ) throws(EDTFError.Failure) -> Zone {
    let start = at
    let isNegative = text[at] == UInt8(ascii: "-")
    at += 1
    let hours = try readPair(text, &at, at: start, 0...14, .noSuchShift)
    guard at < text.count, text[at] == UInt8(ascii: ":") else {
      guard !(isNegative && hours == 0) else { throw EDTFError.Failure(.noSuchShift, at: start) }
      return .hours(hours, negative: isNegative)
    }
    at += 1
    let minutes = try readPair(text, &at, at: start, 0...59, .noSuchShift)
    guard hours < 14 || minutes == 0, !(isNegative && hours == 0 && minutes == 0) else {
      throw EDTFError.Failure(.noSuchShift, at: start)
    }
    return .minutes(hours, minutes, negative: isNegative)
  }

  private static func expect(
    _ character: Unicode.Scalar, _ text: Span<UInt8>, _ at: inout Int
  ) throws(EDTFError.Failure) {
    guard at < text.count, text[at] == UInt8(ascii: character) else {
      throw EDTFError.Failure(.incompleteTime, at: at)
    }
    at += 1
  }

  private static func readPair(
    _ text: Span<UInt8>, _ at: inout Int, at place: Int, _ range: ClosedRange<UInt8>,
    _ reason: EDTFError.Reason
  ) throws(EDTFError.Failure) -> UInt8 {
    var number: UInt8 = 0
    for _ in 0..<2 {
      guard at < text.count, text[at] &- UInt8(ascii: "0") < 10 else {
        throw EDTFError.Failure(.incompleteTime, at: at)
      }
      number = number * 10 + (text[at] - UInt8(ascii: "0"))
      at += 1
    }
    guard range.contains(number) else { throw EDTFError.Failure(reason, at: place) }
    return number
  }
}
