/// Windows-1252, the Latin-1 of office machines.
///
/// Source: WHATWG Encoding, index windows-1252.
enum Windows1252 {
  /// 80 to 9F; nil where Windows leaves a byte without a character.
  private static let high: [UInt16?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]

  /// - Throws: `ReadingError` at the first byte that has no character.
  static func decode(_ bytes: [UInt8], declared: String?) throws(ReadingError) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        utf8.append(byte)
        continue
      }
      let value = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
      guard let value, let scalar = Unicode.Scalar(value) else {
        throw ReadingError(
          declared.map { .notAsDeclared($0, offset: offset) } ?? .unknownEncoding(offset: offset))
      }
      if let encoded = UTF8.encode(scalar) { utf8.append(contentsOf: encoded) }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// Whether bytes that are not UTF-8 look like a Western text: every byte has a character, few are
  /// above 7F, and those are typographic marks or single letters inside words. A text in Cyrillic
  /// or Greek, a mixture with UTF-8 or a binary file fails that.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var run = 0
    var longest = 0
    var odd = 0
    var multibyte = 0
    for (offset, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        run = 0
        continue
      }
      if byte < 0xA0, high[Int(byte) - 0x80] == nil { return false }
      if byte >= 0xC0 {
        letters += 1
        run += 1
        longest = max(longest, run)
        if offset + 1 < bytes.count, bytes[offset + 1] & 0xC0 == 0x80, byte < 0xF5 {
          multibyte += 1
        }
        let before = offset > 0 ? bytes[offset - 1] : 0x20
        let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
        if !isLetter(before) && !isLetter(after) { odd += 1 }
      } else {
        run = 0
      }
    }
    let high = bytes.count { $0 >= 0x80 }
    return longest <= 2 && high * 8 <= bytes.count && multibyte * 4 <= high && odd * 4 <= letters
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}

/// Text in UTF-16, as Windows saves “Unicode”.
enum UTF16Text {
  enum Order { case little, big }

  /// The order of bytes that look like English in UTF-16 without a byte order mark: every other
  /// byte is NUL; nil for anything else.
  static func order(of bytes: [UInt8]) -> Order? {
    let sample = bytes.prefix(512)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
    let half = sample.count / 2
    if zeros[1] * 10 >= half * 8, zeros[0] == 0 { return .little }
    if zeros[0] * 10 >= half * 8, zeros[1] == 0 { return .big }
    return nil
  }

  /// - Throws: `ReadingError` for half a character, and for controls that no text has.
  static func decode(
    _ bytes: ArraySlice<UInt8>, _ order: Order
  ) throws(ReadingError) -> Decoding.Decoded {
    guard bytes.count.isMultiple(of: 2) else {
      throw ReadingError(.notAsDeclared("UTF-16", offset: bytes.endIndex - 1))
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .little ? second << 8 | first : first << 8 | second)
      index += 2
    }
    if let unit = units.firstIndex(where: { $0 < 0x80 && Decoding.isBinary(UInt8($0)) }) {
      throw ReadingError(.binary(offset: bytes.startIndex + 2 * unit))
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw ReadingError(.notAsDeclared("UTF-16", offset: bytes.startIndex))
    }
    return Decoding.Decoded(text: text, isOriginal: false)
  }
}
