import Chronology
import GRDB
internal import Statements

/// Reads accounts from the register, each document once.
///
/// What counts of a document is its last reading and what people decided: a rejected statement does
/// not count, an amended one is replaced, an accepted one counts even where a later reading no
/// longer proposes it.
struct AccountReader {
  let db: Database
  /// What was recorded later does not count.
  let moment: Moment
  private var documents: [Int64: Document] = [:]

  init(_ db: Database, at moment: Moment = .now) {
    self.db = db
    self.moment = moment
  }

  /// What a document says about one of its missions.
  mutating func account(ofMission key: Int64) throws -> Account {
    guard let row = try missionRow(key) else { throw Damage("no mission \(key)") }
    let document = try document(reading: row.reading)
    return Account(
      mission: try mission(row, in: document.id), document: document,
      statements: try statements(about: row, in: document.id))
  }

  /// A mission as its reading had it.
  func mission(key: Int64, in document: DocumentID) throws -> Mission {
    guard let row = try missionRow(key) else { throw Damage("no mission \(key)") }
    return try mission(row, in: document)
  }

  private func mission(_ row: MissionRow, in document: DocumentID) throws -> Mission {
    let aliases = try db.all(
      """
      SELECT alias
      FROM mission_alias
      WHERE mission = \(row.key)
      ORDER BY ordinal
      """
    ) { try $0.text() }
    guard let kind = Mission.Kind(rawValue: row.kind) else { throw Damage("kind \(row.kind)") }
    return Mission(
      id: MissionID(rawValue: row.id), name: row.name, acronym: row.acronym, aliases: aliases,
      kind: kind, passage: try row.passage(in: document))
  }

  private struct MissionRow {
    let key: Int64
    let id: String
    let name: String
    let acronym: String?
    let kind: String
    let reading: Int64
    let document: Int64
    /// Where it is named.
    let bytes: Range<Int>
    let quote: String

    func passage(in document: DocumentID) throws -> Passage {
      guard let passage = Passage(restoring: quote, document: document, bytes: bytes) else {
        throw Damage("the passage that names \(id)")
      }
      return passage
    }
  }

  private func missionRow(_ key: Int64) throws -> MissionRow? {
    try db.first(
      """
      SELECT mission.id, mission.name, mission.acronym, mission.kind, reading.key,
        reading.document, passage.start_byte, passage.end_byte, passage.quote
      FROM mission
      JOIN reading ON reading.key = mission.reading
      JOIN passage ON passage.key = mission.passage
      WHERE mission.key = \(key)
      """
    ) { row in
      let names = (try row.text(), try row.text(), try row.optionalText(), try row.text())
      let keys = (try row.integer(), try row.integer())
      let bytes = (try row.int(), try row.int())
      guard bytes.0 < bytes.1 else { throw Damage("the passage that names \(names.0)") }
      return MissionRow(
        key: key, id: names.0, name: names.1, acronym: names.2, kind: names.3, reading: keys.0,
        document: keys.1, bytes: bytes.0..<bytes.1, quote: try row.text())
    }
  }

  /// A document as one reading had it.
  mutating func document(reading key: Int64) throws -> Document {
    if let document = documents[key] { return document }
    let document = try db.first(
      """
      SELECT document.id, document.text, reading.location, reading.title, reading.publisher,
        reading.published, reading.as_of, reading.author, reading.modified, original.places
      FROM reading
      JOIN document ON document.key = reading.document
      LEFT JOIN original ON original.document = document.key
      WHERE reading.key = \(key)
      """
    ) { row in
      let id = DocumentID(rawValue: try row.text())
      guard let text = String(validating: try row.bytes(), as: UTF8.self) else {
        throw Damage("the text of document \(id.short) is not UTF-8")
      }
      let source = try row.source()
      let places = try row.optionalText().map { encoded in
        guard let places = PlaceMap(encoded: encoded, count: text.utf8.count) else {
          throw Damage("the places of document \(id.short)")
        }
        return places
      }
      return Document(id: id, text: text, source: source, places: places ?? .lines)
    }
    guard let document else { throw Damage("no reading \(key)") }
    documents[key] = document
    return document
  }

  func passage(key: Int64, in document: DocumentID) throws -> Passage {
    let passage = try db.first(
      """
      SELECT start_byte, end_byte, quote
      FROM passage
      WHERE key = \(key)
      """
    ) { try $0.passage(in: document) }
    guard let passage else { throw Damage("no passage \(key)") }
    return passage
  }

