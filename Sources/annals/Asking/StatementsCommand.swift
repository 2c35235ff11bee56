import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals statements`: what is stated, one by one, and what it rests on.
struct StatementsCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "statements",
    abstract: "Lists statements with their quotes, and what each rests on.",
    discussion: """
      EXAMPLES:
        annals statements --property withdrawn   every withdrawal that is stated
        annals statements --in Iraq --resting-on single-source
        annals statements --resting-on inherited on the period of a section
        annals statements --resting-on completed with a date that is completed from elsewhere
        annals statements --limit 0 --json       all, for another program

      A statement rests on a single source where no other document says the same of the mission in
      words of its own. Documents speak of one mission where they give it the same full name, or
      somebody said so: annals same.
      """)

  @OptionGroup var filter: FilterOptions

  @Option(help: ArgumentHelp("List at most so many; 0 for all.", valueName: "number"))
  var limit = 50

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit is a number from 0 on.") }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let labels = try Labels()
    let all = try await register.asked(in: console.environment) { register in
      let identities = try await register.identities(at: filter.moment).map(\.identity)
      let accounts = try await register.separateAccounts(at: filter.moment)
      // Which statements rest on what is asked below; here a mission is let through by the rest.
      var wide = filter
      wide.restingOn = nil
      let wanted = Set(
        try await wide.answers(from: register).flatMap(\.account.members))
      return Ledger(accounts, identities: identities)
        .supportedStatements { wanted.contains($0.id) }
    }
    let found = all.filter { item in
      (filter.property == nil || item.statement.property == filter.property)
        && (filter.restingOn.map(item.support.contains) ?? true)
    }
    let shown = limit == 0 ? found[...] : found.prefix(limit)
    if look.json {
      let json: JSON = [
        "schema": "annals.statements.1", "question": filter.json, "count": JSON(found.count),
        "statements": JSON(shown) { $0.json(labels) },
      ]
      try console.print(json.text())
    } else {
      for item in shown { try item.print(labels, on: &console) }
    }
    guard !found.isEmpty else {
      throw try await register.asked(in: console.environment) { register in
        try await filter.none(in: register, self.register, console.environment)
      }
    }
    console.say(
      shown.count < found.count
        ? "The first \(shown.count) of \(found.count); --limit 0 shows all."
        : "\(Deciding.counted(found.count)).")
    return .done
  }
}

extension SupportedStatement {
  private var id: String { StatementID(of: statement)?.short ?? "" }

  private var supports: [Support] { Support.allCases.filter(support.contains) }

  fileprivate func print(_ labels: Labels, on console: inout Console) throws(OutletError) {
    let date = statement.valid.map { DateWords.of($0) + ": " } ?? ""
    let label = account.mission.label.printable
    try console.print(
      "\(console.tinted(id, .strong))  \(label)  \(labels[statement.property])  \(date)"
        + statement.value.words.printable)
    let rests = supports.map(\.rawValue).joined(separator: ", ")
    if !rests.isEmpty {
      let note = statement.note.map { " (\($0.printable))" } ?? ""
      try console.print("rests on: \(rests)\(note)", indent: 10)
    }
    try console.quote(statement.passages, of: account, indent: 10)
    for side in others.prefix(3) {
      try console.print(
        "also \(side.document.placeWords(of: side.passage)) “\(side.passage.quote.printable)”",
        indent: 10)
    }
  }

  fileprivate func json(_ labels: Labels) -> JSON {
    [
      "id": JSON(StatementID(of: statement)?.rawValue),
      "mission": .string(account.id.rawValue), "property": .string(statement.property.rawValue),
      "label": .string(labels[statement.property]), "value": .string(statement.value.words),
      "valid": JSON(statement.valid?.description), "rule": .string(statement.rule),
      "note": JSON(statement.note),
      "rests_on": JSON(supports) { .string($0.rawValue) },
      "passages": JSON(statement.passages) { account.json(of: $0) },
      "also": JSON(others, \.json),
    ]
  }
}
