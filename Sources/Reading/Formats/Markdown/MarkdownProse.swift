/// Makes prose of Markdown: its bytes with all that is markup made blank, none moved.
///
/// cmark gives the lines of its blocks but of most inlines no place that can be trusted, so the words
/// of each block are looked for in its lines: what stands between them is markup.
struct MarkdownProse {
  struct Result {
    let prose: String
    let hints: [LineHint]
    let codeBlocks: Int
  }

  private let source: [UInt8]
  private var prose: [UInt8]
  /// The first byte of each line that cmark counts.
  private var lines: [Int]
  private var hints: [LineHint] = []
  private var codeBlocks = 0
  /// The next byte that words are looked for in, and the byte behind their block.
  private var cursor = 0
  private var limit = 0
  private var quotes = 0
  /// Images and passages struck out that are open: their words are not kept.
  private var dropped = 0
  /// The cell that is read, from 0; -1 outside of cells.
  private var cell = -1
  private var bars: [Int] = []

  init(_ source: [UInt8], from start: Int) {
    self.source = source
    prose = source
    lines = [start]
    for index in source.indices[start...] where source[index] == 0x0A || source[index] == 0x0D {
      let isPair = source[index] == 0x0D && index + 1 < source.count && source[index + 1] == 0x0A
      if !isPair { lines.append(index + 1) }
    }
    blank(0..<start)
  }

  mutating func finish() -> Result {
    definitions()
    return Result(
      prose: String(validating: prose, as: UTF8.self) ?? String(decoding: source, as: UTF8.self),
      hints: hints.sorted { $0.start < $1.start }, codeBlocks: codeBlocks)
  }

  mutating func take(_ node: MarkdownReader.Node, isEntering: Bool) {
    switch node.type {
    case "block_quote": quotes += isEntering ? 1 : -1
    case "paragraph", "heading":
      if isEntering { begin(node) } else { end() }
    case "table_row", "table_header": if isEntering { beginRow(node) } else { end() }
    case "table_cell": if isEntering { beginCell() }
    case "code_block":
      guard isEntering, node.isFenced else { return }
      codeBlocks += 1
      blank(bytes(node))
    case "html_block":
      // cmark does not count the lines of all kinds of HTML.
      if isEntering { blankTags(bytes(node, lines: node.literal.count { $0 == 0x0A })) }
    case "text", "code": if limit > 0 { keep(node.literal) }
    case "html_inline": if limit > 0 { skip(node.literal) }
    case "softbreak", "linebreak": if limit > 0 { nextLine() }
    case "footnote_reference": if limit > 0 { skip(to: UInt8(ascii: "]")) }
    case "link": if !isEntering, limit > 0 { skipDestination() }
    case "image":
      dropped += isEntering ? 1 : -1
      if !isEntering, limit > 0 { skipDestination() }
    case "strikethrough": dropped += isEntering ? 1 : -1
    default: return
    }
  }

  // MARK: Blocks

  private func bytes(_ node: MarkdownReader.Node, lines count: Int? = nil) -> Range<Int> {
    let first = start(ofLine: node.startLine)
    let behind = count.map { node.startLine + $0 } ?? node.endLine + 1
    return first..<max(first, start(ofLine: behind))
  }

  private func start(ofLine line: Int) -> Int {
    line < 1 ? lines[0] : line <= lines.count ? lines[line - 1] : source.count
  }

  private mutating func begin(_ node: MarkdownReader.Node) {
    let lines = bytes(node)
    cursor = min(lines.lowerBound + max(node.startColumn - 1, 0), lines.upperBound)
    limit = lines.upperBound
    if quotes > 0 { blankQuotes(lines.lowerBound..<cursor) }
    guard node.type == "heading" else { return }
    // `#` stands before the words and is for the layout to see.
    while cursor < limit, [0x23, 0x20, 0x09].contains(source[cursor]) { cursor += 1 }
  }

