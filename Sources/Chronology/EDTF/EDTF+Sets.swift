extension EDTF.Member {
  /// Reads a set, from its opening bracket to the end of the text.
  static func readList(
    _ text: Span<UInt8>, _ years: inout [VastYear]
  ) throws(EDTFError.Failure) -> (EDTF.Quantifier, [EDTF.Member]) {
    let isOneOf = text[0] == UInt8(ascii: "[")
    let close = isOneOf ? UInt8(ascii: "]") : UInt8(ascii: "}")
    var members: [EDTF.Member] = []
    var at = 1
    repeat {
      members.append(try read(text, &at, close: close, isFirst: members.isEmpty, &years))
      guard at < text.count else { throw EDTFError.Failure(.unclosedSet, at: 0) }
      if text[at] == close { break }
      guard text[at] == UInt8(ascii: ",") else { throw unexpected(text, at) }
      at += 1
    } while true
    guard at == text.count - 1 else {
      let after = text[at + 1]
      let reason: EDTFError.Reason? =
        Qualifier(byte: after) != nil
        ? .qualifiedSet : after == UInt8(ascii: "/") ? .setInInterval : nil
      throw reason.map { EDTFError.Failure($0, at: at + 1) } ?? unexpected(text, at + 1)
    }
    return (isOneOf ? .oneOf : .allOf, members)
  }

  private static func read(
    _ text: Span<UInt8>, _ at: inout Int, close: UInt8, isFirst: Bool, _ years: inout [VastYear]
  ) throws(EDTFError.Failure) -> EDTF.Member {
    let start = at
    let isOrBefore = PartialDate.isDoubleDot(text, at)
    if isOrBefore {
      guard isFirst else { throw EDTFError.Failure(.openRangeInside, at: at) }
      at += 2
    }
    guard at < text.count else { throw EDTFError.Failure(.unclosedSet, at: 0) }
    if text[at] == UInt8(ascii: ",") || text[at] == close {
      throw EDTFError.Failure(isOrBefore ? .rangeWithoutDate : .emptyMember, at: start)
    }
    if text[at] == UInt8(ascii: "[") || text[at] == UInt8(ascii: "{") {
      throw EDTFError.Failure(.nestedSet, at: at)
    }
    var first = try PartialDate.read(text, &at, &years)
    if isOrBefore { first.flags.insert(.orBefore) }
    guard PartialDate.isDoubleDot(text, at) else { return EDTF.Member(first: first, last: nil) }
    guard !isOrBefore else { throw EDTFError.Failure(.openRangeInside, at: at) }
    at += 2
    if at < text.count, text[at] == close {
      first.flags.insert(.orAfter)
      return EDTF.Member(first: first, last: nil)
    }
    if at < text.count, text[at] == UInt8(ascii: ",") {
      throw EDTFError.Failure(.openRangeInside, at: at - 2)
    }
    let lastAt = at
    let last = try PartialDate.read(text, &at, &years)
    guard first.hasMonth == last.hasMonth, first.hasDay == last.hasDay,
      first.isGrouping == last.isGrouping
    else { throw EDTFError.Failure(.rangeOfTwoPrecisions, at: lastAt) }
    for (date, place) in [(first, start), (last, lastAt)]
    where !date.isDefinite || date.marks != 0 || date.isGrouping {
      throw EDTFError.Failure(.indefiniteRange, at: place)
    }
    guard !last.ends(before: first, years) else {
      throw EDTFError.Failure(.reversed, at: lastAt)
    }
    return EDTF.Member(first: first, last: last)
  }

  private static func unexpected(_ text: Span<UInt8>, _ at: Int) -> EDTFError.Failure {
    switch text[at] {
    case UInt8(ascii: "/"): EDTFError.Failure(.intervalInSet, at: at)
    case UInt8(ascii: "T"): EDTFError.Failure(.timeInSet, at: at)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): EDTFError.Failure(.unclosedSet, at: at)
    default: .unexpected(text, at)
    }
  }
}
