import Chronology
import Statements

/// Reads the rows of a table by a mapping: each mapped column is a statement, its cell the passage;
/// where a statement rests on several cells, the passage goes from the first to the last of them.
struct TableReader {
  let document: Document
  let table: Table
  let mapping: Mapping
  let reader: Reader
  private var missions: [Draft] = []
  private var byName: [String: Int] = [:]
  private var doubts: [Doubt] = []
  private let columns: [Mapping.Field: Int]
  /// The values, by their column, of the rows that count.
  private let filters: [(column: Int, values: Set<String>)]

  /// A mission with what its rows say.
  private struct Draft {
    let id: MissionID
    let name: String
    let acronym: String?
    let bytes: Range<Int>
    var aliases: [String] = []
    var order: [Key] = []
    var rows: [Key: [Range<Int>]] = [:]
    /// Whether a row gives it a begin or an end.
    var isDated = false
    /// The rows that speak of it as of the first day and as of the last.
    var first: Observation?
    var last: Observation?
  }

  /// A cell that says as of when its row speaks.
  private struct Observation {
    let date: EDTF
    let begin: Day
    let end: Day
    let bytes: Range<Int>
  }

  private struct Key: Hashable {
    let property: Property
    let value: Value
    let valid: EDTF?
    let note: String?
  }

  init(_ table: Table, of document: Document, by mapping: Mapping, reader: Reader) {
    self.document = document
    self.table = table
    self.mapping = mapping
    self.reader = reader
    columns = mapping.columns.compactMapValues { table.columns.firstIndex(of: $0) }
    filters = mapping.rows.compactMap { name, values in
      table.columns.firstIndex(of: name).map { ($0, values) }
    }
  }

  mutating func proposals() -> Proposals {
    for row in table.rows { read(row) }
    var statements: [Statement] = []
    for draft in missions {
      for key in draft.order {
        let passages = (draft.rows[key] ?? []).compactMap { Passage(of: document, bytes: $0) }
        let statement = Statement(
          subject: draft.id, property: key.property, value: key.value, valid: key.valid,
          passages: passages, rule: "table row", note: key.note)
        if let statement { statements.append(statement) }
      }
      if let observed = observed(draft) { statements.append(observed) }
    }
    let proposed: [Mission] = missions.compactMap { draft in
      guard !draft.order.isEmpty || draft.first != nil,
        let passage = Passage(of: document, bytes: draft.bytes)
      else { return nil }
      return Mission(
        id: draft.id, name: draft.name, acronym: draft.acronym, aliases: draft.aliases,
        kind: TableReader.kind(draft.name), passage: passage)
    }
    return Proposals(
      document: document, missions: proposed,
      statements: statements.sorted {
        $0.passages[0].bytes.lowerBound < $1.passages[0].bytes.lowerBound
      }, doubts: doubts)
  }

  /// From the first to the last row about a mission of which no row states begin or end.
  private func observed(_ draft: Draft) -> Statement? {
    guard !draft.isDated, let first = draft.first, let last = draft.last,
      let period = first.date == last.date
        ? first.date : TableReader.interval(first.date, last.date)
    else { return nil }
    return Statement(
      subject: draft.id, property: .observedPeriod, value: .date(period), valid: nil,
      passages: Set([first.bytes, last.bytes]).sorted { $0.lowerBound < $1.lowerBound }
        .compactMap { Passage(of: document, bytes: $0) },
      rule: "table rows", note: "column \(column(.asOf)), from its first to its last date")
  }

  // MARK: Rows

  /// Whether a row is one of those that the mapping takes.
  private func isTaken(_ row: Table.Row) -> Bool {
    filters.allSatisfy { column, values in
      row.cells.indices.contains(column) && values.contains(row.cells[column].text.lowercased())
    }
  }

  private mutating func observe(_ date: EDTF, _ row: Table.Row, _ index: Int) {
    guard columns[.asOf] != nil, let span = date.extent()?.spans.first, span.beginEarliest.isFinite,
      span.endLatest.isFinite
    else { return }
    let observation = Observation(
      date: date, begin: span.beginEarliest, end: span.endLatest, bytes: bytes([.asOf], row))
    if missions[index].first.map({ observation.begin < $0.begin }) ?? true {
      missions[index].first = observation
    }
    if missions[index].last.map({ observation.end > $0.end }) ?? true {
      missions[index].last = observation
    }
  }

  private mutating func read(_ row: Table.Row) {
    guard isTaken(row), let index = mission(of: row) else { return }
    let asOf = date(.asOf, row)
    if let asOf { observe(asOf, row, index) }
    for (field, property) in [(Mapping.Field.organisation, Property.organisation), (.host, .place)]
    {
      guard let text = text(field, row) else { continue }
      // What holds for the whole table is not dated by one row.
      let valid = columns[field] == nil ? nil : asOf
      add(property, .text(text), valid, row, to: index, valid == nil ? [field] : [field, .asOf])
    }
    readPeriod(row, index)
    if let text = text(.strength, row) {
      if let number = TableNames.number(text) {
        let quantity = Quantity(value: number, unit: mapping.unit, asOf: asOf)
        add(.strength, .quantity(quantity), asOf, row, to: index, [.strength, .asOf])
      } else {
        doubt("no number in the column \(column(.strength)): “\(text)”", row, [.strength])
      }
    }
  }

