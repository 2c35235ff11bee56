/// A word, a run of digits or a single mark, at its UTF-8 bytes in the untouched text.
package struct TextToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case word, number, mark }

  package let kind: Kind
  /// UTF-8 bytes of the document's text, from 0, the end exclusive.
  package let bytes: Range<Int>
  /// As written, with typographic apostrophes made straight.
  package let text: String
  package let lower: String

  /// Whether the first letter is upper case.
  package var isCapitalised: Bool {
    kind == .word && text.unicodeScalars.first?.properties.isUppercase == true
  }

  /// Whether every letter is upper case and there are at least two.
  package var isUpperCase: Bool {
    kind == .word && text.unicodeScalars.count > 1
      && text.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }

  /// The number that the digits make, nil for other tokens and beyond 18 digits.
  package var number: Int? {
    kind == .number && text.utf8.count <= 18 ? Int(text) : nil
  }

  /// Whether the next token follows without white space.
  package func touches(_ next: TextToken) -> Bool { bytes.upperBound == next.bytes.lowerBound }
}

extension TextToken {
  /// A hyphen, a dash or a minus sign.
  package var isDash: Bool {
    switch text {
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2212}": true
    default: false
    }
  }
}

extension TextToken {
  /// The tokens of a range of a text.
  ///
  /// Letters, with marks and apostrophes between letters, make a word; ASCII digits make a number;
  /// anything else but white space is a mark by itself. `NTM-I` is three tokens that touch.
  package static func tokens(of text: String, in range: Range<Int>) -> [TextToken] {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    var scanner = TextTokenScanner(offset: range.lowerBound)
    let scalars = text.unicodeScalars[start..<end]
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      scanner.take(scalars[index], next: next < scalars.endIndex ? scalars[next] : nil)
      index = next
    }
    return scanner.finish()
  }
}

private struct TextTokenScanner {
  private var tokens: [TextToken] = []
  private var kind = TextToken.Kind.mark
  private var text = ""
  private var start: Int
  private var offset: Int

  init(offset: Int) {
    start = offset
    self.offset = offset
  }

  mutating func take(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    let width = UTF8.width(scalar)
    defer { offset += width }
    if scalar.isDecimalDigit {
      extend(.number, with: scalar)
    } else if scalar.isLetter {
      extend(.word, with: scalar)
    } else if kind == .word, !text.isEmpty, scalar == "'" || scalar == "\u{2019}",
      next?.isLetter == true
    {
      text.unicodeScalars.append("'")
    } else {
      close()
      guard !scalar.properties.isWhitespace, scalar != "\u{FEFF}", scalar != "\u{AD}"
      else { return }
      let mark = String(scalar)
      tokens.append(TextToken(kind: .mark, bytes: offset..<offset + width, text: mark, lower: mark))
    }
  }

  mutating func finish() -> [TextToken] {
    close()
    return tokens
  }

  private mutating func extend(_ kind: TextToken.Kind, with scalar: Unicode.Scalar) {
    if self.kind != kind || text.isEmpty {
      close()
      self.kind = kind
      start = offset
    }
    text.unicodeScalars.append(scalar)
  }

  private mutating func close() {
    guard !text.isEmpty else { return }
    tokens.append(
      TextToken(
        kind: kind, bytes: start..<offset, text: text,
        lower: kind == .word ? text.lowercased() : text))
    text = ""
  }
}

extension Unicode.Scalar {
  fileprivate var isDecimalDigit: Bool { value >= 0x30 && value <= 0x39 }

  fileprivate var isLetter: Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }
}
