import Chronology

/// What libFuzzer calls with each input: one value, or two with a line feed between them.
///
/// A broken law ends the process, which libFuzzer reports with the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  let parts = input.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
  let values = parts.compactMap { value(Array($0)) }
  // Questions about sets cost a hundred times what reading them does.
  let isAsked = input.reduce(0) { $0 &* 31 &+ Int($1) } & 7 == 0
  if values.count == 2, isAsked { relate(values[0], values[1]) }
  return 0
}

/// Reads a value and holds it against the laws of one value; nil where it is none.
private func value(_ bytes: [UInt8]) -> EDTF? {
  let value: EDTF
  do {
    value = try EDTF(utf8: bytes.span)
  } catch {
    require((0...bytes.count).contains(error.offset), "an error lies within its text")
    let words = "\(error)"
    require(!words.isEmpty && words.utf8.count < 300, "an error is one sentence")
    return nil
  }
  require(Array(value.description.utf8) == bytes, "a value prints as it was read")
  let canonical = value.canonical
  require(canonical == canonical.canonical, "canonical text is a fixed point")
  require((try? EDTF(canonical.description)) == canonical, "canonical text is EDTF")
  require(canonical.qualifier == value.qualifier, "canonical text keeps qualifiers")
  for seasons in [EDTF.Seasons.northern, .southern, .calendarQuarters, .anyHemisphere] {
    require(
      canonical.bounds(seasons: seasons) == value.bounds(seasons: seasons),
      "canonical text keeps bounds")
    measure(value, Terms(reading: .whole, seasons: seasons))
  }
  let (earliest, latest) = (value.bounds.earliest, value.bounds.latest)
  if case .day(let first) = earliest, case .day(let last) = latest {
    require(first <= last, "bounds are in order")
  }
  require(
    EDTF.boundsRow(of: value.description).hasPrefix("V\t\(value.level.rawValue)\t"),
    "the row agrees with the value")
  require(
    EDTF.SortKey(value) == EDTF.SortKey(value) && !EDTF.SortKey(value).sortable.isEmpty,
    "a value has a place in a list")
  measure(value, Terms(reading: .within, asOf: Day(number: 12_345)))
  measure(value, Terms(reading: .whole, policy: .pad(1_000_000), asOf: Day(number: -9_876_543)))
  return value
}

/// The laws of a value's spans.
private func measure(_ value: EDTF, _ terms: Terms) {
  guard let extent = terms.extent(of: value) else { return }
  require(!extent.spans.isEmpty, "an extent has a span")
  for span in extent.spans {
    require(
      span.beginEarliest <= span.beginLatest && span.endEarliest <= span.endLatest
        && span.beginEarliest <= span.endEarliest && span.beginLatest <= span.endLatest,
      "four points are in order")
  }
  let duration = extent.duration
  require(duration.shortest >= 1, "everything lasts a day")
  if let longest = duration.longest {
    require(duration.shortest <= longest, "lengths are in order")
  }
}

/// The laws of two values.
private func relate(_ x: EDTF, _ y: EDTF) {
  for reading in EDTF.Reading.allCases {
    let terms = Terms(reading: reading, policy: .ignore)
    guard let xs = terms.extent(of: x), let ys = terms.extent(of: y) else { return }
    for predicate in Predicate.all {
      let answer = xs.answer(predicate, ys)
      guard let mirror = mirror(of: predicate) else { continue }
      require(ys.answer(mirror, xs) == answer, "relations mirror")
    }
    let some = xs.possibleRelations(to: ys)
    let isCertain = some.contains { xs.answer(.allen($0), ys) == .certainly }
    require(!isCertain || some.count == 1, "a certain relation is the only one")
  }
  // Verdicts come with reasons, which cost more than answers: one predicate a question.
  let place = x.description.utf8.reduce(y.description.utf8.count) { $0 &* 31 &+ Int($1) } & 0xFFFF
  soften(x, y, Predicate.all[place % Predicate.all.count], place & 1 == 0 ? .within : .whole)
}

/// The laws of policies.
private func soften(_ x: EDTF, _ y: EDTF, _ predicate: Predicate, _ reading: EDTF.Reading) {
  func answer(_ policy: Policy) -> Truth? {
    truth(x.answer(predicate, y, on: Terms(reading: reading, policy: policy)))
  }
  let stated = answer(.ignore)
  let hedged = answer(.hedge)
  require(hedged == stated || (stated == .certainly && hedged == .possibly), "hedges soften")
  let doubted = answer(.sceptical)
  require(doubted == stated || doubted == .possibly, "doubt excludes nothing")
  let near = answer(.pad(1))
  require(near == stated || near == .possibly, "padding only softens")
  let far = answer(.pad(9))
  require(far == near || far == .possibly, "more padding softens more")
}

private func truth(_ verdict: Verdict?) -> Truth? {
  guard let verdict, case .truth(let truth) = verdict.result else { return nil }
  require(!verdict.reason.isEmpty, "an answer has a reason")
  return truth
}

/// The predicate that Y stands in to X where X stands in this one to Y.
private func mirror(of predicate: Predicate) -> Predicate? {
  switch predicate {
  case .contains: .within
  case .within: .contains
  case .before: .after
  case .after: .before
  case .overlaps: .overlaps
  case .allen(let relation): .allen(relation.inverse)
  case .beginsOnOrBefore, .beginsOnOrAfter, .endsOnOrBefore, .endsOnOrAfter: nil
  }
}

private func require(_ holds: Bool, _ law: StaticString) {
  if !holds { fatalError("broken: \(law)") }
}
