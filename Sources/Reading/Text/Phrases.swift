/// Finds phrases of one or more words in a run of tokens, the longest first.
package struct Phrases<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let rest: [String]
    let value: Value
  }

  private var entries: [String: [Entry]] = [:]
  /// Whether "Chad" and "chad" are different words.
  private let isCaseSensitive: Bool

  package init(caseSensitive: Bool) { isCaseSensitive = caseSensitive }

  /// Adds a phrase; white space and the kind of its dashes do not matter.
  package mutating func add(_ phrase: String, _ value: Value) {
    let words = TextToken.tokens(of: phrase, in: 0..<phrase.utf8.count).map(key)
    guard let first = words.first else { return }
    entries[first, default: []].append(Entry(rest: Array(words.dropFirst()), value: value))
    entries[first]?.sort { $0.rest.count > $1.rest.count }
  }

  /// The longest phrase that begins at a token, and how many tokens it takes.
  package func match(_ tokens: [TextToken], at index: Int) -> (value: Value, count: Int)? {
    guard let candidates = entries[key(tokens[index])] else { return nil }
    for candidate in candidates where index + candidate.rest.count < tokens.count {
      let fits = candidate.rest.indices.allSatisfy {
        key(tokens[index + 1 + $0]) == candidate.rest[$0]
      }
      if fits { return (candidate.value, candidate.rest.count + 1) }
    }
    return nil
  }

  /// All phrases in a run of tokens, none inside another, with their token ranges.
  package func all(in tokens: [TextToken]) -> [(value: Value, tokens: Range<Int>)] {
    var found: [(value: Value, tokens: Range<Int>)] = []
    var index = 0
    while index < tokens.count {
      if let (value, count) = match(tokens, at: index) {
        found.append((value, index..<index + count))
        index += count
      } else {
        index += 1
      }
    }
    return found
  }

  /// A possessive counts as its word: "NATO's".
  private func key(_ token: TextToken) -> String {
    guard token.kind == .word else { return token.isDash ? "-" : token.text }
    var word = isCaseSensitive ? token.text : token.lower
    if word.hasSuffix("'s") { word.removeLast(2) }
    return word
  }
}
