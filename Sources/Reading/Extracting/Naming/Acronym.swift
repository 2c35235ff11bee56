/// An acronym in parentheses.
struct Acronym: Hashable {
  /// With the numeral: "NMI II".
  let text: String
  /// With the parentheses.
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
}

extension LexedText {
  /// The acronyms in parentheses in a range of tokens.
  func acronyms(in range: Range<Int>) -> [Acronym] {
    range.compactMap { start in
      guard tokens[start].isMark("("),
        let end = (start + 1..<min(start + 25, range.upperBound)).first(where: {
          tokens[$0].isMark(")")
        })
      else { return nil }
      if end - start <= 8, let text = acronym(start + 1..<end) {
        return Acronym(text: text, tokens: start..<end + 1)
      }
      // "(French: Mission …; MINUSTAH)"
      guard let semicolon = (start + 1..<end).last(where: { tokens[$0].isMark(";") }),
        let text = acronym(semicolon + 1..<end)
      else { return nil }
      return Acronym(text: text, tokens: start..<end + 1)
    }
  }

  /// The acronym that all of these tokens make, nil where they make none: they touch, begin with a
  /// capital and have two capitals at least in at most fifteen letters.
  func acronym(_ range: Range<Int>) -> String? {
    var range = range
    // Inside quotation marks: (“EULEX”).
    while range.count > 2, tokens[range.lowerBound].isQuote, tokens[range.upperBound - 1].isQuote {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    guard !range.isEmpty else { return nil }
    let last = range.upperBound - 1
    // "NMI II"
    if range.count > 1, Numeral.value(tokens[last]) != nil, !tokens[last].touches,
      let text = acronym(range.lowerBound..<last)
    {
      return "\(text) \(quote(last..<last + 1))"
    }
    // "EUPOL Proxima"
    if range.count == 2, tokens[range.lowerBound].isUpperCase, tokens[range.lowerBound].count >= 3,
      tokens[last].isCapitalised, !tokens[last].touches
    {
      return words(range)
    }
    guard tokens[range.lowerBound].isCapitalised, bytes(of: range).count <= 15 else { return nil }
    for index in range {
      let token = tokens[index]
      if index > range.lowerBound, !token.touches { return nil }
      guard token.kind != .mark || token.isDash || token.isMark("/") || token.isMark("&")
      else { return nil }
    }
    let text = quote(range)
    let capitals = text.unicodeScalars.count { $0.properties.isUppercase }
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    guard capitals >= 2, capitals * 2 >= letters else { return nil }
    return text.replacing("–", with: "-").replacing("\u{2011}", with: "-")
  }
}

/// Whether a name's words can make an acronym.
enum Abbreviation {
  /// Each letter begins one of the next three words or stands further on in the present one
  /// ("UNMISET": UN Mission of Support in East Timor). The first letter begins the first word, half
  /// of the letters begin a word, and at most a quarter of them fit nowhere.
  static func fits(_ acronym: String, _ words: some Sequence<some StringProtocol>) -> Bool {
    let letters = acronym.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
    let parts = words.flatMap { $0.split { $0 == "-" || $0 == "'" || $0 == "’" } }.map {
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

/// Roman numerals from I to X, as missions of one name are counted.
enum Numeral {
  private static let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

  static func value(_ token: Token) -> Int? {
    let value = Int(token.word.rawValue - Keyword.i.rawValue) + 1
    guard token.isCapitalised, token.isUpperCase || token.count == 1, (1...10).contains(value)
    else { return nil }
    return value
  }

  static func value(of text: String) -> Int? {
    numerals.firstIndex(of: text).map { $0 + 1 }
  }

  static func text(_ value: Int) -> String {
    numerals.indices.contains(value - 1) ? numerals[value - 1] : String(value)
  }
}
