import Chronology

/// Joins time expressions with the words around them to what they say together: "from 2004 to
/// 2011", "since 2021", "2018 to date", "between March and May 2005".
struct ExpressionGrammar {
  let grammar: TimexGrammar
  let tagged: [Tagger.Tagged]

  /// What an expression says and which tokens and time expressions it takes.
  struct Found {
    var phrase: Phrase
    var tokens: Range<Int>
    var timexes: [Int]
    var rule: String
  }

  /// The expressions and, where a date cannot be told, the doubt.
  func expressions() -> (found: [Found], doubts: [(tokens: Range<Int>, reason: String)]) {
    var found: [Found] = []
    var doubts: [(tokens: Range<Int>, reason: String)] = []
    var index = 0
    var last = 0
    while index < tagged.count {
      let draft = tagged[index].found
      defer { index += 1 }
      if let lasting = lasting(index) {
        found.append(lasting)
        index += 1
        last = lasting.tokens.upperBound
        continue
      }
      guard isCalendarDate(index) else { continue }
      if let other = draft.alternative {
        let a = tagged[index].resolved.value
        doubts.append((draft.tokens, "ambiguous date: \(a) or \(other.timexValue)"))
        continue
      }
      guard let date = prose(index) else {
        doubts.append((draft.tokens, "nothing says which days are meant"))
        continue
      }
      guard date.year != nil else {
        doubts.append((draft.tokens, "nothing says which year is meant"))
        continue
      }
      let hit = expression(index, date, from: last)
      index += hit.timexes.count - 1
      last = hit.tokens.upperBound
      found.append(hit)
    }
    return (found, doubts)
  }

  // MARK: One expression

  private func expression(_ index: Int, _ date: ProseDate, from last: Int) -> Found {
    let range = tagged[index].found.tokens
    let signal = signal(before: range.lowerBound, from: last)
    let start = signal?.start ?? range.lowerBound
    if let open = openEnd(range.upperBound) {
      return Found(
        phrase: .period(from: limit(date, signal), to: .open), tokens: start..<open,
        timexes: [index], rule: "to date")
    }
    if let (join, other) = joined(index), let second = prose(other), second.year != nil,
      let phrase = pair(signal?.kind, join, date, second, index)
    {
      return Found(
        phrase: phrase.phrase, tokens: start..<tagged[other].found.tokens.upperBound,
        timexes: [index, other], rule: phrase.rule)
    }
    let (phrase, rule) = single(signal, date, tagged[index].found.rule.rawValue)
    return Found(
      phrase: phrase, tokens: start..<range.upperBound, timexes: [index], rule: rule)
  }

  private func limit(_ date: ProseDate, _ signal: Signal?) -> Phrase.Limit {
    signal?.isAtLeast == true ? .orEarlier(date) : .date(date)
  }

  private func single(
    _ signal: Signal?, _ date: ProseDate, _ rule: String
  ) -> (Phrase, String) {
    switch signal?.kind {
    case .since: (.period(from: limit(date, signal), to: .open), "since")
    case .from: (.period(from: limit(date, signal), to: .open), "from")
    case .until:
      (
        .period(from: .notStated, to: signal?.isAtLeast == true ? .orLater(date) : .date(date)),
        "until"
      )
    case .by: (.noLaterThan(date), "by")
    case .notBefore: (.noEarlierThan(date), "no earlier than")
    case .before: (.before(date), "before")
    case .after: (.after(date), "after")
    case .throughout: (.throughout(date), "throughout")
    case .between, nil: (.event(date), rule)
    }
  }

  private enum Join { case to, and, or, slash }

  private func pair(
    _ signal: Signal.Kind?, _ join: Join, _ first: ProseDate, _ second: ProseDate, _ index: Int
  ) -> (phrase: Phrase, rule: String)? {
    switch join {
    case .to:
      guard isInOrder(first, second) else { return nil }
      return (.period(from: .date(first), to: .date(second)), signal == .from ? "from to" : "range")
    case .and where signal == .between && isInOrder(first, second):
      return (.between(first, second), "between")
    case .and:
      guard signal == nil, tagged[index].found.rule == .listedDay else { return nil }
      return (.allOf([.event(first), .event(second)]), "both days")
    case .or:
      guard signal == nil else { return nil }
      return (.oneOf([.event(first), .event(second)]), "one or the other")
    case .slash:
      guard signal == nil, first.day != nil else {
        return isInOrder(first, second)
          ? (.period(from: .date(first), to: .date(second)), "range") : nil
      }
      return (.oneOf([.event(first), .event(second)]), "one or the other")
    }
  }

  private func isInOrder(_ first: ProseDate, _ second: ProseDate) -> Bool {
    guard let a = first.year, let b = second.year else { return false }
    if a != b { return a < b }
    guard let m = first.month, let n = second.month else {
      // "2011 to December 2011" and the like run within one year.
      return first.month == nil && first.season == nil || second.season != nil
        || second.month == nil
    }
    return m < n || m == n && (first.day ?? 0) <= (second.day ?? 31)
  }

