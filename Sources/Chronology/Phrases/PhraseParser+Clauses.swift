extension PhraseParser {
  typealias Clause = (phrase: Phrase, next: Int)

  /// A whole statement about time: a period, a bound, a list.
  mutating func clause(_ start: Int) -> Clause? {
    var at = start
    var qualifier: Qualifier = []
    var isGoingOn = false
    var isAtLeast = false
    // "Perhaps from 1998", "some time between", "ongoing since".
    while true {
      if let (value, next) = match(.hedge, at), isLeading(next) {
        (qualifier, at) = (qualifier.union(Qualifier(rawValue: UInt8(value))), next)
      } else if let next = word(.also, at) {
        at = next
      } else if let next = word(.now, at), word(.from, next) != nil {
        (isGoingOn, at) = (true, next)
      } else if let next = word(.atLeast, at), (word(.from, next) ?? word(.until, next)) != nil {
        (isAtLeast, at) = (true, next)
      } else {
        break
      }
    }
    guard let (stated, next) = lead(at) else { return nil }
    var phrase = stated
    if case .period(let from, let to) = phrase {
      if isGoingOn { phrase = .period(from: from, to: .open) }
      if isAtLeast { phrase = .period(from: from.orEarlier, to: to.orLater) }
    } else if isAtLeast {
      return nil
    }
    return (qualifier.isEmpty ? phrase : phrase.hedged(qualifier), next)
  }

  /// Whether a clause of its own begins here, so that a hedge before it is about all of it.
  private func isLeading(_ index: Int) -> Bool {
    let leads: [DateLanguage.Role] = [
      .in, .from, .until, .throughout, .by, .notBefore, .before, .after, .between, .lasting, .night,
      .hedge, .sometime,
    ]
    return leads.contains { word($0, index) != nil }
  }

  private mutating func lead(_ at: Int) -> Clause? {
    // Longer leads first: "from" is a part of few, "in" of many.
    if let next = word(.throughout, at) { return throughout(skip(.the, next)) }
    if let next = word(.night, at) { return night(skip(.the, next)) }
    if isBound(at) { return list(at, isInside: false) }
    if let next = beginning(at) { return periodFrom(next) }
    if let next = word(.sometime, at), let from = beginning(next) { return momentFrom(from) }
    if let next = word(.lasting, at), let found = lasting(next) { return found }
    if let length = length(at), let next = word(.the, length.next), let from = word(.from, next) {
      return lasting(length.length, from)
    }
    if let next = word(.until, at) { return periodUntil(next) }
    if let next = word(.in, at), next >= skip(.hedge, at), next >= skip(.sometime, at) {
      let inner = skip(.the, next)
      // "In the period from 2004 to 2006", "in the years between 2004 and 2006".
      if let from = beginning(inner), inner > next { return periodFrom(from) }
      return list(word(.between, inner) == nil ? next : inner, isInside: true)
    }
    if let the = word(.the, at), let from = beginning(the) { return periodFrom(from) }
    return list(at, isInside: false)
  }

  /// The index behind a word that begins a period: "beginning in 2004", not "beginning of 2004".
  private func beginning(_ at: Int) -> Int? {
    guard let next = word(.from, at) else { return nil }
    return word(.part, at) == next && word(.of, next) != nil ? nil : next
  }

  private mutating func throughout(_ at: Int) -> Clause? {
    guard let (phrase, next) = list(at, isInside: true) else { return nil }
    switch phrase {
    case .event(let date), .era(let date): return (.throughout(date), next)
    case .period(.date(let from), .date(let to)):
      // "Throughout 2004–2006": from the first day to the last.
      let shared = phrase.shared.dates
      guard shared.count == 2, let first = shared[0].stretch()?.first.written,
        let last = shared[1].stretch()?.last.written
      else { return (.period(from: .date(from), to: .date(to)), next) }
      return (.period(from: .date(first), to: .date(last)), next)
    default: return nil
    }
  }

  /// "The night of 3/4 May 2005": on the one day or the other.
  private mutating func night(_ at: Int) -> Clause? {
    guard let (phrase, next) = list(skip(.from, at), isInside: true) else { return nil }
    switch phrase {
    case .event, .oneOf: return (phrase, next)
    case .period(.date(let from), .date(let to)): return (.oneOf([.event(from), .event(to)]), next)
    case .allOf(let phrases): return (.oneOf(phrases), next)
    default: return nil
    }
  }

  /// "Some time from 2004 to 2006": not all that time, once in it.
  private mutating func momentFrom(_ at: Int) -> Clause? {
    guard let (phrase, next) = periodFrom(at) else { return nil }
    switch phrase {
    case .period(.date(let from), .date(let to)): return (.between(from, to), next)
    case .period(.date(let from), .open): return (.noEarlierThan(from), next)
    default: return nil
    }
  }

  // MARK: Periods

  private mutating func periodFrom(_ at: Int) -> Clause? {
    guard let begin = limit(at, isBegin: true) else { return nil }
    if let next = word(.lasting, begin.next), let length = length(next),
      case .date(let date) = begin.limit
    {
      return (.lasting(length.length, from: date), length.next)
    }
    if let next = going(begin.next) { return (.period(from: begin.limit, to: .open), next) }
    let join = isMark(",", begin.next) ? begin.next + 1 : begin.next
    if let next = self.join(join) {
      guard let end = end(next) else { return nil }
      return (.period(from: begin.limit, to: end.limit), end.next)
    }
    return (.period(from: begin.limit, to: .open), begin.next)
  }

  private mutating func periodUntil(_ at: Int) -> Clause? {
    if let now = word(.now, at) {
      // "Until further notice from 5 May 2005".
      guard let from = word(.from, isMark(",", now) ? now + 1 : now),
        let begin = limit(from, isBegin: true)
      else {
        need = .begin
        return nil
      }
      return (.period(from: begin.limit, to: .open), begin.next)
    }
    guard let end = limit(at, isBegin: false) else { return nil }
    guard let from = word(.from, end.next), let begin = limit(from, isBegin: true) else {
      return (.period(from: .notStated, to: end.limit), end.next)
    }
    return (.period(from: begin.limit, to: end.limit), begin.next)
  }

  /// "Six months from 1 July 2004", "the six months to 31 December 2004", "2004" in "for 2004".
  private mutating func lasting(_ at: Int) -> Clause? {
    guard let (length, next) = length(skip(.the, at)) else {
      let inner = skip(.the, at)
      if let from = beginning(inner) { return periodFrom(from) }
      return list(at, isInside: true)
    }
    if let from = word(.from, next) { return lasting(length, from) }
    guard let until = word(.until, next), let found = date(until) else { return nil }
    return (.ending(found.date, after: length), found.next)
  }

  private mutating func lasting(_ length: Phrase.Length, _ from: Int) -> Clause? {
    guard let found = date(skip(.in, from)) else { return nil }
    return (.lasting(length, from: found.date), found.next)
  }

  /// "Six months", "12-month", "a year", "half a year".
  func length(_ at: Int) -> (length: Phrase.Length, next: Int)? {
    if let half = match(.fraction, at), half.value == 2, let one = match(.number, half.next),
      let unit = match(.unit, one.next), unit.value == 3
    {
      return (Phrase.Length(6, .month), unit.next)
    }
    var count: Int
    var next: Int
    var at = at
    // "A six-month period".
    if let one = match(.number, at), one.value == 1,
      number(one.next) != nil || match(.number, one.next) != nil
    {
      at = one.next
    }
    if let (value, digits) = number(at), digits < 5 {
      (count, next) = (value, at + 1)
    } else if let word = match(.number, at) {
      (count, next) = word
    } else {
      return nil
    }
    if isDash(next), touches(next) { next += 1 }
    guard let unit = match(.unit, next), count > 0 else { return nil }
    var kind = ProseDate.Unit(rawValue: unit.value)
    if kind == nil {
      kind = .year
      count *= unit.value == 4 ? 10 : unit.value == 5 ? 100 : 1_000
    }
    return kind.map { (Phrase.Length(count, $0), unit.next) }
  }

  // MARK: Ends

  /// What joins the begin of a period to its end: "to", a dash, both.
  func join(_ at: Int) -> Int? {
    guard isDash(at) else { return word(.to, at) }
    guard let next = word(.to, at + 1) else { return at + 1 }
    return isDash(next) ? next + 1 : next
  }

  /// "Onwards", ", still going on", "(ongoing)".
  func going(_ at: Int) -> Int? {
    if let next = word(.onwards, at) { return next }
    let inner = isMark(",", at) || isMark("(", at) ? at + 1 : at
    return word(.now, inner)
  }

  /// What stands behind the join: a date, "date", "an unknown date", nothing after a dash.
  mutating func end(_ at: Int) -> End? {
    if let next = word(.now, at) { return End(limit: .open, next: next) }
    if closing(at) == tokens.count, isDash(at - 1) { return End(limit: .open, next: at) }
    return limit(at, isBegin: false)
  }

  /// An end of a period as it is found.
  struct End {
    let limit: Phrase.Limit
    let next: Int
    /// A hedge in brackets behind it.
    var trailing: Qualifier = []
  }

  /// Where a period begins or ends, with the words that make it earlier or later.
  mutating func limit(_ start: Int, isBegin: Bool) -> End? {
    if let next = word(.unknown, start), word(.of, next) == nil {
      return End(limit: .unknown, next: next)
    }
    // "1999–?"
    if isMark("?", start), closing(start + 1) == tokens.count || join(start + 1) != nil {
      return End(limit: .unknown, next: start + 1)
    }
    var at = start
    var make: (ProseDate) -> Phrase.Limit? = { .date($0) }
    if let next = word(.atLeast, at) {
      at = next
      make = isBegin ? { .orEarlier($0) } : { .orLater($0) }
    } else if let next = word(.latest, at) ?? word(.by, at) {
      at = next
      make = { .orEarlier($0) }
    } else if let next = word(.earliest, at) ?? word(.notBefore, at) {
      at = next
      make = { .orLater($0) }
    } else if let next = word(.before, at) {
      at = next
      make = { Phrase.before($0).lastDay.map { .orEarlier($0) } }
    } else if let next = word(.after, at) {
      at = next
      make = { Phrase.after($0).firstDay.map { .orLater($0) } }
    }
    // "From at least until" and the like.
    if at > start, let next = word(isBegin ? .from : .until, at) { at = next }
    guard let found = date(skip(.in, at)) else { return nil }
    var next = found.next
    if let end = word(.atLeast, isMark(",", next) ? next + 1 : next) {
      next = end
      make = isBegin ? { .orEarlier($0) } : { .orLater($0) }
    } else if let end = word(.orEarlier, next) ?? word(.latest, next) {
      next = end
      make = { .orEarlier($0) }
    } else if let end = word(.orLater, next) ?? word(.earliest, next) {
      next = end
      make = { .orLater($0) }
    }
    return make(found.date).map { End(limit: $0, next: next, trailing: found.trailing) }
  }
}

