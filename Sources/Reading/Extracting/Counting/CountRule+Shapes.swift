import Statements

/// Shapes in which a number does not stand right before what it counts.
extension CountRule {
  /// What is "173-strong" or "60,000 strong": the noun behind "a 173-strong contingent".
  func strong(_ end: Int, _ range: Range<Int>) -> Range<Int>? {
    // "It was 60,000 strong"
    if end < range.upperBound, tokens[end].isWord(.strong) { return end..<end + 1 }
    guard end + 1 < range.upperBound, tokens[end].isDash, tokens[end].touches,
      lexicon.strongWords.match(tokens, at: end + 1, before: range.upperBound) != nil
    else { return nil }
    var index = end + 2
    while index < range.upperBound, index - end < 7, tokens[index].kind == .word {
      if let body = lexicon.bodies.match(tokens, at: index, before: range.upperBound) {
        return end + 2..<body.tokens.upperBound
      }
      if let noun = lexicon.missionNouns.match(tokens, at: index, before: range.upperBound) {
        return end + 2..<noun.tokens.upperBound
      }
      index += 1
    }
    return nil
  }

  /// The body of people before "of" and a number: "a force of about 300", "a battalion of 775", "with a
  /// strength of 1,200".
  func body(endingAt number: Int, in range: Range<Int>) -> Range<Int>? {
    guard number - 2 >= range.lowerBound, tokens[number - 1].isWord(.of) else { return nil }
    return lexicon.bodies.match(tokens, endingAt: number - 1, from: range.lowerBound)?.tokens
  }

  /// What the first of two numbers counts with the second: "46 international and 137 local members".
  func shared(_ end: Int, _ range: Range<Int>) -> (unit: String, property: Property, end: Int)? {
    var index = end
    while index < range.upperBound, index - end < 3, tokens[index].kind == .word,
      !tokens[index].isAny(of: CountRule.stops)
    {
      index += 1
    }
    guard index > end, index + 1 < range.upperBound, tokens[index].isWord(.and),
      let second = numbers.number(at: hedgeEnd(index + 1, range), before: range.upperBound),
      !isYear(index + 1, second.next)
    else { return nil }
    return unit(from: second.next, range).map {
      let noun = text.quote($0.range.upperBound - 1..<$0.range.upperBound)
      return ("\(text.words(end..<index)) \(noun)", $0.property, index)
    }
  }

  /// Behind the hedge that may stand there: "and some 137 local members".
  private func hedgeEnd(_ index: Int, _ range: Range<Int>) -> Int {
    lexicon.hedges.match(tokens, at: index, before: range.upperBound)?.tokens.upperBound ?? index
  }

  /// Whether a number stands alone in parentheses at the end of a list's item or a row: "UNIFIL in
  /// Lebanon (350)". What it counts, the list's head says.
  func alone(_ index: Int, _ end: Int, _ range: Range<Int>) -> String? {
    // "UNIFIL (Lebanon) – 651"
    if index > range.lowerBound + 1, tokens[index - 1].isDash, !tokens[index].touches,
      !tokens[index - 1].touches, (end..<range.upperBound).allSatisfy({ tokens[$0].kind == .mark }),
      tokens[range.lowerBound].isUpperCase, isItem(range)
    {
      return "personnel"
    }
    guard index > range.lowerBound + 1, tokens[index - 1].isMark("("), end < range.upperBound,
      tokens[end].isMark(")"),
      (end + 1..<range.upperBound).allSatisfy({ tokens[$0].kind == .mark }) && isItem(range)
        || isOneOfThree(range)
    else { return nil }
    return "personnel"
  }

  /// "To Afghanistan (8), South Korea (5) and Iraq (106)": three such numbers behind names.
  private func isOneOfThree(_ range: Range<Int>) -> Bool {
    var times = 0
    for index in range.dropFirst(2).dropLast()
    where tokens[index].kind == .number && tokens[index - 1].isMark("(")
      && tokens[index + 1].isMark(")") && tokens[index - 2].isCapitalised
    {
      times += 1
      if times == 3 { return true }
    }
    return false
  }

  private func isItem(_ range: Range<Int>) -> Bool {
    let block = text.block(ofToken: range.lowerBound)
    return text.outline.blocks[block].kind == .item || text.outline.blocks[block].kind == .row
  }

  /// Behind the digits that say a spelled number again: "sixty thousand (60,000) soldiers".
  func inParentheses(_ end: Int, _ value: Double, _ range: Range<Int>) -> Int {
    guard end + 2 < range.upperBound, tokens[end].isMark("("),
      let again = numbers.number(at: end + 1, before: range.upperBound), again.value == value,
      again.next < range.upperBound, tokens[again.next].isMark(")")
    else { return end }
    return again.next + 1
  }

  /// "Two thirds", "three quarters".
  func isFraction(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index < range.upperBound else { return false }
    let next = tokens[index].isDash && index + 1 < range.upperBound ? index + 1 : index
    return lexicon.fractions.contains(tokens[next].word)
  }

  /// "The number of those lost is 54": the number behind what it is said to be.
  func numberOf(_ index: Int, _ range: Range<Int>) -> Range<Int>? {
    guard index > range.lowerBound, tokens[index - 1].isAny(of: [.is, .was]) else { return nil }
    let window = max(range.lowerBound, index - 16)..<index - 1
    guard
      let noun = window.first(where: {
        tokens[$0].isAny(of: [.number, .total, .strength]) && $0 + 1 < index
      }),
      tokens[noun + 1].isWord(.of)
    else { return nil }
    return noun..<index - 1
  }

  /// The full stops of "U.N." and "U.S." between a number and its noun.
  func isAbbreviationStop(_ index: Int) -> Bool {
    tokens[index].isMark(".") && tokens[index].touches && index > 0
      && tokens[index - 1].count == 1 && tokens[index - 1].isCapitalised
  }
}
