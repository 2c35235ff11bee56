import Statements

/// Writes the lines of pages as paragraphs, items, headings and rows.
struct PDFWriter {
  private(set) var scribe: Scribe
  private(set) var lines: [PlaceMap.PageLine] = []
  private(set) var firstHeading: String?
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
      var isFirst = true
      for block in PDFTables.joined(page.blocks) {
        let lines = block.filter { !heads.contains($0, of: page) }
        let right = lines.map(\.right).max() ?? 0
        for (index, line) in lines.enumerated() {
          let previous = index > 0 ? lines[index - 1] : nil
          try take(line, on: page.number, after: previous, right: right, startsPage: isFirst)
          isFirst = false
        }
      }
    }
    try close()
    // Places are looked up by bisection.
    guard !scribe.utf8.isEmpty else { throw ReadingError(.empty) }
  }

  private mutating func take(
    _ line: PDFWords.Line, on page: Int, after previous: PDFWords.Line?, right: Double,
    startsPage: Bool
  ) throws(ReadingError) {
    let (words, hasCells) = line.text
    guard !words.isEmpty else { return }
    let level = sizes.level(of: line)
    let (marker, rest) = PDFWriter.marker(words)
    if let level, open?.kind == .heading(level: level), open?.page == page, let previous,
      line.top - previous.bottom < line.height
    {
      return join(words, line, page)
    }
    if let level {
      try close()
      open = Paragraph(
        kind: .heading(level: level), utf8: words, starts: [(0, page, line.box)], last: line,
        page: page)
    } else if hasCells {
      try close()
      open = Paragraph(
        kind: .row, mark: "| ", utf8: words, starts: [(0, page, line.box)], last: line, page: page)
      try close()
    } else if !marker.isEmpty {
      try close()
      open = Paragraph(
        kind: .item, mark: marker, utf8: rest, starts: [(0, page, line.box)], last: line,
        page: page)
    } else if goesOn(words, line, previous, right) {
      join(words, line, page)
    } else {
      try close()
      open = Paragraph(
        kind: .paragraph, utf8: words, starts: [(0, page, line.box)], last: line, page: page)
    }
  }

  /// Whether a line goes on the paragraph that is open.
  private func goesOn(
    _ words: [UInt8], _ line: PDFWords.Line, _ previous: PDFWords.Line?, _ right: Double
  ) -> Bool {
    guard let open, open.kind == .paragraph || open.kind == .item, let end = open.utf8.last
    else { return false }
    let endsSentence = [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":")]
      .contains(end)
    let isLower = words.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false
    guard let previous else {
      // Across a column, a box or a page only what is plainly unfinished goes on.
      return isLower && !endsSentence || end == UInt8(ascii: "-")
    }
    let height = max(line.height, previous.height)
    if line.top - previous.bottom > 0.8 * height { return isLower && !endsSentence }
    if abs(line.height - previous.height) > 0.2 * height { return false }
    // A short line before ends its paragraph where a sentence ends or another begins in capitals.
    let isShort = right - previous.right > 0.2 * max(right - previous.left, 1)
    if isShort { return isLower || end == UInt8(ascii: ",") || end == UInt8(ascii: "-") }
    let isIndented = line.left - previous.left > 0.8 * height && open.kind == .paragraph
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

  private mutating func close() throws(ReadingError) {
    guard let paragraph = open else { return }
    open = nil
    if case .heading(let level) = paragraph.kind, firstHeading == nil, level == 1 {
      firstHeading = String(decoding: paragraph.utf8, as: UTF8.self)
    }
    guard let bytes = try scribe.append(paragraph.kind, paragraph.utf8, mark: paragraph.mark)
    else { return }
    for start in paragraph.starts {
      lines.append(
        PlaceMap.PageLine(
          start: min(bytes.lowerBound + start.offset, bytes.upperBound - 1), page: start.page,
          box: start.box))
    }
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
