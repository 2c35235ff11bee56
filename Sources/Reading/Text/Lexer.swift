/// Cuts UTF-8 text into tokens in one pass, knowing the words of a table.
///
/// Letters make a word, with an apostrophe where letters other than a final `s` follow it
/// (`o'clock`); `'s` behind a word is a token of its own; ASCII digits make a number; any other
/// character but white space is a mark by itself. Bytes from 0x80 are letters unless they belong to
/// Unicode's general punctuation, Latin-1's signs or a known space.
package struct Lexer: Sendable {
  package let words: WordTable
  /// What each byte can begin; a copy, so that no token pays for a lazy global.
  private let classes = Lexer.allClasses
  private let possessive: Word

  package init(words: WordTable) {
    var words = words
    possessive = words.insert("'s")
    self.words = words
  }

  /// The tokens of a range of UTF-8 bytes, added to `tokens`.
  package func lex(_ text: Span<UInt8>, in range: Range<Int>, into tokens: inout [Token]) {
    var at = range.lowerBound
    let end = range.upperBound
    var shape: Token.Shape = [.spaced, .newLine, .newParagraph]
    while at < end {
      let byte = text[at]
      let start = at
      switch classes[Int(byte)] {
      case .space:
        shape.insert(.spaced)
        if byte == 0x0A {
          if shape.contains(.newLine) { shape.insert(.newParagraph) }
          shape.insert(.newLine)
        }
        at += 1
        continue
      case .digit:
        var number = Int32(byte & 15)
        at += 1
        while at < end, classes[Int(text[at])] == .digit {
          number = at - start < 9 ? number &* 10 &+ Int32(text[at] & 15) : -1
          at += 1
        }
        tokens.append(
          Token(.number, start, at, payload: at - start > 9 ? -1 : number, shape: shape))
      case .letter:
        lexWord(text, &at, end, shape, &tokens)
      case .mark:
        at += 1
        tokens.append(Token(.mark, start, at, payload: Int32(byte), shape: shape))
      case .high:
        let (scalar, width) = Lexer.punctuation(text, at, end)
        switch scalar {
        case 0: lexWord(text, &at, end, shape, &tokens)
        case 0x20:
          shape.insert(.spaced)
          at += width
          continue
        default:
          at += width
          let isLong = scalar == 0x2D && !(text[start] == 0xE2 && text[start + 2] <= 0x91)
          tokens.append(
            Token(
              .mark, start, at, payload: Int32(scalar),
              shape: isLong ? shape.union(.longDash) : shape))
        }
      }
      shape = []
    }
  }

  /// The tokens of a range of UTF-8 bytes.
  package func tokens(of text: Span<UInt8>, in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5 + 1)
    lex(text, in: range, into: &tokens)
    return tokens
  }

  private func lexWord(
    _ text: Span<UInt8>, _ at: inout Int, _ end: Int, _ before: Token.Shape,
    _ tokens: inout [Token]
  ) {
    let start = at
    var hash = WordTable.seed
    var lowerBits: UInt8 = 0
    // Most words are ASCII letters to their end; arithmetic is quicker than a table for them.
    while at < end {
      let byte = text[at]
      let folded = byte | 0x20
      guard folded &- 0x61 < 26 else { break }
      lowerBits |= byte
      hash = WordTable.hash(hash, folded)
      at += 1
    }
    var letters = at - start
    var hasLower = lowerBits & 0x20 != 0
    var isASCII = true
    if at < end, text[at] >= 0x80 || text[at] == UInt8(ascii: "'") {
      lexRest(text, &at, end, start, &hash, &letters, &hasLower, &isASCII)
    }
    var shape = before
    let first = text[start]
    if first < 0x80
      ? first & 0x20 == 0 : first == 0xC3 && start + 1 < at && text[start + 1] <= 0x9E
    {
      shape.insert(.capitalised)
      if !hasLower, letters > 1 { shape.insert(.upperCase) }
    }
    let word = words.find(hash, text, start..<at, isASCII: isASCII) ?? .unknown
    tokens.append(Token(.word, start, at, payload: word.rawValue, shape: shape))
    if at < end, text[at] == UInt8(ascii: "'") || text[at] == 0xE2 {
      lexPossessive(text, &at, end, &tokens)
    }
  }

  /// The rest of a word in which something else than an ASCII letter stands.
  private func lexRest(
    _ text: Span<UInt8>, _ at: inout Int, _ end: Int, _ start: Int, _ hash: inout UInt32,
    _ letters: inout Int, _ hasLower: inout Bool, _ isASCII: inout Bool
  ) {
    var last: UInt8 = at > start ? text[at - 1] : 0
    while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case .letter:
        hasLower = hasLower || byte & 0x20 != 0
        letters += 1
        hash = WordTable.hash(hash, WordTable.folded(byte, after: last))
        last = byte
        at += 1
      case .high:
        let (scalar, width) = Lexer.punctuation(text, at, end)
        if scalar == 0x27, isInside(text, at + width, end) {
          hash = WordTable.hash(hash, UInt8(ascii: "'"))
          last = 0
          at += width
          isASCII = false
          continue
        }
        guard scalar == 0 else { return }
        isASCII = false
        let folded = WordTable.folded(byte, after: last)
        hasLower = hasLower || (last == 0xC3 && folded == byte)
        if byte >= 0xC0 { letters += 1 }
        hash = WordTable.hash(hash, folded)
        last = byte
        at += 1
      case .mark:
        guard byte == UInt8(ascii: "'"), isInside(text, at + 1, end) else { return }
        hash = WordTable.hash(hash, byte)
        last = 0
        at += 1
      case .digit, .space: return
      }
    }
  }

  /// Takes `'s` behind a word.
  private func lexPossessive(
    _ text: Span<UInt8>, _ at: inout Int, _ end: Int, _ tokens: inout [Token]
  ) {
    let width = text[at] == 0xE2 ? 3 : 1
    guard width == 1 || Lexer.punctuation(text, at, end).scalar == 0x27, at + width < end,
      text[at + width] | 0x20 == UInt8(ascii: "s"),
      at + width + 1 == end || !isLetter(text[at + width + 1])
    else { return }
    let after = at + width + 1
    tokens.append(Token(.word, at, after, payload: possessive.rawValue, shape: []))
    at = after
  }

  /// Whether an apostrophe before this byte lies inside a word: letters follow that are not just
  /// a final `s`.
  private func isInside(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end, isLetter(text[at]) else { return false }
    guard text[at] | 0x20 == UInt8(ascii: "s") else { return true }
    return at + 1 < end && isLetter(text[at + 1])
  }

  private func isLetter(_ byte: UInt8) -> Bool { classes[Int(byte)] == .letter }
}

