import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals show`: one mission, with every statement at its place.
struct ShowCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what is said of one mission: each statement with its quote and place.",
    discussion: """
      EXAMPLES:
        annals show NTM-I                        by acronym
        annals show 'NATO Training Mission'      by name or alias
        annals show ntm-i@3f9a2c41               by id, where documents share a name
        annals show NTM-I --json                 for another program
      """)

  @Argument(help: ArgumentHelp("Acronym, name, alias or id.", valueName: "name"))
  var name: [String]

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let name = name.joined(separator: " ")
    let (accounts, related) = try await register.asked(in: console.environment) { register in
      let accounts = try await ShowCommand.accounts(
        named: name, register, self.register, console.environment)
      return (accounts, try await ShowCommand.labels(ofMissionsIn: accounts, register))
    }
    let labels = try Labels()
    if look.json {
      let json: JSON = [
        "schema": "annals.show.1", "query": .string(name),
        "missions": JSON(accounts) { $0.fullJSON(labels) },
      ]
      try console.print(json.text())
    } else {
      for (index, account) in accounts.enumerated() {
        if index > 0 { try console.print("") }
        try AccountPage(account: account, labels: labels, missions: related).print(on: &console)
      }
    }
    if accounts.count > 1 {
      console.say(
        "“\(name)” names \(accounts.count) missions; all are shown. One alone, by its id:")
      for account in accounts { console.say("  annals show \(account.id.rawValue)") }
    }
    return .done
  }

  /// The missions that a name means.
  /// - Throws: `RegisterError`; `Failure` with the outcome `negative` where it means none.
  static func accounts(
    named name: String, _ register: Register, _ option: RegisterOption,
    _ environment: [String: String]
  ) async throws -> [Account] {
    let accounts = try await register.accounts(named: name)
    guard accounts.isEmpty else { return accounts }
    let known = try await register.names()
    guard !known.isEmpty else { throw option.holdsNothing(environment) }
    let words = name.lowercased()
    let holding = known.filter { $0.lowercased().contains(words) }
    let question =
      holding.isEmpty || holding.count > 5
      ? Suggestion.question(for: name, among: known)
      : " Did you mean " + holding.map { "“\($0)”" }.joined(separator: " or ") + "?"
    throw Failure(
      .negative, "no mission is called “\(name)”." + question,
      remedy: "All missions are listed by: annals missions\(option.words)")
  }

  /// What the missions are called that statements relate these ones to.
  private static func labels(
    ofMissionsIn accounts: [Account], _ register: Register
  ) async throws -> [MissionID: String] {
    var labels: [MissionID: String] = [:]
    for statement in accounts.flatMap(\.statements) {
      guard case .mission(let id) = statement.value, labels[id] == nil else { continue }
      labels[id] = try await register.accounts(named: id.rawValue).first?.mission.label
    }
    return labels
  }
}

/// What people call properties, by the vocabulary.
struct Labels: Sendable {
  private let labels: [String: String]
  /// The properties that are dated events.
  let events: Set<Property>
  /// The properties that are numbers.
  let quantities: Set<Property>

  /// - Throws: `VocabularyError` where the list of properties is no table.
  init() throws(VocabularyError) {
    let records = try Vocabulary.builtIn().table("properties").records
    var labels: [String: String] = [:]
    var events: Set<Property> = []
    var quantities: Set<Property> = []
    for record in records {
      guard let key = record["key"] else { continue }
      labels[key] = record["label"]
      if record["type"] == "event" { events.insert(Property(rawValue: key)) }
      if record["type"] == "quantity" { quantities.insert(Property(rawValue: key)) }
    }
    self.labels = labels
    self.events = events
    self.quantities = quantities
  }

  /// The keys of all properties, sorted.
  var known: [String] { labels.keys.sorted() }

  /// The label of a property, else its key.
  subscript(property: Property) -> String { labels[property.rawValue] ?? property.rawValue }
}

extension Account {
  /// The mission with all its statements and the dates that were weighed.
  fileprivate func fullJSON(_ labels: Labels) -> JSON {
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
