/// Where a passage stands in the file that a person opens.
package enum Place: Hashable, Sendable {
  /// A line of a text, from 1.
  case line(Int)
  /// The headings over a passage of a page or word-processor document, outermost first; empty
  /// before the first heading.
  case section([String], Cells? = nil)
  /// A page, from 1, with the rectangle of the lines that the passage takes on it.
  case page(Int, Box?, Cells? = nil)
  /// A row of a table as a spreadsheet counts it: the header is row 1; with the names of the columns
  /// that the passage takes, none where it takes the whole row.
  case row(Int, columns: [String] = [])
  /// A value in a JSON document, as a JSON Pointer (RFC 6901).
  case pointer(String)

  /// Cells of a table that stands in a document.
  package struct Cells: Hashable, Sendable {
    /// From 1 in the document.
    package let table: Int
    /// From 1, the header counted.
    package let row: Int
    /// What heads the columns, else their numbers; none where the passage takes the whole row.
    package let columns: [String]
    package init(table: Int, row: Int, columns: [String]) {
      self.table = table
      self.row = row
      self.columns = columns
    }

    /// `, table 2 row 3, column Start`.
    fileprivate var words: String { ", table \(table) row \(row)\(Place.list(columns))" }
  }

  /// `line 65`, `page 3`, `row 12, column start`, `section “2011–2018 › NTM-I”, table 1 row 2`.
  package var words: String {
    switch self {
    case .line(let line): "line \(line)"
    case .section(let headings, let cells):
      (headings.isEmpty ? "before the first heading" : "section “\(Place.path(headings))”")
        + (cells?.words ?? "")
    case .page(let page, _, let cells): "page \(page)\(cells?.words ?? "")"
    case .row(let row, let columns): "row \(row)\(Place.list(columns))"
    case .pointer(let pointer): "at \(pointer)"
    }
  }

  /// The same, short enough to follow a file's name: `:65`, ` p. 3`, ` row 12, column start`,
  /// ` § NTM-I`.
  package var suffix: String {
    switch self {
    case .line(let line): ":\(line)"
    case .section(let headings, let cells):
      (headings.isEmpty ? "" : " § \(Place.path(headings))") + (cells?.words ?? "")
    case .page(let page, _, let cells): " p. \(page)\(cells?.words ?? "")"
    case .row(let row, let columns): " row \(row)\(Place.list(columns))"
    case .pointer(let pointer): " \(pointer)"
    }
  }

  private static func list(_ columns: [String]) -> String {
    switch columns.count {
    case 0: ""
    case 1: ", column \(columns[0])"
    default: ", columns \(columns.joined(separator: ", "))"
    }
  }

  private static func path(_ headings: [String]) -> String { headings.joined(separator: " › ") }
}

/// A rectangle on a page in points (1/72 inch) from the page's upper left corner, rounded.
package struct Box: Hashable, Sendable {
  package let left: Int
  package let top: Int
  package let right: Int
  package let bottom: Int

  package init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The smallest box around both.
  package func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
