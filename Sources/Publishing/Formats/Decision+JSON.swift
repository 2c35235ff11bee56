internal import Chronology
package import Statements

extension Decision {
  /// What every listing says of a decision; of an amendment also what counts instead.
  package var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("verdict", .string(verdict.word)), ("by", .string(by)), ("note", JSON(note)),
      ("recorded", .string(recorded)),
    ]
    if case .amended(let statement) = verdict {
      members.append(
        (
          "replacement",
          [
            "property": .string(statement.property.rawValue),
            "value": .string(statement.value.words),
            "valid": JSON(statement.valid?.description),
          ]
        ))
    }
    return .object(members)
  }
}

extension JudgedStatement {
  /// A statement to be decided on, with the decision that holds.
  /// - Parameter document: the one that its passages are of.
  package func json(in document: Document) -> JSON {
    [
      "id": .string(id.rawValue),
      "mission": .string(statement.subject.rawValue),
      "label": .string(label),
      "property": .string(statement.property.rawValue),
      "value": .string(statement.value.words),
      "valid": JSON(statement.valid?.description),
      "rule": .string(statement.rule), "note": JSON(statement.note),
      "proposed": .bool(isProposed),
      "decision": decisions.last?.json ?? .null,
      "passages": JSON(statement.passages) { document.json(of: $0) },
    ]
  }
}
