internal import Chronology
package import Statements

/// What the sources count of the missions that are asked about, each unit by itself.
package struct TotalsAnswer: Sendable {
  /// A property such as `trained`, or a unit such as `officers`, as it was typed; nil for all.
  package let quantity: String?
  package let question: MissionsQuestion
  package let totals: [Total]
  /// The units of all numbers there are, sorted, each once: what might have been meant.
  package let units: [String]

  /// - Parameters:
  ///   - subjects: the missions that are asked about, and whether they are.
  ///   - identities: what people decided about which missions are one.
  package init(
    _ quantity: String?, of subjects: [Answer], _ question: MissionsQuestion,
    identities: [Identity], labels: Labels
  ) {
    self.quantity = quantity
    self.question = question
    let property = quantity.flatMap { word in
      labels.quantities.first { $0.rawValue == word.lowercased() }
    }
    let all = Totals(subjects.map { ($0.account, $0.truth) }, identities: identities)
      .all(of: property)
    totals = property != nil ? all : all.filter { $0.counts(quantity) }
    units = Set(all.map(\.unit)).sorted()
  }

  package var json: JSON {
    [
      "schema": "annals.totals.1", "quantity": JSON(quantity), "question": question.json,
      "totals": JSON(totals, \.json),
    ]
  }

  /// The numbers as comma-separated values, one a row.
  package var csv: String {
    let head = [
      "property", "unit", "sum_certainly", "sum_possibly", "mission", "value", "upper", "hedge",
      "as_of", "cumulative", "answer", "role", "reason", "document", "first_byte", "end_byte",
      "quote",
    ]
    return ([head] + totals.flatMap(\.rows)).map(CSV.row).joined()
  }
}

extension Total {
  fileprivate var json: JSON {
    [
      "property": .string(property.rawValue), "unit": .string(unit),
      "sum": sum.map { sum in
        [
          "certainly": .double(sum.least), "possibly": .double(sum.most),
          "about": .bool(sum.isAbout), "words": .string(sum.words),
        ]
      } ?? .null,
      "reasons": JSON(reasons) { .string($0) },
      "figures": JSON(figures, \.json),
    ]
  }

  fileprivate var rows: [[String]] {
    figures.map { figure in
      let passage = figure.statement.passages[0]
      return [
        property.rawValue, unit, sum.map { Quantity.plain($0.least) } ?? "",
        sum.map { $0.most.isFinite ? Quantity.plain($0.most) : "" } ?? "",
        figure.account.id.rawValue, Quantity.plain(figure.quantity.value),
        figure.quantity.upper.map(Quantity.plain) ?? "", figure.quantity.hedge.rawValue,
        figure.asOf?.description ?? "", String(figure.quantity.isCumulative),
        figure.truth.description, figure.role.rawValue, figure.reason, passage.document.rawValue,
        String(passage.bytes.lowerBound), String(passage.bytes.upperBound), passage.quote,
      ]
    }
  }
}

extension Figure {
  fileprivate var json: JSON {
    [
      "mission": .string(account.id.rawValue),
      "value": .double(quantity.value),
      "upper": quantity.upper.map { .double($0) } ?? .null,
      "hedge": .string(quantity.hedge.rawValue),
      "unit": .string(quantity.unit), "as_of": JSON(asOf?.description),
      "cumulative": .bool(quantity.isCumulative),
      "answer": .string(truth.description), "role": .string(role.rawValue),
      "reason": .string(reason),
      "passages": JSON(statement.passages) { account.json(of: $0) },
    ]
  }
}

extension Quantity {
  /// The digits alone, as a spreadsheet reads them.
  fileprivate static func plain(_ number: Double) -> String { JSON.double(number).text(.compact) }
}
