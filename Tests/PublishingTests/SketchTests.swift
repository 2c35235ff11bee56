import Chronology
import Publishing
import Testing

@Suite struct `A sketch of time spans` {
  private func sketch(_ texts: String..., width: Int = 40, asOf: String? = nil) throws -> SpanSketch
  {
    let spans = try texts.flatMap {
      try #require(EDTF($0).extent(asOf: asOf.flatMap { Day($0) })).spans
    }
    return SpanSketch(spans, width: width)
  }

  @Test func `tells certain days from possible ones`() throws {
    let sketch = try sketch("2004/2011")
    #expect(
      sketch.rows == ["░░░░░██████████████████████████████░░░░░"])
    #expect(sketch.scale == "2004-01-01                    2011-12-31")
    #expect(sketch.marks == [.certain, .possible])
  }

  @Test func `leaves room for an open end, and draws an unknown one apart`() throws {
    #expect(try sketch("2004/..").rows[0].hasSuffix("▶"))
    #expect(try sketch("2004/").rows[0].hasSuffix("?"))
    #expect(try sketch("../2004").rows[0].hasPrefix("◀"))
    let known = try sketch("2004/..", asOf: "2011-12-31")
    #expect(known.rows[0].contains("█") && known.marks == [.certain, .possible, .openEnd])
  }

  @Test func `puts spans on one scale`() throws {
    let rows = try sketch("1990", "1999").rows
    #expect(rows[0].count < 8 && rows[1].hasPrefix(String(repeating: " ", count: 30)))
  }

  @Test(arguments: [
    "2004-06-11", "../..", "/..", "Y25000000000000000", "-9999/9999", "[..1983,1986..]",
    "Y-25000000000000000/Y25000000000000000",
  ])
  func `fits its width whatever it draws`(text: String) throws {
    for width in [0, 24, 40, 100] {
      let sketch = try sketch(text, width: width)
      #expect(!sketch.rows.isEmpty)
      #expect(sketch.rows.allSatisfy { !$0.isEmpty && $0.count <= max(width, 24) })
    }
  }
}
