internal import Statements

/// What a person types into a search: words that must all stand in a passage, phrases in double
/// quotes, words that end in `*` for all words that begin so, and fields that narrow, as in
/// `place:Iraq` or `source:"nato iraq.md"`. Other signs have no meaning.
package struct SearchQuery: Hashable, Sendable {
  /// What a passage's statements, missions or document must be besides.
  package enum Field: String, CaseIterable, Sendable {
    case mission, property, source, place, org, kind
  }

  let terms: SearchTerms
  /// The values of the fields, as they were typed.
  package let fields: [Field: String]
  /// Where each field begins: a character of what was typed, from 1.
  package let columns: [Field: Int]

  /// - Throws: what cannot be meant, and where.
  package init(_ text: String) throws(SearchSyntaxError) {
    var reader = SearchReader(text)
    try reader.read()
    terms = SearchTerms(terms: reader.terms)
    fields = reader.fields
    columns = reader.columns
  }
}

/// Why a search cannot be understood.
package struct SearchSyntaxError: Error, Hashable, Sendable {
  /// One part of a sentence, without a full stop.
  package let reason: String
  /// The character at which it is noticed, from 1.
  package let column: Int
  /// What to type instead.
  package let remedy: String

  package init(_ reason: String, column: Int, remedy: String) {
    self.reason = reason
    self.column = column
    self.remedy = remedy
  }
}

/// Reads a search from left to right.
private struct SearchReader {
  private(set) var terms: [SearchTerms.Term] = []
  private(set) var fields: [SearchQuery.Field: String] = [:]
  private(set) var columns: [SearchQuery.Field: Int] = [:]

  private let characters: [Character]
  private var index = 0
  private var column: Int { index + 1 }

  init(_ text: String) { characters = Array(text) }

  mutating func read() throws(SearchSyntaxError) {
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
      } else if characters[index] == "\"" {
        try readPhrase()
      } else {
        try readWord()
      }
    }
    guard terms.isEmpty else { return }
    throw SearchSyntaxError(
      fields.isEmpty ? "there is no word to look for" : "there is no word beside the fields",
      column: 1, remedy: "Type a word, as in: training place:Iraq")
  }

  private mutating func readPhrase() throws(SearchSyntaxError) {
    let start = column
    let words = Folding.words(of: try quoted())
    guard !words.isEmpty else {
      throw SearchSyntaxError(
        "the quotes hold no word", column: start, remedy: "Type the words between them.")
    }
    var isPrefix = false
    if index < characters.count, characters[index] == "*" {
      isPrefix = true
      index += 1
    }
    terms.append(SearchTerms.Term(words: words, isPrefix: isPrefix))
  }

  /// The text between double quotes, the first of which comes next.
  private mutating func quoted() throws(SearchSyntaxError) -> String {
    let start = column
    index += 1
    guard let end = characters[index...].firstIndex(of: "\"") else {
      throw SearchSyntaxError(
        "the double quote is not closed", column: start, remedy: "Close it with another one.")
    }
    defer { index = end + 1 }
    return String(characters[index..<end])
  }

  private mutating func readWord() throws(SearchSyntaxError) {
    let start = index
    while index < characters.count, !characters[index].isWhitespace, characters[index] != "\"" {
      if characters[index] == ":", try readField(from: start) { return }
      index += 1
    }
    let word = characters[start..<index]
    let isPrefix = word.last == "*"
    if let star = word.dropLast(isPrefix ? 1 : 0).firstIndex(of: "*") {
      throw SearchSyntaxError(
        "an asterisk stands for the rest of a word, so it ends one", column: star + 1,
        remedy: "Type the begin of the word, as in: withdr*")
    }
    let words = Folding.words(of: String(word))
    guard !words.isEmpty else {
      guard isPrefix else { return }
      throw SearchSyntaxError(
        "the asterisk has no begin of a word before it", column: index,
        remedy: "Type the begin of the word, as in: withdr*")
    }
    // "NTM-I" is two words that stand in a row.
    terms.append(SearchTerms.Term(words: words, isPrefix: isPrefix))
  }

  /// Reads a field whose colon comes next; false where the colon only ends a word or is a time's.
  private mutating func readField(from start: Int) throws(SearchSyntaxError) -> Bool {
    let name = String(characters[start..<index])
    let next = index + 1
    let hasValue = next < characters.count && !characters[next].isWhitespace
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
    guard let field = SearchQuery.Field(rawValue: name.lowercased()) else {
      guard hasValue else { return false }
      let known = SearchQuery.Field.allCases.map(\.rawValue).joined(separator: ", ")
      throw SearchSyntaxError(
        "“\(name)” is no field", column: start + 1,
        remedy: "Fields are \(known); put the text into double quotes to look for its words.")
    }
    guard hasValue else {
      throw SearchSyntaxError(
        "the field “\(name)” has no value", column: column,
        remedy: "Type it right behind the colon, as in: place:Iraq")
    }
    guard fields[field] == nil else {
      throw SearchSyntaxError(
        "the field “\(name)” stands twice", column: start + 1, remedy: "Leave one of them out.")
    }
    index = next
    if characters[index] == "\"" {
      fields[field] = try quoted()
    } else {
      let value = characters[index...].prefix { !$0.isWhitespace }
      fields[field] = String(value)
      index += value.count
    }
    columns[field] = start + 1
    return true
  }
}
