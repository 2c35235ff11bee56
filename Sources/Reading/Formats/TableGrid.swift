import Statements

/// Lays the cells of a table out in columns, where cells may span several columns and rows.
///
/// Source: HTML Living Standard, § 4.9.12.1 (forming a table).
struct TableGrid {
  struct Cell {
    var words: [UInt8] = []
    /// How many columns and rows it spans.
    var columns = 1
    var rows = 1
    /// Whether it heads a column.
    var isHeader = false
    /// Whether it goes on the cell above, as Word writes cells that span rows.
    var continues = false
    var times: [HTMLPage.Time] = []
  }

  /// A row with its words, a bar between any two columns.
  struct Row {
    /// From 1, the header counted.
    let number: Int
    /// What stands before the words.
    let mark: String
    let words: [UInt8]
    /// The columns, from 0, that are not empty, with the bytes of their words.
    let cells: [(column: Int, bytes: Range<Int>)]
    let times: [HTMLPage.Time]
    /// Whether several columns are filled; a cell alone is layout or spans the table.
    let isTable: Bool
  }

  /// The names of the columns: what heads them, else their numbers.
  private(set) var names: [String] = []
  private var number = 0
  private var isHead = true
  /// Whether a row with several filled cells was read.
  private var hasRows = false
  private var hanging: [Int: (rows: Int, cell: Cell)] = [:]
  private var above: [Cell] = []

  /// The most columns that a table may have; cells further right span none.
  private static let width = 256
  /// The longest words, in bytes, that are said again in each row that their cell spans.
  private static let repeated = 400
  private static let bar = Array(" | ".utf8)

  mutating func beginRow() { number += 1 }

  /// Lays out a row; nil where all of it is empty.
  mutating func row(_ cells: [Cell]) -> Row? {
    // Pages leave out the tag that begins the first row.
    number = max(number, 1)
    let laid = lay(cells)
    above = laid
    let filled = laid.count { !$0.words.isEmpty }
    guard filled > 0 else { return nil }
    if isHead, laid.allSatisfy({ $0.isHeader || $0.words.isEmpty }), filled > 1 {
      name(laid)
    } else {
      isHead = false
    }
    let isTable = filled > 1 || cells.count > 1 && hasRows
    hasRows = hasRows || filled > 1
    return isTable ? written(laid) : alone(laid)
  }

  /// The cells of a row and of those that hang into it from above, one for each column.
  private mutating func lay(_ cells: [Cell]) -> [Cell] {
    var laid: [Cell] = []
    var rest = cells[...]
    var next: [Int: (rows: Int, cell: Cell)] = [:]
    while true {
      if let (rows, cell) = hanging[laid.count] {
        if rows > 1 { next[laid.count] = (rows - 1, cell) }
        laid.append(cell)
        continue
      }
      guard var cell = rest.popFirst() else {
        // What hangs further right stands behind columns that this row leaves empty.
        guard let last = hanging.keys.max(), last >= laid.count else { break }
        laid.append(Cell())
        continue
      }
      if cell.continues, above.indices.contains(laid.count) {
        cell.words = above[laid.count].words
        cell.times = above[laid.count].times
      }
      let columns = min(max(cell.columns, 1), max(1, TableGrid.width - laid.count))
      for column in 0..<columns {
        let part = column == 0 ? cell : Cell(isHeader: cell.isHeader)
        if cell.rows > 1, laid.count < TableGrid.width {
          let hangs = part.words.count <= TableGrid.repeated ? part : Cell()
          next[laid.count] = (min(cell.rows, 65_535) - 1, hangs)
        }
        laid.append(part)
      }
    }
    hanging = next
    return laid
  }

  private mutating func name(_ cells: [Cell]) {
    for (column, cell) in cells.enumerated() {
      if column == names.count { names.append(String(column + 1)) }
      guard !cell.words.isEmpty else { continue }
      let name = String(decoding: cell.words, as: UTF8.self)
      names[column] = name.count > 60 ? "\(name.prefix(59))…" : name
    }
  }

  /// A row whose only words are in one cell.
  private func alone(_ cells: [Cell]) -> Row? {
    cells.first { !$0.words.isEmpty }.map { cell in
      Row(
        number: number, mark: "", words: cell.words, cells: [], times: cell.times, isTable: false)
    }
  }

  private func written(_ cells: [Cell]) -> Row {
    let last = cells.lastIndex { !$0.words.isEmpty } ?? 0
    // Words that begin with an empty column begin with its bar.
    let isOpen = cells[0].words.isEmpty
    var words = isOpen ? Array("| ".utf8) : []
    var places: [(column: Int, bytes: Range<Int>)] = []
    var times: [HTMLPage.Time] = []
    for (column, cell) in cells[...last].enumerated() {
      if column > 0 { words += TableGrid.bar }
      guard !cell.words.isEmpty else { continue }
      let start = words.count
      words += cell.words
      places.append((column, start..<words.count))
      times += cell.times.map { time in
        HTMLPage.Time(
          bytes: start + time.bytes.lowerBound..<start + time.bytes.upperBound, value: time.value)
      }
    }
    return Row(
      number: number, mark: isOpen ? "" : "| ", words: words, cells: places, times: times,
      isTable: true)
  }
}

/// Collects where the rows and cells of a document's tables stand in its text.
struct TablePlaces {
  private var tables: [(key: Int, rows: [PlaceMap.Row])] = []

  /// - Parameters:
  ///   - key: tells the tables apart.
  ///   - start: the byte of the text with which the row's words begin.
  mutating func add(_ row: TableGrid.Row, of key: Int, at start: Int) {
    add(
      PlaceMap.Row(
        start: start, number: row.number,
        cells: row.cells.map { cell in
          PlaceMap.Cell(
            bytes: start + cell.bytes.lowerBound..<start + cell.bytes.upperBound,
            column: cell.column)
        }), of: key)
  }

  mutating func add(_ row: PlaceMap.Row, of key: Int) {
    if tables.last?.key == key {
      tables[tables.count - 1].rows.append(row)
    } else {
      tables.append((key, [row]))
    }
  }

  /// The tables, in the order of the text.
  ///
  /// - Parameter names: the names of a table's columns; a column beyond them has its number.
  func tables(names: (_ key: Int) -> [String]) -> [PlaceMap.Table] {
    var numbers: [Int: Int] = [:]
    return tables.map { table in
      let number = numbers[table.key] ?? numbers.count + 1
      numbers[table.key] = number
      var columns = names(table.key)
      let width = (table.rows.flatMap(\.cells).map(\.column).max() ?? -1) + 1
      while columns.count < width { columns.append(String(columns.count + 1)) }
      return PlaceMap.Table(number: number, columns: columns, rows: table.rows)
    }
  }
}
