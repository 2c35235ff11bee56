import ArgumentParser
import Keeping
import Publishing
import Statements

/// `annals settle`: findings put to rest.
struct SettleCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Puts findings of annals check to rest, with a reason.",
    discussion: """
      EXAMPLES:
        annals settle 5d0c9a12 --by 'A. Reader' --note 'the press release has the wrong day'

      A settled finding stays settled until annals undo brings it back, or its passages change.
      """)

  @Argument(help: ArgumentHelp("Ids of findings, or their first digits.", valueName: "id"))
  var ids: [String]

  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard let note = act.note, !note.allSatisfy(\.isWhitespace) else {
      throw ValidationError("Why is it settled? Say --note WHY.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let act = Act(
      by: try self.act.name(in: console.environment), note: self.act.note, recorded: Deciding.now)
    let chosen = try await register.changed(in: console.environment) { register in
      let all = try await Found.all(in: register)
      var chosen: [Found] = []
      for id in ids {
        let found = all.filter { !id.isEmpty && $0.id.rawValue.hasPrefix(id.lowercased()) }
        guard found.count == 1 else {
          throw Failure(
            .negative,
            found.isEmpty
              ? "no finding has an id that begins with “\(id)”; nothing was done"
              : "\(found.count) findings have ids that begin with “\(id)”; nothing was done",
            remedy: found.isEmpty ? "Ids are shown by: annals check" : "Write more digits.")
        }
        chosen.append(found[0])
      }
      try await register.settle(chosen.map(\.id), act)
      return chosen
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.settle.1", "by": .string(act.by), "note": JSON(act.note),
        "recorded": .string(act.recorded), "findings": JSON(chosen) { $0.row(act).json },
      ]
      try console.print(json.text())
    } else {
      for found in chosen { try found.print(act, on: &console) }
    }
    return .done
  }
}
