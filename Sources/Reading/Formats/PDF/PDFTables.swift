/// Finds tables on a page by where words stand: poppler gives their columns, and sometimes their
/// cells, as blocks of their own.
///
/// Lines at one height make a *band*. Bands that follow each other and whose pieces are short, stand
/// apart and begin at the same places are the rows of a table. Columns of prose have long lines, many
/// of which begin in the middle of a sentence.
struct PDFTables {
  private let lines: [PDFWords.Line]
  private var bands: [[Int]] = []

  /// - Parameter lines: a page's lines in reading order.
  init(_ lines: [PDFWords.Line]) {
    self.lines = lines
    let order = lines.indices.sorted { (lines[$0].top, $0) < (lines[$1].top, $1) }
    for index in order {
      if let first = bands.last?.first, isLevel(lines[index], lines[first]) {
        bands[bands.count - 1].append(index)
      } else {
        bands.append([index])
      }
    }
    for band in bands.indices { bands[band].sort { lines[$0].left < lines[$1].left } }
  }

  /// The lines with rows in place of the lines that make them, markers of items joined to their words
  /// and entries of tables of contents left out.
  func read() -> [PDFWords.Line] {
    var replaced: [Int: [PDFWords.Line]] = [:]
    var gone: Set<Int> = []
    for band in bands {
      if isContents(band) {
        gone.formUnion(band)
      } else if let item = joinedItem(band) {
        replaced[band.min() ?? 0] = [item]
        gone.formUnion(band)
      }
    }
    for (number, group) in groups(gone).enumerated() {
      let members = group.joined()
      guard let first = members.min() else { continue }
      replaced[first] = rows(of: group, table: number + 1)
      gone.formUnion(members)
    }
    return lines.indices.flatMap { replaced[$0] ?? (gone.contains($0) ? [] : [lines[$0]]) }
  }

  private func isLevel(_ line: PDFWords.Line, _ other: PDFWords.Line) -> Bool {
    let shared = min(line.bottom, other.bottom) - max(line.top, other.top)
    return shared > 0.5 * min(line.bottom - line.top, other.bottom - other.top)
  }

  /// `Summary . . . . . . 4`: what it says stands again where it leads to.
  private func isContents(_ band: [Int]) -> Bool {
    band.contains { index in
      var dots = 0
      for word in lines[index].words {
        let isDots = word.text.allSatisfy { $0 == "." || $0 == "…" || $0 == "·" }
        dots = isDots ? dots + word.text.count : 0
        if dots >= 5 { return true }
        let inner = word.text.utf8.reduce(into: (run: 0, most: 0)) { count, byte in
          count.run = byte == 0x2E ? count.run + 1 : 0
          count.most = max(count.most, count.run)
        }
        if inner.most >= 5 { return true }
      }
      return false
    }
  }

  /// A bullet or number that stands apart from the words of its item.
  private func joinedItem(_ band: [Int]) -> PDFWords.Line? {
    guard band.count == 2 else { return nil }
    let (marker, words) = (lines[band[0]], lines[band[1]])
    let text = marker.text.utf8
    let probe = text + Array(" x".utf8)
    guard marker.words.count == 1, words.left - marker.right < 4 * words.height,
      case .item = LineMarker.of(Line.lines(of: probe)[0], in: probe).marker
    else { return nil }
    return PDFWords.Line(words: marker.words + words.words)
  }

  // MARK: Groups of bands

  private func groups(_ gone: Set<Int>) -> [[[Int]]] {
    var groups: [[[Int]]] = []
    var group: [[Int]] = []
    func end() {
      if isTable(group) { groups.append(group) }
      group = []
    }
    for band in bands {
      guard !band.contains(where: gone.contains) else {
        end()
        continue
      }
      if let last = group.last {
        let gap = top(band) - bottom(last)
        let height = lines[band[0]].height
        let goesOn =
          areCells(band) ? gap < 2.5 * height : gap < 0.7 * height && continuesCells(band, group)
        if !goesOn { end() }
      }
      if !group.isEmpty || areCells(band) { group.append(band) }
    }
    end()
    return groups
  }

