package import Chronology

/// The name of a document: the SHA-256 of its bytes, in lower-case hexadecimal.
package struct DocumentID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The first eight digits, enough for a person to tell documents apart.
  package var short: String { String(rawValue.prefix(8)) }
}

/// Where a document comes from, as far as it or its reader says.
package struct Source: Hashable, Sendable {
  /// The path or address it was read from, as the user wrote it.
  package var location: String
  package var title: String?
  package var author: String?
  package var publisher: String?
  package var published: EDTF?
  /// When it was changed last, by its own words or the file's own metadata.
  package var modified: EDTF?
  /// The day up to which the source speaks: an open end reaches at least this day. Nil where
  /// neither the text nor the user says; never the file system's clock.
  package var asOf: Day?

  package init(
    location: String, title: String? = nil, author: String? = nil, publisher: String? = nil,
    published: EDTF? = nil, modified: EDTF? = nil, asOf: Day? = nil
  ) {
    self.location = location
    self.title = title
    self.author = author
    self.modified = modified
    self.publisher = publisher
    self.published = published
    self.asOf = asOf
  }

  /// The title, else the last part of the location.
  package var name: String {
    title ?? location.split(separator: "/").last.map(String.init) ?? location
  }
}

/// A text that was read; it never changes, an edited file is another document.
package struct Document: Hashable, Sendable, Identifiable {
  package let id: DocumentID
  package let source: Source
  /// The canonical text: byte for byte that of a text file; of other formats the words as a person
  /// sees them, block after block.
  package let text: String
  /// Where the text's bytes stand in the file.
  package let places: PlaceMap
  private let lineStarts: [Int]

  package init(id: DocumentID, text: String, source: Source, places: PlaceMap = .lines) {
    self.id = id
    self.text = text
    self.source = source
    self.places = places
    var starts = [0]
    let utf8 = text.utf8.span
    for offset in utf8.indices where utf8[offset] == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The title, else the last part of the location.
  package var name: String { source.name }

  /// The line (from 1) that holds a UTF-8 byte of the text.
  package func line(ofByte byte: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of a range of UTF-8 bytes; nil where it leaves the text or cuts a character in two.
  package func text(of bytes: Range<Int>) -> String? {
    let utf8 = text.utf8
    guard bytes.lowerBound >= 0, bytes.upperBound <= utf8.count else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(start, offsetBy: bytes.count)
    return String(utf8[start..<end])
  }
}
