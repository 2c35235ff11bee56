/// From the UTF-8 bytes of a document's text to places in the file it was taken from.
///
/// Marks are in ascending order of their first byte; what stands before the first has no place of
/// its own and takes that of the first.
package enum PlaceMap: Hashable, Sendable {
  /// The text is the file's own, so its lines are the places.
  case lines
  case sections([Heading])
  case pages([PageLine])
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

extension PlaceMap {
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
      let taken = rows[index].cells.filter { $0.bytes.overlaps(bytes) }
      let isWhole = taken.count > 1 && taken.count == rows[index].cells.count
      return .row(rows[index].number, columns: isWhole ? [] : taken.map { columns[$0.column] })
    case .pointers(let pointers):
      guard let first = pointers.last(startingBy: bytes.lowerBound, \.start)
      else { return .line(line(ofByte: bytes.lowerBound)) }
      // What several values make is the value around them.
      let others = pointers[(first + 1)...].prefix { $0.start < bytes.upperBound }
      return .pointer(others.reduce(pointers[first].path) { PlaceMap.shared($0, $1.path) })
    case .pages(let lines):
      guard let first = lines.last(startingBy: bytes.lowerBound, \.start)
      else { return .line(line(ofByte: bytes.lowerBound)) }
      let page = lines[first].page
      let box = lines[(first + 1)...].prefix { $0.start < bytes.upperBound && $0.page == page }
        .reduce(lines[first].box) { $0.union($1.box) }
      return .page(page, box)
    case .sections(let headings):
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
      return .section(path.compactMap { text(of: $0.bytes) })
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