  /// The date that follows a joining word directly.
  private func joined(_ index: Int) -> (Join, Int)? {
    guard index + 1 < tagged.count, isCalendarDate(index + 1),
      tagged[index + 1].found.alternative == nil
    else { return nil }
    var at = tagged[index].found.tokens.upperBound
    let next = tagged[index + 1].found.tokens.lowerBound
    guard at < next, next - at <= 3 else { return nil }
    let join: Join
    if grammar.isMark(at, "-") {
      join = .to
    } else if grammar.isMark(at, "/") {
      join = .slash
    } else {
      switch grammar.key(at) {
      case .to, .through, .until: join = .to
      case .and: join = .and
      case .or: join = .or
      default: return nil
      }
    }
    at += 1
    while at < next, grammar.key(at) == .the || grammar.key(at) == .in || grammar.key(at) == .about
    {
      at += 1
    }
    return at == next ? (join, index + 1) : nil
  }

  /// The index behind "to date", "– present", "onwards", or a dash that nothing follows.
  private func openEnd(_ index: Int) -> Int? {
    if grammar.key(index) == .onward { return index + 1 }
    var at = index
    if grammar.isMark(at, "-") {
      at += 1
      if grammar.token(at) == nil || grammar.isMark(at, ")") || grammar.isMark(at, "|") {
        return at
      }
    } else {
      switch grammar.key(at) {
      case .to, .until, .through: at += 1
      default: return nil
      }
    }
    if grammar.key(at) == .the { at += 1 }
    switch grammar.key(at) {
    case .present, .date, .today, .current: break
    default:
      guard grammar.words.isNow(grammar.token(at)) || grammar.words.isOngoing(grammar.token(at))
      else { return nil }
    }
    return grammar.key(at) == .present && grammar.key(at + 1) == .day ? at + 2 : at + 1
  }

  // MARK: Signals

  private struct Signal {
    enum Kind { case since, from, until, by, notBefore, before, after, between, throughout }
    let kind: Kind
    /// The token that it begins with.
    let start: Int
    var isAtLeast = false
  }

  /// The word before a date that says how it bounds what happened.
  private func signal(before index: Int, from last: Int) -> Signal? {
    var at = index - 1
    while at > last,
      grammar.key(at) == .the || grammar.key(at) == .about
        || grammar.key(at) == .year
    {
      at -= 1
    }
    var isAtLeast = false
    if at > last, grammar.key(at) == .least, grammar.key(at - 1) == .at {
      isAtLeast = true
      at -= 2
    }
    guard at >= last else { return nil }
    switch grammar.key(at) {
    case .since: return Signal(kind: .since, start: at, isAtLeast: isAtLeast)
    case .from: return Signal(kind: .from, start: at, isAtLeast: isAtLeast)
    case .until: return Signal(kind: .until, start: at, isAtLeast: isAtLeast)
    case .to where at > last && grammar.key(at - 1) == .up:
      return Signal(kind: .until, start: at - 1, isAtLeast: isAtLeast)
    case .by: return Signal(kind: .by, start: at)
    case .than where at >= last + 2:
      let isNot = grammar.key(at - 2) == .no || grammar.key(at - 2) == .not
      guard isNot else { return nil }
      if grammar.key(at - 1) == .later { return Signal(kind: .by, start: at - 2) }
      return grammar.key(at - 1) == .earlier ? Signal(kind: .notBefore, start: at - 2) : nil
    case .before:
      if at >= last + 2, grammar.key(at - 1) == .or, grammar.key(at - 2) == .on {
        return Signal(kind: .by, start: at - 2)
      }
      return Signal(kind: .before, start: at)
    case .after:
      if at >= last + 2, grammar.key(at - 1) == .or, grammar.key(at - 2) == .on {
        return Signal(kind: .notBefore, start: at - 2)
      }
      return Signal(kind: .after, start: at)
    case .between: return Signal(kind: .between, start: at)
    case .throughout: return Signal(kind: .throughout, start: at)
    default: return nil
    }
  }

  /// "For six months from 1 July 2004": a duration and the date from which it counts.
  private func lasting(_ index: Int) -> Found? {
    guard case .duration(let written) = tagged[index].found.meaning, index + 1 < tagged.count,
      isCalendarDate(index + 1), tagged[index + 1].found.alternative == nil,
      let length = Phrase.Length(written)
    else { return nil }
    let range = tagged[index].found.tokens
    let next = tagged[index + 1].found.tokens
    guard grammar.key(range.lowerBound - 1) == .for, next.lowerBound == range.upperBound + 1,
      grammar.key(range.upperBound) == .from, let date = prose(index + 1), date.year != nil
    else { return nil }
    return Found(
      phrase: .lasting(length, from: date), tokens: range.lowerBound - 1..<next.upperBound,
      timexes: [index, index + 1], rule: "for so long from")
  }

  private func prose(_ index: Int) -> ProseDate? { tagged[index].resolved.point?.prose }

  /// Whether a time expression is a date that says when something happened.
  private func isCalendarDate(_ index: Int) -> Bool {
    guard tagged[index].resolved.point != nil else { return false }
    switch tagged[index].found.meaning {
    case .point, .relative, .within, .daypart: return true
    case .shift:
      return tagged[index].found.rule != .definiteUnit && tagged[index].found.rule != .theWeekend
    case .corresponding, .quarterOf, .reference, .listed, .duration, .set: return false
    }
  }
}

extension Phrase.Length {
  /// Six months as `P6M` has them; nil for what is no whole number of calendar units.
  fileprivate init?(_ length: TimeLength) {
    guard length.second == nil, let count = length.first.amount.whole, count > 0 else { return nil }
    switch length.first.unit {
    case .day: self.init(count, .day)
    case .week: self.init(count, .week)
    case .month: self.init(count, .month)
    case .year: self.init(count, .year)
    default: return nil
    }
  }
}
