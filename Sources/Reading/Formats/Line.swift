/// One line of a text.
struct Line {
  /// UTF-8 bytes without white space at either end and without the line's end.
  let bytes: Range<Int>
  /// Columns of white space before the words.
  let indent: Int
  /// Whether a bar or a tab stands in it, as in a row of a table.
  let hasSeparator: Bool

  var isBlank: Bool { bytes.isEmpty }

  /// The lines of a text; LF, CR LF, CR and form feed end one.
  static func lines(of utf8: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    var hasSeparator = false
    let bytes = utf8.span
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || byte == 0x0C {
        lines.append(Line(utf8, from: start, to: index, hasSeparator: hasSeparator))
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
        hasSeparator = false
      } else if byte == 0x09 || byte == UInt8(ascii: "|") {
        hasSeparator = true
      }
      index += 1
    }
    lines.append(Line(utf8, from: start, to: index, hasSeparator: hasSeparator))
    return lines
  }

  private init(_ utf8: [UInt8], from start: Int, to end: Int, hasSeparator: Bool) {
    self.hasSeparator = hasSeparator
    var first = start
    var indent = 0
    scan: while first < end {
      switch utf8[first] {
      case 0x20: indent += 1
      case 0x09: indent += 4
      case 0xC2 where first + 1 < end && utf8[first + 1] == 0xA0:  // no-break space
        indent += 1
        first += 1
      default: break scan
      }
      first += 1
    }
    var last = end
    while last > first, utf8[last - 1] == 0x20 || utf8[last - 1] == 0x09 { last -= 1 }
    bytes = first..<last
    self.indent = indent
  }
}

/// What a line's first characters say about it.
enum LineMarker {
  case none
  /// `#` to `######`, or `=` to `======` on both sides as wikis write headings.
  case heading(level: Int)
  case item
  /// A row of a table, its cells between `|`.
  case row

  /// The marker of a line, and the bytes of the words behind it.
  static func of(_ line: Line, in utf8: [UInt8]) -> (marker: LineMarker, words: Range<Int>) {
    let bytes = line.bytes
    guard let first = bytes.first.map({ utf8[$0] }) else { return (.none, bytes) }
    switch first {
    case UInt8(ascii: "#"): return hashes(bytes, utf8)
    case UInt8(ascii: "="): return equals(bytes, utf8)
    case UInt8(ascii: "|"): return (.row, bytes)
    default: break
    }
    if let words = bullet(bytes, utf8) ?? number(bytes, utf8) { return (.item, words) }
    return (line.hasSeparator && isRow(bytes, utf8) ? .row : .none, bytes)
  }

  /// Whether a line is a row of cells: a bar ends it, or two bars or tabs at least stand between words.
  private static func isRow(_ bytes: Range<Int>, _ utf8: [UInt8]) -> Bool {
    if utf8[bytes.upperBound - 1] == UInt8(ascii: "|") { return true }
    var bars = 0
    for index in bytes {
      if utf8[index] == 0x09 { return true }
      if utf8[index] == UInt8(ascii: "|"), utf8[index - 1] == 0x20, utf8[index + 1] == 0x20 {
        bars += 1
      }
    }
    return bars >= 2
  }

  private static func hashes(_ bytes: Range<Int>, _ utf8: [UInt8]) -> (LineMarker, Range<Int>) {
    let level = bytes.prefix { utf8[$0] == UInt8(ascii: "#") }.count
    let words = trimmed(bytes.dropFirst(level), of: UInt8(ascii: "#"), utf8)
    guard level <= 6, !words.isEmpty, utf8[bytes.lowerBound + level] == 0x20
    else { return (.none, bytes) }
    return (.heading(level: level), words)
  }

  private static func equals(_ bytes: Range<Int>, _ utf8: [UInt8]) -> (LineMarker, Range<Int>) {
    let level = bytes.prefix { utf8[$0] == UInt8(ascii: "=") }.count
    guard level <= 6, bytes.count > 2 * level, utf8[bytes.upperBound - 1] == UInt8(ascii: "=")
    else { return (.none, bytes) }
    return (.heading(level: level), trimmed(bytes.dropFirst(level), of: UInt8(ascii: "="), utf8))
  }

  /// Without white space before and `mark`s and white space behind.
  private static func trimmed(_ bytes: Range<Int>, of mark: UInt8, _ utf8: [UInt8]) -> Range<Int> {
    var low = bytes.lowerBound
    var high = bytes.upperBound
    while low < high, utf8[low] == 0x20 || utf8[low] == 0x09 { low += 1 }
    while high > low, utf8[high - 1] == mark { high -= 1 }
    while high > low, utf8[high - 1] == 0x20 || utf8[high - 1] == 0x09 { high -= 1 }
    return low..<high
  }

  /// None begins with a letter or a digit.
  private static let bullets: [[UInt8]] = [
    "·", "•", "◦", "▪", "‣", "●", "○", "■", "–", "*", "-", "+",
  ]
  .map { Array($0.utf8) }

  private static func bullet(_ bytes: Range<Int>, _ utf8: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first.map({ utf8[$0] }), first >= 0x80 || first < 0x30
    else { return nil }
    for bullet in bullets where utf8[bytes].starts(with: bullet) {
      let rest = bytes.dropFirst(bullet.count)
      // A no-break space is C2 A0.
      let spaces = rest.prefix { [0x20, 0x09, 0xC2, 0xA0].contains(utf8[$0]) }.count
      // Only marks that are nothing but bullets may touch the words.
      guard spaces > 0 || bullet.count > 1 && bullet != Array("–".utf8), rest.count > spaces
      else { return nil }
      return rest.dropFirst(spaces)
    }
    return nil
  }

  /// `1.`, `12)`, `(a)` and `a)`, but not a date such as `31.12.2011`.
  private static func number(_ bytes: Range<Int>, _ utf8: [UInt8]) -> Range<Int>? {
    var index = bytes.lowerBound
    let isOpen = utf8[index] == UInt8(ascii: "(")
    if isOpen { index += 1 }
    let start = index
    while index < bytes.upperBound, index - start < 3, isDigit(utf8[index]) { index += 1 }
    let digits = index - start
    if digits == 0, index < bytes.upperBound, (utf8[index] | 0x20) >= UInt8(ascii: "a"),
      (utf8[index] | 0x20) <= UInt8(ascii: "z")
    {
      index += 1
    }
    guard index > start, index + 1 < bytes.upperBound else { return nil }
    let closes =
      utf8[index] == UInt8(ascii: ")")
      || (!isOpen && digits > 0 && utf8[index] == UInt8(ascii: "."))
    guard closes, utf8[index + 1] == 0x20 || utf8[index + 1] == 0x09 else { return nil }
    index += 1
    while index < bytes.upperBound, utf8[index] == 0x20 || utf8[index] == 0x09 { index += 1 }
    return index < bytes.upperBound ? index..<bytes.upperBound : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
