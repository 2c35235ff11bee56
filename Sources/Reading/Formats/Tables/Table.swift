import Statements

/// A table as its file has it: named columns, rows of cells with their places in the text.
struct Table: Sendable {
  struct Cell: Sendable {
    /// Without quotes and without white space at either end.
    let text: String
    /// UTF-8 bytes of the document's text, quotes included.
    let bytes: Range<Int>
  }

  struct Row: Sendable {
    /// From 1, the header counted, as a spreadsheet does; for JSON, records from 1.
    let number: Int
    let bytes: Range<Int>
    /// As many as the table has columns, or fewer.
    let cells: [Cell]
  }

  let columns: [String]
  let rows: [Row]
  /// The JSON Pointer (RFC 6901) to the list of records; empty for the document itself.
  var pointer = ""

  /// The table without names for its columns: its first row is a row, its columns are numbered.
  func withoutHeader(_ header: Row?) -> Table {
    guard let header else { return self }
    let width = max(header.cells.count, rows.map(\.cells.count).max() ?? 0)
    return Table(columns: (0..<width).map { String($0 + 1) }, rows: [header] + rows)
  }
}

/// Scans comma-separated values: quoted cells may hold separators, quotes and line ends.
///
/// Source: RFC 4180; what it leaves open is taken kindly: any line end, other separators, quotes
/// inside bare cells.
enum CSVScanner {
  /// - Parameter separator: nil to take the one that the first line has most often.
  /// - Throws: `ReadingError` for a quote without an end, with its row.
  static func table(
    of utf8: [UInt8], separator: UInt8?, hasHeader: Bool = true
  ) throws(ReadingError) -> Table {
    var at = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = separator ?? likelySeparator(utf8[at...])
    var rows: [Table.Row] = []
    var number = 0
    while at < utf8.count {
      number += 1
      let start = at
      var cells: [Table.Cell] = []
      repeat {
        cells.append(try cell(utf8, &at, separator, number))
      } while took(separator, utf8, &at)
      let end = at
      skipLineEnd(utf8, &at)
      if end > start { rows.append(Table.Row(number: number, bytes: start..<end, cells: cells)) }
    }
    guard let header = rows.first else { throw ReadingError(.empty) }
    let table = Table(columns: header.cells.map(\.text), rows: Array(rows.dropFirst()))
    return hasHeader ? table : table.withoutHeader(header)
  }

  private static func took(_ separator: UInt8, _ utf8: [UInt8], _ at: inout Int) -> Bool {
    guard at < utf8.count, utf8[at] == separator else { return false }
    at += 1
    return true
  }

  private static func skipLineEnd(_ utf8: [UInt8], _ at: inout Int) {
    if at < utf8.count, utf8[at] == 0x0D { at += 1 }
    if at < utf8.count, utf8[at] == 0x0A { at += 1 }
  }

  private static func cell(
    _ utf8: [UInt8], _ at: inout Int, _ separator: UInt8, _ row: Int
  ) throws(ReadingError) -> Table.Cell {
    let start = at
    guard at < utf8.count, utf8[at] == UInt8(ascii: "\"") else {
      while at < utf8.count, utf8[at] != separator, utf8[at] != 0x0A, utf8[at] != 0x0D { at += 1 }
      return Table.Cell(text: trimmed(utf8[start..<at]), bytes: start..<at)
    }
    var text: [UInt8] = []
    at += 1
    while at < utf8.count {
      if utf8[at] == UInt8(ascii: "\"") {
        at += 1
        guard at < utf8.count, utf8[at] == UInt8(ascii: "\"") else {
          // What stands between a closing quote and the separator belongs to the cell.
          while at < utf8.count, utf8[at] != separator, utf8[at] != 0x0A, utf8[at] != 0x0D {
            text.append(utf8[at])
            at += 1
          }
          return Table.Cell(text: trimmed(text[...]), bytes: start..<at)
        }
      }
      text.append(utf8[at])
      at += 1
    }
    throw ReadingError(.damaged("row \(row): a quote without an end"))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes
    while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
    while let last = rest.last, last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D {
      rest = rest.dropLast()
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Of comma, semicolon, tab and bar the one that stands most often in the first line, outside
  /// quotes.
  private static func likelySeparator(_ utf8: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in utf8.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if [0x2C, 0x3B, 0x09, 0x7C].contains(byte) { counts[byte, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
  }
}
