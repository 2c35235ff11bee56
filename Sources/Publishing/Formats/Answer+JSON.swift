internal import Chronology
package import Statements

extension Answer {
  /// The mission with the answer, why, and the passages behind it.
  package var json: JSON {
    .object(
      account.jsonMembers + [
        ("answer", .string(truth.description)),
        ("reason", .string(reason)),
        ("passages", JSON(passages) { account.json(of: $0) }),
      ])
  }
}

extension Account {
  /// The mission as lists have it: its period, why, and the passages behind it.
  package var listJSON: JSON {
    .object(
      jsonMembers + [
        ("reason", .string(period.reason)),
        ("passages", JSON(evidence) { json(of: $0) }),
      ])
  }

  /// What the period was read from; where it is not stated, where the document names the mission.
  package var evidence: [Passage] {
    period.passages.isEmpty ? [mission.passage] : period.passages
  }
}