  /// Ends a block: what is left of the line of its last word is markup.
  private mutating func end() {
    blankLine()
    (cursor, limit, cell) = (0, 0, -1)
  }

  private mutating func beginRow(_ node: MarkdownReader.Node) {
    let first = start(ofLine: node.startLine)
    cursor = first
    limit = max(first, start(ofLine: node.startLine + 1))
    if quotes > 0 {
      let words = source[first..<limit].firstIndex { ![0x20, 0x09, 0x3E].contains($0) } ?? limit
      blankQuotes(first..<words)
      cursor = words
    }
    hints.append(LineHint(start: first, kind: .row))
    bars = []
    var isEscaped = false
    for index in cursor..<limit {
      if source[index] == UInt8(ascii: "|"), !isEscaped { bars.append(index) }
      isEscaped = source[index] == UInt8(ascii: "\\") && !isEscaped
    }
    let head = source[cursor..<limit].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? limit
    if bars.first != head { bars.insert(cursor - 1, at: 0) }
    cell = -1
  }

  private mutating func beginCell() {
    guard limit > 0 else { return }
    if cell >= 0 { blankCell() }
    cell += 1
    guard bars.indices.contains(cell) else { return }
    cursor = bars[cell] + 1
  }

  /// What is left of a cell behind its last word.
  private mutating func blankCell() {
    let end = bars.indices.contains(cell + 1) ? bars[cell + 1] : lineEnd
    if cursor < end { blank(cursor..<end) }
  }

