/// From the UTF-8 bytes of a document's text to places in the file it was taken from.
///
/// Marks are in ascending order of their first byte; what stands before the first has no place of
/// its own and takes that of the first.
package enum PlaceMap: Hashable, Sendable {
  /// The text is the file's own, so its lines are the places.
  case lines
  case sections([Heading], tables: [Table] = [])
  case pages([PageLine], tables: [Table] = [])
  /// The rows of a table, and the names of the columns that their cells count.
  case rows([Row], columns: [String])
  case pointers([Pointer])

  /// A heading of a page or word-processor document.
  package struct Heading: Hashable, Sendable {
    package let bytes: Range<Int>
    /// 1 is the highest.
    package let level: Int
    package init(bytes: Range<Int>, level: Int) {
      self.bytes = bytes
      self.level = level
    }
  }

  /// What one line of a page became.
  package struct PageLine: Hashable, Sendable {
    /// The first byte.
    package let start: Int
    /// From 1.
    package let page: Int
    package let box: Box
    package init(start: Int, page: Int, box: Box) {
      self.start = start
      self.page = page
      self.box = box
    }
  }

  /// Rows of a table inside a document; a table that others interrupt stands here several times.
  package struct Table: Hashable, Sendable {
    /// From 1, in the order in which tables begin.
    package let number: Int
    /// What heads the columns, else their numbers from 1.
    package let columns: [String]
    package let rows: [Row]
    package init(number: Int, columns: [String], rows: [Row]) {
      self.number = number
      self.columns = columns
      self.rows = rows
    }
  }

  package struct Row: Hashable, Sendable {
    package let start: Int
    /// From 1, the header counted.
    package let number: Int
    /// The cells whose columns mean something, in the order of their bytes; none in what was kept
    /// before cells had places.
    package let cells: [Cell]
    package init(start: Int, number: Int, cells: [Cell]) {
      self.start = start
      self.number = number
      self.cells = cells
    }

    /// The byte behind its last cell.
    var end: Int { cells.last?.bytes.upperBound ?? start }
  }

  package struct Cell: Hashable, Sendable {
    package let bytes: Range<Int>
    /// From 0, among the names of the map.
    package let column: Int
    package init(bytes: Range<Int>, column: Int) {
      self.bytes = bytes
      self.column = column
    }
  }

  package struct Pointer: Hashable, Sendable {
    package let start: Int
    /// RFC 6901.
    package let path: String
    package init(start: Int, path: String) {
      self.start = start
      self.path = path
    }
  }
}

extension PlaceMap.Row {
  /// The columns in a range of bytes; none where it takes several and they are the whole row.
  fileprivate func columns(in bytes: Range<Int>, of columns: [String]) -> [String] {
    let taken = cells.filter { $0.bytes.overlaps(bytes) }
    let isWhole = taken.count > 1 && taken.count == cells.count
    return isWhole ? [] : taken.map { columns[$0.column] }
  }
}

extension PlaceMap {
  /// The row of a table in which a range of bytes begins; nil outside of tables.
  fileprivate static func cells(_ bytes: Range<Int>, in tables: [Table]) -> Place.Cells? {
    guard
      let table = tables.last(startingBy: bytes.lowerBound, { $0.rows.first?.start ?? .max }),
      let row = tables[table].rows.last(startingBy: bytes.lowerBound, \.start)
    else { return nil }
    let found = tables[table].rows[row]
    guard bytes.lowerBound < found.end, bytes.upperBound > found.start else { return nil }
    return Place.Cells(
      table: tables[table].number, row: found.number,
      columns: found.columns(in: bytes, of: tables[table].columns))
  }

  /// The JSON Pointer to the smallest value that holds both.
  fileprivate static func shared(_ one: String, _ other: String) -> String {
    guard one != other else { return one }
    return zip(
      one.split(separator: "/", omittingEmptySubsequences: false),
      other.split(separator: "/", omittingEmptySubsequences: false)
    ).prefix { $0 == $1 }.map(\.0).joined(separator: "/")
  }
}

extension Document {
  /// Where a passage of this document begins.
  package func place(of passage: Passage) -> Place { place(ofBytes: passage.bytes) }

  /// Where a range of the text's UTF-8 bytes begins; a page's box is around all lines of that page
  /// that the range takes.
  package func place(ofBytes bytes: Range<Int>) -> Place {
    switch places {
    case .lines: return .line(line(ofByte: bytes.lowerBound))
    case .rows(let rows, let columns):
      guard let index = rows.last(startingBy: bytes.lowerBound, \.start)
      else { return .line(line(ofByte: bytes.lowerBound)) }
      return .row(rows[index].number, columns: rows[index].columns(in: bytes, of: columns))
    case .pointers(let pointers):
      guard let first = pointers.last(startingBy: bytes.lowerBound, \.start)
      else { return .line(line(ofByte: bytes.lowerBound)) }
      // What several values make is the value around them.
      let others = pointers[(first + 1)...].prefix { $0.start < bytes.upperBound }
      return .pointer(others.reduce(pointers[first].path) { PlaceMap.shared($0, $1.path) })
    case .pages(let lines, let tables):
      guard let first = lines.last(startingBy: bytes.lowerBound, \.start)
      else { return .line(line(ofByte: bytes.lowerBound)) }
      let page = lines[first].page
      let box = lines[(first + 1)...].prefix { $0.start < bytes.upperBound && $0.page == page }
        .reduce(lines[first].box) { $0.union($1.box) }
      return .page(page, box, PlaceMap.cells(bytes, in: tables))
    case .sections(let headings, let tables):
      var path: [PlaceMap.Heading] = []
      let last = headings.last(startingBy: bytes.lowerBound, \.bytes.lowerBound) ?? 0
      for heading in headings.prefix(last + 1) where heading.bytes.upperBound <= bytes.lowerBound {
        path.removeAll { $0.level >= heading.level }
        path.append(heading)
      }
      // A heading stands where it stands: its own words end the path.
      if let own = headings.first(where: { $0.bytes.overlaps(bytes) }) {
        path.removeAll { $0.level >= own.level }
        path.append(own)
      }
      return .section(
        path.compactMap { text(of: $0.bytes) }, PlaceMap.cells(bytes, in: tables))
    }
  }
}

extension Array {
  /// The index of the last mark that begins at or before a byte; the first mark's where none does,
  /// nil where there is none.
  fileprivate func last(startingBy byte: Int, _ start: (Element) -> Int) -> Int? {
    guard !isEmpty else { return nil }
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if start(self[middle]) <= byte { low = middle } else { high = middle }
    }
    return low
  }
}
