/// Finds what stands at the edge of page after page: running heads and feet, and page numbers.
struct RunningHeads {
  private var repeated: Set<String> = []

  init(_ pages: [PDFWords.Page]) {
    var seen: [String: Set<Int>] = [:]
    for page in pages {
      for line in page.blocks.joined() where RunningHeads.isAtEdge(line, of: page) {
        seen[RunningHeads.key(line), default: []].insert(page.number)
      }
    }
    // Even and odd pages may have heads of their own, and chapters others.
    let enough = max(3, min(pages.count / 4, 6))
    repeated = Set(
      seen.filter {
        $0.value.count >= enough || $0.value.count * 2 > pages.count && $0.value.count > 1
      }.keys)
  }

  func contains(_ line: PDFWords.Line, of page: PDFWords.Page) -> Bool {
    guard RunningHeads.isAtEdge(line, of: page) else { return false }
    return RunningHeads.isPageNumber(line, page.number)
      || repeated.contains(RunningHeads.key(line))
  }

  /// Whether a line lies in the upper or lower ninth of its page.
  private static func isAtEdge(_ line: PDFWords.Line, of page: PDFWords.Page) -> Bool {
    line.bottom < page.height / 9 || line.top > page.height * 8 / 9
  }

  /// The line with its numbers made alike and its height on the page.
  private static func key(_ line: PDFWords.Line) -> String {
    var text = ""
    for byte in line.text.utf8 {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit, text.last == "#" { continue }
      text.unicodeScalars.append(isDigit ? "#" : Unicode.Scalar(byte))
    }
    return "\(Int(line.top / 8)) \(text)"
  }

  /// `12`, `– 12 –`, `Page 12 of 40`, `xii`.
  private static func isPageNumber(_ line: PDFWords.Line, _ number: Int) -> Bool {
    let words = line.text.utf8.split(whereSeparator: { $0 == 0x20 }).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    guard words.count <= 5 else { return false }
    return words.allSatisfy { word in
      Int(word).map { $0 < 5000 } == true && !(1900...2100).contains(Int(word) ?? 0)
        || ["page", "p.", "of", "/", "-", "–", "—", "|"].contains(word)
        || word.allSatisfy { "ivxl".contains($0) }
    }
  }
}