  private mutating func readPeriod(_ row: Table.Row, _ index: Int) {
    let start = date(.start, row) ?? parts([.startYear, .startMonth, .startDay], row)
    let endText = text(.end, row)
    let isOngoing = endText.map { mapping.ongoing.contains($0.lowercased()) } ?? false
    let end = isOngoing ? nil : date(.end, row) ?? parts([.endYear, .endMonth, .endDay], row)
    let starts: [Mapping.Field] = [.start, .startYear, .startMonth, .startDay]
    let ends: [Mapping.Field] = [.end, .endYear, .endMonth, .endDay]
    let fields = starts + ends
    let words = document.text(of: row.bytes) ?? ""
    if start != nil || end != nil { missions[index].isDated = true }
    switch (start, end) {
    case (let start?, let end?):
      if let period = TableReader.interval(start, end) {
        add(.period, .date(period), nil, row, to: index, fields)
      } else {
        doubt(
          "the end \(end) lies before the start \(start), or one is no single date", row, fields)
      }
    case (let start?, nil) where isOngoing:
      guard let period = try? EDTF("\(start)/..") else { return }
      add(.period, .date(period), nil, row, to: index, fields)
    // One end alone is an event: the table does not say that the other is unknown.
    case (let start?, nil): add(.launched, .text(words), start, row, to: index, starts)
    case (nil, let end?): add(.closed, .text(words), end, row, to: index, ends)
    case (nil, nil): break
    }
  }

  /// `start/end`; nil where the end lies before the start.
  private static func interval(_ start: EDTF, _ end: EDTF) -> EDTF? {
    guard let first = start.extent()?.spans.first?.beginEarliest,
      let last = end.extent()?.spans.last?.endLatest, first <= last
    else { return nil }
    return start == end ? start : try? EDTF("\(start)/\(end)")
  }

  /// The mission of a row, by its acronym or else its name.
  private mutating func mission(of row: Table.Row) -> Int? {
    let acronym = text(.acronym, row)
    let name = text(.mission, row)
    guard let shown = acronym ?? name else { return nil }
    let key = shown.lowercased()
    if let known = byName[key] {
      if let name, missions[known].name != name, !missions[known].aliases.contains(name) {
        missions[known].aliases.append(name)
      }
      return known
    }
    let field: Mapping.Field = name == nil ? .acronym : .mission
    let bytes = columns[field].map { row.cells[$0].bytes } ?? row.bytes
    let isAcronym = acronym == nil && TableNames.isAcronym(shown)
    var slug = StatementAssembly.slug(shown)
    var number = 2
    while missions.contains(where: { $0.id.rawValue == "\(slug)@\(document.id.short)" }) {
      slug = "\(StatementAssembly.slug(shown))-\(number)"
      number += 1
    }
    byName[key] = missions.count
    missions.append(
      Draft(
        id: MissionID(rawValue: "\(slug)@\(document.id.short)"), name: name ?? shown,
        acronym: acronym ?? (isAcronym ? shown : nil), bytes: bytes))
    return missions.count - 1
  }

  private mutating func add(
    _ property: Property, _ value: Value, _ valid: EDTF?, _ row: Table.Row, to index: Int,
    _ fields: [Mapping.Field]
  ) {
    let named = fields.compactMap { field in mapping.columns[field].map { "“\($0)”" } }
    var note =
      named.isEmpty ? "stated for the whole table" : "columns \(named.joined(separator: ", "))"
    if let source = text(.note, row) { note += "; \(source)" }
    let key = Key(property: property, value: value, valid: valid, note: note)
    if missions[index].rows[key] == nil { missions[index].order.append(key) }
    missions[index].rows[key, default: []].append(bytes(fields, row))
  }

  private func bytes(_ fields: [Mapping.Field], _ row: Table.Row) -> Range<Int> {
    row.bytes(of: fields.compactMap { columns[$0] })
  }

  // MARK: Cells

  private func column(_ field: Mapping.Field) -> String { "“\(mapping.columns[field] ?? "")”" }

  /// What a row says in a field, or what the mapping says for all rows.
  private func text(_ field: Mapping.Field, _ row: Table.Row) -> String? {
    guard let index = columns[field] else { return mapping.constants[field] }
    guard row.cells.indices.contains(index) else { return nil }
    let text = row.cells[index].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return mapping.missing.contains(text.lowercased()) || text.contains("\0") ? nil : text
  }

  private mutating func date(_ field: Mapping.Field, _ row: Table.Row) -> EDTF? {
    guard let text = text(field, row) else { return nil }
    if let date = reader.cellDate(text, order: mapping.dates) { return date }
    if !mapping.ongoing.contains(text.lowercased()) {
      doubt("no date that is sure in the column \(column(field)): “\(text)”", row, [field])
    }
    return nil
  }

  /// A date whose year, month and day have columns of their own.
  private mutating func parts(_ fields: [Mapping.Field], _ row: Table.Row) -> EDTF? {
    var numbers: [Int] = []
    for field in fields {
      guard let text = text(field, row), let number = TableNames.number(text),
        let whole = Int(exactly: number), whole > 0
      else { break }
      numbers.append(whole)
    }
    guard let year = numbers.first else { return nil }
    let rest = numbers.dropFirst().map { "-" + padded($0, 2) }.joined()
    guard let date = try? EDTF(padded(year, 4) + rest) else {
      doubt("no such date: \(numbers.map(String.init).joined(separator: ", "))", row, fields)
      return nil
    }
    return date
  }

  private mutating func doubt(_ reason: String, _ row: Table.Row, _ fields: [Mapping.Field]) {
    if let passage = Passage(of: document, bytes: bytes(fields, row)) {
      doubts.append(Doubt(passage: passage, reason: reason))
    }
  }

  private static func kind(_ name: String) -> Mission.Kind {
    name.lowercased().contains("operation") ? .operation : .mission
  }
}
