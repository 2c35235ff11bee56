/// How a rule came to what it proposes: the words that led it there and what it weighed and did not
/// take. It is for mending rules, and no register keeps it.
package struct Rationale: Hashable, Sendable {
  /// Something that was weighed and not taken.
  package struct Rejected: Hashable, Sendable {
    /// What: a reading, a mission, a cue.
    package let what: String
    package let why: String

    package init(what: String, why: String) {
      self.what = what
      self.why = why
    }
  }

  /// The rule's name, as in `Statement.rule`.
  package let rule: String
  /// The words that led to the proposal; nil where its form alone did, such as a table's row.
  package let cue: Passage?
  package let rejected: [Rejected]

  package init(rule: String, cue: Passage?, rejected: [Rejected] = []) {
    self.rule = rule
    self.cue = cue
    self.rejected = rejected
  }
}
