import Chronology
import Statements

/// What the columns of a table give.
struct Columns {
  /// The column of the missions' names.
  let name: Int
  /// The columns of dates and places.
  let roles: [Int: FactRole]
  /// What the numbers of a column count.
  let counted: [Int: Property]
  /// The head of each column.
  let heads: [Int: Range<Int>]
  let firstDataRow: Int
  /// All tokens of the head.
  let head: Range<Int>?

  /// Nil where no column names missions.
  init?(of table: TextTable, rule: TableRule) {
    let width = table.rows.map(\.cells.count).max() ?? 0
    guard width >= 2, table.rows.count >= 2 else { return nil }
    let headRows = table.rows.prefix(3).prefix { row in
      !row.cells.contains { !$0.isEmpty && (rule.date(in: $0) != nil || rule.isNumber($0)) }
    }
    firstDataRow = min(headRows.count, table.rows.count - 1)
    let data = table.rows[firstDataRow...]
    guard !data.isEmpty else { return nil }
    var said: [Int: FactRole] = [:]
    var heads: [Int: Range<Int>] = [:]
    for row in headRows.reversed() {
      for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
        if heads[index] == nil { heads[index] = cell }
        if let role = rule.lexicon.columns.all(in: rule.text.tokens, cell).first?.value {
          said[index] = said[index] ?? role
        }
      }
    }
    self.heads = heads
    head = headRows.first.flatMap { row in
      row.cells.first.map {
        $0.lowerBound..<(headRows.last?.cells.last?.upperBound ?? $0.upperBound)
      }
    }

    // What the cells look like.
    var datesIn: [Int] = []
    var numbersIn: [Int] = []
    var periods = 0
    for index in 0..<width {
      let cells = data.compactMap { index < $0.cells.count ? $0.cells[index] : nil }.filter {
        !$0.isEmpty
      }
      guard !cells.isEmpty else { continue }
      let found = cells.compactMap { rule.date(in: $0) }
      let ongoing = cells.count { rule.isOngoing($0) }
      if (found.count + ongoing) * 3 >= cells.count * 2, !found.isEmpty,
        said[index]?.counted == nil || (found.count + ongoing) * 2 > cells.count
      {
        datesIn.append(index)
        if found.contains(where: { $0.description.contains("/") }) { periods += 1 }
      } else if cells.count(where: { rule.isNumber($0) }) * 3 >= cells.count * 2 {
        numbersIn.append(index)
      }
    }
    var roles: [Int: FactRole] = [:]
    for index in datesIn {
      switch said[index] {
      case .start, .end, .period: roles[index] = said[index]
      default: break
      }
    }
    let isMisplaced =
      datesIn.contains { said[$0]?.counted != nil }
      || datesIn.count == 2 && Set(roles.values).count < 2
    if isMisplaced || roles.isEmpty {
      roles = [:]
      if datesIn.count == 1 {
        roles[datesIn[0]] = .period
      } else if datesIn.count >= 2 {
        roles[datesIn[0]] = .start
        roles[datesIn[1]] = .end
      }
    }
    var counted: [Int: Property] = [:]
    for index in numbersIn {
      counted[index] = isMisplaced ? .amount : said[index]?.counted
    }
    self.counted = counted

    let texts = (0..<width).filter { !datesIn.contains($0) && !numbersIn.contains($0) }
    let places = texts.filter { index in
      data.count { index < $0.cells.count && rule.isPlace($0.cells[index]) } * 2 > data.count
    }
    // "Deployment | Organisation | Operation": a column of countries names no missions.
    let names = texts.filter { said[$0] == .name }
    let saidName = names.first { !places.contains($0) } ?? names.first
    let likeness = texts.map { index in
      (index, data.count { index < $0.cells.count && rule.isMissionLike($0.cells[index]) })
    }
    let best = likeness.max { $0.1 < $1.1 }
    // "Country | Relations began | Notes" lists no missions, whatever its heads say.
    let saidLikeness = likeness.first { $0.0 == saidName }?.1 ?? 0
    let isSaid = saidName != nil && saidLikeness * 3 >= data.count
    guard
      let name = (isSaid ? saidName : nil) ?? (best.flatMap { $0.1 * 2 >= data.count ? $0.0 : nil })
    else {
      return nil
    }
    self.name = name
    if let place = texts.first(where: { said[$0] == .place && $0 != name })
      ?? places.first(where: { $0 != name })
    {
      roles[place] = .place
    }
    self.roles = roles
  }
}
