import Statements

/// A table of a text: rows of cells between bars or tabs, or a fact box of labels and values.
struct TextTable {
  struct Row {
    let block: Int
    /// The tokens of each cell, empty where the cell is.
    let cells: [Range<Int>]
  }

  let rows: [Row]
}

/// Finds the tables of a document and their cells.
struct TextTables {
  let text: LexedText

  /// Rows that follow one another in one section are one table.
  func tables() -> [TextTable] {
    var tables: [TextTable] = []
    var rows: [TextTable.Row] = []
    func close() {
      if !rows.isEmpty { tables.append(TextTable(rows: rows)) }
      rows = []
    }
    for (index, block) in text.outline.blocks.enumerated() {
      guard block.kind == .row else {
        close()
        continue
      }
      if let last = rows.last, text.outline.blocks[last.block].path != block.path { close() }
      let cells = cells(of: text.blocks[index])
      if cells.contains(where: { !$0.isEmpty && !isRule($0) }) {
        rows.append(TextTable.Row(block: index, cells: cells))
      }
    }
    close()
    return tables
  }

  /// The cells of a row; bars around the row are not cells' ends.
  func cells(of range: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    if index < range.upperBound, text.tokens[index].isMark("|") {
      start += 1
      index += 1
    }
    while index < range.upperBound {
      if text.tokens[index].isMark("|") {
        cells.append(start..<index)
        start = index + 1
      } else if index > start, let tabs = tabs(before: index) {
        cells.append(start..<index)
        for _ in 1..<max(tabs, 1) { cells.append(index..<index) }
        start = index
      }
      index += 1
    }
    if start < range.upperBound { cells.append(start..<range.upperBound) }
    return cells.map(bare)
  }

  /// Without stars around the words and without footnote marks behind them.
  private func bare(_ cell: Range<Int>) -> Range<Int> {
    var low = cell.lowerBound
    var high = cell.upperBound
    while high - low > 3, text.tokens[high - 1].isMark("]"), text.tokens[high - 3].isMark("["),
      text.tokens[high - 2].kind == .number
    {
      high -= 3
    }
    while low < high, text.tokens[low].isMark("*") || text.tokens[low].isMark("_") { low += 1 }
    while low < high, text.tokens[high - 1].isMark("*") || text.tokens[high - 1].isMark("_") {
      high -= 1
    }
    return low..<high
  }

  private func tabs(before index: Int) -> Int? {
    let gap = Int(text.tokens[index - 1].end)..<Int(text.tokens[index].start)
    let count = gap.count { text.utf8[$0] == 0x09 }
    return count > 0 ? count : nil
  }

  /// `---` below a head.
  private func isRule(_ cell: Range<Int>) -> Bool {
    cell.allSatisfy {
      text.tokens[$0].isDash || text.tokens[$0].isMark(":") || text.tokens[$0].isMark("=")
    }
  }
}
