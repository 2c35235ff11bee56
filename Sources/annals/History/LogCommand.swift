import ArgumentParser
import Chronology
import Keeping
import Publishing

/// `annals log`: what was done to the register.
struct LogCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Lists what was done to the register, last first: readings, decisions, undoings.",
    discussion: """
      EXAMPLES:
        annals log                               the last fifty
        annals log --since 2024-03-01            from that day on
        annals log --limit 0 --json              all, for another program
      """)

  @Option(
    help: ArgumentHelp("Only what was done from this day on.", valueName: "day"),
    transform: { try SourceDate.day($0).description })
  var since: String?

  @Option(help: ArgumentHelp("List at most so many; 0 for all.", valueName: "number"))
  var limit = 50

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit is a number from 0 on.") }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let entries = try await register.asked(in: console.environment) { register in
      try await register.log(since: since, limit: limit == 0 ? nil : limit)
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.log.1",
        "entries": JSON(entries) { entry in
          [
            "recorded": .string(entry.recorded), "kind": .string(entry.kind),
            "by": JSON(entry.by), "note": JSON(entry.note), "file": JSON(entry.location),
            "counts": .object(LogCommand.sorted(entry.counts).map { ($0.key, JSON($0.value)) }),
            "undone": .bool(entry.isUndone),
          ]
        },
      ]
      try console.print(json.text())
    } else {
      for entry in entries { try console.print(LogCommand.words(entry)) }
    }
    guard entries.isEmpty else { return .done }
    console.say("Nothing was done since then.")
    return .negative
  }

  private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { $0.key < $1.key }
  }

  /// `2024-03-02T09:00:00Z  decide  A. Reader: 2 accepted (seen in the annex)`
  private static func words(_ entry: LogEntry) -> String {
    let counts = sorted(entry.counts).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    let who = [entry.by, entry.location].compactMap(\.self).joined(separator: ": ").printable
    let note = entry.note.map { " (\($0.printable))" } ?? ""
    let undone = entry.isUndone ? ", undone later" : ""
    return "\(entry.recorded)  \(entry.kind)  \(who)" + (counts.isEmpty ? "" : ": \(counts)")
      + undone + note
  }
}
