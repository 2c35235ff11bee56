import GRDB
package import Statements

/// A reading that the register has and that would be made the same way again.
package struct KnownReading: Hashable, Sendable {
  package let document: Document
  package let missions: Int
  package let statements: Int
  package let doubts: [Doubt]
}

/// What a document was read with.
package struct Recipe: Hashable, Sendable {
  package let document: DocumentID
  package let name: String

  package init(document: DocumentID, name: String) {
    self.document = document
    self.name = name
  }
}

extension Register {
  /// The last reading of a file where it was made by this recipe; nil where the file must be read.
  ///
  /// - Parameter recipe: names all that a reading depends on besides the document's bytes.
  package func known(
    _ document: DocumentID, recipe: String
  ) async throws(RegisterError) -> KnownReading? {
    let found = try await read { db -> (document: Document, missions: Int, statements: Int)? in
      let key = try db.first(
        """
        SELECT reading.key
        FROM reading
        JOIN document ON document.key = reading.document
        JOIN reading_recipe ON reading_recipe.reading = reading.key
        WHERE (document.id = \(document.rawValue)
            OR document.key IN (SELECT document FROM edition WHERE file = \(document.rawValue)))
          AND reading_recipe.recipe = \(recipe)
          AND reading.key = (SELECT MAX(key) FROM reading AS r WHERE r.document = document.key)
        """
      ) { try $0.integer() }
      guard let key else { return nil }
      var accounts = AccountReader(db)
      let missions = try db.first("SELECT COUNT(*) FROM mission WHERE reading = \(key)") {
        try $0.int()
      }
      let statements = try db.first(
        "SELECT COUNT(*) FROM reading_statement WHERE reading = \(key)"
      ) { try $0.int() }
      return (try accounts.document(reading: key), missions ?? 0, statements ?? 0)
    }
    guard let found else { return nil }
    return KnownReading(
      document: found.document, missions: found.missions, statements: found.statements,
      doubts: try await doubts(in: found.document.id))
  }

  /// The files whose last reading was made by a recipe that begins so, each with its recipe.
  package func recipes(of program: String) async throws(RegisterError) -> Set<Recipe> {
    try await read { db in
      Set(
        try db.all(
          """
          SELECT COALESCE(edition.file, document.id), reading_recipe.recipe
          FROM reading_recipe
          JOIN reading ON reading.key = reading_recipe.reading
          JOIN document ON document.key = reading.document
          LEFT JOIN edition ON edition.document = document.key
          WHERE substr(reading_recipe.recipe, 1, \(program.count)) = \(program)
            AND reading.key = (SELECT MAX(key) FROM reading AS r WHERE r.document = document.key)
          """
        ) { Recipe(document: DocumentID(rawValue: try $0.text()), name: try $0.text()) })
    }
  }

  /// Remembers which paths could not be read and why (nil: it was read now), so that they can be
  /// tried again. A path that was always read leaves no row.
  package func note(
    _ attempts: [(path: String, reason: String?)], recorded: String
  ) async throws(RegisterError) {
    guard !attempts.isEmpty else { return }
    try await write { db in
      for attempt in attempts {
        let last = try db.first(
          """
          SELECT reason
          FROM attempt
          WHERE path = \(attempt.path)
          ORDER BY key DESC
          LIMIT 1
          """
        ) { try $0.optionalText() }
        guard (last ?? nil) != attempt.reason else { continue }
        try db.run(
          """
          INSERT INTO attempt (path, reason, recorded)
          VALUES (\(attempt.path), \(attempt.reason), \(recorded))
          """)
      }
    }
  }

  /// The paths whose last attempt failed, in the order in which they did.
  package func failedPaths() async throws(RegisterError) -> [String] {
    try await read { db in
      try db.all(
        """
        SELECT path
        FROM attempt
        WHERE key IN (SELECT MAX(key) FROM attempt GROUP BY path)
          AND reason IS NOT NULL
        ORDER BY key
        """
      ) { try $0.text() }
    }
  }
}
