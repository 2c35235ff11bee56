import ArgumentParser
import Keeping
import Publishing
import Statements

/// `annals review`: proposals beside their passages, one by one in a terminal, else as a list.
struct ReviewCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows proposals beside their passages, to accept, reject or amend them.",
    discussion: """
      EXAMPLES:
        annals review --by 'A. Reader'           one by one, in the terminal
        annals review --mission NTM-I            of one mission
        annals review --state rejected --list    what was rejected, as a list
        annals review --dropped                  decisions that a new edition does not bear out
        annals review --as-of 2026-03-01         what was still open then
        annals review --property closed --json   for another program

      KEYS:
        a accept   r reject   e amend   s or j next   k previous   u undo   ? help   q quit

      Each decision is kept at once. Without a terminal, and of an earlier day, the proposals are
      listed; they are decided on by annals accept, reject and amend.
      """)

  @OptionGroup var filter: ReviewOptions

  @Flag(help: "Write a list, also in a terminal.")
  var list = false

  @Flag(help: "List the decisions that could not be carried to a new edition of their document.")
  var dropped = false

  @Option(
    help: ArgumentHelp("List at most so many; 0 for all.", valueName: "number"))
  var limit = 50

  @OptionGroup var asOf: MomentOption
  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit is a number from 0 on.") }
  }

  func run(on console: inout Console) async throws -> Outcome {
    if dropped { return try await listDropped(on: &console) }
    guard !look.json, !list, asOf.day == nil, console.terminal.showsOutput, let keys = Keyboard()
    else {
      return try await list(on: &console)
    }
    let name = try act.name(in: console.environment)
    let register = try await Register.openExisting(register.path(in: console.environment))
    var session = ReviewSession(
      items: try await register.reviewables(matching: filter.filter).items, by: name,
      note: act.note, labels: try Labels())
    do {
      let outcome = try await session.run(register, keys, on: &console)
      try register.close()
      return outcome
    } catch {
      try? register.close()
      throw error
    }
  }

  private func list(on console: inout Console) async throws -> Outcome {
    let labels = try Labels()
    let (items, count) = try await register.asked(in: console.environment) { register in
      try await register.reviewables(
        matching: filter.filter, at: asOf.moment, limit: limit == 0 ? nil : limit)
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.review.1", "state": .string(filter.filter.state.rawValue),
        "as_of": asOf.json, "count": JSON(count), "statements": JSON(items, \.json),
      ]
      try console.print(json.text())
    } else {
      for item in items { try item.print(labels, on: &console) }
    }
    guard count > 0 else {
      console.say("No statement is left to decide on by that filter\(asOf.words).")
      return .negative
    }
    console.say(
      items.count < count
        ? "The first \(items.count) of \(count); --limit 0 shows all."
        : "\(Deciding.counted(count)).")
    return .done
  }

  private func listDropped(on console: inout Console) async throws -> Outcome {
    let labels = try Labels()
    let dropped = try await register.asked(in: console.environment) { register in
      try await register.droppedDecisions(at: asOf.moment)
    }
    if look.json {
      let answer = DroppedAnswer(
        dropped.map { item in
          DroppedAnswer.Item(
            decision: item.decision, statement: item.statement, earlier: item.earlier,
            edition: item.edition, reason: item.reason)
        })
      try console.print(answer.json(asOf: asOf.json).text())
    } else {
      for item in dropped {
        let id = console.tinted(item.decision.statement.short, .strong)
        try console.print(
          "\(id)  \(labels[item.statement.property]) of \(item.statement.subject.rawValue): "
            + item.reason)
        for passage in item.statement.passages {
          let place = item.earlier.placeWords(of: passage)
          try console.print("\(place) “\(passage.quote.printable)”", indent: 10)
        }
        try console.print(item.decision.words.printable, indent: 10)
      }
    }
    if dropped.isEmpty {
      console.say("Every decision holds of the newest edition of its document.")
      return .negative
    }
    return .done
  }
}
