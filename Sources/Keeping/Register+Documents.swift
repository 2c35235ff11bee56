import GRDB
package import Statements

extension Register {
  /// All documents, by name and then id, each as it was read last; of several editions of a file the
  /// one that counts.
  package func documents() async throws(RegisterError) -> [Document] {
    try await read { db in
      try Self.documents(
        """
        SELECT last
        FROM (SELECT MAX(key) AS last FROM reading GROUP BY document)
        WHERE last NOT IN (SELECT reading FROM retirement)
        """, db
      )
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
  }

  /// A document by its id, or that of its file, or the first digits of it; nil where none or several
  /// match.
  package func document(_ id: DocumentID) async throws(RegisterError) -> Document? {
    let prefix = id.rawValue
    guard !prefix.isEmpty, prefix.utf8.allSatisfy(\.isLowerHexadecimal) else { return nil }
    let documents = try await read { db in
      // `g` comes after every hexadecimal digit.
      try Self.documents(
        """
        SELECT MAX(reading.key) AS last
        FROM (
          SELECT key FROM document WHERE id >= \(prefix) AND id < \(prefix + "g")
          UNION
          SELECT document FROM edition WHERE file >= \(prefix) AND file < \(prefix + "g")
        ) AS found
        JOIN reading ON reading.document = found.key
        GROUP BY found.key
        HAVING last NOT IN (SELECT reading FROM retirement)
        LIMIT 2
        """, db)
    }
    return documents.count == 1 ? documents[0] : nil
  }

  /// What the last reading of a document did not settle, in document order.
  package func doubts(in document: DocumentID) async throws(RegisterError) -> [Doubt] {
    try await read { db in
      try db.all(
        """
        SELECT passage.start_byte, passage.end_byte, passage.quote, doubt.reason
        FROM doubt
        JOIN passage ON passage.key = doubt.passage
        WHERE doubt.reading = (
          SELECT MAX(reading.key)
          FROM reading
          JOIN document ON document.key = reading.document
          WHERE document.id = \(document.rawValue))
        ORDER BY doubt.ordinal
        """
      ) { Doubt(passage: try $0.passage(in: document), reason: try $0.text()) }
    }
  }

  private static func documents(_ readings: Query, _ db: Database) throws -> [Document] {
    var accounts = AccountReader(db)
    return try db.all(readings) { try $0.integer() }.map { try accounts.document(reading: $0) }
  }
}

extension UInt8 {
  var isLowerHexadecimal: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
