import Statements
import Testing

@testable import Reading

/// Encodings of text files: read right, or refused with a reason.
@Suite struct `The encoding of a text` {
  static let sentence = "The mission in Geneva opened in March 2003 – “Génération” has 12 officers."

  /// Windows-1252, by hand.
  static let windows: [UInt8] =
    Array("The mission in Geneva opened in March 2003 ".utf8) + [0x96] + Array(" ".utf8) + [0x93]
    + Array("G".utf8) + [0xE9] + Array("n".utf8) + [0xE9] + Array("ration".utf8) + [0x94]
    + Array(" has 12 officers.".utf8)

  private func utf16(_ order: UTF16Text.Order, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(Self.sentence.utf16)
    return units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return order == .big ? [high, low] : [low, high]
    }
  }

  @Test func `is UTF-8 with or without a byte order mark`() throws {
    #expect(try Decoding.text(of: Array(Self.sentence.utf8)).text == Self.sentence)
    let marked = try Decoding.text(of: [0xEF, 0xBB, 0xBF] + Array(Self.sentence.utf8))
    #expect(marked.isOriginal && marked.text == "\u{FEFF}" + Self.sentence)
  }

  @Test(arguments: [UTF16Text.Order.big, .little], [true, false])
  func `is UTF-16 in either order, marked or not`(order: UTF16Text.Order, mark: Bool) throws {
    let decoded = try Decoding.text(of: utf16(order, mark: mark))
    #expect(decoded.text == Self.sentence && !decoded.isOriginal)
  }

  @Test func `is taken for Windows-1252 where it looks like that, with a word`() throws {
    let decoded = try Decoding.text(of: Self.windows)
    #expect(decoded.text == Self.sentence)
    #expect(decoded.warnings.count == 1 && decoded.warnings[0].contains("Windows-1252"))
  }

  @Test(arguments: ["ISO-8859-1", "latin1", "windows-1252"])
  func `is what the file declares`(name: String) throws {
    let decoded = try Decoding.text(of: Self.windows, declared: name)
    #expect(decoded.text == Self.sentence && decoded.warnings.isEmpty)
  }

  @Test func `is UTF-8 all the same where the file declares another, with a word`() throws {
    let decoded = try Decoding.text(of: Array(Self.sentence.utf8), declared: "iso-8859-1")
    #expect(decoded.text == Self.sentence && decoded.warnings.count == 1)
  }

  /// Texts that a careless reader would make into letters that are not there.
  @Test(arguments: [
    // Cyrillic in KOI8-R.
    [0xED, 0xC9, 0xD3, 0xD3, 0xC9, 0xD1, 0x20, 0xCF, 0xCF, 0xCE, 0x20, 0xD7, 0x20, 0xE9, 0xD2],
    // UTF-8 and Windows-1252 in one file.
    Array("Genève and ".utf8) + [0x93, 0xE9, 0x94] + Array(" and Zürich, Łódź, São Paulo".utf8),
    // A byte that Windows-1252 does not have.
    Array("Mission ".utf8) + [0x81] + Array(" opened".utf8),
  ])
  func `is refused where nothing is sure`(bytes: [UInt8]) throws {
    #expect {
      try Decoding.text(of: bytes)
    } throws: { error in
      guard let reason = (error as? ReadingError)?.reason, case .unknownEncoding = reason
      else { return false }
      return true
    }
  }

  @Test func `is refused where the bytes are not what the file declares`() throws {
    #expect(throws: ReadingError(.otherEncoding("shift_jis"))) {
      try Decoding.text(of: [0x83, 0x7E, 0x83, 0x62], declared: "shift_jis")
    }
    #expect(throws: ReadingError(.notAsDeclared("UTF-8", offset: 5))) {
      try Decoding.text(of: Array("Abcde".utf8) + [0xE9, 0x20], declared: "utf-8")
    }
    #expect(throws: ReadingError(.notAsDeclared("UTF-16", offset: 4))) {
      try Decoding.text(of: [0xFE, 0xFF, 0x00, 0x41, 0x00])
    }
    #expect(throws: ReadingError(.otherEncoding("UTF-32"))) {
      try Decoding.text(of: [0xFF, 0xFE, 0x00, 0x00, 0x41, 0, 0, 0])
    }
  }

  @Test func `is said to hide something where it turns the direction of text`() throws {
    let decoded = try Decoding.text(of: Array("closed in \u{202E}2102\u{202C} after".utf8))
    #expect(decoded.warnings.first?.hasPrefix("2 characters that reverse") == true)
  }
}
