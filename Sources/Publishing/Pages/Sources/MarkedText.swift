internal import Statements

/// A part of a document's text, cut where passages begin and end.
struct MarkedText {
  /// A run of text that is wholly in or out of each passage.
  struct Segment: Hashable {
    let bytes: Range<Int>
    /// The passages around it, shortest first.
    let passages: [Range<Int>]
    /// The passages that begin with it, and those that end with it.
    var begins: [Range<Int>] = []
    var ends: [Range<Int>] = []
  }

  struct Line: Hashable {
    /// From 1, in the document.
    let number: Int
    let segments: [Segment]
  }

  let lines: [Line]

  /// - Parameters:
  ///   - part: UTF-8 bytes of the document's text.
  ///   - passages: those to be marked; what of them lies outside the part is left out.
  init(_ document: Document, part: Range<Int>, passages: [Range<Int>]) {
    let passages = Set(passages).filter { $0.overlaps(part) }
      .sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
    var cuts = Set(passages.flatMap { [$0.lowerBound, $0.upperBound] })
    var lines: [Range<Int>] = []
    var start = part.lowerBound
    let text = document.text.utf8Span.span
    for byte in part where text[byte] == UInt8(ascii: "\n") {
      lines.append(start..<byte)
      start = byte + 1
    }
    if start < part.upperBound || lines.isEmpty { lines.append(start..<part.upperBound) }
    cuts.formUnion(lines.flatMap { [$0.lowerBound, $0.upperBound] })

    var waiting = passages[...]
    var active: [Range<Int>] = []
    let sorted = cuts.sorted()
    var next = 0
    let first = document.line(ofByte: part.lowerBound)
    self.lines = lines.enumerated().map { index, line in
      var segments: [Segment] = []
      while next < sorted.count, sorted[next] < line.lowerBound { next += 1 }
      while next + 1 < sorted.count, sorted[next + 1] <= line.upperBound {
        let bytes = sorted[next]..<sorted[next + 1]
        next += 1
        var begins: [Range<Int>] = []
        while let passage = waiting.first, passage.lowerBound <= bytes.lowerBound {
          waiting.removeFirst()
          begins.append(passage)
        }
        active = (active + begins).filter { $0.upperBound > bytes.lowerBound }
        segments.append(
          Segment(
            bytes: bytes, passages: active.sorted { $0.count < $1.count }, begins: begins))
      }
      return Line(number: first + index, segments: segments)
    }.withEnds(part)
  }
}

extension [MarkedText.Line] {
  /// The lines with each passage ended where its last segment is.
  fileprivate func withEnds(_ part: Range<Int>) -> [MarkedText.Line] {
    var last: [Range<Int>: (line: Int, segment: Int)] = [:]
    for (line, element) in enumerated() {
      for (segment, value) in element.segments.enumerated() {
        for passage in value.passages { last[passage] = (line, segment) }
      }
    }
    var ends: [Int: [Int: [Range<Int>]]] = [:]
    for (passage, place) in last {
      ends[place.line, default: [:]][place.segment, default: []].append(passage)
    }
    return enumerated().map { line, element in
      guard let ends = ends[line] else { return element }
      let segments = element.segments.enumerated().map { index, segment in
        var segment = segment
        segment.ends = (ends[index] ?? []).sorted { $0.count < $1.count }
        return segment
      }
      return MarkedText.Line(number: element.number, segments: segments)
    }
  }
}
