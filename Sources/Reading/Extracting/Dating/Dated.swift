import Chronology
import Statements

/// A date expression with the tokens that it takes.
struct Dated {
  let expression: DateExpression
  let tokens: Range<Int>
}

/// Finds the dates of a range of tokens: the one place where extraction asks the tagger.
struct DateReader {
  let text: LexedText
  let tagger: Tagger

  /// - Parameter clock: completes what the words leave out, and goes on to the next range.
  func dates(in range: Range<Int>, clock: inout Clock) -> (dates: [Dated], doubts: [Doubt]) {
    guard !range.isEmpty, range.contains(where: { isHint($0) }) else { return ([], []) }
    let tags = tags(in: range, clock: &clock)
    guard !tags.expressions.isEmpty || !tags.doubts.isEmpty else { return ([], []) }
    var dates = tags.expressions.compactMap { expression -> Dated? in
      guard let tokens = text.tokens(ofBytes: expression.bytes, in: range),
        !isReference(tokens, in: range, expression.completion)
      else { return nil }
      return Dated(expression: withEffect(expression, tokens), tokens: tokens)
    }
    // "One week later, on 21 December 1995" is one date, and the second says it.
    for (index, pair) in zip(dates, dates.dropFirst()).enumerated().reversed()
    where pair.0.expression.completion != nil || pair.1.expression.completion != nil {
      let between = pair.0.tokens.upperBound..<pair.1.tokens.lowerBound
      guard between.count <= 2 else { continue }
      let isApposition = between.allSatisfy {
        text.tokens[$0].isMark(",") || text.tokens[$0].isWord(.on)
      }
      // "30 July of the same year"
      let isOfYear = between.contains { text.tokens[$0].isWord(.of) }
      if isApposition, pair.0.expression.completion != nil, pair.1.expression.completion == nil {
        dates.remove(at: index)
      } else if isOfYear, pair.1.expression.completion != nil {
        dates.remove(at: index + 1)
      }
    }
    let doubts = tags.doubts.compactMap { doubt in
      Passage(of: text.document, bytes: doubt.bytes).map {
        Doubt(passage: $0, reason: doubt.reason)
      }
    }
    return (dates, doubts)
  }

  private func tags(in range: Range<Int>, clock: inout Clock) -> Tags {
    let utf8 = text.utf8
    let bytes = text.bytes(of: range)
    let marked = text.markedDates.within(bytes)
    // Between the blocks of a label and its value stands what no block holds: a bullet, a bar.
    let isWithinBlock = !range.dropFirst().contains {
      text.timeTokens[$0].shape.contains(.newParagraph)
    }
    guard isWithinBlock else {
      return tagger.tag(utf8.span, in: bytes, clock: &clock, marked: marked, wantsTimexes: false)
    }
    var tokens = Array(text.timeTokens[range])
    tokens[0] = tokens[0].opening
    return tagger.tag(tokens, of: utf8.span, clock: &clock, marked: marked, wantsTimexes: false)
  }

  /// Whether what looks like a year is a number of something: "resolutions 1739 (2007)", "S/2008/451".
  private func isReference(
    _ range: Range<Int>, in sentence: Range<Int>, _ completion: String?
  ) -> Bool {
    let tokens = text.tokens
    let first = range.lowerBound
    if first > sentence.lowerBound, tokens[first].touches, tokens[first - 1].isMark("/") {
      return true
    }
    // "A mere ten years or so earlier" is no date.
    if range.contains(where: { tokens[$0].isWord(.or) })
      || first > sentence.lowerBound + 1
        && range.upperBound < sentence.upperBound && tokens[range.upperBound].isWord(.or)
    {
      return completion != nil
    }
    // "The last day of the mission" is defined by the mission.
    if range.contains(where: { tokens[$0].isWord(.last) }), range.upperBound < sentence.upperBound,
      tokens[range.upperBound].isWord(.of)
    {
      return true
    }
    guard tokens[first].kind == .number, tokens[first].count == 4 else { return false }
    let next = first + 1
    // "Resolutions 1542 (2004), 1608 (2005)"
    if range.count == 1, first > sentence.lowerBound + 1, tokens[first - 1].isMark("("),
      tokens[first - 2].kind == .number, next < sentence.upperBound, tokens[next].isMark(")")
    {
      return true
    }
    if next + 2 < sentence.upperBound, tokens[next].isMark("("), tokens[next + 1].kind == .number,
      tokens[next + 1].count == 4, tokens[next + 2].isMark(")")
    {
      return true
    }
    return range.count == 1 && first > sentence.lowerBound
      && tokens[first - 1].isAny(of: [.resolution, .resolutions, .unscr, .no])
  }

  /// "With effect from 1 October 2003" is a day and no period.
  private func withEffect(_ expression: DateExpression, _ tokens: Range<Int>) -> DateExpression {
    guard tokens.lowerBound > 1, text.tokens[tokens.lowerBound - 1].count == "effect".utf8.count,
      text.quote(tokens.lowerBound - 1..<tokens.lowerBound).lowercased() == "effect"
    else { return expression }
    let edtf = expression.edtf.description
    guard edtf.hasSuffix("/.."), let day = try? EDTF(String(edtf.dropLast(3)))
    else { return expression }
    return DateExpression(
      bytes: expression.bytes, edtf: day, isPeriod: false, timexes: expression.timexes,
      rule: expression.rule, completion: expression.completion)
  }

  /// Whether a token may belong to a date: all do that a tagger looks at twice.
  private func isHint(_ index: Int) -> Bool {
    let token = text.timeTokens[index]
    return token.kind == .number || token.word != .unknown
  }
}
