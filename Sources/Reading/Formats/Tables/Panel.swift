/// What the rows of a table say together of what its columns mean: whether missions have one row each
/// or one for each year, place or contributor.
struct Panel {
  private let table: Table
  /// How many rows a mission has, at most; how many of one mission are as of one day, at most.
  private var rowsOfMission = 0
  private var rowsOfDay = 0

  init(_ table: Table, _ mapping: Mapping) {
    self.table = table
    guard
      let name = (mapping.columns[.acronym] ?? mapping.columns[.mission])
        .flatMap({ table.columns.firstIndex(of: $0) })
    else { return }
    let day = mapping.columns[.asOf].flatMap { table.columns.firstIndex(of: $0) }
    var missions: [String: Int] = [:]
    var days: [[String]: Int] = [:]
    for row in table.rows.prefix(20_000) {
      guard row.cells.indices.contains(name), !row.cells[name].text.isEmpty else { continue }
      let mission = row.cells[name].text.lowercased()
      missions[mission, default: 0] += 1
      guard let day, row.cells.indices.contains(day) else { continue }
      days[[mission, row.cells[day].text], default: 0] += 1
    }
    rowsOfMission = missions.values.max() ?? 0
    rowsOfDay = days.values.max() ?? 0
  }

  /// Takes back what the names of columns suggest and the rows do not bear out.
  ///
  /// - Parameter fileName: where each mission has one row, it may say what a bare year is.
  func correct(_ mapping: inout Mapping, _ reasons: inout [String], fileName: String) {
    flags(&mapping, &reasons)
    parts(&mapping, &reasons)
    guard let column = mapping.columns[.asOf], rowsOfMission == 1 else {
      if mapping.columns[.asOf] != nil, mapping.columns[.start] == nil, rowsOfMission > 1 {
        reasons.append(
          "missions have up to \(rowsOfMission) rows: from the first to the last date of its rows a "
            + "mission was observed, which states neither begin nor end")
      }
      return
    }
    begins(column, &mapping, &reasons, fileName)
  }

  /// A bare year in a table with one row a mission: when the mission began, or as of when the row
  /// speaks. The file's name decides, else a person must.
  private func begins(
    _ column: String, _ mapping: inout Mapping, _ reasons: inout [String], _ fileName: String
  ) {
    let hasStart = mapping.columns[.start] != nil || mapping.columns[.startYear] != nil
    guard !hasStart, MappingNames.folded(column) == "year" else { return }
    let file = fileName.split(separator: "/").last.map(String.init) ?? ""
    let words = MappingNames.folded(file).split(separator: " ")
    guard words.contains(where: { ["start", "starts", "begin", "begins"].contains($0) }) else {
      reasons.append(
        "as-of: each mission has one row, so “\(column)” may also be when it began: then write "
          + "start-year")
      return
    }
    mapping.columns[.asOf] = nil
    mapping.columns[.startYear] = column
    reasons.removeAll { $0.hasPrefix("as-of: ") }
    reasons.append(
      "start-year: “\(column)”, because each mission has one row and the file's name says “start”")
    for (field, name) in [(Mapping.Field.startMonth, "month"), (.startDay, "day")] {
      guard mapping.columns[field] == nil,
        let part = table.columns.first(where: { MappingNames.folded($0) == name })
      else { continue }
      mapping.columns[field] = part
      reasons.append("\(field.rawValue): “\(part)” beside it")
    }
  }

  /// A number in several rows of one mission and day counts a part: a place, a contributor.
  private func parts(_ mapping: inout Mapping, _ reasons: inout [String]) {
    guard let column = mapping.columns[.strength], rowsOfDay > 1 else { return }
    mapping.columns[.strength] = nil
    reasons.removeAll { $0.hasPrefix("strength: ") }
    reasons.append(
      "not strength: “\(column)”, because up to \(rowsOfDay) rows are of one mission and one date, so "
        + "that it counts parts of it")
  }

  /// `active_operation`: rows with 0 say that nothing was there.
  private func flags(_ mapping: inout Mapping, _ reasons: inout [String]) {
    for (index, column) in table.columns.enumerated() {
      let words = MappingNames.folded(column).split(separator: " ")
      guard words.contains(where: { ["active", "ongoing", "deployed"].contains($0) }),
        !mapping.columns.values.contains(column)
      else { continue }
      let values = Set(
        table.rows.lazy.compactMap { row in
          row.cells.indices.contains(index) ? row.cells[index].text.lowercased() : nil
        })
      let yes = values.intersection(["1", "1.0", "true", "yes", "y"])
      guard !yes.isEmpty,
        values.subtracting(yes).isSubset(of: ["0", "0.0", "false", "no", "n", ""])
      else { continue }
      mapping.rows[column] = yes
      reasons.append(
        "rows: only those with \(yes.sorted().joined(separator: " or ")) in “\(column)”")
    }
  }
}
