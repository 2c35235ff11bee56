import Chronology

/// Whether day or month comes first in dates such as 04/05/2003.
package enum DayOrder: Hashable, Sendable { case dayFirst, monthFirst }

extension Tagger {
  /// Bytes at the head of a text after which its domain is known.
  private static let sample = 1 << 16

  /// Whether a text tells of the past, by its head: it writes several years, and far more of them than
  /// of days that count from its own ("Tuesday", "last week").
  func isNarrative(_ text: Span<UInt8>) -> Bool {
    var years = 0
    var deictics = 0
    let tokens = lexer.tokens(of: text, in: 0..<min(text.count, Tagger.sample))
    let grammar = TimexGrammar(tokens: tokens, words: words, holidays: holidays)
    for index in tokens.indices {
      switch tokens[index].kind {
      case .number where tokens[index].count == 4: if grammar.isYear(index) { years += 1 }
      case .word where tokens[index].word != .unknown:
        let word = grammar[index]
        if word.has([.weekday, .dayDeictic, .nightDeictic])
          || word.has(.unit) && grammar.isDeictic(index - 1)
        {
          deictics += 1
        } else if word.has(.era), tokens[index].isUpperCase {
          years += 1
        }
      default: break
      }
    }
    return years >= (deictics == 0 ? 2 : 4) && years >= 4 * deictics
  }

  /// The order of day and month that dates with slashes settle: 13/05/2003. Nil where there are
  /// none, or some of either order.
  static func settledOrder(_ text: Span<UInt8>) -> DayOrder? {
    var order: DayOrder?
    for at in 1..<max(text.count - 5, 1) where text[at] == UInt8(ascii: "/") {
      guard let (first, second) = dayAndMonth(text, around: at),
        (first > 12) != (second > 12)
      else { continue }
      let found: DayOrder = first > 12 ? .dayFirst : .monthFirst
      if let order, order != found { return nil }
      order = found
    }
    return order
  }

  /// The numbers before and after the first slash of `13/05/2003`, both 1 to 31.
  private static func dayAndMonth(
    _ text: Span<UInt8>, around slash: Int
  ) -> (first: Int, second: Int)? {
    func digit(_ index: Int) -> Int? {
      guard index >= 0, index < text.count, text[index] &- 0x30 < 10 else { return nil }
      return Int(text[index] - 0x30)
    }
    guard let low = digit(slash - 1), let next = digit(slash + 1) else { return nil }
    let first = digit(slash - 2).map { $0 * 10 + low } ?? low
    let second = digit(slash + 2).map { next * 10 + $0 } ?? next
    let end = digit(slash + 2) == nil ? slash + 2 : slash + 3
    guard end < text.count, text[end] == UInt8(ascii: "/"),
      (1...4).allSatisfy({ digit(end + $0) != nil }),
      digit(end + 5) == nil, digit(slash - 3) == nil, (1...31).contains(first),
      (1...31).contains(second)
    else { return nil }
    return (first, second)
  }

  /// The one whole date of a line among the first six that has little else: "Date: 5 May 2004", or of
  /// one that opens as agencies do: "BAGHDAD, 5 May 2004 (…) –".
  func dateline(_ text: Span<UInt8>) -> Day? {
    var start = 0
    var lines = 0
    while start < text.count, lines < 6 {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      let tokens = lexer.tokens(of: text, in: start..<min(end, start + 400))
      guard !tokens.isEmpty else { continue }
      lines += 1
      let grammar = TimexGrammar(tokens: tokens, words: words, holidays: holidays)
      let dates = grammar.drafts().filter { draft in
        if case .point(let point) = draft.meaning { return point.wholeDay != nil }
        return false
      }
      guard let first = dates.first, dates.count == 1, first.alternative == nil,
        case .point(let point) = first.meaning
      else { continue }
      let isAlone = tokens.count - first.tokens.count <= 4
      let opens =
        tokens[0].isUpperCase && first.tokens.lowerBound <= 5
        && tokens[..<first.tokens.lowerBound].allSatisfy { $0.isUpperCase || $0.kind == .mark }
      if isAlone || opens { return point.wholeDay }
    }
    return nil
  }

  /// Cuts a text at empty lines, and at line ends where a paragraph grows long, so that memory stays
  /// flat.
  func forEachParagraph(of text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    var at = 0
    while at < text.count {
      guard text[at] == 0x0A else {
        at += 1
        continue
      }
      var next = at + 1
      while next < text.count, text[next] == 0x20 || text[next] == 0x0D || text[next] == 0x09 {
        next += 1
      }
      if next < text.count, text[next] == 0x0A || at - start > 4096 {
        body(start..<at)
        start = at
      }
      at = next
    }
    if start < text.count { body(start..<text.count) }
  }
}
