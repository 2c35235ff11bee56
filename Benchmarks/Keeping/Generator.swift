import Chronology
import Foundation
import GRDB
import Keeping
import Statements

/// Makes a register of many missions with ten statements each, the same for the same count: rows are
/// written in bulk into the form that the program itself makes, and the program then derives its
/// indexes from them as it does for a register of an older version.
struct Generator {
  /// How many missions one document speaks of.
  static let missionsPerDocument = 25
  private static let recorded = "2025-01-01T00:00:00Z"

  let path: String
  let count: Int

  /// - Returns: the seconds that the rows took, and those that the indexes took.
  func make() async throws -> (rows: Double, indexes: Double) {
    let clock = ContinuousClock()
    let begin = clock.now
    try await Register.openOrCreate(path).close()
    try insert()
    let middle = clock.now
    try await Register.openOrCreate(path).close()
    return ((middle - begin).seconds, (clock.now - middle).seconds)
  }

  private func insert() throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { db in
      // Nobody's work is lost where this is cut short: the file is made again.
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1500000;
          BEGIN
          """)
      try write(db)
      try db.execute(sql: "DELETE FROM index_version; COMMIT; PRAGMA journal_mode = WAL")
    }
    try queue.close()
  }

  private func write(_ db: Database) throws {
    let document = try Writer(
      db, "INSERT INTO document (key, id, text, recorded) VALUES (?, ?, ?, ?)")
    let reading = try Writer(
      db,
      """
      INSERT INTO reading (key, document, digest, location, title, as_of, recorded)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let mission = try Writer(
      db,
      """
      INSERT INTO mission (key, reading, id, name, acronym, kind, passage)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let passage = try Writer(
      db,
      "INSERT INTO passage (key, document, start_byte, end_byte, quote) VALUES (?, ?, ?, ?, ?)")
    let statement = try Writer(
      db,
      """
      INSERT INTO statement
        (key, id, document, subject, property, value_type, value, number, hedge, as_of,
         is_cumulative, valid, rule, recorded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let statementPassage = try Writer(
      db, "INSERT INTO statement_passage (statement, passage) VALUES (?, ?)")
    let readingStatement = try Writer(
      db, "INSERT INTO reading_statement (reading, statement, ordinal) VALUES (?, ?, ?)")

    var dossiers = Dossiers(seed: 0xA22A15)
    var (documents, missions, passages, statements) = (0, 0, 0, 0)
    while missions < count {
      let dossier = try dossiers.next(
        missions: min(Generator.missionsPerDocument, count - missions), number: documents + 1)
      documents += 1
      let key = documents
      try document.write(
        [key, dossier.document.id.rawValue, Data(dossier.document.text.utf8), Generator.recorded])
      try reading.write([
        key, key, dossier.document.id.rawValue, dossier.document.source.location,
        dossier.document.source.title, dossier.document.source.asOf?.number, Generator.recorded,
      ])
      var known: [Passage: Int] = [:]
      func keep(_ found: Passage) throws -> Int {
        if let key = known[found] { return key }
        passages += 1
        known[found] = passages
        try passage.write([
          passages, key, found.bytes.lowerBound, found.bytes.upperBound, found.quote,
        ])
        return passages
      }
      for item in dossier.missions {
        missions += 1
        try mission.write([
          missions, key, item.id.rawValue, item.name, item.acronym, item.kind.rawValue,
          try keep(item.passage),
        ])
      }
      for (ordinal, item) in dossier.statements.enumerated() {
        statements += 1
        guard let id = StatementID(of: item) else { throw GeneratorError.noDigest }
        let value = item.value.cells
        try statement.write(
          [statements, id.rawValue, key, item.subject.rawValue, item.property.rawValue] + value + [
            item.valid?.description, item.rule, Generator.recorded,
          ])
        for found in item.passages { try statementPassage.write([statements, try keep(found)]) }
        try readingStatement.write([key, statements, ordinal])
      }
    }
  }
}

enum GeneratorError: Error {
  case noDigest
  /// A sentence, name or date of the generator's own is wrong.
  case impossible(String)
}

/// One prepared insertion.
private struct Writer {
  private let statement: GRDB.Statement

  init(_ db: Database, _ sql: String) throws { statement = try db.makeStatement(sql: sql) }

  func write(_ values: [(any DatabaseValueConvertible)?]) throws {
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}

extension Value {
  /// Type, value, number, hedge, as-of, whether cumulative.
  fileprivate var cells: [(any DatabaseValueConvertible)?] {
    switch self {
    case .text(let text): ["text", text, nil, nil, nil, nil]
    case .date(let date): ["date", date.description, nil, nil, nil, nil]
    case .mission(let mission): ["mission", mission.rawValue, nil, nil, nil, nil]
    case .quantity(let quantity):
      [
        "quantity", quantity.unit, quantity.value, quantity.hedge.rawValue,
        quantity.asOf?.description, quantity.isCumulative ? 1 : 0,
      ]
    }
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
