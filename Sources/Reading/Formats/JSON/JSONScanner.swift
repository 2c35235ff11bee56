/// Reads JSON with the place of each value, which a reader that keeps evidence needs.
///
/// Source: RFC 8259. Recursion is bounded by `depth`.
struct JSONScanner {
  struct Value: Sendable {
    enum Kind: Sendable {
      case object([Member])
      case array([Value])
      case string(String)
      /// As written.
      case number(String)
      case bool(Bool)
      case null
    }
    let kind: Kind
    /// UTF-8 bytes of the JSON text, quotes and brackets included.
    let bytes: Range<Int>

    var string: String? {
      if case .string(let text) = kind { return text }
      return nil
    }
  }

  struct Member: Sendable {
    let key: String
    let value: Value
  }

  private let utf8: [UInt8]
  private var at: Int
  private var depth: Int

  /// The one value that a text is.
  ///
  /// - Throws: `ReadingError` with the byte of what is wrong, or that it nests too deep.
  static func value(of utf8: [UInt8], depth: Int) throws(ReadingError) -> Value {
    var scanner = JSONScanner(
      utf8: utf8, at: utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, depth: depth)
    let value = try scanner.value()
    scanner.skipSpace()
    guard scanner.at == utf8.count else { throw scanner.error("more after the JSON value") }
    return value
  }

  private func error(_ what: String) -> ReadingError {
    ReadingError(.damaged("\(what) at byte \(at)"))
  }

  private mutating func skipSpace() {
    while at < utf8.count, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[at]) { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < utf8.count, utf8[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func value() throws(ReadingError) -> Value {
    skipSpace()
    let start = at
    guard at < utf8.count else { throw error("the JSON breaks off") }
    let kind: Value.Kind
    switch utf8[at] {
    case UInt8(ascii: "{"): kind = try object()
    case UInt8(ascii: "["): kind = try array()
    case UInt8(ascii: "\""): kind = .string(try string())
    case UInt8(ascii: "t"): kind = try word("true", .bool(true))
    case UInt8(ascii: "f"): kind = try word("false", .bool(false))
    case UInt8(ascii: "n"): kind = try word("null", .null)
    default: kind = .number(try number())
    }
    return Value(kind: kind, bytes: start..<at)
  }

  private mutating func descend() throws(ReadingError) {
    depth -= 1
    guard depth >= 0 else {
      throw ReadingError(.hostile("JSON that nests too deep, at byte \(at)"))
    }
    at += 1
  }

  private mutating func object() throws(ReadingError) -> Value.Kind {
    try descend()
    defer { depth += 1 }
    var members: [Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard at < utf8.count, utf8[at] == UInt8(ascii: "\"") else { throw error("no key") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("no colon") }
      members.append(Member(key: key, value: try value()))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw error("an object without an end") }
      return .object(members)
    }
  }

  private mutating func array() throws(ReadingError) -> Value.Kind {
    try descend()
    defer { depth += 1 }
    var values: [Value] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      values.append(try value())
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw error("an array without an end") }
      return .array(values)
    }
  }

  private mutating func word(_ word: String, _ kind: Value.Kind) throws(ReadingError) -> Value.Kind
  {
    guard utf8[at...].starts(with: word.utf8) else { throw error("no JSON value") }
    at += word.utf8.count
    return kind
  }

  private mutating func number() throws(ReadingError) -> String {
    let start = at
    while at < utf8.count,
      (utf8[at] >= 0x30 && utf8[at] <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(utf8[at])
    {
      at += 1
    }
    let text = String(decoding: utf8[start..<at], as: UTF8.self)
    guard Double(text) != nil else { throw error("no JSON value") }
    return text
  }

  private mutating func string() throws(ReadingError) -> String {
    at += 1
    var start = at
    var text: [UInt8] = []
    while at < utf8.count {
      switch utf8[at] {
      case UInt8(ascii: "\""):
        text += utf8[start..<at]
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += utf8[start..<at]
        at += 1
        text += Array(String(try escape()).utf8)
        start = at
      case 0..<0x20: throw error("a control character in a string")
      default: at += 1
      }
    }
    throw error("a string without an end")
  }

  private mutating func escape() throws(ReadingError) -> Character {
    guard at < utf8.count else { throw error("an escape without an end") }
    defer { at += 1 }
    switch utf8[at] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if unit & 0xFC00 == 0xD800, at + 2 < utf8.count, utf8[at + 1] == UInt8(ascii: "\\"),
        utf8[at + 2] == UInt8(ascii: "u")
      {
        at += 2
        let low = try hexadecimal()
        let value = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
        guard low & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return Character(scalar)
      }
      // SQLite and C end a text at NUL; half a surrogate pair is no character.
      return unit == 0 ? "\u{FFFD}" : Unicode.Scalar(unit).map(Character.init) ?? "\u{FFFD}"
    case let other where [0x22, 0x2F, 0x5C].contains(other):
      return Character(Unicode.Scalar(other))
    default: throw error("an unknown escape")
    }
  }

  /// The four digits behind `\u`; stays on the last of them.
  private mutating func hexadecimal() throws(ReadingError) -> UInt32 {
    guard at + 4 < utf8.count,
      utf8[(at + 1)...(at + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: utf8[(at + 1)...(at + 4)], as: UTF8.self), radix: 16)
    else { throw error("an escape that is no number") }
    at += 4
    return value
  }
}
