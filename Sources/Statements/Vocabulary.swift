import CVocabulary
package import Chronology

/// The word lists that rules read: tab-separated tables that people who do not program can edit,
/// compiled into the program and checked when they are loaded.
package struct Vocabulary: Sendable {
  private var tables: [String: Table]

  /// One list: a header row of column names, then rows of as many cells. Lines that start with
  /// `#` and empty lines are skipped.
  package struct Table: Sendable {
    package let name: String
    package let columns: [String]
    package let rows: [[String]]

    /// The cells of one column, in row order; empty where there is no such column.
    package subscript(column: String) -> [String] {
      guard let index = columns.firstIndex(of: column) else { return [] }
      return rows.map { $0[index] }
    }

    /// The rows as dictionaries from column name to cell.
    package var records: [[String: String]] {
      rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }
  }

  /// The lists that are compiled in.
  /// - Throws: `VocabularyError` where a list is not a table.
  package static func builtIn() throws(VocabularyError) -> Vocabulary {
    var tables: [String: Table] = [:]
    for name in names { tables[name] = try Table(name: name, text: text(ofList: name) ?? "") }
    return Vocabulary(tables: tables)
  }

  /// The names of the lists that are compiled in.
  static var names: [String] {
    (0..<annals_word_list_count()).map { unsafe String(cString: annals_word_list($0).name) }
  }

  /// A list as it was written; nil where there is none of that name.
  static func text(ofList name: String) -> String? {
    for index in 0..<annals_word_list_count() {
      let list = unsafe annals_word_list(index)
      guard unsafe String(cString: list.name) == name else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: list.bytes, count: list.count)
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  /// Puts a list in the place of the one with its name.
  mutating func replace(_ table: Table) { tables[table.name] = table }

  /// A list by its file's name without the ending.
  /// - Throws: `VocabularyError` where there is none.
  package func table(_ name: String) throws(VocabularyError) -> Table {
    guard let table = tables[name] else {
      throw VocabularyError(list: name, line: 0, reason: .noSuchList)
    }
    return table
  }
}

extension Vocabulary.Table {
  /// Reads a list from its text.
  package init(name: String, text: String) throws(VocabularyError) {
    var columns: [String]?
    var rows: [[String]] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let header = columns else {
        columns = cells
        continue
      }
      guard cells.count == header.count else {
        throw VocabularyError(
          list: name, line: number, reason: .wrongNumberOfCells(cells.count, of: header.count))
      }
      rows.append(cells)
    }
    guard let columns else { throw VocabularyError(list: name, line: 1, reason: .noHeader) }
    self.init(name: name, columns: columns, rows: rows)
  }
}

/// Why a word list cannot be used, and where.
package struct VocabularyError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case noSuchList, noHeader
    case wrongNumberOfCells(Int, of: Int)
    /// A cell that a rule cannot use, with what would be right.
    case badCell(String, expected: String)
    /// A row of words for dates, or one that is missing among them.
    case badDateWord(DateLanguageError.Reason)
  }
  package let list: String
  /// From 1; 0 where the list is missing.
  package let line: Int
  package let reason: Reason

  package init(list: String, line: Int, reason: Reason) {
    self.list = list
    self.line = line
    self.reason = reason
  }

  package var description: String {
    let place = "\(list).tsv" + (line > 0 ? ", line \(line)" : "")
    return switch reason {
    case .noSuchList: "\(place): there is no such word list"
    case .noHeader: "\(place): the first row must name the columns"
    case .wrongNumberOfCells(let count, let expected):
      "\(place): \(count) cells where the header has \(expected); separate them by one tab each"
    case .badCell(let cell, let expected): "\(place): “\(cell)” should be \(expected)"
    case .badDateWord(let reason): "\(place): \(reason)"
    }
  }
}
