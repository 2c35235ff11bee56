/// A word, a number or a mark of a phrase.
struct PhraseToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case word, number, mark }

  var kind: Kind
  /// A word in lower case with a plain apostrophe, a number's digits, a mark: `-` for a hyphen, `–`
  /// for any dash, `�` for bytes that are no text.
  var text: String
  /// A number's value, at most `Int.max`.
  var value = 0
  /// UTF-8 bytes of the phrase, from 0.
  var bytes: Range<Int>
  /// Whether it follows the one before it without a space.
  var touches: Bool
  /// Whether it begins with a capital.
  var isCapitalised = false
  /// Whether a full stop follows that ends neither a number nor the phrase.
  var isAbbreviated = false

  /// The words of a word list's form, folded as those of phrases are; none where it has digits,
  /// which no rule would look for.
  static func words(of form: String) -> [String] {
    let tokens = PhraseTokenizer.tokens(of: form.utf8.span)
    return tokens.contains { $0.kind == .number }
      ? [] : tokens.filter { $0.kind == .word }.map(\.text)
  }
}

/// Cuts a phrase into tokens, in one pass.
struct PhraseTokenizer {
  private var tokens: [PhraseToken] = []
  private var at = 0
  private var isSpaced = true

  static func tokens(of text: Span<UInt8>) -> [PhraseToken] {
    var tokenizer = PhraseTokenizer()
    while tokenizer.at < text.count { tokenizer.next(text) }
    return tokenizer.tokens
  }

  private mutating func next(_ text: Span<UInt8>) {
    let start = at
    guard let (scalar, length) = Self.scalar(text, at) else {
      at += 1
      append(.mark, "\u{FFFD}", start)
      return
    }
    if Self.isInvisible(scalar) {
      at += length
    } else if scalar.properties.isWhitespace {
      at += length
      isSpaced = true
    } else if 0x30...0x39 ~= scalar.value {
      number(text)
    } else if scalar.properties.isAlphabetic {
      word(text)
    } else {
      at += length
      mark(scalar, start, text)
    }
  }

  private mutating func append(
    _ kind: PhraseToken.Kind, _ words: String, _ start: Int, value: Int = 0,
    isCapitalised: Bool = false
  ) {
    tokens.append(
      PhraseToken(
        kind: kind, text: words, value: value, bytes: start..<at, touches: !isSpaced,
        isCapitalised: isCapitalised))
    isSpaced = false
  }

  /// Digits. A comma before exactly three more is a separator of thousands.
  private mutating func number(_ text: Span<UInt8>) {
    let start = at
    var digits = ""
    func run(_ from: Int) -> Int {
      var end = from
      while end < text.count, 0x30...0x39 ~= text[end] { end += 1 }
      return end
    }
    var end = run(at)
    for byte in at..<end { digits.unicodeScalars.append(Unicode.Scalar(text[byte])) }
    if end - at <= 3 {
      while end < text.count, text[end] == UInt8(ascii: ","), run(end + 1) == end + 4 {
        for byte in end + 1..<end + 4 { digits.unicodeScalars.append(Unicode.Scalar(text[byte])) }
        end += 4
      }
    }
    at = end
    append(.number, digits, start, value: Int(digits) ?? .max)
  }

  /// Letters, with the apostrophes and the accents within. Full stops within "A.D." and after
  /// "Dec." belong to the word and are dropped.
  private mutating func word(_ text: Span<UInt8>) {
    let start = at
    var folded = ""
    var isCapitalised = false
    var letters = 0
    while at < text.count, let (scalar, length) = Self.scalar(text, at) {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        if at == start { isCapitalised = scalar.properties.isUppercase }
        folded += scalar.properties.lowercaseMapping
        letters += 1
      } else if Self.isApostrophe(scalar), let next = Self.scalar(text, at + length)?.scalar,
        next.properties.isAlphabetic
      {
        folded += "'"
        letters += 1
      } else if scalar == ".", letters == 1, let next = Self.scalar(text, at + 1)?.scalar,
        next.properties.isAlphabetic
      {
        letters = 0
      } else {
        break
      }
      at += length
    }
    append(.word, folded, start, isCapitalised: isCapitalised)
    if at < text.count, text[at] == UInt8(ascii: ".") {
      // `12.XI.2004` keeps its stops, `Dec. 2011` and `Dec.2011` lose theirs.
      let isNumeric =
        tokens.count > 2 && tokens[tokens.count - 2].text == "." && tokens[tokens.count - 1].touches
      if !isNumeric {
        tokens[tokens.count - 1].isAbbreviated = true
        at += 1
      }
    }
  }

  private mutating func mark(_ scalar: Unicode.Scalar, _ start: Int, _ text: Span<UInt8>) {
    switch scalar {
    case "-", "\u{2010}", "\u{2011}":
      let isDouble = at < text.count && scalar == "-" && text[at] == UInt8(ascii: "-")
      if isDouble { at += 1 }
      append(.mark, isDouble ? "–" : "-", start)
    case "\u{2012}", "–", "—", "\u{2015}", "\u{2212}", "→": append(.mark, "–", start)
    case ".":
      // A full stop after a number at a space, or at the end, ends nothing that matters.
      let next = Self.scalar(text, at)?.scalar
      let isStop = next.map { $0.properties.isWhitespace } ?? (at >= text.count)
      if !isStop { append(.mark, ".", start) }
    case _ where Self.isApostrophe(scalar): append(.mark, "'", start)
    case "“", "”", "„", "«", "»", "\"": append(.mark, "\"", start)
    default: append(.mark, String(Character(scalar)), start)
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "‘" || scalar == "ʼ"
  }

  /// Marks of direction, soft hyphens and joiners, which nobody sees.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format
  }

  /// The scalar whose UTF-8 begins at a byte, and its length; nil where none does.
  ///
  /// Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
  private static func scalar(
    _ text: Span<UInt8>, _ at: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard at < text.count else { return nil }
    let first = text[at]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard 0xC2...0xF4 ~= first, at + length <= text.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in at + 1..<at + length {
      guard text[byte] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(text[byte] & 0x3F)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    return value >= least ? Unicode.Scalar(value).map { ($0, length) } : nil
  }
}
