/// How wide text is when it is set, and where it breaks.
///
/// A drawing cannot ask which font it will be shown in, so widths are those of DejaVu Sans, which
/// is wider than the fonts that are likely to be used: text that fits by these figures fits.
struct SVGText: Hashable {
  /// The font size in user units.
  let size: Double
  var isBold = false

  func width(of text: String) -> Double {
    let thousandths = text.reduce(0.0) { $0 + SVGText.advance(of: $1) }
    return thousandths / 1_000 * size * (isBold ? 1.14 : 1)
  }

  /// Lines no wider than `width`; the last one ends in `…` where the text needs more than
  /// `limit` lines. A word that is wider is cut in two.
  func lines(of text: String, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      guard lines.count <= limit else { break }
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      guard self.width(of: longer) > width else {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = String(word)
      while self.width(of: line) > width, line.count > 1 {
        let head = beginning(of: line, width: width)
        lines.append(head)
        line.removeFirst(head.count)
        // Nobody needs the rest of a word of a thousand letters.
        if lines.count > limit { break }
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [cut(lines[limit - 1], width: width)]
  }

  /// The text, or its beginning and `…`, no wider than `width`.
  func fitted(_ text: String, width: Double) -> String {
    self.width(of: text) <= width ? text : cut(text, width: width)
  }

  private func cut(_ text: String, width: Double) -> String {
    guard self.width(of: text + "…") > width else { return text + "…" }
    var head = beginning(of: text, width: width - self.width(of: "…"))
    while head.last == " " { head.removeLast() }
    return head + "…"
  }

  /// As many characters as fit, at least one.
  private func beginning(of text: String, width: Double) -> String {
    var head = ""
    var sum = 0.0
    let room = width / size * 1_000 / (isBold ? 1.14 : 1)
    for character in text {
      sum += SVGText.advance(of: character)
      guard sum <= room || head.isEmpty else { break }
      head.append(character)
    }
    return head
  }

  /// In thousandths of the font size.
  private static func advance(of character: Character) -> Double {
    if let ascii = character.asciiValue {
      return ascii < 0x20 || ascii > 0x7E ? 0 : Double(advances[Int(ascii) - 0x20])
    }
    return switch character.displayWidth {
    case 0: 0
    case 1: character == "–" || character == "…" || character.isUppercase ? 1_000 : 660
    case let columns: Double(columns) * 550
    }
  }

  /// U+0020 to U+007E of DejaVu Sans 2.37, from its `hmtx` table.
  private static let advances = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
}