  private var lineEnd: Int {
    source[cursor..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
  }

  private mutating func nextLine() {
    blankLine()
    cursor = lineEnd
    if cursor < limit, source[cursor] == 0x0D { cursor += 1 }
    if cursor < limit, source[cursor] == 0x0A { cursor += 1 }
    let start = cursor
    while cursor < limit,
      source[cursor] == 0x20 || source[cursor] == 0x09
        || quotes > 0 && source[cursor] == UInt8(ascii: ">")
    {
      cursor += 1
    }
    if quotes > 0 { blankQuotes(start..<cursor) }
  }

  private mutating func blankLine() {
    guard cursor < limit else { return }
    if cell >= 0 { return blankCell() }
    blank(cursor..<lineEnd)
  }

  // MARK: Words

  /// Finds words where they stand next in their line; what is passed over is markup.
  private mutating func keep(_ literal: [UInt8]) {
    var index = 0
    let end = cell >= 0 && bars.indices.contains(cell + 1) ? bars[cell + 1] : limit
    while index < literal.count {
      guard cursor < end, source[cursor] != 0x0A, source[cursor] != 0x0D else { return }
      if source[cursor] == UInt8(ascii: "&"), let count = entity(), index < literal.count,
        !literal[index...].starts(with: source[cursor..<cursor + count])
      {
        let width = min(MarkdownProse.width(literal[index]), literal.count - index)
        blank(cursor..<cursor + count)
        if width <= count, dropped == 0 {
          prose.replaceSubrange(cursor..<cursor + width, with: literal[index..<index + width])
        }
        cursor += count
        index += width
      } else if source[cursor] == literal[index] {
        if dropped > 0 { prose[cursor] = 0x20 }
        cursor += 1
        index += 1
      } else {
        prose[cursor] = 0x20
        cursor += 1
      }
    }
  }

  /// Passes over what stands there next, which may go over lines.
  private mutating func skip(_ literal: [UInt8]) {
    guard let first = literal.first else { return }
    while cursor < limit, source[cursor] != first, source[cursor] != 0x0A { cursor += 1 }
    let end = min(cursor + literal.count, limit)
    blank(cursor..<end)
    cursor = end
  }

  /// Passes over what stands before a mark in the line, and over the mark.
  private mutating func skip(to mark: UInt8) {
    let end = lineEnd
    guard let found = source[cursor..<end].firstIndex(of: mark) else { return }
    blank(cursor..<found + 1)
    cursor = found + 1
  }

  /// Passes over `](address "title")`, `][reference]`, `]` or `>` behind the words of a link.
  private mutating func skipDestination() {
    let end = lineEnd
    let marks: [UInt8] = [0x2A, 0x5F, 0x7E, 0x60]  // * _ ~ `
    var at = cursor
    while at < end, marks.contains(source[at]) { at += 1 }
    guard at < end, source[at] == UInt8(ascii: "]") || source[at] == UInt8(ascii: ">") else {
      return
    }
    let isAngle = source[at] == UInt8(ascii: ">")
    at += 1
    if !isAngle, at < limit, source[at] == UInt8(ascii: "(") {
      at = behind(at, open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
    } else if !isAngle, at < limit, source[at] == UInt8(ascii: "[") {
      at = behind(at, open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
    }
    blank(cursor..<at)
    cursor = at
  }

  /// The byte behind the mark that closes the one at an index; the index behind that where none does.
  private func behind(_ start: Int, open: UInt8, close: UInt8) -> Int {
    var depth = 0
    var index = start
    while index < limit {
      switch source[index] {
      case UInt8(ascii: "\\"): index += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return start + 1
  }

  /// The bytes of `&ndash;` or `&#8211;` at the cursor; nil where there is no entity.
  private func entity() -> Int? {
    var index = cursor + 1
    while index < limit, index - cursor < 34 {
      let byte = source[index]
      if byte == UInt8(ascii: ";") { return index > cursor + 1 ? index + 1 - cursor : nil }
      guard byte == UInt8(ascii: "#") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The bytes of a character by its first.
  private static func width(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  // MARK: What is no prose

  /// Makes bytes blank; the ends of lines stay.
  private mutating func blank(_ range: Range<Int>) {
    for index in range where prose[index] != 0x0A && prose[index] != 0x0D { prose[index] = 0x20 }
  }

  private mutating func blankQuotes(_ range: Range<Int>) {
    for index in range where source[index] == UInt8(ascii: ">") { prose[index] = 0x20 }
  }

  /// Leaves of HTML what stands between its tags; comments, scripts and styles are no prose.
  private mutating func blankTags(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard source[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let rest = source[index..<range.upperBound]
      var end: [UInt8] = [UInt8(ascii: ">")]
      for (open, close) in MarkdownProse.opaque where rest.starts(with: open) { end = close }
      let close = rest.firstRange(of: end)?.upperBound ?? range.upperBound
      blank(index..<close)
      index = close
    }
  }

  private static let opaque: [(open: [UInt8], close: [UInt8])] = [
    ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<?", "?>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Where links lead to is told apart from the text (`[un]: https://…`), and footnotes begin with a
  /// name (`[^1]: …`): the first is no prose, of the second the name is none, and it begins afresh.
  private mutating func definitions() {
    for (number, start) in lines.enumerated() {
      let end = number + 1 < lines.count ? lines[number + 1] : source.count
      let line = prose[start..<end]
      guard let open = line.firstIndex(where: { $0 != 0x20 }), open - start < 4,
        line[open] == UInt8(ascii: "["),
        let close = line[open...].firstRange(of: Array("]:".utf8)), close.lowerBound > open + 1
      else { continue }
      if line[open + 1] == UInt8(ascii: "^") {
        blank(open..<close.upperBound)
        hints.append(LineHint(start: start, kind: .paragraph))
      } else if isAddress(line[close.upperBound...]) {
        blank(start..<end)
      }
    }
  }

  /// One word, perhaps with a title behind it.
  private func isAddress(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = rest.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first = words.first else { return false }
    return words.count == 1
      || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(words[1].first)
        && first.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") })
  }
}

/// What a format knows of a line that its words do not show.
struct LineHint: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A row of a table, its cells between `|`.
    case row
    /// The line begins a paragraph.
    case paragraph
  }

  /// The line's first byte.
  let start: Int
  let kind: Kind
}