  private func top(_ band: [Int]) -> Double { band.map { lines[$0].top }.min() ?? 0 }
  private func bottom(_ band: [Int]) -> Double { band.map { lines[$0].bottom }.max() ?? 0 }

  /// Whether a band has several pieces that stand apart.
  private func areCells(_ band: [Int]) -> Bool {
    guard band.count > 1 else { return false }
    return zip(band, band.dropFirst()).allSatisfy { left, right in
      lines[right].left - lines[left].right > 0.8 * lines[left].height
    }
  }

  /// Whether a band of one piece goes on a cell above that is not its row's first.
  private func continuesCells(_ band: [Int], _ group: [[Int]]) -> Bool {
    guard band.count == 1, let edge = group.joined().map({ lines[$0].left }).min() else {
      return false
    }
    let left = lines[band[0]].left
    return left > edge + 3 && group.joined().contains { abs(lines[$0].left - left) < 3 }
  }

  private func isTable(_ group: [[Int]]) -> Bool {
    let rows = group.filter { $0.count > 1 }
    guard rows.count >= 2 else { return false }
    let pieces = rows.joined()
    let size = pieces.reduce(0) { $0 + lines[$1].size }
    guard size <= 32 * pieces.count else { return false }
    let later = rows.flatMap { $0.dropFirst() }
    let lower = later.count { lines[$0].words[0].text.first?.isLowercase == true }
    // Narrow columns of prose: most of their lines go on a sentence.
    guard size <= 18 * pieces.count || lower * 2 <= later.count else { return false }
    // Each row shares the place of some column with another row.
    let aligned = rows.indices.count { row in
      rows[row].dropFirst().contains { piece in
        rows.indices.contains { other in
          other != row && rows[other].contains { isAligned(lines[piece], lines[$0]) }
        }
      }
    }
    return aligned * 3 >= rows.count * 2
  }

  private func isAligned(_ one: PDFWords.Line, _ other: PDFWords.Line) -> Bool {
    abs(one.left - other.left) < 3 || abs(one.right - other.right) < 3
      || abs(one.left + one.right - other.left - other.right) < 6
  }

  // MARK: Rows

  /// The rows of a table; a band without a first cell goes on the row above.
  private func rows(of group: [[Int]], table: Int) -> [PDFWords.Line] {
    let starts = columnStarts(group)
    var rows: [[[PDFWords.Word]]] = []
    for band in group {
      var cells = [[PDFWords.Word]](repeating: [], count: starts.count)
      for word in band.flatMap({ lines[$0].words }) {
        cells[starts.lastIndex { $0 <= word.left + 2 } ?? 0].append(word)
      }
      let gap =
        rows.isEmpty ? .infinity : top(band) - (rows.last?.joined().map(\.bottom).max() ?? 0)
      let height = lines[band[0]].height
      if cells[0].isEmpty, gap < 0.7 * height, !rows.isEmpty {
        for (column, words) in cells.enumerated() { rows[rows.count - 1][column] += words }
      } else {
        rows.append(cells)
      }
    }
    return rows.enumerated().map { number, cells in
      var line = PDFWords.Line(words: [], isRow: true)
      line.row = (table, number + 1)
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        line.cells[line.words.count] = column
        line.words += cell
      }
      return line
    }
  }

  /// Where columns begin: the left edges that pieces of two rows share, and the first piece's.
  private func columnStarts(_ group: [[Int]]) -> [Double] {
    let lefts = group.joined().map { lines[$0].left }.sorted()
    var starts: [Double] = []
    for left in lefts {
      guard starts.last.map({ left - $0 > 6 }) ?? true else { continue }
      let isShared = lefts.count { abs($0 - left) < 3 } > 1
      if starts.isEmpty || isShared { starts.append(left) }
    }
    return starts
  }
}

extension PDFWords.Line {
  /// UTF-8 bytes of its words.
  fileprivate var size: Int { words.reduce(0) { $0 + $1.text.utf8.count + 1 } }
}
