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
    let (named, line) = try await register.asked(in: environment) { register in
      let named = try await ShowCommand.accounts(
        named: name, asOf, register, self.register, environment)
      return (named, try await register.line(of: named, at: asOf.moment))
    }
    let found = LineageAnswer(name, asOf: asOf.day, of: named, among: line)
    if look.json {
      try console.print(found.json.text())
    } else {
      for (index, lineage) in found.lineages.enumerated() {
        if index > 0 { try console.print("") }
        try lineage.print(on: &console)
      }
    }
    if found.isAlone { console.say("No document says what came before or after “\(name)”.") }
    return found.isAlone ? .negative : .done
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
      for (step, depth, _) in steps.flattened(from: account) {
        try step.print(indent: min(4 + 2 * depth, 40), on: &console)
      }
    }
  }
}

extension Lineage.Step {
  fileprivate func print(indent: Int, on console: inout Console) throws(OutletError) {
    let period = account.period.words(within: account.sectionPeriod)
    let repeated = isRepeated ? " (shown elsewhere in this line)" : ""
    try console.print(
      "\(console.tinted(truth))  \(console.tinted(account.title, .strong))\(repeated)",
      indent: indent)
    try console.print("\(period); \(reason.printable)", indent: indent + 2)
    for side in sides {
      try console.quote(side.passage, in: side.document, indent: indent + 2)
    }
  }
}
