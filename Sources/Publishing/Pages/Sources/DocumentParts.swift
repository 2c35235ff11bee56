package import Statements

/// A document's text cut into parts that a browser shows at once. It is cut between lines, within a
/// line only where that alone is longer than a part.
package struct DocumentParts: Sendable {
  /// About how many UTF-8 bytes a part has.
  package static let size = 48 * 1024

  /// UTF-8 bytes of the text: in order, without gaps, never empty.
  package let ranges: [Range<Int>]

  package init(_ document: Document, size: Int = DocumentParts.size) {
    ranges = DocumentParts.cut(document.text.utf8Span.span, size)
  }

  /// The part, from 0, that holds a byte; the last where it lies behind the text.
  package func index(ofByte byte: Int) -> Int {
    let index = ranges.firstIndex { $0.upperBound > byte }
    return index ?? ranges.count - 1
  }

  private static func cut(_ text: Span<UInt8>, _ size: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while text.count - start > size {
      var end = start + size
      while end > start, text[end - 1] != UInt8(ascii: "\n") { end -= 1 }
      if end == start {
        end = start + size
        // Not within a character.
        while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      ranges.append(start..<end)
      start = end
    }
    return ranges + [start..<text.count]
  }
}
