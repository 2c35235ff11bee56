import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals lineage`: the line in which a mission stands.
struct LineageCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Shows which missions came before one and which followed it, with the evidence.",
    discussion: """
      EXAMPLES:
        annals lineage NMI                       by acronym, name or alias
        annals lineage nmi@3f9a2c41              by id, where documents share a name
        annals lineage UNTAET --json             for another program

      A step is certain where a document says so and nothing speaks against it; beyond a doubtful
      step nothing is certain. Documents speak of one mission only where somebody said so: annals
      same.
      """)

  @Argument(help: ArgumentHelp("Acronym, name, alias or id.", valueName: "mission"))
  var mission: [String]

  @OptionGroup var asOf: MomentOption
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let name = mission.joined(separator: " ")
    let environment = console.environment
    let lineages = try await register.asked(in: environment) { register in
      let named = try await ShowCommand.accounts(
        named: name, asOf, register, self.register, environment)
      let ledger = Ledger(try await register.accounts(at: asOf.moment))
      return named.map { ledger.lineage(of: $0) }
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.lineage.1", "query": .string(name),
        "as_of": asOf.json,
        "missions": JSON(lineages) { lineage in
          .object(
            lineage.account.jsonMembers + [
              ("predecessors", JSON(lineage.predecessors, \.json)),
              ("follow_ons", JSON(lineage.followOns, \.json)),
            ])
        },
      ]
      try console.print(json.text())
    } else {
      for (index, lineage) in lineages.enumerated() {
        if index > 0 { try console.print("") }
        try lineage.print(on: &console)
      }
    }
    let isAlone = lineages.allSatisfy { $0.predecessors.isEmpty && $0.followOns.isEmpty }
    if isAlone { console.say("No document says what came before or after “\(name)”.") }
    return isAlone ? .negative : .done
  }
}

extension Lineage {
  fileprivate func print(on console: inout Console) throws(OutletError) {
    try console.print(console.tinted(account.title, .strong))
    let period = account.period.words(within: account.sectionPeriod)
    try console.print("\(period), id \(account.id.rawValue)", indent: 2)
    for (title, steps) in [("predecessors", predecessors), ("follow-on missions", followOns)]
    where !steps.isEmpty {
      try console.print("")
      try console.print(console.tinted(title, .strong), indent: 2)
      try steps.print(indent: 4, on: &console)
    }
  }
}

extension [Lineage.Step] {
  fileprivate func print(indent: Int, on console: inout Console) throws(OutletError) {
    // Not by recursion: a line may be longer than the stack is deep.
    var rest = reversed().map { (step: $0, indent: indent) }
    while let (step, indent) = rest.popLast() {
      let period = step.account.period.words(within: step.account.sectionPeriod)
      let repeated = step.isRepeated ? " (shown elsewhere in this line)" : ""
      try console.print(
        "\(console.tinted(step.truth))  \(console.tinted(step.account.title, .strong))\(repeated)",
        indent: indent)
      try console.print("\(period); \(step.reason.printable)", indent: indent + 2)
      for side in step.sides {
        try console.quote(side.passage, in: side.document, indent: indent + 2)
      }
      rest += step.further.reversed().map { ($0, Swift.min(indent + 2, 40)) }
    }
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
