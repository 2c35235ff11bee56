import ArgumentParser
import Keeping
import Publishing
import Statements

/// `annals amend`: a proposal that is right but for a date, a value or its property.
struct AmendCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Puts a corrected statement in place of a proposed one, on the same passage.",
    discussion: """
      EXAMPLES:
        annals amend 7f959a38 --date 2004-06-30 --by 'A. Reader' --note 'see the annex'
        annals amend 7f959a38 --date '' --by 'A. Reader'         it has no date
        annals amend cc5ed7b3 --value 1200 --by 'A. Reader'      another number, same unit
        annals amend a647d421 --property launched --by 'A. Reader'

      The proposal stays in the register beside its correction; annals undo brings it back.
      """)

  @Argument(help: ArgumentHelp("The statement's id, or its first digits.", valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp(
      "When it happened or held, as EDTF; empty for no date.", valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "The value: words, a number, or EDTF where the value is a period.", valueName: "value"))
  var value: String?

  @Option(
    help: ArgumentHelp("What the statement is about, such as launched.", valueName: "property"),
    transform: { try Choice.property(named: $0) })
  var property: Property?

  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    if date == nil, value == nil, property == nil {
      throw ValidationError("What is to be corrected? Say --date, --value or --property.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let act = Act(
      by: try self.act.name(in: console.environment), note: self.act.note, recorded: Deciding.now)
    let amendment = Amendment(
      property: property, value: value, valid: date)
    let labels = try Labels()
    let item = try await register.changed(in: console.environment) { register in
      let item = try await Deciding.statements([id], in: register)[0]
      let amended: Statement
      do { amended = try amendment.applied(to: item.statement) } catch let error as AmendmentError {
        throw ValidationError(error.description)
      }
      try await register.decide([item.id: .amended(to: amended)], act)
      return try await Deciding.statements([item.id.rawValue], in: register)[0]
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.decide.1", "verdict": "amended", "by": .string(act.by),
        "note": JSON(act.note), "recorded": .string(act.recorded), "done": true, "count": 1,
        "decided_before": 0, "statements": [item.json],
      ]
      try console.print(json.text())
    } else {
      try item.print(labels, on: &console)
    }
    console.say("1 statement amended by \(act.by).")
    return .done
  }
}
