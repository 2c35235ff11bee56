/// The grammar of dates and periods with the words that join them: "from 2004 to 2011",
/// "since 2021", "2018 to date", "12–15 May 2004".
struct SpanGrammar {
  /// What an expression says, before years are completed.
  enum Meaning: Hashable {
    case moment(DatePoint)
    case from(DatePoint, to: DatePoint)
    case since(DatePoint)
    case until(DatePoint)
    /// One moment that lies in a range.
    case between(DatePoint, DatePoint)
    case noLaterThan(DatePoint)
    case noEarlierThan(DatePoint)
    case oneOf([DatePoint])
    case allOf([DatePoint])
  }

  struct Found {
    let meaning: Meaning
    let tokens: Range<Int>
    /// The token ranges of its single dates.
    let points: [PointGrammar.Found]
    let rule: String
  }

  let grammar: PointGrammar
  private var tokens: [TextToken] { grammar.tokens }

  init(_ grammar: PointGrammar) { self.grammar = grammar }

  /// The expression that begins at a token.
  func expression(at index: Int) -> Found? {
    guard let first = grammar.token(index) else { return nil }
    if let led = led(by: first.lower, at: index) { return led }
    if let shared = sharedEnd(at: index) { return shared }
    guard let start = hedged(index) else { return nil }
    return rightOf(start, at: index, isFrom: false)
      ?? Found(
        meaning: .moment(start.point), tokens: index..<start.tokens.upperBound, points: [start],
        rule: start.rule)
  }

  /// Expressions that a word opens.
  private func led(by word: String, at index: Int) -> Found? {
    switch word {
    case "from":
      if let shared = sharedEnd(at: index + 1), case .from = shared.meaning { return shared }
      guard let start = date(index + 1) else { return nil }
      return rightOf(start, at: index, isFrom: true)
        ?? Found(
          meaning: .since(start.point), tokens: index..<start.tokens.upperBound, points: [start],
          rule: "from")
    case "since":
      return one(after: index + 1, from: index, "since") { .since($0) }
    case "until", "till":
      return one(after: index + 1, from: index, "until") { .until($0) }
    case "up":
      guard follows(index, ["to"]) || follows(index, ["until"]) else { return nil }
      return one(after: index + 2, from: index, "until") { .until($0) }
    case "between":
      guard let low = date(index + 1), grammar.token(low.tokens.upperBound)?.lower == "and",
        let high = date(low.tokens.upperBound + 1)
      else { return sharedBetween(index) }
      return pair(low, high, index, "between") { .between($0, $1) }
    case "by":
      return one(after: index + 1, from: index, "by") { .noLaterThan($0) }
    case "no", "not":
      if follows(index, ["later", "than"]) {
        return one(after: index + 3, from: index, "by") { .noLaterThan($0) }
      }
      guard follows(index, ["earlier", "than"]) else { return nil }
      return one(after: index + 3, from: index, "no earlier than") { .noEarlierThan($0) }
    default:
      return nil
    }
  }

  private func one(
    after next: Int, from index: Int, _ rule: String, _ meaning: (DatePoint) -> Meaning
  ) -> Found? {
    var at = next
    while let word = grammar.token(at), ["at", "least", "the", "year"].contains(word.lower) {
      at += 1
    }
    guard let found = date(at) ?? date(next) else { return nil }
    return Found(
      meaning: meaning(found.point), tokens: index..<found.tokens.upperBound, points: [found],
      rule: rule)
  }

  private func pair(
    _ low: PointGrammar.Found, _ high: PointGrammar.Found, _ index: Int, _ rule: String,
    _ meaning: (DatePoint, DatePoint) -> Meaning
  ) -> Found {
    let (a, b) = share(low.point, high.point)
    return Found(
      meaning: meaning(a, b), tokens: index..<high.tokens.upperBound, points: [low, high],
      rule: rule)
  }

