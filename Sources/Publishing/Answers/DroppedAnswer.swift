package import Statements

/// Decisions that a later edition of their document does not bear out.
package struct DroppedAnswer: Sendable {
  package struct Item: Sendable {
    package let decision: Decision
    /// What was decided on, in the earlier edition.
    package let statement: Statement
    package let earlier: Document
    /// The edition that came after it.
    package let edition: Document
    /// Why the decision could not be carried to it, in words.
    package let reason: String

    package init(
      decision: Decision, statement: Statement, earlier: Document, edition: Document, reason: String
    ) {
      self.decision = decision
      self.statement = statement
      self.earlier = earlier
      self.edition = edition
      self.reason = reason
    }
  }

  package let items: [Item]

  package init(_ items: [Item]) { self.items = items }

  /// - Parameter asOf: the day that was asked of, as answers repeat it.
  package func json(asOf: JSON) -> JSON {
    [
      "schema": "annals.dropped.1", "as_of": asOf,
      "dropped": JSON(items) { item in
        [
          "id": .string(item.decision.statement.rawValue),
          "mission": .string(item.statement.subject.rawValue),
          "property": .string(item.statement.property.rawValue),
          "value": .string(item.statement.value.words),
          "decision": item.decision.json, "reason": .string(item.reason),
          "edition": .string(item.edition.id.rawValue),
          "passages": JSON(item.statement.passages) { item.earlier.json(of: $0) },
        ]
      },
    ]
  }
}
