/// An acronym in parentheses.
struct Acronym: Hashable {
  /// With the numeral: "NMI II".
  let text: String
  /// With the parentheses.
  let tokens: Range<Int>

  /// 2 for "NMI II".
  var numeral: Int? {
    guard text.utf8.contains(0x20) else { return nil }
    return text.split(separator: " ").dropFirst().last.flatMap { Numeral.value(of: String($0)) }
  }

  /// Whether it is one word rather than a short name such as "EUPOL Proxima".
  var isAcronym: Bool { !withoutNumeral.utf8.contains(0x20) }

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
      // "(AMISOM, 2007–2022)"
      if let comma = (start + 1..<end).first(where: { tokens[$0].isMark(",") }),
        comma + 1 < end, tokens[comma + 1].kind == .number || tokens[comma + 1].isCapitalised,
        let text = acronym(start + 1..<comma),
        (comma + 1..<end).contains(where: { tokens[$0].kind == .number })
      {
        return Acronym(text: text, tokens: start..<comma)
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
    guard tokens[range.lowerBound].isCapitalised, bareBytes(of: range).count <= 15 else {
      return nil
    }
    for index in range {
      let token = tokens[index]
      if index > range.lowerBound, !token.touches { return nil }
      guard token.kind != .mark || token.isDash || token.isMark("/") || token.isMark("&")
      else { return nil }
    }
    let written = utf8[bareBytes(of: range)]
    guard Abbreviation.isMostlyCapitals(written) else { return nil }
    let text = String(decoding: written, as: UTF8.self)
    // Only an en dash and a hyphen that does not break begin with E2.
    guard written.contains(0xE2) else { return text }
    return text.replacing("–", with: "-").replacing("\u{2011}", with: "-")
  }
}

/// Whether a name's words can make an acronym.
enum Abbreviation {
  /// The words of a name, which single spaces part.
  static func words(of name: String) -> [Substring] {
    name.utf8.split(separator: 0x20).map { Substring($0) }
  }

  /// Each letter begins one of the next three words or stands further on in the present one
  /// ("UNMISET": UN Mission of Support in East Timor). The first letter begins the first word, half
  /// of the letters begin a word, and at most a quarter of them fit nowhere.
  static func fits(_ acronym: String, _ words: some Collection<some StringProtocol>) -> Bool {
    guard mayFit(acronym, words.first) else { return false }
    let letters = Abbreviation.letters(of: acronym)
    let parts = Parts(words)
    guard let first = letters.first, parts.initials.first == first else { return false }
    var word = 0
    var place = parts.starts[0]
    var initials = 1
    var misses = 0
    for letter in letters.dropFirst() {
      let next = min(word + 1, parts.count)..<min(word + 4, parts.count)
      if let ahead = next.first(where: { parts.initials[$0] == letter }) {
        word = ahead
        place = parts.starts[word]
        initials += 1
      } else if let inside = parts.letters[(place + 1)..<parts.starts[word + 1]]
        .firstIndex(of: letter)
      {
        place = inside
      } else {
        misses += 1
      }
    }
    return initials * 2 >= letters.count && misses * 4 <= letters.count
  }

  /// Whether acronym and first word begin alike, as far as ASCII tells.
  private static func mayFit(_ acronym: String, _ word: (some StringProtocol)?) -> Bool {
    guard let first = acronym.utf8.first, let other = word?.utf8.first,
      (first | 0x20) &- 0x61 < 26, (other | 0x20) &- 0x61 < 26
    else { return true }
    return first | 0x20 == other | 0x20
  }

  /// Whether there are two capitals at least and no more small letters than capitals.
  fileprivate static func isMostlyCapitals(_ utf8: ArraySlice<UInt8>) -> Bool {
    var capitals = 0
    var letters = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte &- 0x41 < 26 { capitals += 1 }
        if (byte | 0x20) &- 0x61 < 26 { letters += 1 }
      } else {
        if scalar.properties.isUppercase { capitals += 1 }
        if scalar.properties.isAlphabetic { letters += 1 }
      }
    }
    return capitals >= 2 && capitals * 2 >= letters
  }

  private static func letters(of acronym: String) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for scalar in acronym.unicodeScalars where scalar.properties.isAlphabetic {
      append(scalar, to: &letters)
    }
    return letters
  }

  /// Adds a letter in lower case.
  private static func append(_ scalar: Unicode.Scalar, to letters: inout [Unicode.Scalar]) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      letters.append(Unicode.Scalar(byte &- 0x41 < 26 ? byte | 0x20 : byte))
    } else {
      letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// The parts of words between hyphens and apostrophes, in lower case, one behind the other.
  private struct Parts {
    private(set) var letters: [Unicode.Scalar] = []
    /// Where each part begins, and where the last one ends.
    private(set) var starts = [0]
    private(set) var initials: [Unicode.Scalar] = []
    var count: Int { initials.count }

    init(_ words: some Collection<some StringProtocol>) {
      for word in words {
        for scalar in word.unicodeScalars {
          if scalar == "-" || scalar == "'" || scalar == "’" {
            close()
          } else {
            Abbreviation.append(scalar, to: &letters)
          }
        }
        close()
      }
    }

    private mutating func close() {
      guard let start = starts.last, letters.count > start else { return }
      initials.append(letters[start])
      starts.append(letters.count)
    }
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
