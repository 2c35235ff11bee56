/// Divides a sentence among its dates: each gets the shortest run of words that carries it and its
/// event.
enum Clauses {
  /// A clause for each date, as token ranges of the sentence.
  ///
  /// - Parameter dates: token ranges of the dates, in order.
  static func clauses(of tokens: [Token], dates: [Range<Int>]) -> [Range<Int>] {
    guard dates.count > 1 else { return dates.map { _ in tokens.indices } }
    var clauses: [Range<Int>] = []
    var start = tokens.startIndex
    for (index, date) in dates.enumerated() {
      let next = index + 1 < dates.count ? dates[index + 1] : nil
      let end = next.map { leftEnd(from: date.upperBound, to: $0.lowerBound, in: tokens) }
      clauses.append(start..<max(end ?? tokens.endIndex, date.upperBound))
      if let next {
        let nextStart = rightStart(from: date.upperBound, to: next.lowerBound, in: tokens)
        // A list of dates ("in 2003, 2004 and 2005") shares the words before it.
        start = isList(date.upperBound..<next.lowerBound, tokens) ? start : nextStart
      }
    }
    return clauses
  }

  /// Where the words that belong to the date on the left end.
  private static func leftEnd(from low: Int, to high: Int, in tokens: [Token]) -> Int {
    if let stop = tokens[low..<high].firstIndex(where: { [",", ";", "(", ":"].contains($0.text) }) {
      return stop
    }
    return tokens[low..<high].lastIndex { joins.contains($0.lower) || $0.isDash } ?? high
  }

  /// Where the words that belong to the date on the right begin.
  private static func rightStart(from low: Int, to high: Int, in tokens: [Token]) -> Int {
    let stops: Set<String> = [",", ";", ")", ":"]
    let stop = tokens[low..<high].lastIndex {
      stops.contains($0.text) || joins.contains($0.lower)
    }
    return stop.map { min($0 + 1, high) } ?? low
  }

  private static func isList(_ between: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[between].allSatisfy { $0.kind == .mark || ["and", "or", "in", "again"].contains($0.lower) }
  }

  private static let joins: Set<String> = ["and", "but", "then", "while", "when", "before", "after"]
}
