package import Statements

/// Finds time expressions in prose and says what they mean.
package struct Tagger: Sendable {
  package let lexer: Lexer
  let words: TimeWords
  let holidays: Holidays

  /// - Parameter countNouns: plural nouns that are counted, so that "2000 troops" is not a year.
  /// - Throws: `VocabularyError` where a list of time words cannot be used.
  package init(
    vocabulary: Vocabulary, countNouns: some Sequence<String>
  ) throws(VocabularyError) {
    var table = WordTable()
    var words = try TimeWords(vocabulary: vocabulary, words: &table)
    holidays = try Holidays(vocabulary: vocabulary, words: &table)
    words.count(countNouns, words: &table)
    words.take(holidays)
    self.words = words
    lexer = Lexer(words: table)
  }

  /// What the tagger found with what it means: a step between the grammar and its readers.
  struct Tagged {
    let found: TimexGrammar.Found
    let resolved: Resolver.Resolved
  }

  /// The expressions of a run of tokens, completed by a clock that goes on to the next run.
  ///
  /// - Parameters:
  ///   - isParagraph: whether the run is a paragraph of a text without a layout, which may be a
  ///     heading or stand under one. Sentences of an outline have their section in the clock.
  ///   - marked: the dates that the file states beside words of the run.
  func tagged(
    _ tokens: [Token], of text: Span<UInt8>, clock: inout Clock, isParagraph: Bool = false,
    marked: [MarkedDate] = []
  ) -> [Tagged] {
    let grammar = TimexGrammar(
      tokens: tokens, words: words, holidays: holidays, isNarrative: !clock.isNews, isBC: clock.isBC
    )
    var drafts = grammar.drafts()
    guard !drafts.isEmpty else { return [] }
    for index in drafts.indices {
      if !marked.isEmpty { drafts[index].settle(by: marked, in: tokens) }
      drafts[index].settle(clock.order)
    }
    grammar.coordinate(&drafts)
    var tagged: [Tagged] = []
    tagged.reserveCapacity(drafts.count)
    if isParagraph {
      clock.beginParagraph()
      if let years = grammar.headingYears(drafts) { clock.head(years) }
    }
    var isLead = true
    for draft in drafts {
      let tense = draft.needsTense ? grammar.tense(near: draft.tokens, of: text) : .unknown
      let resolved = Resolver(clock: clock, words: words, tense: tense).resolve(draft.meaning)
      if let point = resolved.point {
        clock.see(
          point,
          isAside: point.holiday != nil && point.completion != nil
            || grammar.isAside(draft.tokens.lowerBound) || grammar.isName(draft)
            || draft.isOfAnotherTime
            || grammar.isLookingAhead(draft.tokens, point, clock, of: text), isLead: isLead)
        isLead = false
      }
      tagged.append(Tagged(found: draft, resolved: resolved))
    }
    return tagged
  }

  func timex(_ tagged: Tagged, _ tokens: [Token]) -> Timex {
    let range = tagged.found.tokens
    return Timex(
      kind: tagged.found.kind,
      bytes: Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end),
      value: tagged.resolved.value, modifier: tagged.found.modifier?.rawValue,
      rule: tagged.found.rule.rawValue,
      completion: tagged.resolved.completion,
      alternative: tagged.found.alternative?.timexValue, anchor: tagged.found.anchor)
  }
}

extension TimexGrammar.Found {
  /// Takes the reading of 04/05/2003 that the text's other dates settle.
  fileprivate mutating func settle(_ order: DayOrder?) {
    guard let order, let other = alternative else { return }
    if order == .monthFirst { meaning = .point(other) }
    alternative = nil
  }

  /// From when it counts, where that is not written in it.
  fileprivate var anchor: Timex.Anchor? {
    switch meaning {
    case .relative(_, _, let anchor), .shift(_, _, let anchor, _), .daypart(_, _, let anchor),
      .within(_, _, let anchor):
      anchor == .document ? .documentDate : .dateTold
    case .corresponding: .dateTold
    case .point, .quarterOf, .reference, .listed, .duration, .set: nil
    }
  }

  /// Whether it names a time to compare with, which is not what is told.
  fileprivate var isOfAnotherTime: Bool {
    switch meaning {
    case .corresponding(let years): years != 0
    case .quarterOf: true
    default: false
    }
  }

  /// Whether the verbs near it may decide what it means.
  fileprivate var needsTense: Bool {
    switch meaning {
    case .point(let point): point.year == nil
    case .relative(_, let direction, _): direction == 0
    default: false
    }
  }
}

