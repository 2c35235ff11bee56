import ArgumentParser
import Keeping
import Publishing
import Statements

/// `annals check`: what a careful editor would look at.
struct CheckCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for what cannot be so, or rests on little, and shows the passages.",
    discussion: """
      EXAMPLES:
        annals check                             all checks
        annals check --finding contradiction     one kind; may be given several times
        annals check --in Iraq                   of missions in Iraq
        annals check --settled                   what was settled as well
        annals check --json                      for another program

      KINDS:
        contradiction      two passages that cannot both be right, beyond what their dates leave open
        impossible-date    an end before the begin, or an event after its source spoke
        succession         a successor that began before its predecessor ended
        outside-period     an event outside its mission's stated period
        wider-than-section a period that reaches beyond its section's
        look-alike         acronyms that are the same or nearly so
        gap                days between a mission and its successor
        duplicate          two documents with the same sentence
        refinement         a date that another document gives more finely
        undated-number     a number without a date
        single-source      a period that rests on one passage

      Documents are compared where they give a mission the same full name, or somebody said that two
      missions are one: annals same. The exit code is 1 where something is found that nobody settled:
      annals settle.
      """)

  @Option(
    name: .customLong("finding"),
    help: ArgumentHelp(
      "Only findings of this kind; may be given several times.", valueName: "kind"),
    transform: { try Choice.of(Finding.Kind.self, named: $0) })
  var kinds: [Finding.Kind] = []

  @OptionGroup var filter: FilterOptions

  @Flag(help: "Show settled findings as well.")
  var settled = false

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let (findings, settlements) = try await register.asked(in: console.environment) { register in
      (
        try await Found.all(in: register, kinds: Set(kinds), filter: filter),
        try await register.settlements(at: filter.moment)
      )
    }
    let open = findings.filter { settlements[$0.id] == nil }
    let shown = settled ? findings : open
    if look.json {
      let answer = ChecksAnswer(
        rows: shown.map { $0.row(settlements[$0.id]) }, open: open.count,
        settled: findings.count - open.count)
      try console.print(answer.json.text())
    } else {
      for found in shown { try found.print(settlements[found.id], on: &console) }
    }
    let rest = findings.count - open.count
    let words = rest > 0 ? ", \(rest) settled" : ""
    console.say(
      "\(open.count) finding\(open.count == 1 ? "" : "s")\(words)"
        + (open.isEmpty ? "." : "; to settle one: annals settle ID --by NAME --note WHY"))
    return open.isEmpty ? .done : .negative
  }
}

/// A finding with its name.
struct Found: Sendable {
  let id: FindingID
  let finding: Finding

  static func all(
    in register: Register, kinds: Set<Finding.Kind> = [], filter: FilterOptions? = nil
  ) async throws -> [Found] {
    let moment = filter?.moment ?? .now
    let accounts = try await register.separateAccounts(at: moment)
    let missions = Set(accounts.filter { filter?.lets($0) ?? true }.map(\.id))
    let identities = try await register.identities(at: moment).map(\.identity)
    return Ledger(accounts, identities: identities).findings(kinds).compactMap { finding in
      guard finding.sides.contains(where: { missions.contains($0.mission) }) else { return nil }
      return FindingID(of: finding).map { Found(id: $0, finding: finding) }
    }
  }

  private var kindWords: String {
    finding.kind.rawValue + (finding.detail.map { " (\($0))" } ?? "")
  }

  func print(_ settlement: Act?, on console: inout Console) throws(OutletError) {
    let id = console.tinted(String(self.id.rawValue.prefix(8)), .strong)
    try console.print(
      "\(id)  \(console.tinted(kindWords, .doubtful))  \(finding.mission.printable)  "
        + finding.words.printable)
    for side in finding.sides {
      try console.quote(side.passage, in: side.document, indent: 10)
    }
    if let settlement {
      let note = settlement.note.map { ": \($0)" } ?? ""
      try console.print(
        "settled by \(settlement.by), \(settlement.recorded)\(note)".printable, indent: 10)
    }
  }

  /// The finding as `--json` output and pages have it.
  func row(_ settlement: Act?) -> ChecksAnswer.Row {
    ChecksAnswer.Row(
      id: id.rawValue, finding: finding,
      settlement: settlement.map { .init(by: $0.by, note: $0.note, recorded: $0.recorded) })
  }
}
