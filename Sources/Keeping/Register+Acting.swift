import GRDB
internal import Statements

/// Who does something to the register, why and when.
package struct Act: Hashable, Sendable {
  /// Who: a person's name, as they give it.
  package let by: String
  /// Why, in the person's words.
  package let note: String?
  /// When it is recorded: ISO 8601, UTC.
  package let recorded: String

  package init(by: String, note: String? = nil, recorded: String) {
    self.by = by
    self.note = note
    self.recorded = recorded
  }
}

/// An action that was undone.
package struct Undone: Hashable, Sendable {
  /// What was done, and by whom.
  package let act: Act
  /// How many decisions of each verdict no longer count, and how many settlements and identities.
  package let decisions: [String: Int]
}

enum ActionKind: String {
  case decide, carry, settle, relate, undo
}

extension Act {
  /// Records the action and returns its key.
  func insert(_ kind: ActionKind, undoing undone: Int64? = nil, _ db: Database) throws -> Int64 {
    for case let text? in [by, note] where text.utf8.contains(0) {
      throw Refusal("a text holds a NUL character")
    }
    guard !by.allSatisfy(\.isWhitespace) else { throw Refusal("nobody is named who decides") }
    return try db.inserted(
      """
      INSERT INTO action (kind, taken_by, note, recorded, undoes)
      VALUES (\(kind.rawValue), \(by), \(note), \(recorded), \(undone))
      RETURNING key
      """)
  }
}

extension Register {
  /// Undoes the last action of a person that was not undone before: what it decided no longer
  /// counts, and what counted before it counts again. Undone again, the one before it goes.
  /// - Parameter action: the action that is meant; where another is the last by now, nothing is
  ///   undone. Nil to undo whichever is the last.
  /// - Returns: what was undone; nil where there is nothing left.
  package func undo(
    _ act: Act, only action: ActionID? = nil
  ) async throws(RegisterError) -> Undone? {
    try await write { db in
      guard let last = try Self.lastAction(by: act.by, db) else { return nil }
      if let action, last.key != action.key { return nil }
      let related = try Self.missions(relatedBy: last.key, db)
      _ = try act.insert(.undo, undoing: last.key, db)
      let counts = try Self.counts(ofAction: last.key, db)
      let documents = try db.all(
        """
        SELECT DISTINCT statement.document
        FROM decision
        JOIN statement ON statement.key = decision.statement
        WHERE decision.action = \(last.key)
        """
      ) { try $0.integer() }
      for document in documents { try DerivedIndex.refresh(document: document, db) }
      try DerivedIndex.refresh(documentsOf: related, db)
      return Undone(
        act: Act(by: act.by, note: last.note, recorded: last.recorded), decisions: counts)
    }
  }

  /// The missions that an action related, with all that are one with them while it counts.
  private static func missions(
    relatedBy action: Int64, _ db: Database
  ) throws -> Set<MissionID> {
    let missions = try db.all(
      """
      SELECT mission FROM identity WHERE action = \(action)
      UNION
      SELECT other FROM identity WHERE action = \(action)
      """
    ) { MissionID(rawValue: try $0.text()) }
    guard !missions.isEmpty else { return [] }
    let merging = try Merging(identities: identities(at: .now, db))
    return Set(missions.flatMap { merging.members(with: $0) })
  }
}
