import Statements

/// A mission's name as one place in a text writes it: "NATO Mission Iraq (NMI) II".
struct MissionName: Hashable {
  /// Without the acronym behind it, with the numeral: "NATO Mission Iraq II".
  let name: String
  /// With the numeral: "NMI II".
  let acronym: String?
  /// The acronym without the numeral, and acronyms inside the name.
  let otherAcronyms: [String]
  /// As written, for a mention: "NATO Mission Iraq (NMI) II".
  let written: String
  /// The numeral behind name or acronym, 1 for "I".
  let numeral: Int?
  /// The UTF-8 bytes of what is written.
  let bytes: Range<Int>
}

extension MissionName {
  /// Reads a name from all of a run of tokens.
  ///
  /// The last acronym in parentheses that ends the run, or that only a numeral follows, is the
  /// mission's; one further in stays part of the name and names it too.
  init?(_ tokens: some Collection<Token>, in document: Document) {
    var tokens = Array(tokens)
    while let last = tokens.last, last.kind == .mark, last.text != ")" { tokens.removeLast() }
    while let first = tokens.first, first.kind == .mark, first.text != "(" { tokens.removeFirst() }
    guard let first = tokens.first, let last = tokens.last,
      let written = document.text(of: first.bytes.lowerBound..<last.bytes.upperBound)
    else { return nil }
    let groups = Acronym.groups(in: tokens)
    var end = tokens.endIndex
    var numeral: Int?
    if let value = tokens.last.flatMap(Numeral.value), tokens.count > 1 {
      numeral = value
      end -= 1
    }
    let own = groups.last { $0.tokens.upperBound == end }
    var words = document.words(own.map { tokens[..<$0.tokens.lowerBound] } ?? tokens[..<end])
    guard !words.isEmpty else { return nil }
    let suffix = numeral.map { " " + Numeral.text($0) } ?? ""
    words += suffix
    self.name = words
    self.acronym = own.map { $0.text + suffix }
    self.otherAcronyms = groups.filter { $0 != own || numeral != nil }.map(\.text)
    self.written = written
    self.numeral = numeral
    self.bytes = first.bytes.lowerBound..<last.bytes.upperBound
  }
}

/// An acronym in parentheses.
struct Acronym: Hashable {
  let text: String
  /// Token indices with the parentheses.
  let tokens: Range<Int>

  /// The acronyms in parentheses in a run of tokens.
  static func groups(in tokens: [Token]) -> [Acronym] {
    tokens.indices.compactMap { start in
      guard tokens[start].text == "(",
        let end = tokens[start...].prefix(9).firstIndex(where: { $0.text == ")" }),
        let text = text(of: tokens[(start + 1)..<end])
      else { return nil }
      return Acronym(text: text, tokens: start..<end + 1)
    }
  }

  /// The acronym that all of these tokens make, nil where they make none: they touch, begin with a
  /// capital and have two capitals at least in at most fifteen letters.
  static func text(of tokens: ArraySlice<Token>) -> String? {
    guard let first = tokens.first, let last = tokens.last, first.isCapitalised,
      last.bytes.upperBound - first.bytes.lowerBound <= 15
    else { return nil }
    for (left, right) in zip(tokens, tokens.dropFirst()) where !left.touches(right) { return nil }
    var text = ""
    for token in tokens {
      guard token.kind != .mark || token.isDash || token.text == "/" || token.text == "&"
      else { return nil }
      text += token.isDash ? "-" : token.text
    }
    let capitals = text.unicodeScalars.count { $0.properties.isUppercase }
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    return capitals >= 2 && capitals * 2 >= letters ? text : nil
  }

  /// Whether the initials of a name can make the acronym: its letters in their order.
  static func fits(_ acronym: String, _ words: [String]) -> Bool {
    let letters = acronym.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
    let initials = words.flatMap { $0.split(separator: "-") }.compactMap {
      $0.lowercased().unicodeScalars.first
    }
    guard let first = letters.first, initials.first == first else { return false }
    var rest = letters[...]
    for initial in initials where rest.first == initial { rest = rest.dropFirst() }
    return rest.count <= letters.count / 3
  }
}

/// Roman numerals from I to XX, as missions of one name are counted.
enum Numeral {
  private static let numerals = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX",
  ]

  static func value(_ token: Token) -> Int? {
    numerals.firstIndex(of: token.text).map { $0 + 1 }
  }

  static func text(_ value: Int) -> String {
    numerals.indices.contains(value - 1) ? numerals[value - 1] : String(value)
  }
}

extension Document {
  /// The words of a run of tokens as written, white space folded, marks at the end dropped.
  func words(_ tokens: some BidirectionalCollection<Token>) -> String {
    var tokens = tokens[...]
    while let last = tokens.last, last.kind == .mark, last.text != ")" { tokens = tokens.dropLast() }
    guard let first = tokens.first, let last = tokens.last,
      let text = text(of: first.bytes.lowerBound..<last.bytes.upperBound)
    else { return "" }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
