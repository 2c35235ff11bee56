internal import Chronology
internal import Statements

extension Account {
  /// The mission with all its statements and the dates that were weighed.
  package func fullJSON(_ labels: Labels) -> JSON {
    .object(
      jsonMembers + [
        ("status", .string(status.rawValue)),
        ("reason", .string(period.reason)),
        ("candidates", JSON(period.candidates, json)),
        ("statements", JSON(statements) { json($0, labels) }),
      ])
  }

  private func json(_ candidate: Period.Candidate) -> JSON {
    [
      "edge": .string(candidate.edge.rawValue), "date": .string(candidate.date.description),
      "property": .string(candidate.property.rawValue), "chosen": .bool(candidate.isChosen),
      "reason": .string(candidate.reason), "passage": json(of: candidate.passage),
    ]
  }

  private func json(_ statement: Statement, _ labels: Labels) -> JSON {
    [
      "property": .string(statement.property.rawValue),
      "label": .string(labels[statement.property]),
      "value": .string(statement.value.words),
      "valid": JSON(statement.valid?.description),
      "rule": .string(statement.rule), "note": JSON(statement.note),
      "passages": JSON(statement.passages) { json(of: $0) },
    ]
  }
}
