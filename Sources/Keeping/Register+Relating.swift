import GRDB
package import Statements

extension Register {
  /// Keeps what a person decided about two missions. The last decision on two missions holds.
  ///
  /// Missions that are one have one account from then on, and one row in the indexes.
  /// - Throws: `.refused` where the register does not have one of them, they are one, or it would
  ///   contradict what holds of others: that two are one which somebody said are not.
  package func relate(_ identity: Identity, _ act: Act) async throws(RegisterError) {
    try await write { db in
      guard identity.mission != identity.other else {
        throw Refusal("\(identity.mission.rawValue) is itself")
      }
      for mission in [identity.mission, identity.other] {
        let known = try db.first("SELECT 1 FROM mission WHERE id = \(mission.rawValue) LIMIT 1") {
          try $0.integer()
        }
        guard known != nil else { throw Refusal("there is no mission \(mission.rawValue)") }
      }
      let before = try Merging(identities: Self.identities(at: .now, db))
      if let conflict = before.conflict(with: identity) {
        let (a, b) = (conflict.identity.mission.rawValue, conflict.identity.other.rawValue)
        throw Refusal(
          "it contradicts what \(conflict.by) decided on \(conflict.recorded): "
            + "\(a) \(conflict.identity.relation.verb) \(b); that must be undone before")
      }
      let action = try act.insert(.relate, db)
      try db.run(
        """
        INSERT INTO identity (action, mission, relation, other)
        VALUES
          (\(action), \(identity.mission.rawValue), \(identity.relation.rawValue),
           \(identity.other.rawValue))
        """)
      let after = try Merging(identities: Self.identities(at: .now, db))
      let touched = [before, after].flatMap { merging in
        [identity.mission, identity.other].flatMap { merging.members(with: $0) }
      }
      try DerivedIndex.refresh(documentsOf: Set(touched), db)
    }
  }

  /// What holds of each two missions that somebody decided on, with who, when and why, in the order
  /// in which it was decided.
  /// - Parameter moment: what was decided later does not count.
  package func identities(
    at moment: Moment = .now
  ) async throws(RegisterError) -> [IdentityDecision] {
    try await read { try Self.identities(at: moment, $0) }
  }

  static func identities(at moment: Moment, _ db: Database) throws -> [IdentityDecision] {
    let rows = try db.all(
      """
      SELECT identity.mission, identity.relation, identity.other, action.taken_by, action.note,
        action.recorded
      FROM identity
      JOIN action ON action.key = identity.action
      WHERE action.recorded < \(moment.limit) AND NOT \(moment.isUndone("action.key"))
      ORDER BY identity.key
      """
    ) { row in
      (
        mission: MissionID(rawValue: try row.text()), relation: try row.text(),
        other: MissionID(rawValue: try row.text()), by: try row.text(),
        note: try row.optionalText(), recorded: try row.text()
      )
    }
    var last: [Set<MissionID>: Int] = [:]
    for (index, row) in rows.enumerated() { last[[row.mission, row.other]] = index }
    return try rows.enumerated().compactMap { index, row in
      guard last[[row.mission, row.other]] == index else { return nil }
      guard let relation = Identity.Relation(rawValue: row.relation) else {
        throw Damage("relation “\(row.relation)”")
      }
      return IdentityDecision(
        Identity(row.mission, relation, row.other), by: row.by, note: row.note,
        recorded: row.recorded)
    }
  }
}
