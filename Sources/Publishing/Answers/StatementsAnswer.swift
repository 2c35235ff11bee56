internal import Chronology
package import Statements

/// What is stated, one by one, and what it rests on.
package struct StatementsAnswer: Sendable {
  package struct Item: Sendable {
    package let id: StatementID
    package let statement: SupportedStatement

    package init(id: StatementID, statement: SupportedStatement) {
      self.id = id
      self.statement = statement
    }

    /// What it rests on, in the order of the words.
    package var supports: [Support] { Support.allCases.filter(statement.support.contains) }
  }

  package let question: MissionsQuestion
  /// How many there are in all.
  package let count: Int
  /// Those that are listed.
  package let shown: [Item]
  /// The statement after which the list goes on; nil where it ends here.
  package let next: StatementID?

  /// - Parameters:
  ///   - all: the statements of the missions that are asked about.
  ///   - limit: how many are listed at most; 0 for all.
  ///   - previous: the statement after which the list begins, or the first digits of its id.
  /// - Returns: nil where the list has no such statement.
  package init?(
    _ question: MissionsQuestion, among all: [Item], limit: Int, after previous: StatementID? = nil
  ) {
    self.question = question
    let found = all.filter { item in
      (question.filter.property.map { item.statement.statement.property == $0 } ?? true)
        && (question.filter.support.map(item.statement.support.contains) ?? true)
    }
    var start = 0
    if let previous {
      guard let index = found.firstIndex(where: { $0.id.rawValue.hasPrefix(previous.rawValue) })
      else { return nil }
      start = index + 1
    }
    count = found.count
    let rest = found[start...]
    shown = Array(limit == 0 ? rest : rest.prefix(limit))
    next = shown.count < rest.count ? shown.last?.id : nil
  }

  package func json(_ labels: Labels) -> JSON {
    [
      "schema": "annals.statements.1", "question": question.json, "count": JSON(count),
      "next": JSON(next?.rawValue), "statements": JSON(shown) { $0.json(labels) },
    ]
  }

  /// The statements as comma-separated values, one a row.
  package func csv(_ labels: Labels) -> String {
    let head = [
      "id", "mission", "property", "value", "valid", "rule", "note", "rests_on", "document",
      "first_byte", "end_byte", "quote",
    ]
    let rows = shown.map { item in
      let statement = item.statement.statement
      let passage = statement.passages[0]
      return [
        item.id.rawValue, item.statement.account.id.rawValue, labels[statement.property],
        statement.value.words, statement.valid?.description ?? "", statement.rule,
        statement.note ?? "", item.supports.map(\.rawValue).joined(separator: "; "),
        passage.document.rawValue, String(passage.bytes.lowerBound),
        String(passage.bytes.upperBound), passage.quote,
      ]
    }
    return ([head] + rows).map(CSV.row).joined()
  }
}

extension StatementsAnswer.Item {
  fileprivate func json(_ labels: Labels) -> JSON {
    let account = statement.account
    let stated = statement.statement
    return [
      "id": .string(id.rawValue),
      "mission": .string(account.id.rawValue), "property": .string(stated.property.rawValue),
      "label": .string(labels[stated.property]), "value": .string(stated.value.words),
      "valid": JSON(stated.valid?.description), "rule": .string(stated.rule),
      "note": JSON(stated.note),
      "rests_on": JSON(supports) { .string($0.rawValue) },
      "passages": JSON(stated.passages) { account.json(of: $0) },
      "also": JSON(statement.others, \.json),
    ]
  }
}
