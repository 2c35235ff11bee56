/// Divides a sentence among its dates: each gets the shortest run of words that carries it and its
/// event.
struct Clauses {
  let text: LexedText
  private var tokens: [Token] { text.tokens }

  init(text: LexedText) { self.text = text }

  /// A clause for each date of a sentence.
  ///
  /// - Parameters:
  ///   - dates: token ranges of the dates, in order.
  ///   - names: where missions are named; a clause is not cut between a name and its date.
  func clauses(
    of sentence: Range<Int>, dates: [Range<Int>], names: [Range<Int>] = []
  ) -> [Range<Int>] {
    guard dates.count > 1 else { return dates.map { shortened(sentence, around: $0) } }
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    for (index, date) in dates.enumerated() {
      let next = index + 1 < dates.count ? dates[index + 1] : nil
      var end = next.map { leftEnd(from: date.upperBound, to: $0.lowerBound) }
      // Too few words to tell an event: an inserted clause follows, and the verb after it.
      if let short = end, words(start..<max(short, date.upperBound), without: date) < 3 {
        end = sentence.upperBound
      }
      let clause = min(start, date.lowerBound)..<max(end ?? sentence.upperBound, date.upperBound)
      clauses.append(shortened(clause, around: date))
      if let next {
        let nextStart = rightStart(
          from: date.upperBound, to: next.lowerBound,
          name: name(names, from: clause.upperBound, to: next.lowerBound))
        // A list of dates ("in 2003, 2004 and 2005") shares the words before it.
        start = isList(date.upperBound..<next.lowerBound) ? start : nextStart
      }
    }
    return clauses
  }

  /// A quote that a reader takes in at a glance: a clause of more than 500 bytes is cut to the words
  /// between the commas around its date, and then to words near it.
  private func shortened(_ clause: Range<Int>, around date: Range<Int>) -> Range<Int> {
    func length(_ range: Range<Int>) -> Int { text.bytes(of: range).count }
    let clause = withinSemicolons(clause, around: date)
    guard length(clause) > 500 else { return clause }
    var low = clause.lowerBound
    var high = clause.upperBound
    while low < date.lowerBound, length(low..<date.upperBound) > 350 { low += 1 }
    while high > date.upperBound, length(low..<high) > 500 { high -= 1 }
    let isStop = { (index: Int) in
      isAny(index, [",", ";", ":"]) && !text.isInsideNumber(index)
    }
    if low > clause.lowerBound, let stop = (low..<date.lowerBound).first(where: isStop) {
      low = stop + 1
    }
    if high < clause.upperBound, let stop = (date.upperBound..<high).last(where: isStop) {
      high = stop
    }
    return low..<high
  }

  /// A semicolon parts two statements, whatever their length.
  private func withinSemicolons(_ clause: Range<Int>, around date: Range<Int>) -> Range<Int> {
    let low = (clause.lowerBound..<date.lowerBound).last { isAny($0, [";"]) }
    let high = (date.upperBound..<max(clause.upperBound, date.upperBound)).first {
      isAny($0, [";"])
    }
    return (low.map { $0 + 1 } ?? clause.lowerBound)..<(high ?? clause.upperBound)
  }

  /// Where the words that belong to the date on the left end.
  private func leftEnd(from low: Int, to high: Int) -> Int {
    guard low < high else { return high }
    let isInParentheses = (low..<high).last { isAny($0, ["("]) }.map { open in
      !(open..<high).contains { isAny($0, [")"]) }
    }
    let stop = (low..<high).first {
      (isAny($0, [",", ";", ":"]) && !text.isInsideNumber($0))
        || (isInParentheses == true && isAny($0, ["("]))
    }
    if let stop { return stop }
    return (low..<high).last { isJoin($0) || tokens[$0].isDash && !tokens[$0].touches } ?? high
  }

  /// The last name behind the clause on the left and before the date on the right.
  private func name(_ names: [Range<Int>], from low: Int, to high: Int) -> Range<Int>? {
    names.last { $0.lowerBound >= low && $0.upperBound <= high }
  }

  /// Where the words that belong to the date on the right begin: before the name that is dated.
  private func rightStart(from low: Int, to high: Int, name: Range<Int>?) -> Int {
    guard let name else { return rightStart(from: low, to: high) }
    let start = rightStart(from: low, to: name.upperBound)
    return start > low ? start : rightStart(from: low, to: high)
  }

  private func rightStart(from low: Int, to high: Int) -> Int {
    guard low < high else { return low }
    let stop = (low..<high).last { index in
      // "… by one year, until 31 December 2002": a preposition alone tells nothing.
      guard
        (index + 1..<high).contains(where: { tokens[$0].kind == .word && !isPreposition($0) })
          || isAny(index, [")", ";"])
      else { return false }
      // A parenthesis that opens between the dates belongs to the words on the right.
      if isAny(index, [")"]) { return !(low..<index).contains { isAny($0, ["("]) } }
      return isAny(index, [",", ";", ":"]) && !text.isInsideNumber(index) || isJoin(index)
    }
    return stop.map { min($0 + 1, high) } ?? low
  }

  /// A word that joins clauses; not the "and" of Bosnia and Herzegovina.
  private func isJoin(_ index: Int) -> Bool {
    guard tokens[index].isAny(of: [.and, .but, .then, .while, .when, .before, .after]),
      index + 1 < tokens.count
    else { return false }
    let isInName = index > 0 && tokens[index - 1].isCapitalised && tokens[index + 1].isCapitalised
    return !isInName
  }

  private func isPreposition(_ index: Int) -> Bool {
    tokens[index].isAny(of: [
      .in, .on, .at, .by, .from, .to, .until, .till, .since, .of, .the, .during, .and, .as,
    ])
  }

  private func words(_ clause: Range<Int>, without date: Range<Int>) -> Int {
    clause.count { tokens[$0].kind == .word && !date.contains($0) }
  }

  private func isList(_ between: Range<Int>) -> Bool {
    between.allSatisfy { tokens[$0].kind == .mark || tokens[$0].isAny(of: [.and, .or, .in]) }
  }

  private func isAny(_ index: Int, _ marks: @autoclosure () -> [Unicode.Scalar]) -> Bool {
    guard let mark = tokens[index].mark else { return false }
    return marks().contains(mark)
  }
}
