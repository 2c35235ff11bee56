import Statements

/// The words of a PDF with their rectangles, as poppler's `pdftotext -tsv` lists them.
struct PDFWords {
  struct Word {
    let text: String
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    var right: Double { left + width }
    var bottom: Double { top + height }
  }

  struct Line {
    var words: [Word]
    /// Whether it is the row of a table.
    var isRow = false
    /// The words, by their index, with which a cell begins that is known to be one, and its column.
    var cells: [Int: Int] = [:]
    /// Where it stands, of a row of a table: the table's number on its page and its own, from 1.
    var row: (table: Int, number: Int)?
    /// The height of most of its characters: nearly the size of the type.
    var height: Double {
      var best: [Int: Int] = [:]
      for word in words { best[Int(word.height * 10), default: 0] += word.text.utf8.count }
      return Double(best.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0) / 10
    }
    var left: Double { words.map(\.left).min() ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }
    var top: Double { words.map(\.top).min() ?? 0 }
    var bottom: Double { words.map(\.bottom).max() ?? 0 }
    var box: Box {
      Box(
        left: PDFWords.rounded(left), top: PDFWords.rounded(top), right: PDFWords.rounded(right),
        bottom: PDFWords.rounded(bottom))
    }
  }

  struct Page {
    let number: Int
    let height: Double
    /// In reading order; each is a paragraph, a column of a table or the like.
    var blocks: [[Line]] = []
  }

  private(set) var pages: [Page] = []

  /// - Parameter table: tab-separated, with a header: level, page, …, left, top, width, height,
  ///   confidence, text. Level 1 is a page, 3 a block, 4 a line, 5 a word.
  /// - Throws: `ReadingError` where it is something else.
  init(table: [UInt8]) throws(ReadingError) {
    var rows = table.split(separator: 0x0A, omittingEmptySubsequences: true).makeIterator()
    guard let header = rows.next(), header.starts(with: "level\tpage_num".utf8) else {
      throw ReadingError(.damaged("pdftotext gave no table of words"))
    }
    while let row = rows.next() {
      let fields = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let level = PDFWords.integer(fields[0]),
        let page = PDFWords.integer(fields[1])
      else { continue }
      let numbers = fields[6...9].map(PDFWords.number)
      guard numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { continue }
      switch level {
      case 1: pages.append(Page(number: page, height: numbers[3]))
      case 3 where !pages.isEmpty: pages[pages.count - 1].blocks.append([])
      case 4 where pages.last?.blocks.isEmpty == false:
        let last = pages[pages.count - 1].blocks.count - 1
        pages[pages.count - 1].blocks[last].append(Line(words: []))
      case 5:
        guard let block = pages.last?.blocks.indices.last,
          let line = pages.last?.blocks[block].indices.last
        else { continue }
        let text = String(decoding: fields[11].filter { $0 >= 0x20 }, as: UTF8.self)
        guard !text.isEmpty else { continue }
        pages[pages.count - 1].blocks[block][line].words.append(
          Word(
            text: text, left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3]))
      default: continue
      }
    }
    for index in pages.indices {
      pages[index].blocks = pages[index].blocks.map { $0.filter { !$0.words.isEmpty } }
        .filter { !$0.isEmpty }
    }
  }

  private static func integer(_ field: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: field, as: UTF8.self))
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Double {
    Double(String(decoding: field, as: UTF8.self)) ?? .nan
  }

  fileprivate static func rounded(_ number: Double) -> Int { Int(number.rounded()) }
}

extension PDFWords.Line {
  /// The words with spaces between them; digits that are raised stay raised, and gaps as wide as
  /// those between a table's columns become ` | `. The cells of a row are known by their column.
  var text: (utf8: [UInt8], hasCells: Bool, cells: [(column: Int, bytes: Range<Int>)]) {
    var utf8: [UInt8] = []
    var hasCells = isRow
    var found: [(column: Int, bytes: Range<Int>)] = []
    var column = 0
    let height = height
    let bottom = words.map(\.bottom).max() ?? 0
    for (index, word) in words.enumerated() {
      if isRow {
        if let next = cells[index] {
          // Words that begin with an empty column begin with its bar.
          if index == 0, next > 0 { utf8 += Array("| ".utf8) }
          for _ in column..<max(next, column) { utf8 += Array(" | ".utf8) }
          column = next
          found.append((next, utf8.count..<utf8.count))
        } else if index > 0 {
          // The words of a cell may stand on several lines.
          utf8.append(0x20)
        }
      } else if index > 0 {
        let gap = word.left - words[index - 1].right
        if gap > 3 * height {
          hasCells = true
          utf8 += Array(" | ".utf8)
        } else if gap > 0.1 * height {
          utf8.append(0x20)
        }
      }
      let isRaised =
        index > 0 && !isRow && word.height < 0.85 * height && word.bottom < bottom - 0.15 * height
        && word.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      let text = Array(word.text.utf8)
      utf8 += isRaised ? text.superscript : text
      if let last = found.popLast() {
        found.append((last.column, last.bytes.lowerBound..<utf8.count))
      }
    }
    return (utf8, hasCells, found)
  }
}
