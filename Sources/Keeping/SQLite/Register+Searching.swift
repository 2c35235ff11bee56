import GRDB
internal import Statements

extension Register {
  /// The passages in which all terms of a search stand, best first; where a mission's name holds
  /// them, the place where the document names it comes before.
  ///
  /// Ranked as BM25 ranks, the words of a search all weighing the same: each stands in every hit, so
  /// how rare it is tells none from another. Without a repeated word a shorter passage is the
  /// better one, so passages are read in the order of their length, some more than are shown, and
  /// those are ranked.
  ///
  /// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009.
  /// - Parameter moment: what was recorded later is not found.
  package func search(
    _ query: SearchQuery, at moment: Moment = .now, limit: Int = 50
  ) async throws(RegisterError) -> [Hit] {
    guard limit > 0 else { return [] }
    return try await read { db in
      guard let pattern = try query.terms.pattern(db) else { return [] }
      let search = Searching(
        db: db, terms: query.terms, pattern: pattern,
        scope: try SearchScope(query.fields, at: moment, db))
      var accounts = AccountReader(db, at: moment)
      return try search.passages(limit: limit).map { found in
        let document = try accounts.document(reading: found.reading)
        let passage = try accounts.passage(key: found.passage, in: document.id)
        return Hit(
          passage: passage, documentName: document.name, location: document.source.location,
          line: document.line(ofByte: passage.bytes.lowerBound), place: document.place(of: passage),
          snippet: Snippet(of: passage.quote, terms: query.terms),
          missions: try Self.missions(in: found.passage, reading: found.reading, db))
      }
    }
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

/// One search.
private struct Searching {
  let db: Database
  let terms: SearchTerms
  let pattern: String
  let scope: SearchScope

  struct Found {
    let passage: Int64
    let reading: Int64
  }

  /// How many rows of the index are read at once.
  private static let batch = 256

  func passages(limit: Int) throws -> [Found] {
    var found = try names(limit: limit)
    var seen = Set(found.map(\.passage))
    func take(_ candidates: [Int64], areMatches: Bool) throws {
      for passage in try ranked(candidates, areMatches: areMatches) where found.count < limit {
        guard !seen.contains(passage), let reading = try scope.reading(ofPassage: passage, db)
        else { continue }
        seen.insert(passage)
        found.append(Found(passage: passage, reading: reading))
      }
    }
    if let few = try scope.fewPassages(db) {
      try take(few, areMatches: false)
      return found
    }
    var last: Int64 = -1
    let batch = max(Searching.batch, 2 * limit)
    while found.count < limit {
      let numbers = try db.all(
        """
        SELECT rowid FROM passage_search
        WHERE passage_search MATCH \(pattern) AND rowid > \(last)
        ORDER BY rowid LIMIT \(batch)
        """
      ) { try $0.integer() }
      guard let end = numbers.last else { break }
      last = end
      try take(numbers.map(SearchRow.passage), areMatches: true)
    }
    return found
  }

  private func names(limit: Int) throws -> [Found] {
    var found: [Found] = []
    var seen: Set<Int64> = []
    var last: Int64 = -1
    while found.count < limit {
      let missions = try db.all(
        """
        SELECT rowid FROM mission_search
        WHERE mission_search MATCH \(pattern) AND rowid > \(last)
        ORDER BY rowid LIMIT \(Searching.batch)
        """
      ) { try $0.integer() }
      guard let end = missions.last else { break }
      last = end
      for mission in missions where found.count < limit {
        guard let naming = try scope.naming(ofMission: mission, db),
          seen.insert(naming.passage).inserted
        else { continue }
        found.append(Found(passage: naming.passage, reading: naming.reading))
      }
    }
    return found
  }

  /// Those of the passages in which all terms stand, best first.
  /// - Parameter areMatches: whether the index of words says that they stand in each.
  private func ranked(_ passages: [Int64], areMatches: Bool) throws -> [Int64] {
    let scores =
      try passages.enumerated().compactMap { order, passage in
        let quote = try db.first("SELECT quote FROM passage WHERE key = \(passage)") {
          try $0.text()
        }
        guard let quote else { throw Damage("no passage \(passage)") }
        let counts = terms.counts(in: quote)
        guard areMatches || counts.terms.allSatisfy({ $0 > 0 }) else { return nil }
        let length = 1.2 * (0.25 + 0.75 * Double(counts.words) / 20)
        let score = counts.terms.reduce(0) { $0 + 2.2 * Double($1) / (Double($1) + length) }
        return (passage: passage, score: score, order: order)
      } as [(passage: Int64, score: Double, order: Int)]
    return scores.sorted { left, right in
      left.score == right.score ? left.order < right.order : left.score > right.score
    }.map(\.passage)
  }
}
