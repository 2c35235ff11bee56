import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals totals`: what the sources count, unit by unit.
struct TotalsCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract: "Adds up what the sources count, each unit by itself and nothing twice.",
    discussion: """
      EXAMPLES:
        annals totals trained --in Iraq          who was trained in Iraq, by unit and source
        annals totals officers                   everything that is counted in officers
        annals totals --of NATO --during 2004/2011
        annals totals trained --json             for another program

      A count that grows is not added to itself; two sources about one mission are not two numbers;
      accounts that may be one mission count once at least, and all together at most; strengths are
      of a day and never added. Each number says whether it counts, and why.
      """)

  @Argument(
    help: ArgumentHelp(
      "A property such as trained, strength or cost, or a unit such as officers.",
      valueName: "quantity"))
  var quantity: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let labels = try Labels()
    let (answers, identities) = try await register.asked(in: console.environment) { register in
      (
        try await register.subjects(
          of: filter.asked.question, matching: filter.filter, at: filter.moment
        ).answers, try await register.identities(at: filter.moment).map(\.identity)
      )
    }
    let found = TotalsAnswer(
      quantity, of: answers, filter.question, identities: identities, labels: labels)
    if look.json {
      try console.print(found.json.text())
    } else {
      for total in found.totals { try total.print(labels, on: &console) }
    }
    guard found.totals.isEmpty else { return .done }
    guard answers.isEmpty else { throw nothing(found.units, labels) }
    throw try await register.asked(in: console.environment) { register in
      try await filter.none(in: register, self.register, console.environment)
    }
  }

  private func nothing(_ units: [String], _ labels: Labels) -> Failure {
    let known = labels.quantities.map(\.rawValue).sorted() + units
    let words = quantity.map { " “\($0)”" } ?? ""
    return Failure(
      .negative,
      "no source gives a number\(words) of the missions\(filter.words)\(filter.asked.words)."
        + (quantity.map { Suggestion.question(for: $0, among: known) } ?? ""),
      remedy: units.isEmpty ? nil : "Counted are: \(units.prefix(12).joined(separator: ", ")).")
  }
}

extension Total {
  /// The property, the unit and the sum, and below them every number with its quote.
  fileprivate func print(_ labels: Labels, on console: inout Console) throws(OutletError) {
    let sum = sum.map(\.words) ?? "not added up"
    try console.print(
      console.tinted("\(labels[property]) · \(unit.printable)", .strong) + ": \(sum)")
    for reason in reasons { try console.print("supposed: \(reason)".printable, indent: 2) }
    for figure in figures {
      let asOf = figure.asOf.map { ", \(DateWords.of($0))" } ?? ""
      let truth = figure.truth == .certainly ? "" : " (\(figure.truth.description) asked about)"
      try console.print(
        figure.account.mission.label.printable + "  "
          + "\(figure.quantity.words)\(asOf)\(truth)".printable, indent: 2)
      try console.print("\(figure.role.words): \(figure.reason)".printable, indent: 6)
      try console.quote(figure.statement.passages, of: figure.account, indent: 6)
    }
  }
}

extension Figure.Role {
  fileprivate var words: String {
    switch self {
    case .counted: "counted"
    case .contained: "not counted"
    case .doubtful: "may be counted"
    case .state: "not added"
    }
  }
}
