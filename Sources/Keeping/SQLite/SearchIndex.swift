import GRDB
internal import Statements

/// The number of a passage in the index of words: its length in steps of 8 bytes, then its key.
enum SearchRow {
  private static let keyBits: Int64 = 40
  private static let lengths: Int64 = 4_095

  static func number(passage: Int64, bytes: Int) -> Int64 {
    (min(Int64(bytes) / 8, lengths) << keyBits) | passage
  }

  static func passage(_ number: Int64) -> Int64 { number & ((1 << keyBits) - 1) }
}

/// The words of passages and of missions' names.
enum SearchIndex {
  /// Forgets all of it.
  static func clear(_ db: Database) throws {
    try db.run("INSERT INTO passage_search (passage_search) VALUES ('delete-all')")
    try db.run("INSERT INTO mission_search (mission_search) VALUES ('delete-all')")
    try db.run("DELETE FROM search_word")
    try db.run("DELETE FROM search_state")
  }

  /// Indexes the passages and missions that came after those that are indexed, in the order of
  /// their numbers: FTS5 writes what it holds in memory where a number is less than the one before.
  static func update(_ db: Database) throws {
    let state = try db.first("SELECT passage, mission FROM search_state") {
      (passage: try $0.integer(), mission: try $0.integer())
    }
    var words: Set<String> = []
    try db.each(
      """
      SELECT key, quote FROM passage
      WHERE key > \(state?.passage ?? 0)
      ORDER BY MIN(length(CAST(quote AS BLOB)) / 8, 4095), key
      """
    ) { row in
      let key = try row.integer()
      let quote = try row.text()
      let folded = Folding.words(of: quote)
      words.formUnion(folded)
      try db.run(
        """
        INSERT INTO passage_search (rowid, folded)
        VALUES
          (\(SearchRow.number(passage: key, bytes: quote.utf8.count)),
           \(folded.joined(separator: " ")))
        """)
    }
    try db.each("SELECT key FROM mission WHERE key > \(state?.mission ?? 0) ORDER BY key") { row in
      let key = try row.integer()
      let forms = try forms(ofMission: key, db).map { Folding.words(of: $0) }
      words.formUnion(forms.joined())
      // A private character between two names, which SQLite takes for a word that nobody types, so
      // that no phrase reaches from one name into the next.
      let folded = forms.map { $0.joined(separator: " ") }.joined(separator: " \u{E000} ")
      try db.run("INSERT INTO mission_search (rowid, folded) VALUES (\(key), \(folded))")
    }
    for word in words.sorted() {
      try db.run("INSERT INTO search_word (word) VALUES (\(word)) ON CONFLICT DO NOTHING")
    }
    try db.run("DELETE FROM search_state")
    try db.run(
      """
      INSERT INTO search_state (passage, mission)
      SELECT COALESCE((SELECT MAX(key) FROM passage), 0),
        COALESCE((SELECT MAX(key) FROM mission), 0)
      """)
  }

  private static func forms(ofMission mission: Int64, _ db: Database) throws -> [String] {
    try db.all(
      """
      SELECT acronym, 0 AS place FROM mission WHERE key = \(mission) AND acronym IS NOT NULL
      UNION ALL
      SELECT name, 1 FROM mission WHERE key = \(mission)
      UNION ALL
      SELECT alias, 2 + ordinal FROM mission_alias WHERE mission = \(mission)
      ORDER BY place
      """
    ) { try $0.text() }
  }
}

extension SearchTerms {
  /// How many words a prefix may stand for to be written out.
  private static let wordsOfPrefix = 64

  /// The terms in FTS5's own syntax; nil where the register has no word that a prefix begins. The
  /// words are letters and digits only, so none can end its quotes.
  ///
  /// FTS5 gathers all rows of a prefix before it gives the first, but reads those of an OR as they
  /// are asked for: so a prefix of few words is written out.
  func pattern(_ db: Database) throws -> String? {
    var patterns: [String] = []
    for term in terms {
      let phrase = term.words.joined(separator: " ")
      guard term.isPrefix, let prefix = term.words.last else {
        patterns.append("\"\(phrase)\"")
        continue
      }
      let words = try db.all(
        """
        SELECT word FROM search_word
        WHERE word >= \(prefix) AND word < \(prefix + "\u{10FFFF}")
        LIMIT \(SearchTerms.wordsOfPrefix + 1)
        """
      ) { try $0.text() }
      if words.isEmpty { return nil }
      let before = (term.words.dropLast() + [""]).joined(separator: " ")
      patterns.append(
        words.count > SearchTerms.wordsOfPrefix
          ? "\"\(phrase)\"*"
          : "(" + words.map { "\"\(before)\($0)\"" }.joined(separator: " OR ") + ")")
    }
    return patterns.joined(separator: " AND ")
  }
}
