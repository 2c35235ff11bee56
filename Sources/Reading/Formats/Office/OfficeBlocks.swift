import Statements

/// Collects the paragraphs, items and table rows of an office document.
struct OfficeBlocks {
  private(set) var scribe: Scribe
  private var words = WordBuffer()
  private var cells: [[UInt8]] = []
  /// The footnotes called in the block that is open: each stands behind it.
  private var notes: [[UInt8]] = []
  private(set) var firstHeading: String?
  /// How deep in tables the reader is; words inside a cell go to the cell.
  private var cellDepth = 0

  init(limits: Limits) { scribe = Scribe(limit: limits.text) }

  mutating func append(_ utf8: some Sequence<UInt8>) { words.append(utf8) }
  mutating func space() { words.space() }
  mutating func note(_ utf8: [UInt8]) { notes.append(utf8) }

  /// Ends a paragraph.
  mutating func endParagraph(_ kind: Block.Kind, mark: String = "") throws(ReadingError) {
    guard cellDepth == 0 else { return words.space() }
    let text = words.take()
    if case .heading(let level) = kind, level == 1, firstHeading == nil, !text.isEmpty {
      firstHeading = String(decoding: text, as: UTF8.self)
    }
    try scribe.append(kind, text, mark: mark)
    try endNotes()
  }

  mutating func beginCell() throws(ReadingError) {
    // A table inside a cell: what the outer cell has so far is a cell by itself.
    if cellDepth > 0 { endWords() }
    cellDepth += 1
  }

  mutating func endCell() {
    endWords()
    cellDepth = max(0, cellDepth - 1)
  }

  /// Ends a row: several cells make a row, one alone is a paragraph.
  mutating func endRow() throws(ReadingError) {
    let row = cells
    cells = []
    if row.count == 1 {
      try scribe.append(.paragraph, row[0])
    } else {
      try scribe.append(.row, Array(row.joined(separator: " | ".utf8)), mark: "| ")
    }
    try endNotes()
  }

  private mutating func endWords() {
    let text = words.take()
    if !text.isEmpty { cells.append(text) }
  }

  private mutating func endNotes() throws(ReadingError) {
    for note in notes { try scribe.append(.paragraph, note) }
    notes = []
  }

  func transcript() throws(ReadingError) -> Transcript {
    guard !scribe.utf8.isEmpty else { throw ReadingError(.empty) }
    var transcript = Transcript(text: scribe.text, outline: scribe.outline)
    transcript.places = .sections(scribe.headings)
    return transcript
  }
}
