import Statements

/// Finds the table in a file: separated values, or a JSON array of records.
enum TableSource {
  static func table(
    _ bytes: [UInt8], as format: Format, separator: UInt8?, hasHeader: Bool, limits: Limits
  ) throws(ReadingError) -> (table: Table, text: Decoding.Decoded) {
    let decoded = try Decoding.text(of: bytes)
    guard decoded.text.utf8.count <= limits.text else {
      throw ReadingError(.tooMuchText(limit: limits.text))
    }
    let utf8 = Array(decoded.text.utf8)
    let table: Table
    switch format {
    case .json: table = try records(try JSONScanner.value(of: utf8, depth: limits.depth))
    case .tsv:
      table = try CSVScanner.table(of: utf8, separator: separator ?? 0x09, hasHeader: hasHeader)
    default:
      table = try CSVScanner.table(of: utf8, separator: separator, hasHeader: hasHeader)
    }
    return (table, decoded)
  }

  /// The records of a JSON value: an array of objects, or the one such array inside an object.
  static func records(_ value: JSONScanner.Value) throws(ReadingError) -> Table {
    var array = value
    var pointer = ""
    if case .object(let members) = value.kind {
      let arrays = members.filter { isRecords($0.value) }
      guard arrays.count == 1 else {
        throw ReadingError(.damaged("JSON without a list of records"))
      }
      array = arrays[0].value
      pointer = "/" + JSONProse.escaped(arrays[0].key)
    }
    guard case .array(let values) = array.kind, isRecords(array) else {
      throw ReadingError(.damaged("JSON without a list of records"))
    }
    var columns: [String] = []
    var known: [String: Int] = [:]
    var rows: [Table.Row] = []
    for (index, record) in values.enumerated() {
      guard case .object(let members) = record.kind else { continue }
      var cells: [Int: Table.Cell] = [:]
      for member in members {
        guard let text = cell(member.value) else { continue }
        let column = known[member.key] ?? columns.count
        if column == columns.count {
          known[member.key] = column
          columns.append(member.key)
        }
        cells[column] = Table.Cell(text: text, bytes: member.value.bytes)
      }
      let end = record.bytes.lowerBound
      rows.append(
        Table.Row(
          number: index + 1, bytes: record.bytes,
          cells: columns.indices.map { cells[$0] ?? Table.Cell(text: "", bytes: end..<end) }))
    }
    return Table(columns: columns, rows: rows, pointer: pointer)
  }

  private static func isRecords(_ value: JSONScanner.Value) -> Bool {
    guard case .array(let values) = value.kind, !values.isEmpty else { return false }
    return values.allSatisfy {
      if case .object = $0.kind { return true }
      return false
    }
  }

  private static func cell(_ value: JSONScanner.Value) -> String? {
    switch value.kind {
    case .string(let text): text
    case .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null: ""
    case .array(let values):
      values.compactMap { $0.string }.joined(separator: ", ")
    case .object: nil
    }
  }
}
