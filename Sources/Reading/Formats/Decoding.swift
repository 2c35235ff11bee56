/// Why a file could not be read. `description` names the remedy.
package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case empty
    /// A byte that no text has, at this offset.
    case binary(offset: Int)
    /// The first byte that is not UTF-8.
    case notUTF8(offset: Int)
    case otherEncoding(String)
    /// The language that the text seems to be in.
    case notEnglish(String)
    case tooLarge(bytes: Int, limit: Int)
    case unsupportedFormat
  }

  package let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  package var description: String {
    switch reason {
    case .empty: "the file is empty: there is nothing to read; check that it was saved"
    case .binary(let offset):
      "not a text file (control byte at byte \(offset)); save it as plain text or Markdown"
    case .notUTF8(let offset):
      "not UTF-8 text (at byte \(offset)); save it as UTF-8, for example with "
        + "`iconv -f WINDOWS-1252 -t UTF-8`"
    case .otherEncoding(let name): "the text is \(name), not UTF-8; save it as UTF-8"
    case .notEnglish(let language):
      "not English: the text reads as \(language); only English is read so far"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the limit of \(limit); split it"
    case .unsupportedFormat:
      "not a format that can be read; use one of "
        + Format.endings.map { ".\($0)" }.joined(separator: ", ")
    }
  }
}

/// From the bytes of a foreign file to text, or a refusal.
enum Decoding {
  /// More than any briefing, and little enough to keep in memory.
  static let limit = 64 << 20

  /// The text of the bytes, untouched.
  /// - Throws: `ReadingError` for what is empty, too large, binary or in another encoding.
  static func text(of bytes: [UInt8]) throws(ReadingError) -> String {
    guard bytes.count <= limit else {
      throw ReadingError(.tooLarge(bytes: bytes.count, limit: limit))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ReadingError(.otherEncoding("UTF-16"))
    }
    if let offset = bytes.firstIndex(where: isBinary) {
      throw ReadingError(.binary(offset: offset))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ReadingError(.notUTF8(offset: firstInvalid(in: bytes)))
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    else { throw ReadingError(.empty) }
    return text
  }

  /// C0 controls but tab, line feed, form feed, carriage return and escape; none stands in a text.
  private static func isBinary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: false
    default: byte < 0x20 || byte == 0x7F
    }
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int {
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
