/// Rows of text in columns aligned by what they take on a terminal.
package struct Table: Sendable {
  package struct Column: Sendable {
    package enum Alignment: Sendable { case left, right }

    /// What happens to cells where a width is asked for that they do not fit.
    package enum Overflow: Sendable {
      /// Never made narrower: dates, answers, numbers.
      case keep
      /// Cut, with `…` at the end.
      case truncate
      /// Continued on the next line of the row.
      case wrap
    }

    package let title: String
    package let alignment: Alignment
    package let overflow: Overflow
    /// The columns below which it is not narrowed, where it may be narrowed at all.
    package let minimum: Int

    package init(
      _ title: String, _ alignment: Alignment = .left, overflow: Overflow = .keep,
      minimum: Int = 10
    ) {
      self.title = title
      self.alignment = alignment
      self.overflow = overflow
      self.minimum = minimum
    }
  }

  package let columns: [Column]
  /// Each row has a cell for each column: missing cells are empty, further ones are dropped. Cells
  /// are made printable: one line, nothing that a terminal acts on.
  package private(set) var rows: [[String]]

  package init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = []
    for row in rows { append(row) }
  }

  package mutating func append(_ row: [String]) {
    rows.append(columns.indices.map { $0 < row.count ? row[$0].printable : "" })
  }

  /// The header and the rows, a line end after each line, no spaces at the end of a line; without
  /// rows, nothing.
  ///
  /// - Parameters:
  ///   - width: the columns that lines should fit, as on a terminal; nil where the output is
  ///     piped, and then no cell is cut or wrapped. Where columns that are kept need more, lines
  ///     are longer.
  ///   - colour: whether the header is set in bold by an ANSI sequence.
  package func text(width: Int? = nil, colour: Bool = false) -> String {
    guard !rows.isEmpty else { return "" }
    let widths = widths(fitting: width)
    var out = ""
    let titles = columns.map { $0.title.uppercased() }
    if titles.contains(where: { !$0.isEmpty }) {
      let header = Table.line(cells: titles, columns, widths)
      out += (colour ? "\u{1B}[1m\(header)\u{1B}[0m" : header) + "\n"
    }
    for row in rows {
      let cells = columns.indices.map { index in
        switch columns[index].overflow {
        case .keep: [row[index]]
        case .truncate: [row[index].truncated(columns: widths[index])]
        case .wrap: row[index].wrapped(columns: widths[index])
        }
      }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        let parts = cells.map { line < $0.count ? $0[line] : "" }
        out += Table.line(cells: parts, columns, widths) + "\n"
      }
    }
    return out
  }

  private static let gap = 2

  private static func line(cells: [String], _ columns: [Column], _ widths: [Int]) -> String {
    var line = columns.indices.map { index in
      columns[index].alignment == .right
        ? cells[index].padded(leftTo: widths[index]) : cells[index].padded(columns: widths[index])
    }.joined(separator: String(repeating: " ", count: gap))
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The natural widths; where they do not fit, columns are made narrower, always the widest first:
  /// those that wrap, since wrapping loses nothing, and then those that are cut.
  private func widths(fitting width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(columns[index].title.displayWidth) { max($0, $1[index].displayWidth) }
    }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Table.gap * max(0, columns.count - 1) - width
    for overflow in [Column.Overflow.wrap, .truncate] {
      while excess > 0 {
        let candidates = columns.indices.filter {
          columns[$0].overflow == overflow
            && widths[$0] > max(columns[$0].minimum, columns[$0].title.displayWidth)
        }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }
}
