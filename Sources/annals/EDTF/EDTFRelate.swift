import ArgumentParser
import Chronology
import Publishing

/// `annals edtf relate`: how two imprecise dates lie to each other, in three values.
struct EDTFRelate: Door {
  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Answers certainly, possibly or no to a question about one or two dates.",
    discussion: """
      EXAMPLES:
        annals edtf relate 2004/2011 2008-01-01 --predicate contains          certainly
        annals edtf relate 2018/.. 2020-01-01 --predicate contains            possibly
        annals edtf relate 2018/.. 2020-01-01 --predicate contains --as-of 2021-05-03
        annals edtf relate 2004 2005 --predicate allen:meets --reading whole
        annals edtf relate 2004/2011 --predicate duration

      The first line is the answer, the second says why.
      """)

  @Argument(
    help: ArgumentHelp("An EDTF value.", valueName: "date"), transform: EarlyYears.shown)
  var first: String

  @Argument(
    help: ArgumentHelp("The value to compare it with.", valueName: "date"),
    transform: EarlyYears.shown)
  var second: String?

  @Option(
    help: ArgumentHelp(
      "contains, within, before, after, overlaps, allen:during …, possibleAllen or duration.",
      valueName: "name"))
  var predicate: String

  @Option(
    help: ArgumentHelp(
      "What a single date means: a moment within it, or the whole of it.",
      valueName: "within|whole"))
  var reading = "within"

  @Option(
    help: ArgumentHelp(
      "What ? and ~ do: ignore, hedge, sceptical or pad(n).", valueName: "policy"))
  var policy = "hedge"

  @Option(
    help: ArgumentHelp("The day up to which the source speaks.", valueName: "day"),
    transform: EarlyYears.shown)
  var asOf: String?

  @OptionGroup var options: EDTFOptions
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let verdict: Verdict
    do {
      verdict = try Comparison(
        first, second, predicate: predicate, reading: reading, policy: policy, asOf: asOf,
        seasons: options.seasons, extensions: options.extensions
      ).verdict
    } catch {
      if case .predicate(let name) = error,
        let likely = Suggestion.nearest(to: name, among: Comparison.predicates)
      {
        throw Failure(.usage, "\(error)", remedy: "Did you mean --predicate \(likely)?")
      }
      throw Failure(.usage, "\(error)")
    }
    if look.json {
      let answer: JSON = [
        "schema": "annals.edtf-relate.1", "predicate": .string(predicate),
        "result": .string(verdict.result.description), "reason": .string(verdict.reason),
      ]
      try console.print(answer.text())
    } else {
      try console.print(verdict.result.description)
      try console.print(verdict.reason)
    }
    return .done
  }

  private typealias Verdict = Chronology.Verdict
}
