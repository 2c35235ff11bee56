import Testing

@testable import Chronology

/// Input that nobody writes by hand. What is long must not be slow: a quadratic step would make
/// these tests take minutes.
@Suite struct `Any bytes` {
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    "\0", "2004\0", "2004-\u{0}6", "\u{FEFF}2004", "200\u{660}", "e\u{301}", "🗓", "[2004,\0]",
  ])
  func `that are not EDTF are refused where they stop being it`(text: String) {
    #expect(throws: EDTFError.self) { try EDTF(text) }
  }

  @Test(
    arguments: [
      [0xFF], [0x32, 0x30, 0x30, 0x34, 0xC3], [0x32, 0x30, 0x30, 0xF0, 0x9F], [0xED, 0xA0, 0x80],
      [0x5B, 0x32, 0x30, 0x30, 0x34, 0x2C, 0x80, 0x5D], [0xC0, 0xAF],
    ] as [[UInt8]])
  func `need not be UTF-8`(bytes: [UInt8]) {
    let error = #expect(throws: EDTFError.self) { try EDTF(utf8: bytes.span) }
    #expect(error.map { $0.offset <= bytes.count } == true)
  }

  @Test(arguments: ["[", "{", "[[", "[{", "-", "2004/", "../", "?", "X", "Y", "2004-", "[2004,"])
  func `may repeat themselves`(piece: String) {
    let text = String(repeating: piece, count: 100_000)
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error.map { $0.offset <= text.utf8.count && "\($0)".utf8.count < 300 } == true)
  }

  @Test func `may be a year, an exponent and significant digits of any length`() throws {
    let digits = String(repeating: "9", count: 200_000)
    for text in ["Y\(digits)", "Y-1E\(digits)", "Y1E\(digits)S\(digits.dropLast())"] {
      let value = try EDTF(text)
      #expect(value.description == text && value.canonical.description == text)
      #expect(value.bounds.earliest == .outOfRange)
      #expect(EDTF.boundsRow(of: text).hasPrefix("V\t"))
      #expect(EDTF.SortKey(value) != EDTF.SortKey(try EDTF("2004")))
      #expect(try value.answer(.before, EDTF("2004")) == nil)
    }
    let reversed = "Y1E\(digits)/Y\(digits)"
    #expect(throws: EDTFError.self) { try EDTF(reversed) }
  }

  @Test func `may be a set of any length`() throws {
    let years = (0..<9_000).map { "\(1000 + $0 * 7 % 9000)" }
    for set in ["[\(years.joined(separator: ","))]", "{\(years.joined(separator: ",")),9999..}"] {
      let value = try EDTF(set)
      #expect(value.description == set)
      #expect(value.canonical.canonical == value.canonical)
      #expect(value.bounds.earliest == .day(try #require(Day("1000-01-01"))))
      let verdict = try #require(value.answer(.overlaps, value))
      #expect(verdict.result == .truth(.possibly))
      #expect(value.possibleRelations(to: value) != nil)
    }
  }

  @Test func `may be many long years, and members that only leap years complete`() throws {
    let vast = "[" + (1...20_000).map { "Y1E\(20_000 - $0 + 300)" }.joined(separator: ",") + "]"
    #expect(EDTF.boundsRow(of: vast).hasPrefix("V\t2\t1000"))
    #expect(try EDTF(vast).canonical.description.hasPrefix("[Y1E300,Y1E301,"))
    let leap = "{" + [String](repeating: "X200-02-29", count: 20_000).joined(separator: ",") + "}"
    #expect(EDTF.boundsRow(of: leap) == "V\t2\t1200-02-29\t9200-02-29")
  }

  @Test func `may be a range of millions of members, which nobody counts`() throws {
    let days = try EDTF("{0000-01-01..9999-12-31}")
    let terms = Terms(reading: .whole)
    #expect(
      try days.answer(.contains, EDTF("2004-02-29"), on: terms)?.result == .truth(.certainly))
    #expect(try days.answer(.contains, EDTF("2004-02"), on: terms)?.result == .truth(.no))
    let years = try EDTF("{Y-1E15..Y1E15}")
    #expect(try years.answer(.contains, EDTF("2004-02"), on: terms)?.result == .truth(.certainly))
    #expect(years.duration(on: terms)?.result.description == "min 365 max 366")
  }

  @Test func `is quoted only as far as a reader needs`() {
    let long = String(repeating: "x", count: 100_000)
    for (x, predicate) in [(long, "before"), ("2004", long)] {
      let error = #expect(throws: ComparisonError.self) {
        try Comparison(x, "2005", predicate: predicate)
      }
      #expect(error.map { "\($0)".utf8.count < 600 } == true)
    }
  }
}
