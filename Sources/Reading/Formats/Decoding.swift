/// From the bytes of a foreign file to text, or a refusal: never to a text that is silently wrong.
enum Decoding {
  struct Decoded {
    let text: String
    /// Whether the text's UTF-8 bytes are the file's own.
    let isOriginal: Bool
    var warnings: [String] = []
  }

  /// The text of a text file.
  ///
  /// A byte order mark decides, else what the file declares, else whether the bytes are UTF-8; what
  /// is left is taken for Windows-1252 where it looks like that, with a warning, or refused.
  ///
  /// - Parameters:
  ///   - declared: the encoding that the file names, as HTML and XML can.
  ///   - allowsNUL: whether NUL and other controls become U+FFFD, as HTML has it, or mean that this
  ///     is no text.
  /// - Throws: `ReadingError` for what is empty, binary or in no known encoding.
  static func text(
    of bytes: [UInt8], declared: String? = nil, allowsControls: Bool = false
  ) throws(ReadingError) -> Decoded {
    var decoded = try decode(bytes, declared: declared, allowsControls: allowsControls)
    guard
      decoded.text.unicodeScalars.contains(where: {
        !$0.properties.isWhitespace && $0 != "\u{FEFF}"
      })
    else { throw ReadingError(.empty) }
    let overrides = bidiControls(in: decoded.text.utf8.span)
    if overrides > 0 {
      decoded.warnings.append(
        "\(overrides) characters that reverse the direction of text, so that it may read "
          + "otherwise on a screen than it is")
    }
    return decoded
  }

  private static func decode(
    _ bytes: [UInt8], declared: String?, allowsControls: Bool
  ) throws(ReadingError) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try utf8(bytes, as: "UTF-8 by its byte order mark", allowsControls)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw ReadingError(.otherEncoding("UTF-32"))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try UTF16Text.decode(bytes[2...], .little) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try UTF16Text.decode(bytes[2...], .big) }
    if let order = UTF16Text.order(of: bytes) { return try UTF16Text.decode(bytes[...], order) }
    if !allowsControls, let offset = bytes.firstIndex(where: isBinary) {
      throw ReadingError(.binary(offset: offset))
    }
    // A file that declares one encoding and is valid UTF-8 all the same is UTF-8: bytes above 7F
    // make valid UTF-8 by chance as good as never.
    if let text = String(validating: bytes, as: UTF8.self) {
      var decoded = plain(text, allowsControls)
      if let declared, !EncodingName(declared).isUTF8, bytes.contains(where: { $0 > 0x7F }) {
        decoded.warnings.append("it says that it is \(declared), but it is UTF-8")
      }
      return decoded
    }
    let invalid = firstInvalid(in: bytes)
    switch declared.map(EncodingName.init) {
    case .windows1252:
      return Decoded(
        text: try Windows1252.decode(bytes, declared: declared), isOriginal: false)
    case .utf8: throw ReadingError(.notAsDeclared("UTF-8", offset: invalid))
    case .other(let name): throw ReadingError(.otherEncoding(name))
    case nil:
      guard Windows1252.isLikely(bytes) else {
        throw ReadingError(.unknownEncoding(offset: invalid))
      }
      return Decoded(
        text: try Windows1252.decode(bytes, declared: nil), isOriginal: false,
        warnings: ["not UTF-8 (at byte \(invalid)) and taken for Windows-1252: look at accents"])
    }
  }

  private static func utf8(
    _ bytes: [UInt8], as what: String, _ allowsControls: Bool
  ) throws(ReadingError) -> Decoded {
    if !allowsControls, let offset = bytes.firstIndex(where: isBinary) {
      throw ReadingError(.binary(offset: offset))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ReadingError(.notAsDeclared(what, offset: firstInvalid(in: bytes)))
    }
    return plain(text, allowsControls)
  }

  /// HTML makes U+FFFD of NUL; other controls are left to its parser.
  private static func plain(_ text: String, _ allowsControls: Bool) -> Decoded {
    guard allowsControls, text.utf8.contains(0) else {
      return Decoded(text: text, isOriginal: true)
    }
    return Decoded(
      text: String(
        String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })),
      isOriginal: false, warnings: ["NUL bytes, which stand as �"])
  }

  /// C0 controls but tab, line feed, form feed, carriage return and escape; none stands in a text.
  static func isBinary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: false
    default: byte < 0x20 || byte == 0x7F
    }
  }

  /// How many of them stand in a text; all of them begin with the byte E2.
  private static func bidiControls(in text: Span<UInt8>) -> Int {
    var count = 0
    for at in text.indices where text[at] == 0xE2 && at + 2 < text.count {
      let scalar = 0x2000 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
      if let scalar = Unicode.Scalar(scalar), isBidiControl(scalar) { count += 1 }
    }
    return count
  }

  /// Embeddings, overrides and isolates (Unicode UAX #9).
  static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  static func firstInvalid(in bytes: [UInt8]) -> Int {
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput, .error: return offset
      }
    }
  }
}

/// The name of an encoding as files declare it.
///
/// Source: WHATWG Encoding, § 4.2: what calls itself Latin-1 is Windows-1252.
enum EncodingName {
  case utf8, windows1252
  case other(String)

  init(_ label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii", "utf-16", "utf-16le",
      "utf-16be":
      // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
      self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252",
      "cp1252", "x-cp1252", "cp819", "ansi_x3.4-1968":
      self = .windows1252
    default: self = .other(label)
    }
  }

  var isUTF8: Bool {
    if case .utf8 = self { return true }
    return false
  }
}
