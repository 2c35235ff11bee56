import Chronology
import Testing

@testable import Reading

/// A text whose expected time expressions are marked where they stand, as `⟦words|value⟧`.
struct Marked {
  let text: String
  /// The words and the value of each mark, `words = value`.
  let expected: [String]

  init(_ marked: String) {
    var text = ""
    var expected: [String] = []
    for (number, part) in marked.split(separator: "⟦", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard number > 0, let end = part.firstIndex(of: "⟧"), let bar = part.firstIndex(of: "|")
      else {
        text += part
        continue
      }
      text += part[..<bar]
      expected.append("\(part[..<bar]) = \(part[part.index(after: bar)..<end])")
      text += part[part.index(after: end)...]
    }
    self.text = text
    self.expected = expected
  }

  /// What the tagger finds, in the form of `expected`.
  func found(dated date: String? = nil, as domain: Domain = .narrative) throws -> [String] {
    let bytes = Array(text.utf8)
    let day = date.flatMap { try? EDTF($0) }?.extent()?.spans.first?.beginEarliest
    return try reader.get().tagger.tag(bytes, documentDate: day, domain: domain).map {
      "\(String(decoding: bytes[$0.bytes], as: UTF8.self)) = \($0.value)"
    }
  }
}

/// Expects that a tagger finds what is marked and nothing else.
func expect(
  _ marked: String, dated date: String? = nil, as domain: Domain = .narrative,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let marked = Marked(marked)
  let found = try marked.found(dated: date, as: domain)
  #expect(found == marked.expected, sourceLocation: sourceLocation)
}
