import Chronology
import Foundation
import GRDB
package import Statements

extension Register {
  /// Keeps what was read from one document, whole or not at all. What the register has already is
  /// not added again; a source that now says more (an as-of day, a title) is.
  ///
  /// - Parameters:
  ///   - original: the file that the document was read from; nil where its text is the file.
  ///   - recipe: names what the reading depends on, so that `known` finds it again.
  ///   - recorded: when it is recorded: ISO 8601, UTC, as in `2024-03-01T10:00:00Z`.
  ///   - author: who has it read; nil where nobody is named.
  /// - Throws: `.refused` where a quote is not in the document or a statement is about a mission
  ///   that is not proposed.
  @discardableResult
  package func add(
    _ proposals: Proposals, original: Original? = nil, recipe: String? = nil, recorded: String,
    by author: String? = nil
  ) async throws(RegisterError) -> Addition {
    let checked: CheckedProposals
    do { checked = try CheckedProposals(proposals) } catch {
      throw RegisterError(error, path: path)
    }
    let file = proposals.document.id
    return try await write { db in
      let place = try Editions(db: db).place(of: proposals.document)
      return try Adding(
        db: db, file: file, place: place,
        proposals: place.id == file
          ? checked : CheckedProposals(proposals.moved(to: place.id)),
        original: original, recipe: recipe, recorded: recorded, author: author
      ).add()
    }
  }
}

/// Keeps one document's proposals, inside a transaction.
private struct Adding {
  let db: Database
  /// The SHA-256 of the file, and where its text is kept.
  let file: DocumentID
  let place: Editions.Place
  let proposals: CheckedProposals
  let original: Original?
  let recipe: String?
  let recorded: String
  let author: String?

  private var document: Document { proposals.document }

  func add() throws -> Addition {
    let known = place.key
    // What counted of the file so far: this edition, or the one before it.
    let last = try (place.earlier?.document ?? known).flatMap(lastReading)
    let source = document.source.completed(by: last?.source)
    let digest = try proposals.digest(source: source)
    if let last, last.digest == digest, place.earlier == nil {
      try insertRecipe(reading: last.key)
      return Addition(
        document: document.id, isNewDocument: false, isNewEdition: false, missions: 0,
        statements: 0, passages: 0,
        changesSource: false)
    }

    let key = try known ?? insertDocument()
    if let earlier = place.earlier {
      try Editions(db: db).retire(earlier, recorded: recorded)
    }
    let reading = try ReadingWriter(db: db, recorded: recorded).insert(
      of: key, source: source, digest: digest)
    try insertRecipe(reading: reading)
    try insertAuthor(reading: reading)
    let missionsBefore = try last.map { try missions(ofReading: $0.key) } ?? []
    for mission in proposals.missions { try insert(mission, document: key, reading: reading) }
    var statements = 0
    var passages = 0
    var proposed: [(statement: Statements.Statement, key: Int64)] = []
    for (ordinal, statement) in proposals.statements.enumerated() {
      let added = try StatementWriter(db: db, document: key, recorded: recorded).insert(statement)
      if added.isNew { statements += 1 }
      passages += added.passages
      proposed.append((statement, added.key))
      try db.run(
        """
        INSERT INTO reading_statement (reading, statement, ordinal)
        VALUES (\(reading), \(added.key), \(ordinal))
        """)
    }
    for (ordinal, doubt) in proposals.doubts.enumerated() {
      let passage = try PassageWriter(db: db, document: key).insert(doubt.passage)
      try db.run(
        """
        INSERT INTO doubt (reading, ordinal, passage, reason)
        VALUES (\(reading), \(ordinal), \(passage), \(doubt.reason))
        """)
    }
    var decisions = (carried: 0, dropped: 0)
    if known == nil || place.earlier != nil {
      decisions = try Carrying(
        db: db, document: document, key: key, reading: reading, earlier: place.earlier,
        proposed: proposed, missions: Set(proposals.missions.map(\.id)), recorded: recorded
      ).carry()
    }
    try DerivedIndex.refresh(document: key, db)
    return Addition(
      document: document.id, isNewDocument: known == nil && place.earlier == nil,
      isNewEdition: place.earlier != nil,
      missions: Set(proposals.missions.map(\.id)).subtracting(missionsBefore).count,
      statements: statements, passages: passages,
      changesSource: last.map { !$0.source.says(source) } ?? false,
      carriedDecisions: decisions.carried, droppedDecisions: decisions.dropped)
  }

  private func insertDocument() throws -> Int64 {
    let key = try db.inserted(
      """
      INSERT INTO document (id, text, recorded)
      VALUES (\(document.id.rawValue), \(Data(document.text.utf8)), \(recorded))
      RETURNING key
      """)
    if let original {
      try db.run(
        """
        INSERT INTO original (document, format, bytes, places)
        VALUES
          (\(key), \(original.format), \(bytes(of: original)), \(document.places.encoded))
        """)
    }
    if place.earlier != nil { try Editions(db: db).insert(key, of: file) }
    return key
  }

  /// The bytes of a file are kept with its first edition.
  private func bytes(of original: Original) -> Data? {
    place.earlier == nil ? original.bytes.map { Data($0) } : nil
  }

