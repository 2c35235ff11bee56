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
        annals show NTM-I --as-of 2024-03-01     what was known on that day
        annals show NTM-I --json                 for another program
      """)

  @Argument(help: ArgumentHelp("Acronym, name, alias or id.", valueName: "name"))
  var name: [String]

  @OptionGroup var asOf: MomentOption
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let name = name.joined(separator: " ")
    let (accounts, related) = try await register.asked(in: console.environment) { register in
      let accounts = try await ShowCommand.accounts(
        named: name, asOf, register, self.register, console.environment)
      return (accounts, try await ShowCommand.labels(ofMissionsIn: accounts, register))
    }
    let labels = try Labels()
    if look.json {
      let json: JSON = [
        "schema": "annals.show.1", "query": .string(name),
        "as_of": asOf.json,
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
    named name: String, _ asOf: MomentOption, _ register: Register, _ option: RegisterOption,
    _ environment: [String: String]
  ) async throws -> [Account] {
    let accounts = try await register.accounts(named: name, at: asOf.moment)
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
      .negative, "no mission is called “\(name)”\(asOf.words)." + question,
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
