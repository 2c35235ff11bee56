import Chronology
import Statements

/// Missions, periods, places and numbers in the rows of a table.
///
/// The head says what a column gives; where it does not, or where the cells are evidently something
/// else, the cells decide.
struct TableRule {
  let text: LexedText
  let lexicon: Lexicon
  let dates: DateReader
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon, dates: DateReader) {
    self.text = text
    self.lexicon = lexicon
    self.dates = dates
  }

  /// A row that names a mission.
  struct MissionRow {
    let naming: Naming
    /// The row from its name to its last date, with the period that the date columns give.
    let period: (tokens: Range<Int>, edtf: EDTF)?
    let place: Range<Int>?
    /// Numbers, with the row from its name to the number.
    let counts: [(tokens: Range<Int>, quantity: Quantity, property: Property)]
    let block: Int
    /// The blocks of the table's head, for the explanation.
    let head: Range<Int>?
  }

  /// The rows that name missions; nil where the table is none of missions.
  func missionRows(of table: TextTable) -> [MissionRow]? {
    guard let columns = Columns(of: table, rule: self) else { return nil }
    let rows = table.rows[columns.firstDataRow...]
    return rows.compactMap { row in missionRow(row, columns) }
  }

  private func missionRow(_ row: TextTable.Row, _ columns: Columns) -> MissionRow? {
    guard columns.name < row.cells.count, !row.cells[columns.name].isEmpty,
      let naming = naming(row.cells[columns.name], row.block)
    else { return nil }
    let name = row.cells[columns.name]
    var first: EDTF?
    var last: String?
    var dateEnd = name.upperBound
    var period: EDTF?
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty && index != columns.name {
      guard let role = columns.roles[index] else { continue }
      switch role {
      case .start:
        if let date = date(in: cell) {
          first = date
          dateEnd = max(dateEnd, cell.upperBound)
        }
      case .end:
        last = isOngoing(cell) ? ".." : date(in: cell)?.description
        if last != nil { dateEnd = max(dateEnd, cell.upperBound) }
      case .period:
        if let date = date(in: cell) {
          period = date
          dateEnd = max(dateEnd, cell.upperBound)
        }
      default: continue
      }
    }
    if period == nil, let first { period = try? EDTF("\(first)/\(last ?? "")") }
    let place = columns.roles.firstIndex { $0.value == .place }.flatMap { index in
      let cell = columns.roles[index].key
      return cell < row.cells.count && !row.cells[cell].isEmpty ? row.cells[cell] : nil
    }
    return MissionRow(
      naming: naming, period: period.map { (name.lowerBound..<max(dateEnd, name.upperBound), $0) },
      place: place, counts: counts(row, columns, name), block: row.block, head: columns.head)
  }

  private func naming(_ cell: Range<Int>, _ block: Int) -> Naming? {
    guard let name = MissionName(cell, in: text), tokens[cell.lowerBound].kind == .word,
      !isSentence(cell),
      lexicon.notMissions.first(in: tokens, cell) == nil
    else { return nil }
    let form = lexicon.form(of: name.acronym ?? name.name)
    let noun = lexicon.missionNouns.all(in: tokens, cell).last?.value
    return Naming(
      name: name, kind: form?.kind ?? noun?.kind ?? .operation, rule: "row of a table",
      block: block,
      tokens: cell, organisation: form?.organisation)
  }

  private func counts(
    _ row: TextTable.Row, _ columns: Columns, _ name: Range<Int>
  ) -> [(tokens: Range<Int>, quantity: Quantity, property: Property)] {
    let grammar = NumberGrammar(text: text, words: lexicon.numbers)
    return row.cells.enumerated().compactMap { index, cell in
      guard let property = columns.counted[index], !cell.isEmpty else { return nil }
      for start in cell {
        guard let number = grammar.number(at: start, before: cell.upperBound) else { continue }
        let hedge = lexicon.hedges.match(tokens, endingAt: start, from: cell.lowerBound)
        let unit = columns.heads[index].map { text.words($0) } ?? ""
        return (
          name.lowerBound..<number.next,
          Quantity(value: number.value, hedge: hedge?.value ?? .exact, unit: unit), property
        )
      }
      return nil
    }
  }

  // MARK: Cells

  func date(in cell: Range<Int>) -> EDTF? {
    if let date = try? EDTF(text.quote(cell)), cell.count > 1 { return date }
    var clock = Clock()
    let found = dates.dates(in: cell, clock: &clock).dates
    return found.count == 1 ? found[0].expression.edtf : nil
  }

  /// "Ongoing", "present", "current", "to date".
  func isOngoing(_ cell: Range<Int>) -> Bool {
    lexicon.goesOn.first(in: tokens, cell) != nil || lexicon.openEnds.first(in: tokens, cell) != nil
  }

  func isNumber(_ cell: Range<Int>) -> Bool {
    guard let start = cell.first(where: { tokens[$0].kind == .number }),
      start - cell.lowerBound <= 3,
      NumberGrammar(text: text, words: lexicon.numbers).number(at: start, before: cell.upperBound)
        != nil
    else { return false }
    return true
  }

  /// Whether a cell holds more than a name.
  func isSentence(_ cell: Range<Int>) -> Bool {
    cell.count > 16 || cell.count > 4 && lexicon.cues.first(in: tokens, cell) != nil
      || cell.contains { tokens[$0].isAny(of: [.is, .are, .was, .were, .has, .have, .had]) }
  }

  /// Whether a cell is a country and nothing else.
  func isPlace(_ cell: Range<Int>) -> Bool {
    guard !cell.isEmpty else { return false }
    return lexicon.countries.match(tokens, at: cell.lowerBound, before: cell.upperBound)?.tokens
      == cell
  }

  /// Whether a cell names a mission by its form.
  func isMissionLike(_ cell: Range<Int>) -> Bool {
    guard !cell.isEmpty, !isSentence(cell), lexicon.notMissions.first(in: tokens, cell) == nil
    else { return false }
    return lexicon.missionNouns.first(in: tokens, cell) != nil
      || lexicon.form(of: text.quote(cell.lowerBound..<cell.lowerBound + 1)) != nil
      || text.acronym(cell) != nil && lexicon.organisations.first(in: tokens, cell) == nil
        && lexicon.countries.first(in: tokens, cell) == nil
  }
}
