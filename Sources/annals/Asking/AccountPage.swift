import Chronology
import Publishing
import Statements

/// One mission for a person to read.
struct AccountPage: Sendable {
  let account: Account
  let labels: Labels
  /// What the missions are called that this one is related to.
  let missions: [MissionID: String]

  func print(on console: inout Console) throws(OutletError) {
    let mission = account.mission
    try console.print(console.tinted(account.title, .strong))
    let facts = [mission.kind.rawValue] + account.texts(.organisation) + account.texts(.place)
    try console.print(facts.map(\.printable).joined(separator: " · "), indent: 2)
    if !mission.aliases.isEmpty {
      let names = mission.aliases.map(\.printable).joined(separator: "; ")
      try console.print("also named: \(names)", indent: 2)
    }
    try console.print(
      "id \(mission.id.rawValue), in "
        + account.documents.map(\.source.location.printable).joined(separator: ", "), indent: 2)
    for decision in account.identities { try console.print(decision.words, indent: 2) }
    try printPeriod(on: &console)
    for group in groups {
      try console.print("")
      try console.print(console.tinted(labels[group.property], .strong), indent: 2)
      for statement in group.statements { try print(statement, on: &console) }
    }
  }

  private func printPeriod(on console: inout Console) throws(OutletError) {
    let period = account.period
    try console.print("")
    try console.print(
      "\(console.tinted("period", .strong))  \(period.words(within: account.sectionPeriod))",
      indent: 2)
    try console.print(period.reason.printable, indent: 4)
    try console.quote(period.passages, of: account, indent: 6)
    guard !period.candidates.isEmpty else { return }
    try console.print("dates that were weighed:", indent: 4)
    for candidate in period.candidates {
      let verdict = candidate.isChosen ? "taken" : "not taken"
      let label = labels[candidate.property]
      try console.print(
        "\(candidate.edge.rawValue) \(DateWords.of(candidate.date)) (\(label)), \(verdict): "
          + "\(candidate.reason.printable)", indent: 6)
      try console.quote([candidate.passage], of: account, indent: 8)
    }
  }

  /// The statements by property, in the order in which the document first has each; the period is
  /// shown apart.
  private var groups: [(property: Property, statements: [Statement])] {
    var order: [Property] = []
    var groups: [Property: [Statement]] = [:]
    for statement in account.statements
    where ![.period, .sectionPeriod].contains(statement.property) {
      if groups[statement.property] == nil { order.append(statement.property) }
      groups[statement.property, default: []].append(statement)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// The date and the value; a value that is its own quote is not said twice.
  private func print(_ statement: Statement, on console: inout Console) throws(OutletError) {
    let value = words(statement.value).printable
    let date = statement.valid.map { DateWords.of($0) }
    let isQuote = statement.passages.contains { $0.quote.printable == value }
    let line = [date, isQuote && date != nil ? nil : value].compactMap { $0 }
    if !(isQuote && date == nil) {
      try console.print(line.joined(separator: ": "), indent: 4)
    }
    try console.quote(statement.passages, of: account, indent: 6)
    if let note = statement.note { try console.print("(\(note.printable))", indent: 6) }
  }

  private func words(_ value: Value) -> String {
    guard case .mission(let id) = value else { return value.words }
    return missions[id].map { "\($0) (\(id.rawValue))" } ?? id.rawValue
  }
}
