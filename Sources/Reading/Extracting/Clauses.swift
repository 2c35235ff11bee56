/// Divides a sentence among its dates: each gets the shortest run of words that carries it and its
/// event.
enum Clauses {
  /// A clause for each date, as token ranges of the sentence.
  ///
  /// - Parameter dates: token ranges of the dates, in order.
  static func clauses(of tokens: [TextToken], dates: [Range<Int>]) -> [Range<Int>] {
    guard dates.count > 1 else {
      return dates.map { shortened(tokens.indices, around: $0, tokens) }
    }
    var clauses: [Range<Int>] = []
    var start = tokens.startIndex
    for (index, date) in dates.enumerated() {
      let next = index + 1 < dates.count ? dates[index + 1] : nil
      var end = next.map { leftEnd(from: date.upperBound, to: $0.lowerBound, in: tokens) }
      // Too few words to tell an event: an inserted clause follows, and the verb after it.
      if let short = end, words(start..<max(short, date.upperBound), without: date, tokens) < 3 {
        end = tokens.endIndex
      }
      let clause = start..<max(end ?? tokens.endIndex, date.upperBound)
      clauses.append(shortened(clause, around: date, tokens))
      if let next {
        let nextStart = rightStart(from: date.upperBound, to: next.lowerBound, in: tokens)
        // A list of dates ("in 2003, 2004 and 2005") shares the words before it.
        start = isList(date.upperBound..<next.lowerBound, tokens) ? start : nextStart
      }
    }
    return clauses
  }

  /// A quote that a reader takes in at a glance: a clause of more than 500 bytes is cut to the words
  /// between the commas around its date, and then to words near it.
  private static func shortened(
    _ clause: Range<Int>, around date: Range<Int>, _ tokens: [TextToken]
  ) -> Range<Int> {
    func length(_ range: Range<Int>) -> Int {
      tokens[range.upperBound - 1].bytes.upperBound - tokens[range.lowerBound].bytes.lowerBound
    }
    guard length(clause) > 500 else { return clause }
    var low = clause.lowerBound
    var high = clause.upperBound
    while low < date.lowerBound, length(low..<date.upperBound) > 350 { low += 1 }
    while high > date.upperBound, length(low..<high) > 500 { high -= 1 }
    let isStop = { (index: Int) in
      [",", ";", ":"].contains(tokens[index].text) && !isInsideNumber(index, tokens)
    }
    if low > clause.lowerBound, let stop = (low..<date.lowerBound).first(where: isStop) {
      low = stop + 1
    }
    if high < clause.upperBound, let stop = (date.upperBound..<high).last(where: isStop) {
      high = stop
    }
    return low..<high
  }

  /// Where the words that belong to the date on the left end.
  private static func leftEnd(from low: Int, to high: Int, in tokens: [TextToken]) -> Int {
    let isInParentheses = tokens[low..<high].lastIndex { $0.text == "(" }.map { open in
      !tokens[open..<high].contains { $0.text == ")" }
    }
    let stop = (low..<high).first {
      ([",", ";", ":"].contains(tokens[$0].text) && !isInsideNumber($0, tokens))
        || (isInParentheses == true && tokens[$0].text == "(")
    }
    if let stop { return stop }
    return (low..<high).last { isJoin($0, tokens) || tokens[$0].isDash } ?? high
  }

  /// Where the words that belong to the date on the right begin.
  private static func rightStart(from low: Int, to high: Int, in tokens: [TextToken]) -> Int {
    let stops: Set<String> = [",", ";", ")", ":"]
    let stop = (low..<high).last {
      (stops.contains(tokens[$0].text) && !isInsideNumber($0, tokens))
        || isJoin($0, tokens)
    }
    return stop.map { min($0 + 1, high) } ?? low
  }

  /// A word that joins clauses; not the "and" of Bosnia and Herzegovina.
  private static func isJoin(_ index: Int, _ tokens: [TextToken]) -> Bool {
    guard joins.contains(tokens[index].lower), tokens.indices.contains(index + 1) else {
      return false
    }
    let isInName = index > 0 && tokens[index - 1].isCapitalised && tokens[index + 1].isCapitalised
    return !isInName
  }

  /// The comma of 15,000.
  static func isInsideNumber(_ index: Int, _ tokens: [TextToken]) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens[index - 1].kind == .number
      && tokens[index + 1].kind == .number && tokens[index - 1].touches(tokens[index])
      && tokens[index].touches(tokens[index + 1])
  }

  private static func words(_ clause: Range<Int>, without date: Range<Int>, _ tokens: [TextToken])
    -> Int
  {
    clause.count { tokens[$0].kind == .word && !date.contains($0) }
  }

  private static func isList(_ between: Range<Int>, _ tokens: [TextToken]) -> Bool {
    tokens[between].allSatisfy {
      $0.kind == .mark || ["and", "or", "in", "again"].contains($0.lower)
    }
  }

  private static let joins: Set<String> = [
    "and", "but", "then", "while", "when", "before", "after",
  ]
}
