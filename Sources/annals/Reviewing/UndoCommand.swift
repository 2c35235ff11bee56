import ArgumentParser
import Keeping
import Publishing

/// `annals undo`: the last action taken back.
struct UndoCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back the last action of a person, whole; once more takes back the one before.",
    discussion: """
      EXAMPLES:
        annals undo --by 'A. Reader'
        annals undo --by 'A. Reader' --note 'wrong dossier'

      What counted before the action counts again. Both stay in the register.
      """)

  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let act = Act(
      by: try self.act.name(in: console.environment), note: self.act.note, recorded: Deciding.now)
    let undone = try await register.changed(in: console.environment) { register in
      try await register.undo(act)
    }
    let counts = (undone?.decisions ?? [:]).sorted { $0.key < $1.key }
    if look.json {
      let json: JSON = [
        "schema": "annals.undo.1", "by": .string(act.by), "note": JSON(act.note),
        "recorded": .string(act.recorded),
        "undone": undone.map { undone in
          [
            "recorded": .string(undone.act.recorded), "note": JSON(undone.act.note),
            "counts": .object(counts.map { ($0.key, JSON($0.value)) }),
          ]
        } ?? .null,
      ]
      try console.print(json.text())
    }
    guard let undone else {
      console.say("Nothing of \(act.by) is left to be undone.")
      return .negative
    }
    if !look.json {
      let words = counts.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      let note = undone.act.note.map { " (“\($0.printable)”)" } ?? ""
      try console.print("undone: \(words), of \(undone.act.recorded)\(note)")
    }
    return .done
  }
}
