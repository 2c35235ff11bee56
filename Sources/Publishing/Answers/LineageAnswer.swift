package import Chronology
package import Statements

/// The lines in which the missions of a name stand.
package struct LineageAnswer: Sendable {
  /// The acronym, name, alias or id as it was typed.
  package let query: String
  /// The day whose knowledge is asked; nil for now.
  package let asOf: Day?
  package let lineages: [Lineage]

  /// - Parameters:
  ///   - named: the missions that the name means.
  ///   - accounts: these and at least all that stand in line with them.
  package init(_ query: String, asOf: Day?, of named: [Account], among accounts: [Account]) {
    self.query = query
    self.asOf = asOf
    let ledger = Ledger(accounts)
    lineages = named.map { ledger.lineage(of: $0) }
  }

  /// Whether no document says what came before or after.
  package var isAlone: Bool {
    lineages.allSatisfy { $0.predecessors.isEmpty && $0.followOns.isEmpty }
  }

  /// All missions in the lines, each once.
  package var accounts: [Account] {
    var seen: Set<MissionID> = []
    return lineages.flatMap { lineage in
      [lineage.account]
        + (lineage.predecessors + lineage.followOns).flattened(from: lineage.account)
        .map(\.step.account)
    }.filter { seen.insert($0.id).inserted }
  }

  /// The missions of the lines over time.
  package var timeline: Timeline { Timeline(accounts) }

  package var json: JSON {
    [
      "schema": "annals.lineage.1", "query": .string(query), "as_of": JSON(asOf?.description),
      "missions": JSON(lineages) { lineage in
        .object(
          lineage.account.jsonMembers + [
            ("predecessors", JSON(lineage.predecessors, \.json)),
            ("follow_ons", JSON(lineage.followOns, \.json)),
          ])
      },
    ]
  }
}

extension Lineage.Step {
  fileprivate var json: JSON {
    .object(
      account.jsonMembers + [
        ("answer", .string(truth.description)), ("reason", .string(reason)),
        ("evidence", JSON(sides, \.json)), ("repeated", .bool(isRepeated)),
        ("further", JSON(further, \.json)),
      ])
  }
}

extension [Lineage.Step] {
  /// Every step before those that lie beyond it, with how many lie between it and the begin, from 0,
  /// and the mission that it is a step from.
  ///
  /// Not by recursion: a line may be longer than the stack is deep.
  package func flattened(
    from start: Account
  ) -> [(step: Lineage.Step, depth: Int, from: Account)] {
    var flat: [(step: Lineage.Step, depth: Int, from: Account)] = []
    var rest = reversed().map { (step: $0, depth: 0, from: start) }
    while let next = rest.popLast() {
      flat.append(next)
      rest += next.step.further.reversed().map { ($0, next.depth + 1, next.step.account) }
    }
    return flat
  }
}
