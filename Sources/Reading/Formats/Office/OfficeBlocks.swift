import Statements

/// Collects the paragraphs, items and table rows of an office document.
struct OfficeBlocks {
  private(set) var scribe: Scribe
  private var words = WordBuffer()
  /// The footnotes called in the block that is open: each stands behind it.
  private var notes: [[UInt8]] = []
  private(set) var firstHeading: String?
  /// The tables that are open, the innermost last.
  private var tables: [Table] = []
  private var places = TablePlaces()
  /// The names of the columns of each table that has ended.
  private var names: [[String]] = []

  private struct Table {
    let key: Int
    var grid = TableGrid()
    var cells: [TableGrid.Cell] = []
    /// The cell that is open, without its words.
    var open: TableGrid.Cell?
    /// How often the cell that is open stands side by side.
    var count = 1
    var isHeader = false
  }

  init(limits: Limits) { scribe = Scribe(limit: limits.text) }

  mutating func append(_ utf8: some Sequence<UInt8>) { words.append(utf8) }
  mutating func space() { words.space() }
  mutating func note(_ utf8: [UInt8]) { notes.append(utf8) }

  /// Ends a paragraph.
  mutating func endParagraph(_ kind: Block.Kind, mark: String = "") throws(ReadingError) {
    guard tables.last?.open == nil else { return words.space() }
    let text = words.take()
    if case .heading(let level) = kind, level == 1, firstHeading == nil, !text.isEmpty {
      firstHeading = String(decoding: text, as: UTF8.self)
    }
    try scribe.append(kind, text, mark: mark)
    try endNotes()
  }

  // MARK: Tables

  /// Opens a table; what the cell around it has so far is a row by itself.
  mutating func beginTable() throws(ReadingError) {
    if tables.last?.open != nil {
      endCell()
      try endRow()
    }
    tables.append(Table(key: names.count))
    names.append([])
  }

  mutating func endTable() throws(ReadingError) {
    try endRow()
    guard let table = tables.popLast() else { return }
    names[table.key] = table.grid.names
  }

  mutating func beginRow() {
    change { table in
      table.grid.beginRow()
      table.isHeader = false
    }
  }

  /// The row that is open heads the columns.
  mutating func headRow() { change { $0.isHeader = true } }

  /// - Parameter count: how often the cell stands side by side.
  mutating func beginCell(_ cell: TableGrid.Cell = TableGrid.Cell(), count: Int = 1) {
    change { table in
      table.open = cell
      table.count = min(max(count, 1), 256)
    }
  }

  /// Changes the cell that is open.
  mutating func setCell(_ set: (inout TableGrid.Cell) -> Void) {
    change { table in
      if var cell = table.open {
        set(&cell)
        table.open = cell
      }
    }
  }

  mutating func endCell() {
    // Without an open cell its words went ahead of a table inside it.
    let text = tables.last?.open == nil ? [] : words.take()
    change { table in
      var cell = table.open ?? TableGrid.Cell()
      cell.words = text
      cell.isHeader = cell.isHeader || table.isHeader
      for _ in 0..<table.count { table.cells.append(cell) }
      table.open = nil
      table.count = 1
    }
  }

  mutating func endRow() throws(ReadingError) {
    guard let table = tables.last, !table.cells.isEmpty else { return }
    tables[tables.count - 1].cells = []
    guard let row = tables[tables.count - 1].grid.row(table.cells) else { return }
    let bytes = try scribe.append(row.isTable ? .row : .paragraph, row.words, mark: row.mark)
    if row.isTable, let bytes, bytes.count == row.words.count {
      places.add(row, of: table.key, at: bytes.lowerBound)
    }
    try endNotes()
  }

  private mutating func change(_ change: (inout Table) -> Void) {
    if !tables.isEmpty { change(&tables[tables.count - 1]) }
  }

  private mutating func endNotes() throws(ReadingError) {
    for note in notes { try scribe.append(.paragraph, note) }
    notes = []
  }

  func transcript() throws(ReadingError) -> Transcript {
    guard !scribe.utf8.isEmpty else { throw ReadingError(.empty) }
    var transcript = Transcript(text: scribe.text, outline: scribe.outline)
    transcript.places = .sections(scribe.headings, tables: places.tables { names[$0] })
    return transcript
  }
}
