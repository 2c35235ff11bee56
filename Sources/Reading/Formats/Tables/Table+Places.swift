import Statements

extension Table {
  /// The rows with the cells of some columns.
  func places(of columns: [Int]) -> PlaceMap {
    .rows(
      rows.map { row in
        PlaceMap.Row(
          start: row.bytes.lowerBound, number: row.number,
          cells: columns.enumerated().compactMap { index, column in
            row.filled(column).map { PlaceMap.Cell(bytes: $0, column: index) }
          })
      }, columns: columns.map { self.columns[$0] })
  }

  /// The records of a JSON list with their values in some columns.
  func pointers(to columns: [Int]) -> PlaceMap {
    let keys = columns.map { JSONProse.escaped(self.columns[$0]) }
    return .pointers(
      rows.flatMap { row -> [PlaceMap.Pointer] in
        let path = "\(pointer)/\(row.number - 1)"
        let values = zip(columns, keys).compactMap { column, key in
          row.filled(column).map {
            PlaceMap.Pointer(start: $0.lowerBound, path: "\(path)/\(key)")
          }
        }
        return [PlaceMap.Pointer(start: row.bytes.lowerBound, path: path)]
          + values.sorted { $0.start < $1.start }
      })
  }
}

extension Table.Row {
  /// The bytes of a cell; nil where the row has none there, or an empty one.
  func filled(_ column: Int) -> Range<Int>? {
    guard cells.indices.contains(column), !cells[column].bytes.isEmpty else { return nil }
    return cells[column].bytes
  }

  /// The bytes from the first to the last of some cells; the whole row where none of them is filled.
  func bytes(of columns: [Int]) -> Range<Int> {
    let taken = columns.compactMap { filled($0) }
    guard let start = taken.map(\.lowerBound).min(), let end = taken.map(\.upperBound).max()
    else { return bytes }
    return start..<end
  }
}
