extension Vocabulary {
  /// These lists with the rows of others laid over them: a row whose first cell a list has already takes
  /// the place of that row, one whose first cell is that of a row with a `-` before it takes the row
  /// away, any other row is added.
  ///
  /// - Parameter texts: the texts of lists by their names.
  /// - Throws: `VocabularyError` for a list that there is none of, and for other columns than it has.
  package func overlaid(by texts: [String: String]) throws(VocabularyError) -> Vocabulary {
    var result = self
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let known = try table(name)
      let other = try Table(name: name, text: text)
      guard other.columns == known.columns else {
        throw VocabularyError(
          list: name, line: 1,
          reason: .badCell(
            other.columns.joined(separator: " "),
            expected: "the columns " + known.columns.joined(separator: ", ")))
      }
      result.replace(known.overlaid(by: other))
    }
    return result
  }
}

extension Vocabulary.Table {
  fileprivate func overlaid(by other: Self) -> Self {
    var rows = rows
    for row in other.rows {
      guard let key = row.first else { continue }
      if key.hasPrefix("-"), key.count > 1 {
        rows.removeAll { $0.first == String(key.dropFirst()) }
      } else if let index = rows.firstIndex(where: { $0.first == key }) {
        rows[index] = row
      } else {
        rows.append(row)
      }
    }
    return Self(name: name, columns: columns, rows: rows)
  }
}
