/// Writes ZIP archives for tests: stored parts, or parts whose headers are as wrong as a test wants.
///
/// Source: PKWARE, .ZIP File Format Specification 6.3, § 4.3.
package struct ZIPWriter {
  package struct Part {
    package var name: String
    package var bytes: [UInt8]
    /// 0 stored, 8 deflated: the bytes are then a DEFLATE stream.
    package var method: UInt16 = 0
    /// What the headers say; nil for what is so.
    package var statedSize: UInt32?
    package var checksum: UInt32?

    package init(
      _ name: String, _ bytes: [UInt8], method: UInt16 = 0, statedSize: UInt32? = nil,
      checksum: UInt32? = nil
    ) {
      self.name = name
      self.bytes = bytes
      self.method = method
      self.statedSize = statedSize
      self.checksum = checksum
    }

    package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  package static func archive(_ parts: [Part]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = UInt32(out.count)
      let common =
        two(20) + two(0) + two(part.method) + two(0) + two(0x21)
        + four(part.checksum ?? crc32(part.bytes)) + four(UInt32(part.bytes.count))
        + four(part.statedSize ?? UInt32(part.bytes.count)) + two(UInt16(part.name.utf8.count))
        + two(0)
      out += four(0x0403_4B50) + common + Array(part.name.utf8) + part.bytes
      directory +=
        four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(offset)
        + Array(part.name.utf8)
    }
    let start = UInt32(out.count)
    let count = UInt16(parts.count)
    return out + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
      + four(UInt32(directory.count)) + four(start) + two(0)
  }

  /// DEFLATE (RFC 1951) with the fixed code: so many bytes of one value, about a thousandth in size.
  package static func deflatedRun(of byte: UInt8, count: Int) -> [UInt8] {
    var bits = Bits()
    bits.append(1, 1)
    bits.append(1, 2)
    bits.appendCode(0x30 + UInt32(byte), 8)  // literals below 144
    var left = count - 1
    while left >= 258 {
      bits.appendCode(0b1100_0101, 8)  // length 258
      bits.appendCode(0, 5)  // distance 1
      left -= 258
    }
    for _ in 0..<max(left, 0) { bits.appendCode(0x30 + UInt32(byte), 8) }
    bits.appendCode(0, 7)
    return bits.bytes
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private var used = 8

    mutating func append(_ value: UInt32, _ count: Int) {
      for index in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if value >> UInt32(index) & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
        used += 1
      }
    }

    /// Huffman codes stand with their highest bit first.
    mutating func appendCode(_ code: UInt32, _ count: Int) {
      for index in (0..<count).reversed() { append(code >> UInt32(index) & 1, 1) }
    }
  }

  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func two(_ number: UInt16) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8)]
  }

  private static func four(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) }
  }
}
