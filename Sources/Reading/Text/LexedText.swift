import Statements

/// A document while it is being read: its bytes, its blocks, and the tokens of each block.
///
/// A class that never changes, because every rule holds it: a struct of arrays would be retained a
/// dozen times for each sentence.
final class LexedText: Sendable {
  let document: Document
  /// The document's text, with all that is markup made blank.
  let utf8: [UInt8]
  /// The text with its markup; nil where it has none.
  private let source: [UInt8]?
  let outline: Outline
  /// The tokens of all blocks, in reading order.
  let tokens: [Token]
  /// The same tokens with the tagger's numbers for their words.
  let timeTokens: [Token]
  /// The range of tokens of each block.
  let blocks: [Range<Int>]
  /// Of each item or row the block right before its list or table, where that stands in the same
  /// section; nil where none does, and for other blocks.
  let listHeads: [Int?]
  /// The dates that the file states beside words, in the order of their bytes.
  let markedDates: [MarkedDate]

  /// - Parameter prose: the text with all that is markup made blank; nil where it is the text.
  init(
    _ document: Document, prose: String? = nil, outline: Outline, markedDates: [MarkedDate] = [],
    lexer: TwinLexer
  ) {
    self.markedDates = markedDates
    self.document = document
    self.outline = outline
    let utf8 = Array((prose ?? document.text).utf8)
    source = prose == nil ? nil : Array(document.text.utf8)
    self.utf8 = utf8
    var tokens: [Token] = []
    tokens.reserveCapacity(utf8.count / 5)
    var timeTokens: [Token] = []
    timeTokens.reserveCapacity(utf8.count / 5)
    var blocks: [Range<Int>] = []
    blocks.reserveCapacity(outline.blocks.count)
    for block in outline.blocks {
      let start = tokens.count
      lexer.lex(utf8.span, in: block.bytes, into: &tokens, and: &timeTokens)
      blocks.append(start..<tokens.count)
    }
    self.tokens = tokens
    self.timeTokens = timeTokens
    self.blocks = blocks
    listHeads = LexedText.listHeads(outline)
  }

  private static func listHeads(_ outline: Outline) -> [Int?] {
    var heads: [Int?] = []
    heads.reserveCapacity(outline.blocks.count)
    for (index, block) in outline.blocks.enumerated() {
      let isListed = block.kind == .item || block.kind == .row
      guard isListed, index > 0, outline.blocks[index - 1].path == block.path else {
        heads.append(nil)
        continue
      }
      let before = outline.blocks[index - 1].kind
      heads.append(before == .item || before == .row ? heads[index - 1] : index - 1)
    }
    return heads
  }

  /// The UTF-8 bytes from the first to the last of a range of tokens, which is not empty; markup that
  /// opens or ends inside is taken whole.
  func bytes(of range: Range<Int>) -> Range<Int> {
    let bytes = bareBytes(of: range)
    return source.map { Emphasis(source: $0, prose: utf8).balanced(bytes) } ?? bytes
  }

  /// The same without the markup around.
  func bareBytes(of range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// What stands there, untouched but for markup, which is left out.
  func quote(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : quote(ofBytes: bytes(of: range))
  }

  func quote(ofBytes range: Range<Int>) -> String {
    let bytes = utf8[range]
    guard source != nil else { return String(decoding: bytes, as: UTF8.self) }
    var words: [UInt8] = []
    for byte in bytes where byte != 0x20 || words.last != 0x20 { words.append(byte) }
    while words.last == 0x20 { words.removeLast() }
    return String(decoding: words.drop { $0 == 0x20 }, as: UTF8.self)
  }

  /// What stands there with white space folded.
  func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let written = utf8[bareBytes(of: range)]
    guard !isFolded(written) else { return String(decoding: written, as: UTF8.self) }
    var words: [UInt8] = []
    var isSpace = false
    for byte in written {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        isSpace = true
      } else {
        if isSpace { words.append(0x20) }
        isSpace = false
        words.append(byte)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Whether no white space but single spaces stands in it.
  private func isFolded(_ utf8: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in utf8 {
      if byte &- 0x09 < 5 || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return true
  }

  func passage(_ range: Range<Int>) -> Passage? {
    range.isEmpty ? nil : Passage(of: document, bytes: bytes(of: range))
  }

  /// The block that a token stands in.
  func block(ofToken token: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a token touches the one after it.
  func touchesNext(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].touches
  }

  /// The tokens of a range of bytes inside a range of tokens; nil where there are none.
  func tokens(ofBytes bytes: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    while low < range.upperBound, Int(tokens[low].start) < bytes.lowerBound { low += 1 }
    var high = low
    while high < range.upperBound, Int(tokens[high].end) <= bytes.upperBound { high += 1 }
    return low < high ? low..<high : nil
  }

  /// Without the marks at either end, but for parentheses that belong to the words.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, tokens[high - 1].kind == .mark, !tokens[high - 1].isMark(")") { high -= 1 }
    while low < high, tokens[low].kind == .mark, !tokens[low].isMark("(") { low += 1 }
    return low..<high
  }

  /// The comma of 15,000.
  func isInsideNumber(_ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens[index - 1].kind == .number
      && tokens[index + 1].kind == .number && tokens[index].touches && tokens[index + 1].touches
  }

  /// The index of the parenthesis that closes the one at an index, within a range.
  func closing(_ open: Int, in range: Range<Int>) -> Int? {
    var depth = 0
    for index in open..<range.upperBound {
      if tokens[index].isMark("(") { depth += 1 }
      if tokens[index].isMark(")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
