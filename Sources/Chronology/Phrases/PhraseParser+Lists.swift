extension PhraseParser {
  /// One item or several: "2004 or 2005", "March and May 2005", "7/8 July 2016".
  ///
  /// - Parameter isInside: whether "in" or the like stands before it, so that "the 1990s" is a time
  ///   within which something was, not a period.
  mutating func list(_ start: Int, isInside: Bool) -> Clause? {
    guard let first = item(skip(.also, start), isInside: isInside) else { return nil }
    var at = first.next
    var items = [first.phrase]
    var isChoice = false
    var isSum = false
    while let separator = separator(at) {
      guard let next = item(separator.next, isInside: true) else { break }
      if case .and = separator.kind { isSum = true }
      if case .or = separator.kind { isChoice = true }
      items.append(next.phrase)
      at = next.next
    }
    guard items.count > 1 else { return (first.phrase, at) }
    guard !(isSum && isChoice) else {
      fail(.mixedList, at: start)
      return nil
    }
    items = items.map(\.withoutEra)
    if isChoice { return (.oneOf(Phrase.hedgedAlike(items)), at) }
    // Two bounds on one event leave it between them; more are no list.
    let bounds = Phrase.allOf(items).shared.bounds
    if bounds.isEmpty { return (.allOf(items), at) }
    guard items.count == 2, bounds.count == 2,
      let low = bounds[0].firstDay ?? bounds[1].firstDay,
      let high = bounds[0].lastDay ?? bounds[1].lastDay
    else { return nil }
    return (.between(low, high), at)
  }

  private enum Separator { case and, or, comma }

  private func separator(_ start: Int) -> (kind: Separator, next: Int)? {
    var at = start
    var kind: Separator?
    if isMark(",", at) || isMark(";", at) {
      kind = .comma
      at += 1
    } else if isMark("/", at) {
      kind = .or
      at += 1
    } else if isMark("&", at) {
      kind = .and
      at += 1
    }
    if kind != .or {
      if let next = word(.or, at) {
        (kind, at) = (.or, next)
      } else if let next = word(.and, at) {
        (kind, at) = (.and, next)
      }
    }
    guard let kind else { return nil }
    at = skip(.also, at)
    let inner = skip(.in, at)
    return (kind, isBound(at) ? at : skip(.the, inner) == tokens.count ? at : inner)
  }

  /// Whether an event on one side of a date, or between two, is told here.
  func isBound(_ at: Int) -> Bool {
    let roles: [DateLanguage.Role] = [.by, .notBefore, .before, .after, .between]
    return roles.contains { word($0, at) != nil }
      || word(.sometime, at).map { next in roles.contains { word($0, next) != nil } } == true
  }

  /// A date, a period or a bound on an event.
  private mutating func item(_ start: Int, isInside: Bool) -> Clause? {
    if isBound(start) { return bound(skip(.sometime, start)) }
    if isDash(start), !isDash(start + 1), let found = date(start + 1) {
      return (.period(from: .notStated, to: .date(found.date)), found.next)
    }
    if isMark("?", start), let join = join(start + 1), let end = limit(join, isBegin: false) {
      return (.period(from: .unknown, to: end.limit), end.next)
    }
    if let pair = yearPair(start) { return pair }
    if let (value, next) = match(.hedge, start), let pair = yearPair(next) {
      return (pair.phrase.hedged(Qualifier(rawValue: UInt8(value))), pair.next)
    }
    guard let first = date(start) else { return nil }
    var next = first.next
    if let end = word(.orEarlier, next) ?? word(.latest, next) {
      return (.noLaterThan(first.date), end)
    }
    if let end = word(.orLater, next) ?? word(.earliest, next) {
      return (.noEarlierThan(first.date), end)
    }
    if let end = going(next) { return (.since(first.date), end) }
    if let join = join(next) {
      let isTight = join == next + 1 && touches(next) && touches(join)
      guard let end = end(join) else { return nil }
      var begin = first.date
      next = end.next
      if case .date(var date) = end.limit {
        // "Mid- to late 1990s" is one part of a decade, not a period.
        if begin.isPartAlone { return (.between(begin, date), next) }
        // "c. 1998–2004" is about both; "(?)" behind the second too.
        if isTight, first.isLed { date.qualifier.formUnion(begin.qualifier) }
        begin.qualifier.formUnion(end.trailing)
        return (.period(from: .date(begin), to: .date(date)), next)
      }
      return (.period(from: .date(begin), to: end.limit), next)
    }
    let isInside = isInside || word(.sometime, start) != nil
    let isEra = !isInside && first.isNamed && first.date.era != .year && first.date.part == nil
    return (isEra ? .era(first.date) : .event(first.date), next)
  }

  /// "By June 2007", "after 2004 but before 2007", "between March and May 2005".
  private mutating func bound(_ at: Int) -> Clause? {
    if let next = word(.by, at) { return bound(next, atEdge: true) { .noLaterThan($0) } }
    if let next = word(.notBefore, at) {
      return bound(next, atEdge: true) { .noEarlierThan($0) }
    }
    if let next = word(.before, at) { return bound(next) { .before($0) } }
    if let next = word(.after, at) { return bound(next) { .after($0) } }
    guard let next = word(.between, at), let low = date(skip(.in, next)),
      let and = word(.and, low.next) ?? join(low.next)
    else { return nil }
    if let now = word(.now, and) { return (.noEarlierThan(low.date), now) }
    guard let high = date(skip(.in, and)) else { return nil }
    return (.between(low.date, high.date), high.next)
  }

  /// - Parameter atEdge: whether "the end of the first quarter" is its last day.
  private mutating func bound(
    _ at: Int, atEdge: Bool = false, _ make: (ProseDate) -> Phrase
  ) -> Clause? {
    guard let found = date(skip(.in, at)) else { return nil }
    let next = skip(.earliest, skip(.latest, found.next))
    let phrase = make(atEdge ? found.edge ?? found.date : found.date)
    // "By March or April": by the later; "after March or April": after the earlier.
    if let or = word(.or, next), !isBound(or), let other = date(skip(.in, or)) {
      let pair = Phrase.oneOf([.event(found.date), .event(other.date)]).shared.dates
      let isInOrder =
        if let first = pair[0].stretch(), let second = pair[1].stretch() {
          phrase.isUpperBound ? first.last <= second.last : first.first <= second.first
        } else {
          true
        }
      return (make(phrase.isUpperBound == isInOrder ? pair[1] : pair[0]), other.next)
    }
    return (phrase, next)
  }
}

