/// Which statements a person wants to decide on. What is nil lets every statement through.
package struct ReviewFilter: Hashable, Sendable {
  /// How far a statement is decided.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// Nobody decided on it, or the decision was undone.
    case open
    case accepted, rejected, amended
    case all
  }

  /// The mission's id, or its acronym, name or an alias in any case.
  package var mission: String?
  package var property: Property?
  /// The document: the first digits of its id, its location, the file's name or its title.
  package var source: String?
  /// The name of the extraction rule.
  package var rule: String?
  package var state: State

  package init(
    mission: String? = nil, property: Property? = nil, source: String? = nil,
    rule: String? = nil, state: State = .open
  ) {
    self.mission = mission
    self.property = property
    self.source = source
    self.rule = rule
    self.state = state
  }
}
