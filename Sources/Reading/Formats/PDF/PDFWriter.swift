import Statements

/// Writes the lines of pages as paragraphs, items, headings and rows.
struct PDFWriter {
  private(set) var scribe: Scribe
  private(set) var lines: [PlaceMap.PageLine] = []
  private(set) var firstHeading: String?
  private(set) var tables = TablePlaces()
  private let pages: [PDFWords.Page]
  private let heads: RunningHeads
  private let sizes: TypeSizes
  private let hyphens: Hyphens
  private var open: Paragraph?

  /// A paragraph that may go on in the next line, column or page.
  private struct Paragraph {
    var kind: Block.Kind
    var mark = ""
    var utf8: [UInt8]
    /// The byte of `utf8` with which each line begins.
    var starts: [(offset: Int, page: Int, box: Box)]
    var last: PDFWords.Line
    var page: Int
  }

  init(_ pages: [PDFWords.Page], limits: Limits) {
    scribe = Scribe(limit: limits.text)
    self.pages = pages
    heads = RunningHeads(pages)
    sizes = TypeSizes(pages)
    hyphens = Hyphens(pages)
  }

  mutating func write() throws(ReadingError) {
    for page in pages {
      let all = page.blocks.joined().filter { !heads.contains($0, of: page) }
      let lines = PDFTables(all).read()
      for (index, line) in lines.enumerated() {
        try take(
          line, on: page.number, after: index > 0 ? lines[index - 1] : nil,
          right: columnEdge(of: line, among: lines))
      }
    }
    try close()
    guard !scribe.utf8.isEmpty else { throw ReadingError(.empty) }
  }

  /// How far to the right lines reach that begin where a line begins.
  private func columnEdge(of line: PDFWords.Line, among lines: [PDFWords.Line]) -> Double {
    let near = lines.filter { !$0.isRow && abs($0.left - line.left) < 5 * line.height }
    return near.map(\.right).max() ?? line.right
  }

  private mutating func take(
    _ line: PDFWords.Line, on page: Int, after last: PDFWords.Line?, right: Double
  ) throws(ReadingError) {
    let (words, hasCells, cells) = line.text
    guard !words.isEmpty else { return }
    let level = line.isRow ? nil : sizes.level(of: line)
    let (marker, rest) = hasCells ? ("", words) : PDFWriter.marker(words)
    // The line above, in the same column of the same page.
    let above = last.flatMap { isBelow(line, $0) ? $0 : nil }
    if let level {
      if let above, open?.kind == .heading(level: level), open?.page == page,
        abs(above.height - line.height) < 0.1 * line.height
      {
        return join(words, line, page)
      }
      try begin(.heading(level: level), words, line, page)
    } else if hasCells {
      let isOpen = cells.first.map { $0.column > 0 } ?? false
      try begin(.row, words, line, page, mark: isOpen ? "" : "| ")
      let start = try close()
      if let start, let row = line.row {
        tables.add(
          PlaceMap.Row(
            start: start, number: row.number,
            cells: cells.map { cell in
              PlaceMap.Cell(
                bytes: start + cell.bytes.lowerBound..<start + cell.bytes.upperBound,
                column: cell.column)
            }), of: page << 16 | row.table)
      }
    } else if !marker.isEmpty {
      try begin(.item, rest, line, page, mark: marker)
    } else if goesOn(words, line, above, right) {
      join(words, line, page)
    } else {
      try begin(.paragraph, words, line, page)
    }
  }

  private mutating func begin(
    _ kind: Block.Kind, _ words: [UInt8], _ line: PDFWords.Line, _ page: Int, mark: String = ""
  ) throws(ReadingError) {
    try close()
    open = Paragraph(
      kind: kind, mark: mark, utf8: words, starts: [(0, page, line.box)], last: line, page: page)
  }

  /// Whether a line stands close below another.
  private func isBelow(_ line: PDFWords.Line, _ other: PDFWords.Line) -> Bool {
    let gap = line.top - other.bottom
    return gap < 0.8 * line.height && gap > -0.6 * line.height && line.left < other.right
      && other.left < line.right
  }

