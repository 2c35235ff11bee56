import Chronology
import Foundation
import GRDB
internal import Statements

/// The editions of a file: its text as readers of different versions gave it. Each is a document of
/// its own, because what is said of a text points into that text; one of them counts.
///
/// The first edition has the id of the file. A later one has an id that is made of the file's and of
/// its text; its missions keep their ids, so that what was decided about them goes on to hold.
struct Editions {
  let db: Database

  /// Where a file's text is kept, or is to be kept.
  struct Place {
    let id: DocumentID
    /// The edition with this very text; nil where it is new.
    let key: Int64?
    /// Another edition, which counted so far.
    let earlier: (document: Int64, reading: Int64)?
  }

  /// - Parameter document: as a reader gave it, its id that of the file.
  func place(of document: Document) throws -> Place {
    let file = document.id
    let text = Data(document.text.utf8)
    let editions = try db.all(
      """
      SELECT document.key, document.id, document.text = \(text),
        (SELECT MAX(key) FROM reading WHERE document = document.key)
      FROM document
      WHERE document.id = \(file.rawValue)
        OR document.key IN (SELECT document FROM edition WHERE file = \(file.rawValue))
      """
    ) { row in
      (
        key: try row.integer(), id: try row.text(), isSame: try row.flag(),
        reading: try row.optionalInteger() ?? 0
      )
    }
    let last = editions.max { $0.reading < $1.reading }
    if let same = editions.first(where: \.isSame) {
      return Place(
        id: DocumentID(rawValue: same.id), key: same.key,
        earlier: last.flatMap { $0.key == same.key ? nil : ($0.key, $0.reading) })
    }
    guard let last else { return Place(id: file, key: nil, earlier: nil) }
    guard let digest = Edition.name(of: document.text, file: file.rawValue) else {
      throw Damage.noDigest
    }
    return Place(
      id: DocumentID(rawValue: digest), key: nil, earlier: (last.key, last.reading))
  }

  /// Remembers whose edition a document is.
  func insert(_ document: Int64, of file: DocumentID) throws {
    try db.run("INSERT INTO edition (document, file) VALUES (\(document), \(file.rawValue))")
  }

  /// Makes an edition count no longer: its last reading is one that found nothing.
  func retire(_ edition: (document: Int64, reading: Int64), recorded: String) throws {
    var accounts = AccountReader(db)
    let document = try accounts.document(reading: edition.reading)
    let nothing = try CheckedProposals(Proposals(document: document, missions: [], statements: []))
    let reading = try ReadingWriter(db: db, recorded: recorded).insert(
      of: edition.document, source: document.source,
      digest: try nothing.digest(source: document.source))
    try db.run("INSERT INTO retirement (reading) VALUES (\(reading))")
    try DerivedIndex.refresh(document: edition.document, db)
  }
}

/// Adds rows of readings.
struct ReadingWriter {
  let db: Database
  let recorded: String

  /// The key of a new reading of a document.
  func insert(of document: Int64, source: Source, digest: String) throws -> Int64 {
    try db.inserted(
      """
      INSERT INTO reading
        (document, digest, location, title, publisher, published, as_of, author, modified,
         recorded)
      VALUES
        (\(document), \(digest), \(source.location), \(source.title), \(source.publisher),
         \(source.published?.description), \(source.asOf?.number), \(source.author),
         \(source.modified?.description), \(recorded))
      RETURNING key
      """)
  }
}

extension Proposals {
  /// The same of a document with another id; its missions keep theirs.
  func moved(to id: DocumentID) throws -> Proposals {
    let document = Document(
      id: id, text: self.document.text, source: self.document.source, places: self.document.places)
    func moved(_ passage: Passage) throws -> Passage {
      guard let moved = Passage(of: document, bytes: passage.bytes), moved.quote == passage.quote
      else {
        throw Refusal(
          "the quote at bytes \(passage.bytes) is not what document \(id.short) says there")
      }
      return moved
    }
    return Proposals(
      document: document,
      missions: try missions.map {
        Mission(
          id: $0.id, name: $0.name, acronym: $0.acronym, aliases: $0.aliases, kind: $0.kind,
          passage: try moved($0.passage))
      },
      statements: try statements.compactMap {
        Statements.Statement(
          subject: $0.subject, property: $0.property, value: $0.value, valid: $0.valid,
          passages: try $0.passages.map(moved), rule: $0.rule, note: $0.note)
      },
      doubts: try doubts.map { Doubt(passage: try moved($0.passage), reason: $0.reason) })
  }
}

/// A later edition of a file.
enum Edition {
  /// The id of the document that has this text of a file; nil only where there is no SHA-256.
  static func name(of text: String, file: String) -> String? {
    var message = Message("edition/1")
    message.add(file)
    message.add(text)
    return message.digest
  }
}
