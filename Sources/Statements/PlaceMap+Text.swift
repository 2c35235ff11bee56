extension PlaceMap {
  /// The map as text, to be kept or handed to another process: the kind in the first line, then a
  /// line a mark, its fields separated by spaces; of a table the names of its columns first. Tables
  /// inside a document follow its other marks, each with its number.
  package var encoded: String {
    switch self {
    case .lines: "lines"
    case .sections(let headings, let tables):
      PlaceMap.encoded("sections", headings) {
        "\($0.bytes.lowerBound) \($0.bytes.upperBound) \($0.level)"
      } + PlaceMap.encoded(tables)
    case .pages(let lines, let tables):
      PlaceMap.encoded("pages", lines) {
        "\($0.start) \($0.page) \($0.box.left) \($0.box.top) \($0.box.right) \($0.box.bottom)"
      } + PlaceMap.encoded(tables)
    case .rows(let rows, let columns):
      PlaceMap.encoded("cells", rows, columns)
    case .pointers(let pointers):
      PlaceMap.encoded("pointers", pointers) { "\($0.start) \(PlaceMap.oneLine($0.path))" }
    }
  }

  /// Reads `encoded` back; nil where it is none, or its marks lie outside the text or out of order.
  ///
  /// - Parameter count: the UTF-8 bytes of the document's text.
  package init?(encoded: some StringProtocol, count: Int) {
    var lines = encoded.split(separator: "\n", omittingEmptySubsequences: false)[...]
    let kind = lines.popFirst()
    func marks<Mark>(_ fields: Int?, _ read: ([Int]) -> Mark?) -> [Mark]? {
      var marks: [Mark] = []
      var last = 0
      while let line = lines.first, !line.hasPrefix("table ") {
        lines.removeFirst()
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        guard !numbers.isEmpty, numbers.count == fields ?? numbers.count, numbers[0] >= last,
          numbers[0] <= count,
          let mark = read(numbers)
        else { return nil }
        last = numbers[0]
        marks.append(mark)
      }
      return marks
    }
    /// The names of so many columns, and the rows behind them.
    func rows(_ width: some StringProtocol) -> (columns: [String], rows: [Row])? {
      guard let width = Int(width), width >= 0, width <= lines.count else { return nil }
      let columns: [String] = lines.prefix(width).map { String($0) }
      lines = lines.dropFirst(width)
      return marks(nil) { PlaceMap.row($0, width: width, count: count) }.map { (columns, $0) }
    }
    func tables() -> [Table]? {
      var tables: [Table] = []
      while let head = lines.popFirst() {
        let fields = head.split(separator: " ")
        guard fields.count == 3, fields[0] == "table", let number = Int(fields[1]), number > 0,
          let (columns, rows) = rows(fields[2]), let first = rows.first,
          first.start >= tables.last?.rows.last?.start ?? 0
        else { return nil }
        tables.append(Table(number: number, columns: columns, rows: rows))
      }
      return tables
    }
    switch kind {
    case "lines" where lines.isEmpty: self = .lines
    case "sections":
      let read = marks(3) { field -> Heading? in
        guard field[0] < field[1], field[1] <= count, field[2] > 0 else { return nil }
        return Heading(bytes: field[0]..<field[1], level: field[2])
      }
      guard let read, let tables = tables() else { return nil }
      self = .sections(read, tables: tables)
    case "pages":
      let read = marks(6) { field -> PageLine? in
        guard field[1] > 0 else { return nil }
        return PageLine(
          start: field[0], page: field[1],
          box: Box(left: field[2], top: field[3], right: field[4], bottom: field[5]))
      }
      guard let read, let tables = tables() else { return nil }
      self = .pages(read, tables: tables)
    case "rows":
      guard
        let read = marks(
          2, { field in field[1] > 0 ? Row(start: field[0], number: field[1], cells: []) : nil }),
        lines.isEmpty
      else { return nil }
      self = .rows(read, columns: [])
    case let kind? where kind.hasPrefix("cells "):
      guard let (columns, read) = rows(kind.dropFirst(6)), lines.isEmpty else { return nil }
      self = .rows(read, columns: columns)
    case "pointers":
      var pointers: [Pointer] = []
      for line in lines {
        let fields = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard fields.count == 2, let start = Int(fields[0]), start <= count,
          start >= pointers.last?.start ?? 0
        else { return nil }
        pointers.append(Pointer(start: start, path: String(fields[1])))
      }
      self = .pointers(pointers)
    default: return nil
    }
  }

  private static func encoded<Mark>(_ kind: String, _ marks: [Mark], _ line: (Mark) -> String)
    -> String
  {
    ([kind] + marks.map(line)).joined(separator: "\n")
  }

  private static func encoded(_ tables: [Table]) -> String {
    tables.map { "\n" + encoded("table \($0.number)", $0.rows, $0.columns) }.joined()
  }

  private static func encoded(_ kind: String, _ rows: [Row], _ columns: [String]) -> String {
    let head = ["\(kind) \(columns.count)"] + columns.map(oneLine)
    return encoded(head.joined(separator: "\n"), rows) { row in
      "\(row.start) \(row.number)"
        + row.cells.map { " \($0.bytes.lowerBound) \($0.bytes.upperBound) \($0.column)" }.joined()
    }
  }

  /// A row from its start, its number and three numbers for each cell: its bytes and its column.
  private static func row(_ field: [Int], width: Int, count: Int) -> Row? {
    guard field.count >= 2, field.count % 3 == 2, field[1] > 0 else { return nil }
    var cells: [Cell] = []
    for index in stride(from: 2, to: field.count, by: 3) {
      let (start, end, column) = (field[index], field[index + 1], field[index + 2])
      guard start >= cells.last?.bytes.upperBound ?? field[0], start < end, end <= count,
        (0..<width).contains(column)
      else { return nil }
      cells.append(Cell(bytes: start..<end, column: column))
    }
    return Row(start: field[0], number: field[1], cells: cells)
  }

  /// A key of JSON may hold line ends; a mark takes one line.
  private static func oneLine(_ path: String) -> String {
    String(path.map { $0.isNewline ? " " : $0 })
  }
}
