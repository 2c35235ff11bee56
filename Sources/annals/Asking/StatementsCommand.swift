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
    // Which statements rest on what is asked below; here a mission is let through by the rest.
    var wide = filter.filter
    wide.support = nil
    let all = try await register.asked(in: console.environment) { [wide] register in
      let subjects = try await register.subjects(
        of: filter.asked.question, matching: wide, at: filter.moment
      ).answers.map(\.account)
      return try await register.supportedStatements(about: subjects, at: filter.moment)
        .map { StatementsAnswer.Item(id: $0.id, statement: $0.statement) }
    }
    guard let found = StatementsAnswer(filter.question, among: all, limit: limit) else {
      return .negative
    }
    if look.json {
      try console.print(found.json(labels).text())
    } else {
      for item in found.shown { try item.print(labels, on: &console) }
    }
    guard found.count > 0 else {
      throw try await register.asked(in: console.environment) { register in
        try await filter.none(in: register, self.register, console.environment)
      }
    }
    console.say(
      found.shown.count < found.count
        ? "The first \(found.shown.count) of \(found.count); --limit 0 shows all."
        : "\(Deciding.counted(found.count)).")
    return .done
  }
}

extension StatementsAnswer.Item {
  fileprivate func print(_ labels: Labels, on console: inout Console) throws(OutletError) {
    let account = statement.account
    let stated = statement.statement
    let date = stated.valid.map { DateWords.of($0) + ": " } ?? ""
    let label = account.mission.label.printable
    try console.print(
      "\(console.tinted(id.short, .strong))  \(label)  \(labels[stated.property])  \(date)"
        + stated.value.words.printable)
    let rests = supports.map(\.rawValue).joined(separator: ", ")
    if !rests.isEmpty {
      let note = stated.note.map { " (\($0.printable))" } ?? ""
      try console.print("rests on: \(rests)\(note)", indent: 10)
    }
    try console.quote(stated.passages, of: account, indent: 10)
    for side in statement.others.prefix(3) {
      try console.print(
        "also \(side.document.placeWords(of: side.passage)) “\(side.passage.quote.printable)”",
        indent: 10)
    }
  }
}