  private func insertRecipe(reading: Int64) throws {
    guard let recipe else { return }
    try db.run(
      """
      INSERT INTO reading_recipe (recipe, reading)
      VALUES (\(recipe), \(reading))
      ON CONFLICT DO NOTHING
      """)
  }

  private func insertAuthor(reading: Int64) throws {
    guard let author else { return }
    try db.run("INSERT INTO reading_author (reading, author) VALUES (\(reading), \(author))")
  }

  private func lastReading(
    of document: Int64
  ) throws -> (key: Int64, digest: String, source: Source)? {
    try db.first(
      """
      SELECT key, digest, location, title, publisher, published, as_of, author, modified
      FROM reading
      WHERE document = \(document)
      ORDER BY key DESC
      LIMIT 1
      """
    ) { (key: try $0.integer(), digest: try $0.text(), source: try $0.source()) }
  }

  private func missions(ofReading reading: Int64) throws -> [MissionID] {
    try db.all("SELECT id FROM mission WHERE reading = \(reading)") {
      MissionID(rawValue: try $0.text())
    }
  }

  private func insert(_ mission: Mission, document: Int64, reading: Int64) throws {
    let passage = try PassageWriter(db: db, document: document).insert(mission.passage)
    let key = try db.inserted(
      """
      INSERT INTO mission (reading, id, name, acronym, kind, passage)
      VALUES
        (\(reading), \(mission.id.rawValue), \(mission.name), \(mission.acronym),
         \(mission.kind.rawValue), \(passage))
      RETURNING key
      """)
    for (ordinal, alias) in mission.aliases.enumerated() {
      try db.run(
        """
        INSERT INTO mission_alias (mission, ordinal, alias)
        VALUES (\(key), \(ordinal), \(alias))
        """)
    }
  }
}

/// Keeps passages of one document, each once.
struct PassageWriter {
  let db: Database
  /// The document's key.
  let document: Int64

  /// The key of the passage, which is kept where it was not.
  func insert(_ passage: Passage) throws -> Int64 {
    let known = try db.first(
      """
      SELECT key
      FROM passage
      WHERE document = \(document)
        AND start_byte = \(passage.bytes.lowerBound)
        AND end_byte = \(passage.bytes.upperBound)
      """
    ) { try $0.integer() }
    if let known { return known }
    let key = try db.inserted(
      """
      INSERT INTO passage (document, start_byte, end_byte, quote)
      VALUES
        (\(document), \(passage.bytes.lowerBound), \(passage.bytes.upperBound), \(passage.quote))
      RETURNING key
      """)
    return key
  }
}

/// Keeps statements of one document, each once.
struct StatementWriter {
  let db: Database
  /// The document's key.
  let document: Int64
  let recorded: String

  /// The statement's key, whether the register did not have it, and how many passages it gained.
  func insert(
    _ statement: Statements.Statement
  ) throws -> (key: Int64, isNew: Bool, passages: Int) {
    guard let id = StatementID(of: statement) else { throw Damage.noDigest }
    let known = try db.first("SELECT key FROM statement WHERE id = \(id.rawValue)") {
      try $0.integer()
    }
    let key = try known ?? insertRow(statement, id: id)
    var passages = 0
    for passage in statement.passages {
      let passage = try PassageWriter(db: db, document: document).insert(passage)
      let before = db.totalChangesCount
      try db.run(
        """
        INSERT INTO statement_passage (statement, passage)
        VALUES (\(key), \(passage))
        ON CONFLICT DO NOTHING
        """)
      passages += db.totalChangesCount - before
    }
    return (key, known == nil, passages)
  }

  private func insertRow(_ statement: Statements.Statement, id: StatementID) throws -> Int64 {
    let value = statement.value.columns
    let quantity = value.quantity
    return try db.inserted(
      """
      INSERT INTO statement
        (id, document, subject, property, value_type, value, number, upper_number, hedge, as_of,
         is_cumulative, valid, rule, note, recorded)
      VALUES
        (\(id.rawValue), \(document), \(statement.subject.rawValue),
         \(statement.property.rawValue), \(value.type), \(value.text), \(quantity?.value),
         \(quantity?.upper), \(quantity?.hedge.rawValue), \(quantity?.asOf?.description),
         \((quantity?.isCumulative).map { Int64($0 ? 1 : 0) }),
         \(statement.valid?.description), \(statement.rule), \(statement.note), \(recorded))
      RETURNING key
      """)
  }
}

extension Database {
  /// Runs an `INSERT … RETURNING key`.
  func inserted(_ query: Query) throws -> Int64 {
    guard let key = try first(query, { try $0.integer() }) else { throw Damage("no row was added") }
    return key
  }
}

extension Source {
  /// This source, with what an earlier reading knew and this one does not say: reading a document
  /// again without its as-of day does not take the day back.
  fileprivate func completed(by earlier: Source?) -> Source {
    guard let earlier else { return self }
    return Source(
      location: location, title: title ?? earlier.title, author: author ?? earlier.author,
      publisher: publisher ?? earlier.publisher, published: published ?? earlier.published,
      modified: modified ?? earlier.modified, asOf: asOf ?? earlier.asOf)
  }

  /// Whether two sources say the same of themselves, wherever they were found.
  fileprivate func says(_ other: Source) -> Bool {
    title == other.title && author == other.author && publisher == other.publisher
      && published == other.published && modified == other.modified && asOf == other.asOf
  }
}
