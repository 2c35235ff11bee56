import GRDB
internal import Statements

extension Register {
  /// The passages in which all words of a text stand, best first; where a mission's name holds
  /// them, the place where the document names it comes before. `"…"` is a phrase, a `*` behind a
  /// word finds all words that begin so; nothing else has a meaning. No words find nothing.
  ///
  /// Source: SQLite, "FTS5 Full-text Query Syntax"; ranked by BM25.
  package func search(_ text: String, limit: Int = 50) async throws(RegisterError) -> [Hit] {
    let terms = SearchTerms(text)
    guard let pattern = terms.pattern, limit > 0 else { return [] }
    return try await read { db in
      var accounts = AccountReader(db)
      return try Self.passages(matching: pattern, limit: limit, db).map { found in
        let document = try accounts.document(reading: found.reading)
        let passage = try accounts.passage(key: found.passage, in: document.id)
        return Hit(
          passage: passage, documentName: document.name,
          line: document.line(ofByte: passage.bytes.lowerBound), place: document.place(of: passage),
          snippet: Snippet(of: passage.quote, terms: terms),
          missions: try Self.missions(in: found.passage, reading: found.reading, db))
      }
    }
  }

  /// Passages that a document's last reading cites, with that reading.
  private static func passages(
    matching pattern: String, limit: Int, _ db: Database
  ) throws -> [(passage: Int64, reading: Int64)] {
    let named = try db.all(
      """
      SELECT mission.passage, mission.reading
      FROM mission_search
      JOIN mission ON mission.key = mission_search.rowid
      JOIN period ON period.mission = mission.key
      WHERE mission_search MATCH \(pattern)
      ORDER BY mission_search.rank, mission.key
      LIMIT \(limit)
      """
    ) { (passage: try $0.integer(), reading: try $0.integer()) }
    let quoted = try db.all(
      """
      SELECT passage.key, reading.key
      FROM passage_search
      JOIN passage ON passage.key = passage_search.rowid
      JOIN reading
        ON reading.key = (SELECT MAX(key) FROM reading WHERE document = passage.document)
      WHERE passage_search MATCH \(pattern)
        AND (EXISTS (
            SELECT 1
            FROM statement_passage
            JOIN reading_statement ON reading_statement.statement = statement_passage.statement
            WHERE statement_passage.passage = passage.key
              AND reading_statement.reading = reading.key)
          OR EXISTS (
            SELECT 1 FROM mission
            WHERE mission.passage = passage.key AND mission.reading = reading.key))
      ORDER BY passage_search.rank, passage.document, passage.start_byte
      LIMIT \(limit)
      """
    ) { (passage: try $0.integer(), reading: try $0.integer()) }
    var seen: Set<Int64> = []
    return Array((named + quoted).filter { seen.insert($0.passage).inserted }.prefix(limit))
  }

  /// The missions that a reading has in a passage or states something about from it, by label.
  private static func missions(
    in passage: Int64, reading: Int64, _ db: Database
  ) throws -> [MissionID] {
    try db.all(
      """
      SELECT mission.id
      FROM mission
      WHERE mission.reading = \(reading)
        AND (mission.passage = \(passage)
          OR mission.id IN (
            SELECT statement.subject
            FROM statement_passage
            JOIN statement ON statement.key = statement_passage.statement
            JOIN reading_statement ON reading_statement.statement = statement.key
            WHERE statement_passage.passage = \(passage)
              AND reading_statement.reading = \(reading)))
      ORDER BY COALESCE(mission.acronym, mission.name), mission.id
      """
    ) { MissionID(rawValue: try $0.text()) }
  }
}

extension SearchTerms {
  /// The terms in FTS5's own syntax; nil where there are none. The words are letters and digits
  /// only, so none can end its quotes.
  var pattern: String? {
    guard !terms.isEmpty else { return nil }
    return terms.map { term in
      "\"\(term.words.joined(separator: " "))\"\(term.isPrefix ? "*" : "")"
    }.joined(separator: " AND ")
  }
}
