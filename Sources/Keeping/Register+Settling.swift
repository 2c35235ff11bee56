import GRDB
package import Statements

/// The name of a finding: a SHA-256 over its kind and the places that show it. A finding whose
/// passages move is another finding.
package struct FindingID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Nil only where the system's cryptography has no SHA-256.
  package init?(of finding: Finding) {
    var message = Message("finding/1")
    for field in finding.fields { message.add(field) }
    guard let digest = message.digest else { return nil }
    self.init(rawValue: digest)
  }
}

extension Register {
  /// Puts findings to rest, as one action.
  /// - Throws: `.refused` where no reason is given.
  package func settle(_ findings: [FindingID], _ act: Act) async throws(RegisterError) {
    guard !findings.isEmpty else { return }
    try await write { db in
      guard let note = act.note, !note.allSatisfy(\.isWhitespace) else {
        throw Refusal("a finding is settled with a reason")
      }
      let action = try act.insert(.settle, db)
      for finding in Set(findings).sorted() {
        try db.run(
          "INSERT INTO settlement (action, finding) VALUES (\(action), \(finding.rawValue))")
      }
    }
  }

  /// The findings that people put to rest, each with who, when and why last.
  /// - Parameter moment: what was decided later does not count.
  package func settlements(
    at moment: Moment = .now
  ) async throws(RegisterError) -> [FindingID: Act] {
    try await read { db in
      let rows = try db.all(
        """
        SELECT settlement.finding, action.taken_by, action.note, action.recorded
        FROM settlement
        JOIN action ON action.key = settlement.action
        WHERE action.recorded < \(moment.limit) AND NOT \(moment.isUndone("action.key"))
        ORDER BY settlement.key
        """
      ) { row in
        (
          FindingID(rawValue: try row.text()),
          Act(by: try row.text(), note: try row.optionalText(), recorded: try row.text())
        )
      }
      return Dictionary(rows, uniquingKeysWith: { $1 })
    }
  }
}
