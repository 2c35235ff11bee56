import Statements

/// What a format's reader makes of a file, whatever the format: all that extraction sees.
struct Transcript: Sendable {
  /// The canonical text: of a text file its own characters, of other formats the words as a person
  /// sees them, block after block.
  let text: String
  /// The layout that the format itself states; nil where it must be read from the text's lines.
  var outline: Outline?
  var places = PlaceMap.lines
  var metadata = FileMetadata()
  /// The text with all that is markup made blank, byte for byte as long; nil where it is the text.
  var prose: String?
  /// What is known of lines of the prose, in their order.
  var hints: [LineHint] = []
  /// Dates that the file states beside words of the text, in the order of their bytes.
  var markedDates: [MarkedDate] = []
  /// What a person should know about the reading, a sentence part each.
  var warnings: [String] = []
  /// The cells of a table that is read by a mapping; nil for prose.
  var table: Table?
}

/// Builds the canonical text of a format that is not text: blocks, with a blank line between.
struct Scribe {
  private(set) var utf8: [UInt8] = []
  private(set) var outline = Outline()
  private(set) var headings: [PlaceMap.Heading] = []
  /// The most UTF-8 bytes that the text may have.
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Adds a block.
  ///
  /// - Parameters:
  ///   - words: UTF-8, without white space at either end; nothing is added where it is empty, and
  ///     what is no UTF-8 becomes U+FFFD.
  ///   - mark: what a person sees before the words, a bullet or a number.
  /// - Returns: the bytes of the words in the text.
  /// - Throws: `ReadingError` where the text grows past the limit.
  @discardableResult
  mutating func append(
    _ kind: Block.Kind, _ words: [UInt8], mark: String = ""
  ) throws(ReadingError) -> Range<Int>? {
    guard !words.isEmpty else { return nil }
    // A parser that goes on after damage passes bytes on that are no UTF-8. They are made characters
    // here, where their place is not yet counted.
    let words =
      String(validating: words, as: UTF8.self) == nil
      ? Array(String(decoding: words, as: UTF8.self).utf8) : words
    if !utf8.isEmpty {
      // Items and rows of one list stand close, as they do on a page.
      let isClose = kind == outline.blocks.last?.kind && (kind == .item || kind == .row)
      utf8.append(0x0A)
      if !isClose { utf8.append(0x0A) }
    }
    utf8.append(contentsOf: mark.utf8)
    let start = utf8.count
    utf8.append(contentsOf: words)
    guard utf8.count <= limit else { throw ReadingError(.tooMuchText(limit: limit)) }
    let bytes = start..<utf8.count
    outline.append(kind, bytes)
    if case .heading(let level) = kind {
      headings.append(PlaceMap.Heading(bytes: bytes, level: level))
    }
    return bytes
  }

  var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// Words as they come from a parser: white space collapsed to single spaces.
struct WordBuffer {
  private(set) var utf8: [UInt8] = []
  /// Whether white space stood since the last word.
  private var isSpaced = false

  /// The offset at which the words end in what `take` gives.
  var end: Int { utf8.count - WordBuffer.lead(utf8) }
  /// The offset at which the next word will begin.
  var next: Int { end + (isSpaced && end > 0 ? 1 : 0) }

  var isEmpty: Bool { utf8.isEmpty }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0C: isSpaced = true
      default:
        if isSpaced, !utf8.isEmpty { utf8.append(0x20) }
        isSpaced = false
        utf8.append(byte)
      }
    }
  }

  mutating func space() { isSpaced = true }

  /// The words so far; the buffer begins afresh.
  mutating func take() -> [UInt8] {
    defer {
      utf8 = []
      isSpaced = false
    }
    return WordBuffer.trimmed(utf8)
  }

  /// Without no-break spaces at either end.
  private static func trimmed(_ utf8: [UInt8]) -> [UInt8] {
    var words = utf8[lead(utf8)...]
    while words.count >= 2, words.suffix(2).elementsEqual([0xC2, 0xA0]) {
      words = words.dropLast(2)
      while words.last == 0x20 { words = words.dropLast() }
    }
    return Array(words)
  }

  /// How many bytes at the start are no-break spaces and what stands between them.
  private static func lead(_ utf8: [UInt8]) -> Int {
    var rest = utf8[...]
    while rest.starts(with: [0xC2, 0xA0]) { rest = rest.dropFirst(2).drop { $0 == 0x20 } }
    return rest.startIndex
  }
}

extension [UInt8] {
  /// Digits raised above the line, as a person sees them: `2011¹` is not the year 20111.
  var superscript: [UInt8] {
    let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return flatMap { byte in
      byte >= 0x30 && byte <= 0x39 ? [UInt8](raised[Int(byte) - 0x30].utf8) : [byte]
    }
  }
}
