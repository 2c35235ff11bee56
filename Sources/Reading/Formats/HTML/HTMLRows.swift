/// The rows of the tables that are open, the innermost last.
struct HTMLRows {
  /// A row with the table that it belongs to and the bytes of it that are links.
  struct Row {
    let row: TableGrid.Row
    let table: Int
    let linked: Int
  }

  private struct Table {
    let number: Int
    var grid = TableGrid()
    var cells: [TableGrid.Cell] = []
    var linked = 0
    var isInCell = false
    /// The cell that is open, without its words.
    var open = TableGrid.Cell()
  }

  private var tables: [Table] = []
  private var count = 0
  /// The names of the columns of tables that have ended, by the table's number.
  private(set) var names: [Int: [String]] = [:]

  var isInCell: Bool { tables.last?.isInCell ?? false }

  /// Opens a table; what the row around it has so far is a row by itself.
  mutating func beginTable() -> Row? {
    let row = take()
    if !tables.isEmpty { tables[tables.count - 1].isInCell = false }
    open()
    return row
  }

  private mutating func open() {
    tables.append(Table(number: count))
    count += 1
  }

  /// Opens a row; the row before it ends where the page left it open.
  mutating func beginRow() -> Row? {
    if tables.isEmpty { open() }
    let row = take()
    tables[tables.count - 1].isInCell = false
    tables[tables.count - 1].grid.beginRow()
    return row
  }

  mutating func beginCell(_ cell: TableGrid.Cell) {
    if tables.isEmpty { open() }
    tables[tables.count - 1].isInCell = true
    tables[tables.count - 1].open = cell
  }

  mutating func endCell(_ words: [UInt8], linked: Int, times: [HTMLPage.Time]) {
    guard !tables.isEmpty else { return }
    var cell = tables[tables.count - 1].open
    tables[tables.count - 1].open = TableGrid.Cell()
    tables[tables.count - 1].isInCell = false
    tables[tables.count - 1].linked += linked
    cell.words = words
    cell.times = times
    tables[tables.count - 1].cells.append(cell)
  }

  mutating func endRow() -> Row? { take() }

  mutating func endTable() -> Row? {
    let row = take()
    if let table = tables.popLast() { names[table.number] = table.grid.names }
    return row
  }

  private mutating func take() -> Row? {
    guard let table = tables.last, !table.cells.isEmpty else { return nil }
    tables[tables.count - 1].cells = []
    tables[tables.count - 1].linked = 0
    return tables[tables.count - 1].grid.row(table.cells).map { row in
      Row(row: row, table: table.number, linked: table.linked)
    }
  }
}
