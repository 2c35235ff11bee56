import Statements
import Testing

@testable import Publishing

@Suite struct `A marked text` {
  func document(_ text: String) -> Document {
    Document(id: DocumentID(rawValue: "3f9a2c41"), text: text, source: Source(location: "a.txt"))
  }

  /// The segments as `text[number of passages]`, lines apart.
  func drawn(_ text: String, _ passages: [Range<Int>], part: Range<Int>? = nil) -> [String] {
    let document = document(text)
    let whole = 0..<text.utf8.count
    return MarkedText(document, part: part ?? whole, passages: passages).lines.map { line in
      line.segments.map { segment in
        "\(document.text(of: segment.bytes) ?? "?")[\(segment.passages.count)]"
      }.joined()
    }
  }

  @Test func `is cut where passages begin and end`() {
    #expect(
      drawn("The mission ran to 2011.", [4..<11, 4..<23]) == [
        "The [0]mission[2] ran to 2011[1].[0]"
      ])
  }

  @Test func `goes on over the end of a line`() {
    #expect(
      drawn("It ended\nin 2011.\n\nSo", [3..<16]) == [
        "It [0]ended[1]", "in 2011[1].[0]", "", "So[0]",
      ])
  }

  @Test func `says where each passage begins and ends, once`() {
    let text = "It ended\nin 2011, it\nsays."
    let passages = [3..<16, 12..<16, 12..<20]
    let lines = MarkedText(document(text), part: 0..<text.utf8.count, passages: passages).lines
    let segments = lines.flatMap(\.segments)
    #expect(
      segments.flatMap(\.begins).sorted { $0.count < $1.count } == [12..<16, 12..<20, 3..<16])
    #expect(segments.flatMap(\.ends).sorted { $0.count < $1.count } == [12..<16, 12..<20, 3..<16])
    for passage in passages {
      let around = segments.filter { $0.passages.contains(passage) }
      #expect(around.first?.begins.contains(passage) == true)
      #expect(around.last?.ends.contains(passage) == true)
    }
  }

  @Test func `leaves out what lies outside its part`() {
    #expect(drawn("one\ntwo\nthree", [0..<3, 2..<6, 8..<13], part: 4..<8) == ["tw[1]o[0]"])
  }

  @Test func `gives back every byte, however passages overlap`() {
    var random = SystemRandomNumberGenerator()
    let text = "Opération «Épée»\n\nNTM-I: 2004–2011\nfin"
    let document = document(text)
    let ends = text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
    for _ in 0..<200 {
      let passages = (0..<6).compactMap { _ -> Range<Int>? in
        guard let a = ends.randomElement(using: &random),
          let b = ends.randomElement(using: &random),
          a != b
        else { return nil }
        return min(a, b)..<max(a, b)
      }
      let lines = MarkedText(document, part: 0..<text.utf8.count, passages: passages).lines
      let joined = lines.map { line in
        line.segments.compactMap { document.text(of: $0.bytes) }.joined()
      }.joined(separator: "\n")
      #expect(joined == text, "\(passages)")
    }
  }

  @Test func `is cut into parts between lines, else between characters`() {
    let lines = String(repeating: "twelve bytes\n", count: 10)
    let parts = DocumentParts(document(lines), size: 40)
    #expect(parts.ranges.map(\.count) == [39, 39, 39, 13])
    #expect(parts.index(ofByte: 39) == 1 && parts.index(ofByte: 500) == 3)
    let long = document(String(repeating: "é", count: 50))
    for range in DocumentParts(long, size: 33).ranges { #expect(long.text(of: range) != nil) }
    #expect(DocumentParts(document("")).ranges == [0..<0])
  }
}