  /// Whether a line goes on the paragraph that is open.
  ///
  /// - Parameter above: the line it stands close below; nil at the head of a column or a page, and
  ///   after a gap.
  private func goesOn(
    _ words: [UInt8], _ line: PDFWords.Line, _ above: PDFWords.Line?, _ right: Double
  ) -> Bool {
    guard let open, open.kind == .paragraph || open.kind == .item, let end = open.utf8.last
    else { return false }
    let endsSentence = [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":")]
      .contains(end)
    let isLower = words.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false
    guard let above else {
      // Across a column, a box or a page only what is plainly unfinished goes on.
      return isLower && !endsSentence || end == UInt8(ascii: "-")
    }
    if abs(line.height - above.height) > 0.2 * max(line.height, above.height) { return false }
    if isLower || end == UInt8(ascii: ",") || end == UInt8(ascii: "-") { return true }
    // Where the first word had room on the line above, that line was ended on purpose.
    let room = right - above.right
    if let first = line.words.first, room > first.width + 0.6 * line.height { return false }
    let isIndented = line.left - above.left > 0.8 * line.height && open.kind == .paragraph
    return !(endsSentence && isIndented)
  }

  private mutating func join(_ words: [UInt8], _ line: PDFWords.Line, _ page: Int) {
    guard var paragraph = open else { return }
    switch hyphens.joint(paragraph.utf8, words) {
    case .space: paragraph.utf8.append(0x20)
    case .keep: break
    case .drop(let count): paragraph.utf8.removeLast(count)
    }
    paragraph.starts.append((paragraph.utf8.count, page, line.box))
    paragraph.utf8 += words
    paragraph.last = line
    paragraph.page = page
    open = paragraph
  }

  /// Writes the paragraph that is open.
  ///
  /// - Returns: the byte of the text with which its words begin; nil where there is none.
  @discardableResult
  private mutating func close() throws(ReadingError) -> Int? {
    guard let paragraph = open else { return nil }
    open = nil
    if case .heading(let level) = paragraph.kind, firstHeading == nil, level == 1 {
      firstHeading = String(decoding: paragraph.utf8, as: UTF8.self)
    }
    guard let bytes = try scribe.append(paragraph.kind, paragraph.utf8, mark: paragraph.mark)
    else { return nil }
    for start in paragraph.starts {
      lines.append(
        PlaceMap.PageLine(
          start: min(bytes.lowerBound + start.offset, bytes.upperBound - 1), page: start.page,
          box: start.box))
    }
    return bytes.count == paragraph.utf8.count ? bytes.lowerBound : nil
  }

  /// The bullet or number before an item's words, with the space behind it.
  private static func marker(_ words: [UInt8]) -> (String, [UInt8]) {
    let (marker, range) = LineMarker.of(
      Line.lines(of: words).first ?? Line.lines(of: [0x20])[0], in: words)
    guard case .item = marker, range.lowerBound > 0, range.upperBound <= words.count
    else { return ("", words) }
    return (
      String(decoding: words[..<range.lowerBound], as: UTF8.self),
      Array(words[range.lowerBound...])
    )
  }
}

/// Which sizes of type are headings.
struct TypeSizes {
  private let body: Double
  /// From the largest, each at least a tenth larger than the next.
  private var larger: [Double] = []

  init(_ pages: [PDFWords.Page]) {
    var counts: [Int: Int] = [:]
    for line in pages.lazy.flatMap(\.blocks).joined() {
      counts[Int((line.height * 2).rounded()), default: 0] +=
        line.words.reduce(0) { $0 + $1.text.utf8.count }
    }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    body = Double(most) / 2
    for size in counts.keys.sorted(by: >).map({ Double($0) / 2 }) where size > body * 1.12 {
      if let last = larger.last, last < size * 1.06 { continue }
      larger.append(size)
    }
  }

  /// The level of a line in larger type, nil for the body's and for lines too long for a heading.
  func level(of line: PDFWords.Line) -> Int? {
    let size = line.height
    guard size > body * 1.12, line.words.reduce(0, { $0 + $1.text.utf8.count }) <= 140,
      line.words.contains(where: {
        $0.text.unicodeScalars.contains {
          $0.properties.isAlphabetic || ($0.value >= 0x30 && $0.value <= 0x39)
        }
      })
    else { return nil }
    let rank = larger.firstIndex { $0 <= size * 1.03 } ?? larger.count
    return min(rank + 1, 6)
  }
}
