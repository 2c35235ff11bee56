import Chronology

/// Finds dates and periods in prose and says what they mean.
package struct Tagger: Sendable {
  /// Plural nouns that are counted, so that "2000 troops" is not a year.
  let countNouns: Set<String>

  package init(countNouns: Set<String>) { self.countNouns = countNouns }

  /// The time expressions of a run of tokens, without completing years.
  func found(in tokens: [TextToken]) -> [SpanGrammar.Found] {
    let grammar = SpanGrammar(PointGrammar(tokens: tokens, countNouns: countNouns))
    var found: [SpanGrammar.Found] = []
    var index = 0
    while index < tokens.count {
      if isTrigger(tokens[index]), let hit = grammar.expression(at: index) {
        found.append(hit)
        index = hit.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Tags a run of tokens with a clock that completes what the words leave out.
  ///
  /// The clock goes on to the next run: a year that this one mentions completes the next one's.
  package func tag(_ tokens: [TextToken], clock: inout Clock) -> Tags {
    var tags = Tags()
    for hit in found(in: tokens) {
      let isAside =
        tokens[..<hit.tokens.lowerBound].count { $0.text == "(" }
        > tokens[..<hit.tokens.lowerBound].count { $0.text == ")" }
      add(hit, tokens, isAside: isAside, clock: &clock, to: &tags)
    }
    return tags
  }

  private func add(
    _ hit: SpanGrammar.Found, _ tokens: [TextToken], isAside: Bool, clock: inout Clock,
    to tags: inout Tags
  ) {
    let bytes = { (range: Range<Int>) in
      tokens[range.lowerBound].bytes.lowerBound..<tokens[range.upperBound - 1].bytes.upperBound
    }
    let first = tags.timexes.count
    for found in hit.points {
      let point = clock.completed(found.point)
      if let other = found.alternative, let a = point.edtf, let b = other.edtf {
        tags.doubts.append((bytes(found.tokens), "ambiguous date: \(a) or \(b)"))
      }
      tags.timexes.append(
        Timex(
          kind: .date, bytes: bytes(found.tokens), value: point.timexValue,
          modifier: point.timexModifier, rule: found.rule, completion: point.completion))
    }
    let meaning = hit.meaning.map(clock.completed)
    if !isAside { clock.see(meaning.points) }
    guard let text = meaning.edtf, let edtf = try? EDTF(text) else {
      tags.doubts.append((bytes(hit.tokens), "nothing says which year is meant"))
      return
    }
    // An ambiguous date is not guessed: it is a doubt and dates nothing.
    guard !hit.points.contains(where: { $0.alternative != nil }) else { return }
    tags.expressions.append(
      DateExpression(
        bytes: bytes(hit.tokens), edtf: edtf, isPeriod: meaning.isPeriod,
        timexes: Array(first..<tags.timexes.count), rule: hit.rule,
        completion: meaning.points.compactMap(\.completion).first))
  }

  /// Whether an expression can begin with the token; all others are passed over at once.
  private func isTrigger(_ token: TextToken) -> Bool {
    switch token.kind {
    case .number: true
    case .mark: false
    case .word:
      Tagger.triggers.contains(token.lower)
        || token.isCapitalised && CalendarWords.month(token.lower) != nil
    }
  }

  private static let triggers: Set<String> = Set(CalendarWords.seasons.keys).union([
    "from", "since", "until", "till", "up", "between", "by", "no", "not", "early", "mid", "middle",
    "late", "beginning", "start", "end", "first", "second", "third", "fourth", "last", "q", "h",
    "circa", "around", "about", "approximately",
  ])
}

extension SpanGrammar.Meaning {
  /// The same with every date changed.
  func map(_ change: (DatePoint) -> DatePoint) -> Self {
    switch self {
    case .moment(let a): .moment(change(a))
    case .from(let a, let b): .from(change(a), to: change(b))
    case .since(let a): .since(change(a))
    case .until(let a): .until(change(a))
    case .between(let a, let b): .between(change(a), change(b))
    case .noLaterThan(let a): .noLaterThan(change(a))
    case .noEarlierThan(let a): .noEarlierThan(change(a))
    case .oneOf(let points): .oneOf(points.map(change))
    case .allOf(let points): .allOf(points.map(change))
    }
  }

  var points: [DatePoint] {
    switch self {
    case .moment(let a), .since(let a), .until(let a), .noLaterThan(let a), .noEarlierThan(let a):
      [a]
    case .from(let a, let b), .between(let a, let b): [a, b]
    case .oneOf(let points), .allOf(let points): points
    }
  }

  var isPeriod: Bool {
    switch self {
    case .from, .since, .until: true
    default: false
    }
  }

  /// The EDTF text; nil while a year is missing.
  var edtf: String? {
    let texts = points.compactMap(\.edtf)
    guard texts.count == points.count, let first = texts.first, let last = texts.last
    else { return nil }
    let areSets = texts.contains { $0.hasPrefix("[") }
    switch self {
    case .moment: return first
    case .from where !areSets: return "\(first)/\(last)"
    case .since where !areSets: return "\(first)/.."
    case .until where !areSets: return "../\(last)"
    case .between where !areSets: return "[\(first)..\(last)]"
    case .noLaterThan where !areSets: return "[..\(bare(first))]"
    case .noEarlierThan where !areSets: return "[\(bare(first))..]"
    case .oneOf: return "[\(texts.joined(separator: ","))]"
    case .allOf: return "{\(texts.joined(separator: ","))}"
    default: return nil
    }
  }

  /// Without qualification, which the ends of a range cannot carry.
  private func bare(_ text: String) -> String {
    String(text.filter { !"~?%".contains($0) })
  }
}
