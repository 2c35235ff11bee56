import Chronology
import Statements

extension Tagger {
  /// Tags a run of tokens with a clock that completes what the words leave out.
  ///
  /// The clock goes on to the next run: a year that this one mentions completes the next one's.
  /// - Parameters:
  ///   - tokens: tokens that `lexer` made of `text`, a sentence or a paragraph.
  ///   - text: the UTF-8 bytes that the tokens point into.
  package func tag(_ tokens: [Token], of text: Span<UInt8>, clock: inout Clock) -> Tags {
    tag(tokens, of: text, clock: &clock, marked: [])
  }

  /// - Parameters:
  ///   - marked: the dates that the file states beside words of the run.
  ///   - wantsTimexes: whether expressions alone will not do.
  func tag(
    _ tokens: [Token], of text: Span<UInt8>, clock: inout Clock, marked: [MarkedDate],
    wantsTimexes: Bool = true
  ) -> Tags {
    var tags = Tags()
    let tagged = tagged(tokens, of: text, clock: &clock, marked: marked)
    guard !tagged.isEmpty else { return tags }
    if wantsTimexes || !marked.isEmpty { tags.timexes = tagged.map { timex($0, tokens) } }
    let grammar = TimexGrammar(tokens: tokens, words: words, holidays: holidays)
    let (found, doubts) = ExpressionGrammar(grammar: grammar, tagged: tagged).expressions()
    func bytes(_ range: Range<Int>) -> Range<Int> {
      Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }
    for hit in found {
      let completion = hit.timexes.compactMap { index in
        tagged[index].resolved.completion.map { completed in
          guard completed != .markup else { return "settled by \(completed.words)" }
          let year = tagged[index].resolved.point?.year.map { "year \($0) " } ?? ""
          return "\(year)\(Statement.completion) \(completed.words)"
        }
      }.first
      guard let edtf = hit.phrase.edtf() else {
        tags.doubts.append((bytes(hit.tokens), "a date that EDTF has no text for"))
        continue
      }
      tags.expressions.append(
        DateExpression(
          bytes: bytes(hit.tokens), edtf: edtf, isPeriod: hit.phrase.isPeriod,
          timexes: hit.timexes, rule: hit.rule, completion: completion))
    }
    tags.doubts += doubts.map { (bytes($0.tokens), $0.reason) }
    tags.compare(with: marked, tagged)
    return tags
  }

  /// Tags a range of a text.
  package func tag(_ text: Span<UInt8>, in range: Range<Int>, clock: inout Clock) -> Tags {
    tag(text, in: range, clock: &clock, marked: [])
  }

  /// - Parameter marked: the dates that the file states beside words of the range.
  func tag(
    _ text: Span<UInt8>, in range: Range<Int>, clock: inout Clock, marked: [MarkedDate],
    wantsTimexes: Bool = true
  ) -> Tags {
    tag(
      lexer.tokens(of: text, in: range), of: text, clock: &clock, marked: marked,
      wantsTimexes: wantsTimexes)
  }
}

extension Phrase {
  /// Whether the words tell of a period rather than of a moment.
  fileprivate var isPeriod: Bool {
    switch self {
    case .period, .throughout, .era, .lasting, .ending: true
    case .event, .noLaterThan, .noEarlierThan, .before, .after, .between, .oneOf, .allOf: false
    }
  }
}