extension Lexer {
  private enum Class: UInt8 { case mark, letter, digit, space, high }

  private static let allClasses: [Class] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0...0x20, 0x7F: .space
    case 0x80...: .high
    default: .mark
    }
  }

  /// What the bytes from 0x80 on make: 0 where they are a letter's, 0x20 for white space and what
  /// cannot be seen, else the mark, with the bytes that it takes.
  private static func punctuation(
    _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> (scalar: UInt32, width: Int) {
    switch text[at] {
    case 0xC2 where at + 1 < end:
      let scalar = UInt32(text[at + 1])
      switch scalar {
      case 0xAA, 0xB5, 0xBA: return (0, 2)
      case 0x80...0xA0, 0xAD: return (0x20, 2)
      case 0xAB, 0xBB: return (0x22, 2)
      case 0xB4: return (0x27, 2)
      default: return (scalar, 2)
      }
    case 0xE2 where at + 2 < end && text[at + 1] <= 0x81 && text[at + 1] >= 0x80:
      let scalar = 0x2000 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
      switch scalar {
      case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F: return (0x20, 3)
      case 0x2010...0x2015: return (0x2D, 3)
      case 0x2018...0x201B, 0x2032: return (0x27, 3)
      case 0x201C...0x201F, 0x2033, 0x2039, 0x203A: return (0x22, 3)
      default: return (scalar, 3)
      }
    case 0xE2 where at + 2 < end && text[at + 1] == 0x82:
      // Signs of currencies.
      return (0x2080 | UInt32(text[at + 2] & 0x3F), 3)
    case 0xE2 where at + 2 < end && text[at + 1] == 0x88 && text[at + 2] == 0x92: return (0x2D, 3)
    case 0xE3 where at + 2 < end && text[at + 1] == 0x80 && text[at + 2] <= 0x82:
      return (text[at + 2] == 0x80 ? 0x20 : 0x3000 | UInt32(text[at + 2] & 0x3F), 3)
    case 0xEF where at + 2 < end && text[at + 1] == 0xBB && text[at + 2] == 0xBF:
      return (0x20, 3)
    default: return (0, 1)
    }
  }
}
