/// Finds phrases of one or more words in a run of tokens, the longest first.
///
/// A phrase's word in lower case stands for the word in every case; one with a capital stands for
/// itself with a capital, so that "Chad" is a country and "chad" is not; one in capitals for itself.
package struct Phrases<Value: Sendable>: Sendable {
  package struct Match {
    package let value: Value
    /// Indices of the tokens that were searched.
    package let tokens: Range<Int>
  }

  private struct Element: Hashable, Sendable {
    let kind: Token.Kind
    /// The word's number, or the mark's scalar.
    let code: Int32
    let shape: Token.Shape

    func fits(_ token: Token) -> Bool {
      token.kind == kind && code == Phrases.code(of: token) && shape.isSubset(of: token.shape)
    }
  }

  private struct Entry: Sendable {
    let first: Token.Shape
    let rest: [Element]
    let value: Value
  }

  private var entries: [[Entry]] = []
  /// The place of a first word's entries, by the word's number; -1 where there are none.
  private var places: [Int16] = []

  package init() {}

  /// Adds a phrase, whose words the table then knows. White space and the kind of its dashes do not
  /// matter; a phrase begins with a word.
  package mutating func add(_ phrase: String, _ value: Value, to words: inout WordTable) {
    let utf8 = Array(phrase.utf8)
    var elements: [Element] = []
    for token in Lexer(words: WordTable()).tokens(of: utf8.span, in: 0..<utf8.count) {
      let shape = token.shape.intersection([.capitalised, .upperCase])
      let code =
        token.kind == .word
        ? words.insert(String(decoding: utf8[token.bytes], as: UTF8.self)).rawValue
        : Phrases.code(of: token)
      elements.append(Element(kind: token.kind, code: code, shape: shape))
    }
    guard let first = elements.first, first.kind == .word else { return }
    let index = Int(first.code)
    if index >= places.count {
      places += Array(repeating: -1, count: index + 1 - places.count)
    }
    if places[index] < 0 {
      places[index] = Int16(entries.count)
      entries.append([])
    }
    let place = Int(places[index])
    entries[place].append(
      Entry(first: first.shape, rest: Array(elements.dropFirst()), value: value))
    entries[place].sort { $0.rest.count > $1.rest.count }
  }

  /// The longest phrase that begins at a token and ends before `end`.
  @inline(__always)
  package func match(_ tokens: [Token], at index: Int, before end: Int) -> Match? {
    // Most words begin no phrase.
    let word = Int(tokens[index].word.rawValue)
    guard word > 0, word < places.count, places[word] >= 0 else { return nil }
    return longest(tokens, at: index, before: end, of: entries[Int(places[word])])
  }

  private func longest(
    _ tokens: [Token], at index: Int, before end: Int, of entries: [Entry]
  ) -> Match? {
    for entry in entries {
      guard entry.first.isSubset(of: tokens[index].shape), index + entry.rest.count < end
      else { continue }
      var next = index + 1
      for element in entry.rest {
        guard element.fits(tokens[next]) else { break }
        next += 1
      }
      if next == index + 1 + entry.rest.count {
        return Match(value: entry.value, tokens: index..<next)
      }
    }
    return nil
  }

  /// The phrases in a range of tokens from left to right, none inside another.
  package func all(in tokens: [Token], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(tokens, at: index, before: range.upperBound) {
        found.append(match)
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  package func first(in tokens: [Token], _ range: Range<Int>) -> Match? {
    for index in range {
      if let match = match(tokens, at: index, before: range.upperBound) { return match }
    }
    return nil
  }

  /// The phrase that ends with the token before `end` and begins at `start` or behind it.
  package func match(_ tokens: [Token], endingAt end: Int, from start: Int) -> Match? {
    guard end > start else { return nil }
    for index in max(start, end - 8)..<end {
      if let match = match(tokens, at: index, before: end), match.tokens.upperBound == end {
        return match
      }
    }
    return nil
  }

  private static func code(of token: Token) -> Int32 {
    switch token.kind {
    case .word: token.word.rawValue
    case .mark: Int32(bitPattern: token.mark?.value ?? 0)
    case .number: Int32(token.number ?? -1)
    }
  }
}
