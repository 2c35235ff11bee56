extension PlaceMap {
  /// The map as text, to be kept or handed to another process: the kind in the first line, then a
  /// line a mark, its fields separated by spaces; of a table the names of its columns first.
  package var encoded: String {
    switch self {
    case .lines: "lines"
    case .sections(let headings):
      PlaceMap.encoded("sections", headings) {
        "\($0.bytes.lowerBound) \($0.bytes.upperBound) \($0.level)"
      }
    case .pages(let lines):
      PlaceMap.encoded("pages", lines) {
        "\($0.start) \($0.page) \($0.box.left) \($0.box.top) \($0.box.right) \($0.box.bottom)"
      }
    case .rows(let rows, let columns):
      PlaceMap.encoded(
        (["cells \(columns.count)"] + columns.map(PlaceMap.oneLine)).joined(separator: "\n"), rows
      ) { row in
        "\(row.start) \(row.number)"
          + row.cells.map { " \($0.bytes.lowerBound) \($0.bytes.upperBound) \($0.column)" }.joined()
      }
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
      for line in lines {
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
    switch kind {
    case "lines" where lines.isEmpty: self = .lines
    case "sections":
      let read = marks(3) { field -> Heading? in
        guard field[0] < field[1], field[1] <= count, field[2] > 0 else { return nil }
        return Heading(bytes: field[0]..<field[1], level: field[2])
      }
      guard let read else { return nil }
      self = .sections(read)
    case "pages":
      let read = marks(6) { field -> PageLine? in
        guard field[1] > 0 else { return nil }
        return PageLine(
          start: field[0], page: field[1],
          box: Box(left: field[2], top: field[3], right: field[4], bottom: field[5]))
      }
      guard let read else { return nil }
      self = .pages(read)
    case "rows":
      guard
        let read = marks(
          2, { field in field[1] > 0 ? Row(start: field[0], number: field[1], cells: []) : nil })
      else { return nil }
      self = .rows(read, columns: [])
    case let kind? where kind.hasPrefix("cells "):
      guard let width = Int(kind.dropFirst(6)), width >= 0, width <= lines.count else { return nil }
      let columns: [String] = lines.prefix(width).map { String($0) }
      lines = lines.dropFirst(width)
      let read = marks(nil) { PlaceMap.row($0, width: width, count: count) }
      guard let read else { return nil }
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
