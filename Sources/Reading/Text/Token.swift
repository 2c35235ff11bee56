/// A word, a run of digits or a single mark: a place in a text and what a lexer knows of it, without
/// a copy of its letters.
///
/// `NTM-I` is three tokens that touch, `1990s` two, `year's` two: the possessive stands by itself.
package struct Token: Hashable, Sendable {
  package enum Kind: UInt8, Sendable { case word, number, mark }

  /// How a token is written and what stands before it.
  package struct Shape: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first letter is upper case.
    package static let capitalised = Shape(rawValue: 1)
    /// There are at least two letters and none is lower case.
    package static let upperCase = Shape(rawValue: 2)
    /// White space, or the start of what was lexed, stands before it.
    package static let spaced = Shape(rawValue: 4)
    /// A line begins with it.
    package static let newLine = Shape(rawValue: 8)
    /// An empty line, or the start of what was lexed, stands before it.
    package static let newParagraph = Shape(rawValue: 16)
    /// A dash longer than a hyphen.
    package static let longDash = Shape(rawValue: 32)
  }

  /// UTF-8 bytes of the text, from 0, the end exclusive.
  package let start: Int32
  package let end: Int32
  private let payload: Int32
  package let kind: Kind
  package let shape: Shape

  init(_ kind: Kind, _ start: Int, _ end: Int, payload: Int32, shape: Shape) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.payload = payload
    self.shape = shape
  }
}

extension Token {
  /// The same, where another table knows its word by another number.
  func with(_ word: Word) -> Token {
    Token(kind, Int(start), Int(end), payload: word.rawValue, shape: shape)
  }

  /// The same at the start of what is read.
  var opening: Token {
    Token(
      kind, Int(start), Int(end), payload: payload,
      shape: shape.union([.spaced, .newLine, .newParagraph]))
  }

  package var bytes: Range<Int> { Int(start)..<Int(end) }
  /// Its length in UTF-8 bytes; of a number, its digits.
  package var count: Int { Int(end - start) }

  /// Which known word it is, in whatever case; `.unknown` for other words and kinds.
  package var word: Word { kind == .word ? Word(rawValue: payload) : .unknown }

  /// The number that at most nine digits make; nil for longer ones and other kinds.
  package var number: Int? { kind == .number && payload >= 0 ? Int(payload) : nil }

  /// The mark as ASCII: `-` for every hyphen, dash and minus sign, `'` and `"` for every quotation
  /// mark, `.` three of which are an ellipsis; the scalar itself where it has no such twin.
  package var mark: Unicode.Scalar? {
    kind == .mark ? Unicode.Scalar(UInt32(bitPattern: payload)) : nil
  }

  package func isMark(_ mark: Unicode.Scalar) -> Bool {
    kind == .mark && payload == Int32(bitPattern: mark.value)
  }

  /// Whether no white space stands between the token before it and itself.
  package var touches: Bool { !shape.contains(.spaced) }
  package var isCapitalised: Bool { shape.contains(.capitalised) }
  package var isUpperCase: Bool { shape.contains(.upperCase) }
}

/// A word that some list knows, by its number in a `WordTable`.
package struct Word: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// A word that no list knows.
  package static let unknown = Word(rawValue: 0)
}