extension Phrase {
  /// The phrase with every date qualified.
  func hedged(_ qualifier: Qualifier) -> Phrase {
    mapDates {
      var date = $0
      date.qualifier.formUnion(qualifier)
      return date
    }
  }

  /// Its items that bound an event on one side.
  fileprivate var bounds: [Phrase] {
    guard case .allOf(let items) = self else { return [] }
    return items.filter { $0.isUpperBound || $0.isLowerBound }
  }

  fileprivate var isUpperBound: Bool {
    switch self {
    case .noLaterThan, .before: true
    default: false
    }
  }

  private var isLowerBound: Bool {
    switch self {
    case .noEarlierThan, .after: true
    default: false
    }
  }

  /// In a list "the 1990s" is one of the dates.
  fileprivate var withoutEra: Phrase {
    if case .era(let date) = self { .event(date) } else { self }
  }

  /// "Perhaps 2004 or 2005" doubts both.
  fileprivate static func hedgedAlike(_ items: [Phrase]) -> [Phrase] {
    guard let qualifier = items.first?.qualifier, !qualifier.isEmpty,
      items.dropFirst().allSatisfy({ $0.qualifier.isEmpty })
    else { return items }
    return items.map { $0.hedged(qualifier) }
  }
}

extension ProseDate {
  /// "Early" in "early to mid-2004": a part of something that is named later.
  var isPartAlone: Bool {
    part != nil && year == nil && month == nil && day == nil && season == nil
  }
}
