/// The rows of the tables that are open, the innermost last.
struct HTMLRows {
  struct Row {
    let words: [UInt8]
    /// Whether the row has several cells; one cell alone is layout.
    let isTable: Bool
    let linked: Int
  }

  private struct Table {
    var cells: [[UInt8]] = []
    var linked = 0
    var isInCell = false
  }

  private var tables: [Table] = []

  var isInCell: Bool { tables.last?.isInCell ?? false }

  /// Opens a table; what the row around it has so far is a row by itself.
  mutating func beginTable() -> Row? {
    let row = take()
    if !tables.isEmpty { tables[tables.count - 1].isInCell = false }
    tables.append(Table())
    return row
  }

  mutating func beginRow() {
    if tables.isEmpty { tables.append(Table()) }
    tables[tables.count - 1].isInCell = false
  }

  mutating func beginCell() {
    if tables.isEmpty { tables.append(Table()) }
    tables[tables.count - 1].isInCell = true
  }

  mutating func endCell(_ words: [UInt8], linked: Int) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].isInCell = false
    tables[tables.count - 1].linked += linked
    if !words.isEmpty { tables[tables.count - 1].cells.append(words) }
  }

  mutating func endRow() -> Row? { take() }

  mutating func endTable() -> Row? {
    let row = take()
    if !tables.isEmpty { tables.removeLast() }
    return row
  }

  private mutating func take() -> Row? {
    guard let table = tables.last else { return nil }
    tables[tables.count - 1].cells = []
    tables[tables.count - 1].linked = 0
    guard !table.cells.isEmpty else { return nil }
    return Row(
      words: Array(table.cells.joined(separator: " | ".utf8)), isTable: table.cells.count > 1,
      linked: table.linked)
  }
}
