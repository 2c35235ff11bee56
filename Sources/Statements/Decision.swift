/// The name of a statement: a SHA-256 over what it says and where, in lower-case hexadecimal.
package struct StatementID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a person decided about a proposed statement. The last decision on a statement holds.
package struct Decision: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case accepted
    /// The statement no longer counts.
    case rejected
    /// Another statement counts in its place.
    case amended(to: Statement)
  }

  package let statement: StatementID
  package let verdict: Verdict
  /// Who decided.
  package let by: String
  /// Why, in the person's words.
  package let note: String?
  /// When it was recorded: ISO 8601, UTC.
  package let recorded: String

  package init(
    statement: StatementID, verdict: Verdict, by: String, note: String? = nil, recorded: String
  ) {
    self.statement = statement
    self.verdict = verdict
    self.by = by
    self.note = note
    self.recorded = recorded
  }
}

extension Decision.Verdict {
  /// `accepted`, `rejected` or `amended`.
  package var word: String {
    switch self {
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .amended: "amended"
    }
  }
}