extension Phrase.Limit {
  /// A begin at the latest then.
  fileprivate var orEarlier: Phrase.Limit {
    if case .date(let date) = self { .orEarlier(date) } else { self }
  }

  /// An end at the earliest then.
  fileprivate var orLater: Phrase.Limit {
    if case .date(let date) = self { .orLater(date) } else { self }
  }
}

extension Phrase {
  /// The first day, month or year of an event that is no earlier.
  var firstDay: ProseDate? {
    switch self {
    case .noEarlierThan(let date): date
    case .after(let date):
      date.stretch().flatMap { stretch in
        (date.part == .beginning ? stretch.first : stretch.last.advanced(by: 1))
          .written(date.part == .beginning ? .day : stretch.grain, date.qualifier)
      }
    default: nil
    }
  }

  /// The last day, month or year of an event that is no later.
  var lastDay: ProseDate? {
    switch self {
    case .noLaterThan(let date): date
    case .before(let date):
      date.stretch().flatMap { stretch in
        (date.part == .end ? stretch.last : stretch.first.advanced(by: -1))
          .written(date.part == .end ? .day : stretch.grain, date.qualifier)
      }
    default: nil
    }
  }
}

extension Day {
  var written: ProseDate? { written(.day, []) }

  /// The day, or the month or year that holds it, as a date that could be written.
  func written(_ grain: ProseDate.Stretch.Grain, _ qualifier: Qualifier) -> ProseDate? {
    date.map {
      ProseDate(
        year: $0.year, month: grain == .year ? nil : $0.month,
        day: grain == .day ? $0.day : nil, qualifier: qualifier)
    }
  }
}