  /// A statement by its key, whether it counts or not.
  func statement(key: Int64, in document: DocumentID) throws -> Statements.Statement {
    let fields = try db.first(
      """
      SELECT subject, property, value_type, value, number, upper_number, hedge, as_of,
        is_cumulative, valid, rule, note
      FROM statement
      WHERE key = \(key)
      """
    ) { try $0.statementFields() }
    guard let fields else { throw Damage("no statement \(key)") }
    return try fields.statement(passages: passages(ofStatement: key, in: document))
  }

  /// The statements that count, in document order of their first passage.
  private func statements(
    about mission: MissionRow, in document: DocumentID
  ) throws -> [Statements.Statement] {
    let rows = try db.all(
      """
      SELECT statement.key, statement.subject, statement.property, statement.value_type,
        statement.value, statement.number, statement.upper_number, statement.hedge,
        statement.as_of, statement.is_cumulative, statement.valid, statement.rule, statement.note
      FROM statement
      LEFT JOIN reading_statement
        ON reading_statement.reading = \(mission.reading)
        AND reading_statement.statement = statement.key
      LEFT JOIN decision ON decision.key = \(moment.decision(on: "statement.key"))
      WHERE statement.document = \(mission.document)
        AND statement.subject = \(mission.id)
        AND (decision.verdict IS NULL OR decision.verdict = 'accepted')
        AND (reading_statement.statement IS NOT NULL
          OR decision.verdict = 'accepted'
          OR EXISTS (
            SELECT 1
            FROM decision AS amendment
            WHERE amendment.replacement = statement.key
              AND amendment.key = \(moment.decision(on: "amendment.statement"))))
      ORDER BY statement.key
      """
    ) { row in
      (key: try row.integer(), fields: try row.statementFields())
    }
    let passages = try passages(about: mission, in: document)
    return try rows.map { row in
      try row.fields.statement(passages: passages[row.key] ?? [])
    }.enumerated().sorted { left, right in
      let bytes = (
        left.element.passages[0].bytes.lowerBound, right.element.passages[0].bytes.lowerBound
      )
      return bytes.0 == bytes.1 ? left.offset < right.offset : bytes.0 < bytes.1
    }.map(\.element)
  }

  /// The passages of all statements about a mission, by the statement's key.
  private func passages(
    about mission: MissionRow, in document: DocumentID
  ) throws -> [Int64: [Passage]] {
    var passages: [Int64: [Passage]] = [:]
    let rows = try db.all(
      """
      SELECT statement_passage.statement, passage.start_byte, passage.end_byte, passage.quote
      FROM statement
      JOIN statement_passage ON statement_passage.statement = statement.key
      JOIN passage ON passage.key = statement_passage.passage
      WHERE statement.document = \(mission.document) AND statement.subject = \(mission.id)
      ORDER BY passage.start_byte, passage.end_byte
      """
    ) { (statement: try $0.integer(), passage: try $0.passage(in: document)) }
    for row in rows { passages[row.statement, default: []].append(row.passage) }
    return passages
  }

  private func passages(ofStatement key: Int64, in document: DocumentID) throws -> [Passage] {
    try db.all(
      """
      SELECT passage.start_byte, passage.end_byte, passage.quote
      FROM statement_passage
      JOIN passage ON passage.key = statement_passage.passage
      WHERE statement_passage.statement = \(key)
      ORDER BY passage.start_byte, passage.end_byte
      """
    ) { try $0.passage(in: document) }
  }
}

extension Columns {
  /// Location, title, publisher, published, as-of day, author, modified.
  mutating func source() throws -> Source {
    var source = Source(
      location: try text(), title: try optionalText(), publisher: try optionalText(),
      published: try optionalDate(), asOf: try optionalInteger().map(Day.init(number:)))
    source.author = try optionalText()
    source.modified = try optionalDate()
    return source
  }

  /// First byte, end byte, quote.
  mutating func passage(in document: DocumentID) throws -> Passage {
    let start = try int()
    let end = try int()
    let quote = try text()
    guard start < end,
      let passage = Passage(
        restoring: quote, document: document, bytes: start..<end)
    else { throw Damage("the passage at bytes \(start) to \(end) of \(document.short)") }
    return passage
  }

  mutating func date() throws -> EDTF { try Self.date(try text()) }
  mutating func optionalDate() throws -> EDTF? { try optionalText().map(Self.date) }

  private static func date(_ text: String) throws -> EDTF {
    do { return try EDTF(text) } catch { throw Damage("“\(text)” is not a date") }
  }
}
