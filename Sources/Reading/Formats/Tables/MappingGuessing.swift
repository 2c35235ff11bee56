import Statements

extension Reader {
  /// Proposes what the columns of a table mean, from their names and from what their cells look
  /// like.
  ///
  /// - Parameter name: the file's name, which may say what its dates are.
  /// - Throws: `ReadingError` where the bytes are no table.
  package func guessMapping(
    _ bytes: [UInt8], as format: Format, named name: String = "", limits: Limits = Limits()
  ) throws(ReadingError) -> MappingGuess {
    let table = try TableSource.table(
      bytes, as: format, separator: nil, hasHeader: true, limits: limits
    ).table
    if format != .json, looksHeadless(table) {
      return guessHeadless(
        try TableSource.table(bytes, as: format, separator: nil, hasHeader: false, limits: limits)
          .table)
    }
    var mapping = Mapping()
    var reasons: [String] = []
    var used: Set<String> = []
    for field in Mapping.Field.allCases {
      guard let column = best(field, table, used) else { continue }
      mapping.columns[field] = column
      used.insert(column)
      reasons.append("\(field.rawValue): “\(column)” by its name\(sample(of: column, table))")
    }
    dropParts(&mapping, &used, &reasons)
    if mapping.columns[.acronym] == nil, let column = mapping.columns[.mission],
      cells(of: column, table).allSatisfy(TableNames.isAcronym)
    {
      mapping.columns[.mission] = nil
      mapping.columns[.acronym] = column
      reasons.append("acronym: “\(column)”, because all its cells are written in capitals")
    }
    let panel = Panel(table, mapping)
    panel.correct(&mapping, &reasons, fileName: name)
    used = Set(mapping.columns.values)
    return MappingGuess(
      mapping: mapping, reasons: reasons, unused: table.columns.filter { !used.contains($0) })
  }

  /// Whether the first row is a row like the others: one of its cells is a date or a number, and none
  /// is a name that columns have.
  private func looksHeadless(_ table: Table) -> Bool {
    let names = Set(columnNames.values.joined())
    let isNamed = table.columns.contains { names.contains(MappingNames.folded($0)) }
    return !isNamed
      && table.columns.contains { cellDate($0, order: nil) != nil || TableNames.number($0) != nil }
  }

  /// By what cells look like alone: names, then dates that begin and end, then countries.
  private func guessHeadless(_ table: Table) -> MappingGuess {
    var mapping = Mapping()
    mapping.hasHeader = false
    var reasons = ["the first row is no header: it holds dates or numbers"]
    func take(_ field: Mapping.Field, _ why: String, _ test: (String) -> Bool) {
      let column = table.columns.first { column in
        let cells = cells(of: column, table)
        return !mapping.columns.values.contains(column) && !cells.isEmpty
          && cells.count(where: test) * 10 >= cells.count * 8
      }
      guard let column else { return }
      mapping.columns[field] = column
      reasons.append("\(field.rawValue): column \(column), \(why)\(sample(of: column, table))")
    }
    take(.host, "most cells are countries", isCountry)
    take(.start, "the first with dates") { cellDate($0, order: nil) != nil }
    take(.end, "the second with dates") { cellDate($0, order: nil) != nil }
    take(.mission, "the first with words") { TableNames.number($0) == nil && !isCountry($0) }
    return MappingGuess(
      mapping: mapping, reasons: reasons,
      unused: table.columns.filter { !mapping.columns.values.contains($0) })
  }

  private func isCountry(_ text: String) -> Bool {
    let first = text.split(separator: ",").first.map(String.init) ?? text
    let tokens = lexer.tokens(of: first.utf8.span, in: 0..<first.utf8.count)
    guard !tokens.isEmpty else { return false }
    return lexicon.countries.match(tokens, at: 0, before: tokens.count)?.tokens.count
      == tokens.count
  }

  /// The column with the best name for a field, by the order of the word list, whose cells fit.
  private func best(_ field: Mapping.Field, _ table: Table, _ used: Set<String>) -> String? {
    let names = columnNames[field.rawValue] ?? []
    for name in names {
      for column in table.columns where !used.contains(column) {
        guard MappingNames.folded(column) == name, fits(field, column, table) else { continue }
        return column
      }
    }
    // `un_host`: a name with something before it, where only one column has it. Of dates that would
    // put the begin that one source gives beside the end that another does.
    guard field == .host else { return nil }
    for name in names {
      let columns = table.columns.filter {
        !used.contains($0) && MappingNames.folded($0).hasSuffix(" \(name)")
          && fits(field, $0, table)
      }
      if columns.count == 1 { return columns[0] }
    }
    return nil
  }

  private func fits(_ field: Mapping.Field, _ column: String, _ table: Table) -> Bool {
    let cells = cells(of: column, table)
    guard !cells.isEmpty else { return false }
    func most(_ test: (String) -> Bool) -> Bool { cells.count(where: test) * 10 >= cells.count * 8 }
    switch field {
    case .start, .end, .asOf: return most { cellDate($0, order: nil) != nil }
    case .strength: return most { TableNames.number($0) != nil }
    case .startYear, .endYear:
      return most { TableNames.number($0).map { $0 >= 1000 && $0 < 3000 } ?? false }
    case .startMonth, .endMonth:
      return most { TableNames.number($0).map { $0 >= 1 && $0 <= 12 } ?? false }
    case .startDay, .endDay:
      return most { TableNames.number($0).map { $0 >= 1 && $0 <= 31 } ?? false }
    default: return most { TableNames.number($0) == nil }
    }
  }

  /// A whole date column is better than its parts.
  private func dropParts(
    _ mapping: inout Mapping, _ used: inout Set<String>, _ reasons: inout [String]
  ) {
    let parts: [(Mapping.Field, [Mapping.Field])] = [
      (.start, [.startYear, .startMonth, .startDay]), (.end, [.endYear, .endMonth, .endDay]),
    ]
    for (whole, fields) in parts {
      let hasYear = mapping.columns[fields[0]] != nil
      for field in fields where mapping.columns[whole] != nil || !hasYear {
        guard let column = mapping.columns.removeValue(forKey: field) else { continue }
        used.remove(column)
        reasons.removeAll { $0.hasPrefix("\(field.rawValue): ") }
      }
    }
  }

  /// Up to two hundred cells that say something.
  private func cells(of column: String, _ table: Table) -> [String] {
    guard let index = table.columns.firstIndex(of: column) else { return [] }
    let missing = Mapping().missing
    return Array(
      table.rows.lazy.compactMap { $0.cells.indices.contains(index) ? $0.cells[index].text : nil }
        .filter { !missing.contains($0.lowercased()) }.prefix(200))
  }

  private func sample(of column: String, _ table: Table) -> String {
    cells(of: column, table).first.map { ", such as “\($0.prefix(40))”" } ?? ""
  }
}

enum MappingNames {
  /// In lower case, with single spaces for what separates words.
  static func folded(_ column: String) -> String {
    column.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// Field by field, the names in the list's order.
  static func byField(_ vocabulary: Vocabulary) throws(VocabularyError) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for record in try vocabulary.table("column-names").records {
      names[record["field"] ?? "", default: []].append(record["name"] ?? "")
    }
    return names
  }
}
