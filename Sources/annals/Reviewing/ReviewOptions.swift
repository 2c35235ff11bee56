import ArgumentParser
import Publishing
import Statements

/// Which statements a command of the review is about.
struct ReviewOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only statements about this mission.", valueName: "mission"))
  var mission: String?

  @Option(
    help: ArgumentHelp("Only statements of this property, such as closed.", valueName: "property"),
    transform: { try Choice.property(named: $0) })
  var property: Property?

  @Option(
    help: ArgumentHelp(
      "Only from this document: its file's name, title, or the first digits of its id.",
      valueName: "source"))
  var source: String?

  @Option(help: ArgumentHelp("Only what this extraction rule proposed.", valueName: "rule"))
  var rule: String?

  @Option(
    help: ArgumentHelp(
      "How far they are decided: open, accepted, rejected, amended or all.", valueName: "state"),
    transform: { try Choice.of(ReviewFilter.State.self, named: $0) })
  var state: ReviewFilter.State?

  var filter: ReviewFilter {
    ReviewFilter(
      mission: mission, property: property, source: source, rule: rule, state: state ?? .open)
  }

  /// Whether nothing narrows it.
  var isEmpty: Bool {
    mission == nil && property == nil && source == nil && rule == nil && state == nil
  }
}

/// Who decides, and why.
struct ActOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Who decides; without it $ANNALS_REVIEWER.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why, in your words.", valueName: "text"))
  var note: String?

  /// - Throws: `ValidationError` where nobody is named: a decision without a name is none.
  func name(in environment: [String: String]) throws -> String {
    try ActOptions.name(by, in: environment)
  }

  static func name(_ by: String?, in environment: [String: String]) throws -> String {
    for case let name? in [by, environment["ANNALS_REVIEWER"]]
    where !name.allSatisfy(\.isWhitespace) {
      return name
    }
    throw ValidationError("Who decides? Say --by NAME, or set ANNALS_REVIEWER.")
  }
}
