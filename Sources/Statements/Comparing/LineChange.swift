/// A line of a text that the other edition does not have and that no statement rests on: what changed
/// besides what is said of missions.
package struct LineChange: Hashable, Sendable {
  package let document: Document
  package let passage: Passage

  /// The lines of one document that another does not have, spaces and capitals apart, without those in
  /// which a statement's passage lies.
  package static func all(
    in document: Document, notIn other: Document, besides statements: [Statement]
  ) -> [LineChange] {
    let known = Set(
      other.text.split(whereSeparator: \.isNewline).map { Folding.words(of: String($0)) })
    let passages = statements.flatMap(\.passages).map(\.bytes)
      .sorted { $0.lowerBound < $1.lowerBound }
    var changes: [LineChange] = []
    var start = 0
    var next = 0
    for line in document.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bytes = start..<(start + line.count)
      start += line.count + 1
      // Passages that end before the line are done with: lines come in order.
      while next < passages.count, passages[next].upperBound <= bytes.lowerBound { next += 1 }
      if next < passages.count, passages[next].lowerBound < bytes.upperBound { continue }
      let words = Folding.words(of: String(decoding: line, as: UTF8.self))
      guard !words.isEmpty, !known.contains(words),
        let passage = Passage(of: document, bytes: trimmed(bytes, line))
      else { continue }
      changes.append(LineChange(document: document, passage: passage))
    }
    return changes
  }

  /// The bytes of a line without the spaces at its ends.
  private static func trimmed(
    _ bytes: Range<Int>, _ line: Substring.UTF8View
  ) -> Range<Int> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let lead = line.prefix(while: isSpace).count
    let trail = line.reversed().prefix(while: isSpace).count
    return lead + trail >= bytes.count
      ? bytes : (bytes.lowerBound + lead)..<(bytes.upperBound - trail)
  }
}
