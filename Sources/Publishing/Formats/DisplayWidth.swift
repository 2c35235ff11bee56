/// How many columns text takes on a terminal of fixed-width characters.
///
/// Characters whose width Unicode calls ambiguous (`█`, `─`, `◆`) count as one column, as they do
/// outside East Asian locales.
///
/// Source: Unicode Standard Annex #11 (East Asian Width), properties W and F; emoji by Unicode
/// Technical Standard #51, section 2.2.
extension Character {
  /// 0, 1 or 2 for nearly all characters; more where a cluster holds several spacing signs.
  var displayWidth: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    let scalars = unicodeScalars
    // A sequence with an emoji in it is one picture: joined people, flags, keycaps, skin tones.
    if scalars.contains(where: { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }) {
      return 2
    }
    return scalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension StringProtocol {
  /// The columns that the text takes; control characters count as none.
  package var displayWidth: Int {
    // Most text is printable ASCII, and then bytes are columns.
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The longest beginning that fits into a number of columns, never cutting a character in two.
  package func prefix(columns: Int) -> SubSequence {
    var width = 0
    var index = startIndex
    while index < endIndex {
      width += self[index].displayWidth
      guard width <= columns else { break }
      index = self.index(after: index)
    }
    return self[..<index]
  }

  /// The text, or its beginning and a mark that it was cut, in at most so many columns.
  package func truncated(columns: Int, mark: String = "…") -> String {
    guard displayWidth > columns else { return String(self) }
    let room = columns - mark.displayWidth
    guard room > 0 else { return String(prefix(columns: Swift.max(0, columns))) }
    var kept = String(prefix(columns: room))
    while kept.last == " " { kept.removeLast() }
    return kept + mark
  }

  /// The text with spaces after it, so that it takes at least so many columns.
  package func padded(columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - displayWidth))
  }

  /// The text with spaces before it, so that it takes at least so many columns.
  package func padded(leftTo columns: Int) -> String {
    String(repeating: " ", count: Swift.max(0, columns - displayWidth)) + self
  }

  /// The words of the text in lines of at most so many columns; a longer word is cut.
  ///
  /// - Returns: at least one line, which is empty where the text is.
  package func wrapped(columns: Int) -> [String] {
    let columns = Swift.max(1, columns)
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in split(separator: " ") {
      var rest = word
      var restWidth = rest.displayWidth
      if width > 0, width + 1 + restWidth > columns {
        lines.append(line)
        (line, width) = ("", 0)
      }
      while restWidth > columns {
        var head = rest.prefix(columns: columns)
        // A wide character in a single column fits nowhere: it stands alone.
        if head.isEmpty { head = rest.prefix(1) }
        lines.append(String(head))
        rest = rest[head.endIndex...]
        restWidth -= head.displayWidth
      }
      guard !rest.isEmpty else { continue }
      if width > 0 { line += " " }
      line += rest
      width += (width > 0 ? 1 : 0) + restWidth
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}

extension Unicode.Scalar {
  /// 0 for what combines with the character before it or is not shown, 2 for East Asian wide
  /// and full-width characters, else 1.
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator:
      // The soft hyphen is a format character that terminals show.
      return value == 0xAD ? 1 : 0
    default: break
    }
    switch value {
    // The second and third parts of a Hangul syllable join the first.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