  /// What stands to the right of a first date: a dash or "to" and a second one, or "to date".
  private func rightOf(_ start: PointGrammar.Found, at index: Int, isFrom: Bool) -> Found? {
    let next = start.tokens.upperBound
    guard let join = grammar.token(next) else { return nil }
    if ["onwards", "onward"].contains(join.lower) {
      return open(start, index, next + 1)
    }
    // 1998–99 and 2004/05: the second year in two digits.
    if start.rule == "year", join.isDash || join.text == "/", let year = start.point.year,
      let short = grammar.token(next + 1), short.text.utf8.count == 2, let tail = short.number,
      tokens[next - 1].touches(join), join.touches(short),
      tail == (year + 1) % 100 || tail > year % 100,
      !(grammar.token(next + 2).map { $0.isDash && short.touches($0) } ?? false),
      join.text == "–" || tail > 12 || join.text == "/"
    {
      let end = PointGrammar.Found(
        point: DatePoint(year: year / 100 * 100 + tail), tokens: next + 1..<next + 2, rule: "year")
      return pair(start, end, index, "short year") { .from($0, to: $1) }
    }
    let isTo = ["to", "through", "until", "till"].contains(join.lower)
    guard isTo || join.isDash else { return nil }
    var at = next + 1
    if grammar.token(at)?.lower == "the" { at += 1 }
    if let word = grammar.token(at), CalendarWords.presentWords.contains(word.lower) {
      return open(start, index, at + 1)
    }
    guard let end = date(next + 1) else { return nil }
    // "sent in 2004 to 2011 Main Street" has no second date; "in 2003 to July 2004" has.
    guard isFrom || end.point.precision >= .decade else { return nil }
    let (a, b) = share(start.point, end.point)
    guard isInOrder(a, b) else { return nil }
    return pair(start, end, index, isTo ? "from to" : "range") { .from($0, to: $1) }
  }

  private func open(_ start: PointGrammar.Found, _ index: Int, _ end: Int) -> Found {
    Found(meaning: .since(start.point), tokens: index..<end, points: [start], rule: "to date")
  }

  /// `12–15 May 2004`, `March to June 1944`, `7/8 July 2016` (two days, one of which).
  private func sharedEnd(at index: Int) -> Found? {
    guard let day = grammar.dayNumber(index), let join = grammar.token(day.next),
      join.isDash || join.text == "/" || join.lower == "to" || join.lower == "and"
    else { return nil }
    guard let end = grammar.point(at: day.next + 1), let month = end.point.month,
      let last = end.point.day, last > day.number || join.text != "/"
    else { return nil }
    var point = DatePoint(year: end.point.year, month: month, day: day.number)
    point.completion = end.point.completion
    guard day.number < last else { return nil }
    let start = PointGrammar.Found(point: point, tokens: index..<day.next, rule: "day")
    if join.text == "/" {
      return pair(start, end, index, "either day") { .oneOf([$0, $1]) }
    }
    if join.lower == "and" { return pair(start, end, index, "both days") { .allOf([$0, $1]) } }
    return pair(start, end, index, "shared month") { .from($0, to: $1) }
  }

  /// `between 3 and 9 May 2005`.
  private func sharedBetween(_ index: Int) -> Found? {
    guard let shared = sharedEnd(at: index + 1), case .allOf(let points) = shared.meaning,
      points.count == 2
    else { return nil }
    return Found(
      meaning: .between(points[0], points[1]), tokens: index..<shared.tokens.upperBound,
      points: shared.points, rule: "between")
  }

  /// A date with "the", "about" or "circa" before it.
  private func hedged(_ index: Int) -> PointGrammar.Found? {
    let hedges: Set<String> = ["circa", "around", "about", "approximately"]
    if let word = grammar.token(index), hedges.contains(word.lower),
      var found = grammar.point(at: index + 1), found.rule != "year" || word.lower == "circa"
    {
      found.point.isApproximate = true
      return PointGrammar.Found(
        point: found.point, tokens: index..<found.tokens.upperBound, rule: "about")
    }
    return grammar.point(at: index)
  }

  private func date(_ index: Int) -> PointGrammar.Found? {
    let at = grammar.token(index)?.lower == "the" ? index + 1 : index
    return hedged(at)
  }

  private func follows(_ index: Int, _ words: [String]) -> Bool {
    words.indices.allSatisfy { grammar.token(index + 1 + $0)?.lower == words[$0] }
  }

  /// Gives the first date the year, or the month, that only the second one has, and the reverse.
  private func share(_ a: DatePoint, _ b: DatePoint) -> (DatePoint, DatePoint) {
    var low = a
    var high = b
    if low.year == nil { low.year = high.year }
    if high.year == nil { high.year = low.year }
    return (low, high)
  }

  private func isInOrder(_ a: DatePoint, _ b: DatePoint) -> Bool {
    guard let first = a.year, let second = b.year else { return true }
    if first != second { return first < second }
    guard let m = a.month, let n = b.month else { return a.part == nil && b.part == nil }
    return m < n || (m == n && (a.day ?? 0) <= (b.day ?? 31))
  }
}