extension TimexGrammar {
  /// The years that a short run of words without a full stop gives, as headings do; nil for other
  /// text and for headings without one.
  fileprivate func headingYears(_ drafts: [Found]) -> ClosedRange<Int>? {
    guard tokens.count <= 12, tokens.last?.isMark(".") == false, !drafts.isEmpty else { return nil }
    let years = drafts.compactMap { draft -> Int? in
      guard case .point(let point) = draft.meaning, point.precision == .year else { return nil }
      return point.year
    }
    guard years.count == drafts.count, let first = years.min(), let last = years.max() else {
      return nil
    }
    return first...last
  }

  /// Whether a date ends what is told ("until the fall of Budapest in February 1945") or is only
  /// foreseen, so that the narrative goes on before it.
  fileprivate func isLookingAhead(
    _ range: Range<Int>, _ point: DatePoint, _ clock: Clock, of text: Span<UInt8>
  ) -> Bool {
    guard let year = point.year, let known = clock.year, year > known else { return false }
    // "A campaign planned for 1976"
    if point.precision == .year, !clock.isNews, tense(near: range, of: text) == .future {
      return true
    }
    let index = range.lowerBound
    // "Until 31 March 2003" is told; a date within what ends it is not.
    var at = index - 3
    while at >= 0, index - at < 9, tokens[at].kind == .word {
      if key(at) == .until { return true }
      at -= 1
    }
    return false
  }

  /// Gives dates without a year the year of the date that they are joined to: "March to June 1944".
  func coordinate(_ drafts: inout [Found]) {
    guard drafts.count > 1 else { return }
    for index in drafts.indices.dropLast().reversed() {
      guard case .point(var point) = drafts[index].meaning, point.year == nil,
        point.month != nil || point.part != nil,
        case .point(let next) = drafts[index + 1].meaning, let year = next.year,
        next.era == .year, next.month != nil || next.part != nil
      else { continue }
      let gap = drafts[index].tokens.upperBound..<drafts[index + 1].tokens.lowerBound
      guard (1...2).contains(gap.count), gap.allSatisfy({ joins($0) }) else { continue }
      // "November to March 1945" began a year before.
      let isBefore =
        (point.month ?? 0) > (next.month ?? 12) && key(gap.lowerBound) != .and
        && key(gap.lowerBound) != .or && point.month != nil && next.month != nil
      point.year = isBefore ? year - 1 : year
      point.isWrittenBC = next.isWrittenBC
      point.completion = .coordination
      drafts[index].meaning = .point(point)
    }
  }

  private func joins(_ index: Int) -> Bool {
    if isMark(index, "-") || isMark(index, ",") || isMark(index, "/") || isMark(index, "&") {
      return true
    }
    switch key(index) {
    case .and, .or, .to, .through, .until: return true
    default: return false
    }
  }

  /// Whether a token stands in parentheses that opened in the same sentence.
  func isAside(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, index - at < 30 {
      if isMark(at, ")") { return false }
      if isMark(at, "(") { return true }
      at -= 1
    }
    return false
  }

  /// Whether a year names an event: "the 1972 offensive".
  fileprivate func isName(_ draft: Found) -> Bool {
    guard draft.rule == .year, isPlainNoun(draft.tokens.upperBound) else { return false }
    switch key(draft.tokens.lowerBound - 1) {
    case .the, .possessive, .a: return true
    default: return token(draft.tokens.lowerBound - 1)?.word == words.possessive
    }
  }

  /// What the nearest verb in the sentence says of an expression's time.
  func tense(near range: Range<Int>, of text: Span<UInt8>) -> Resolver.Tense {
    // "Wednesday's ruling" was made.
    if token(range.upperBound)?.word == words.possessive { return .past }
    switch key(range.lowerBound - 1) {
    case .until, .by, .next: return .future
    case .since: return .past
    default: break
    }
    var at = range.lowerBound - 1
    var steps = 0
    while at >= 0, steps < 25, !endsSentence(at) {
      if let tense = cue(at, text) { return tense }
      at -= 1
      steps += 1
    }
    at = range.upperBound
    steps = 0
    while at < tokens.count, steps < 15, !endsSentence(at) {
      if let tense = cue(at, text) { return tense }
      at += 1
      steps += 1
    }
    return .unknown
  }

  private func endsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isMark(".") && index + 1 < tokens.count && tokens[index + 1].isCapitalised
      && !tokens[index + 1].touches && index > 0 && tokens[index - 1].count > 3
  }

  private func cue(_ index: Int, _ text: Span<UInt8>) -> Resolver.Tense? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    switch words[token].key {
    case .will: return .future
    case .pastTense: return .past
    case .be: return .past
    default: if words.isFutureCue(token) { return .future }
    }
    guard token.word == .unknown, token.count > 3, !token.isCapitalised else { return nil }
    let end = Int(token.end)
    return text[end - 2] == UInt8(ascii: "e") && text[end - 1] == UInt8(ascii: "d") ? .past : nil
  }
}
