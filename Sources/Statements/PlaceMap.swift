/// From the UTF-8 bytes of a document's text to places in the file it was taken from.
///
/// Marks are in ascending order of their first byte; what stands before the first has no place of
/// its own and takes that of the first.
package enum PlaceMap: Hashable, Sendable {
  /// The text is the file's own, so its lines are the places.
  case lines
  case sections([Heading])
  case pages([PageLine])
  case rows([Row])
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
    package init(start: Int, number: Int) {
      self.start = start
      self.number = number
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

extension Document {
  /// Where a passage of this document begins.
  package func place(of passage: Passage) -> Place { place(ofBytes: passage.bytes) }

  /// Where a range of the text's UTF-8 bytes begins; a page's box is around all lines of that page
  /// that the range takes.
  package func place(ofBytes bytes: Range<Int>) -> Place {
    switch places {
    case .lines: return .line(line(ofByte: bytes.lowerBound))
    case .rows(let rows):
      return rows.last(startingBy: bytes.lowerBound, \.start).map { .row(rows[$0].number) }
        ?? .line(line(ofByte: bytes.lowerBound))
    case .pointers(let pointers):
      return pointers.last(startingBy: bytes.lowerBound, \.start)
        .map { .pointer(pointers[$0].path) } ?? .line(line(ofByte: bytes.lowerBound))
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
