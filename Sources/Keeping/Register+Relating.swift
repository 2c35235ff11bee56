import GRDB
package import Statements

extension Register {
  /// Keeps what a person decided about two missions. The last decision on two missions holds.
  /// - Throws: `.refused` where the register does not have one of them, or they are one.
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
      let action = try act.insert(.relate, db)
      try db.run(
        """
        INSERT INTO identity (action, mission, relation, other)
        VALUES
          (\(action), \(identity.mission.rawValue), \(identity.relation.rawValue),
           \(identity.other.rawValue))
        """)
    }
  }

  /// What holds of each two missions that somebody decided on, with who, when and why, in the order
  /// in which it was decided.
  package func identities() async throws(RegisterError) -> [(identity: Identity, act: Act)] {
    try await read { db in
      let rows = try db.all(
        """
        SELECT identity.mission, identity.relation, identity.other, action.taken_by, action.note,
          action.recorded
        FROM identity
        JOIN action ON action.key = identity.action
        WHERE NOT EXISTS (SELECT 1 FROM action AS undoing WHERE undoing.undoes = action.key)
          AND NOT EXISTS (
            SELECT 1
            FROM identity AS later
            WHERE later.key > identity.key
              AND ((later.mission = identity.mission AND later.other = identity.other)
                OR (later.mission = identity.other AND later.other = identity.mission))
              AND NOT EXISTS (
                SELECT 1 FROM action AS undoing WHERE undoing.undoes = later.action))
        ORDER BY identity.key
        """
      ) { row in
        (
          mission: MissionID(rawValue: try row.text()), relation: try row.text(),
          other: MissionID(rawValue: try row.text()),
          act: Act(by: try row.text(), note: try row.optionalText(), recorded: try row.text())
        )
      }
      return try rows.map { row in
        guard let relation = Identity.Relation(rawValue: row.relation) else {
          throw Damage("relation “\(row.relation)”")
        }
        return (Identity(row.mission, relation, row.other), row.act)
      }
    }
  }
}
