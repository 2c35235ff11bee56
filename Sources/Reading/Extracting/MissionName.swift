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
  init?(_ tokens: some Collection<TextToken>, in document: Document) {
    var tokens = Array(tokens)
    while let last = tokens.last, last.kind == .mark, last.text != ")" { tokens.removeLast() }
    while let first = tokens.first, first.kind == .mark, first.text != "(" { tokens.removeFirst() }
    guard let first = tokens.first, let last = tokens.last,
      let written = document.text(of: first.bytes.lowerBound..<last.bytes.upperBound)
    else { return nil }
    let groups = Acronym.groups(in: tokens)
    if let swapped = MissionName(acronymFirst: tokens, written: written, in: document) {
      self = swapped
      return
    }
    var end = tokens.endIndex
    var numeral: Int?
    if let value = tokens.last.flatMap(Numeral.value), tokens.count > 1 {
      numeral = value
      end -= 1
    }
    let own = groups.last { $0.tokens.upperBound == end }
    var words = document.words(own.map { tokens[..<$0.tokens.lowerBound] } ?? tokens[..<end])
    guard !words.isEmpty else { return nil }
    if numeral == nil {
      // "NATO Mission Iraq II (NMI II)"
      numeral = own.flatMap(\.numeral)
    } else {
      let suffix = numeral.map { " " + Numeral.text($0) } ?? ""
      words += suffix
    }
    self.name = words
    let suffix = end < tokens.endIndex ? numeral.map { " " + Numeral.text($0) } ?? "" : ""
    self.acronym = own.map { $0.text + suffix }
    let plain = own.map { numeral == nil ? [] : [$0.withoutNumeral] } ?? []
    self.otherAcronyms = groups.filter { $0 != own }.map(\.text) + plain
    self.written = written
    self.numeral = numeral
    self.bytes = first.bytes.lowerBound..<last.bytes.upperBound
  }
}

extension MissionName {
  /// "UNMISET (UN Mission of Support in East Timor)"; nil where the parenthesis holds no name.
  private init?(acronymFirst tokens: [TextToken], written: String, in document: Document) {
    guard let open = tokens.firstIndex(where: { $0.text == "(" }), tokens.last?.text == ")",
      let acronym = Acronym.text(of: tokens[..<open]), let first = tokens.first,
      let last = tokens.last
    else { return nil }
    let inner = tokens[(open + 1)..<(tokens.count - 1)]
    guard inner.count(where: { $0.isCapitalised }) >= 2,
      Acronym.fits(acronym, inner.filter { $0.kind == .word }.map(\.text))
    else { return nil }
    self.init(
      name: document.words(inner), acronym: acronym, otherAcronyms: [], written: written,
      numeral: nil, bytes: first.bytes.lowerBound..<last.bytes.upperBound)
  }
}

/// An acronym in parentheses.
struct Acronym: Hashable {
  let text: String
  /// TextToken indices with the parentheses.
  let tokens: Range<Int>

  /// 2 for "NMI II".
  var numeral: Int? {
    text.split(separator: " ").dropFirst().last.flatMap { Numeral.value(of: String($0)) }
  }

  /// Whether it is one word rather than a short name such as "EUPOL Proxima".
  var isAcronym: Bool { !withoutNumeral.contains(" ") }

  var withoutNumeral: String {
    numeral == nil ? text : text.split(separator: " ").dropLast().joined(separator: " ")
  }

  /// The acronyms in parentheses in a run of tokens.
  static func groups(in tokens: [TextToken]) -> [Acronym] {
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
  static func text(of tokens: ArraySlice<TextToken>) -> String? {
    // "NMI II"
    if tokens.count > 1, let last = tokens.last, Numeral.value(last) != nil,
      !tokens[tokens.endIndex - 2].touches(last), let text = text(of: tokens.dropLast())
    {
      return "\(text) \(last.text)"
    }
    // "EUPOL Proxima"
    if tokens.count == 2, let first = tokens.first, let last = tokens.last, first.isUpperCase,
      first.text.utf8.count >= 3, last.isCapitalised, !first.touches(last)
    {
      return "\(first.text) \(last.text)"
    }
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

  /// Whether the words of a name can make the acronym: each letter begins one of the next three
  /// words or stands further on in the present one ("UNMISET": UN Mission of Support in East Timor).
  /// The first letter begins the first word, half of the letters begin a word, and at most a
  /// quarter of them fit nowhere.
  static func fits(_ acronym: String, _ words: [String]) -> Bool {
    let letters = acronym.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
    let parts = words.flatMap { $0.split(separator: "-") }.map {
      Array($0.lowercased().unicodeScalars)
    }
    guard let first = letters.first, parts.first?.first == first else { return false }
    var word = 0
    var place = 0
    var initials = 1
    var misses = 0
    for letter in letters.dropFirst() {
      let ahead = parts.indices.dropFirst(word + 1).prefix(3).first { parts[$0].first == letter }
      if let ahead {
        word = ahead
        place = 0
        initials += 1
      } else if let inside = parts[word].indices.dropFirst(place + 1).first(where: {
        parts[word][$0] == letter
      }) {
        place = inside
      } else {
        misses += 1
      }
    }
    return initials * 2 >= letters.count && misses * 4 <= letters.count
  }
}

/// Roman numerals from I to XX, as missions of one name are counted.
enum Numeral {
  private static let numerals = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX",
  ]

  static func value(_ token: TextToken) -> Int? { value(of: token.text) }

  static func value(of text: String) -> Int? {
    numerals.firstIndex(of: text).map { $0 + 1 }
  }

  static func text(_ value: Int) -> String {
    numerals.indices.contains(value - 1) ? numerals[value - 1] : String(value)
  }
}

extension Document {
  /// The words of a run of tokens as written, white space folded, marks at the end dropped.
  func words(_ tokens: some BidirectionalCollection<TextToken>) -> String {
    var tokens = tokens[...]
    while let last = tokens.last, last.kind == .mark, last.text != ")" {
      tokens = tokens.dropLast()
    }
    guard let first = tokens.first, let last = tokens.last,
      let text = text(of: first.bytes.lowerBound..<last.bytes.upperBound)
    else { return "" }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
