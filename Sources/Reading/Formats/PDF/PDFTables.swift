/// Puts the columns of a table, which poppler gives as blocks of their own, back into rows.
enum PDFTables {
  /// The blocks with runs of columns made into one block of rows each.
  ///
  /// Blocks are columns of one table where they stand beside each other, their lines are short and
  /// begin at the same heights: columns of prose have long lines.
  static func joined(_ blocks: [[PDFWords.Line]]) -> [[PDFWords.Line]] {
    var out: [[PDFWords.Line]] = []
    var columns: [[PDFWords.Line]] = []
    for block in blocks {
      if let last = columns.last, areColumns(last, block) {
        columns.append(block)
      } else {
        out += rows(columns)
        columns = [block]
      }
    }
    return out + rows(columns)
  }

  private static func areColumns(_ left: [PDFWords.Line], _ right: [PDFWords.Line]) -> Bool {
    guard min(left.count, right.count) >= 2, isShort(left), isShort(right) else { return false }
    let leftEdge = left.map(\.right).max() ?? 0
    let rightEdge = right.map(\.left).min() ?? 0
    guard rightEdge > leftEdge - 2 else { return false }
    let level = right.count { line in
      left.contains { abs($0.top - line.top) < 0.4 * line.height }
    }
    return level * 10 >= right.count * 7 && right.count * 2 >= left.count
  }

  private static func isShort(_ block: [PDFWords.Line]) -> Bool {
    let bytes = block.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.utf8.count + 1 } }
    return bytes <= 32 * block.count
  }

  /// Columns as rows, each a line whose gaps tell its cells apart; a single block stays as it is.
  private static func rows(_ columns: [[PDFWords.Line]]) -> [[PDFWords.Line]] {
    guard columns.count > 1 else { return columns }
    var rows = columns[0]
    for column in columns.dropFirst() {
      for line in column {
        if let row = rows.firstIndex(where: { abs($0.top - line.top) < 0.4 * line.height }) {
          rows[row].cells.insert(rows[row].words.count)
          rows[row].words += line.words
        } else {
          rows.append(line)
        }
      }
    }
    return [rows.sorted { $0.top < $1.top }]
  }
}
