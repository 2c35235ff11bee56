import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals diff`: what a new edition of a page says otherwise, or the register since a day.
struct DiffCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Shows what an edition of a page adds, drops and changes, or the register since a day.",
    discussion: """
      EXAMPLES:
        annals diff page-2021.txt page-2024.txt  what the second says otherwise than the first
        annals diff page.txt                     the last two editions that were read of it
        annals diff --since 2024-03-01           what is known otherwise since that day began
        annals diff --since 2024-03-01 --in Iraq of missions in Iraq
        annals diff 3f9a2c41 77b0e1d2 --json     documents by their ids, for another program

      A source is named by its file, its title, its location or the first digits of its id. What
      people decided counts: a rejected statement is dropped, an amended one is changed.
      """)

  @Argument(help: ArgumentHelp("The earlier source, and the later one.", valueName: "source"))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare what the register knew before this day (UTC) with what it knows.",
      valueName: "day"),
    transform: { try MomentOption.day($0) })
  var since: Day?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard since == nil || sources.isEmpty else {
      throw ValidationError("Name sources or say --since, not both.")
    }
    guard since != nil || (1...2).contains(sources.count) else {
      throw ValidationError("Name two sources, or one that was read in two editions, or --since.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let labels = try Labels()
    let difference = try await register.asked(in: console.environment) { register in
      if let since {
        try await Difference(since: since, filter, in: register)
      } else {
        try await Difference(of: sources, filter, in: register)
      }
    }
    if look.json {
      try console.print(difference.json(since: since, labels).text())
    } else {
      try difference.print(labels, on: &console)
    }
    console.say(difference.summary)
    return difference.isEmpty ? .negative : .done
  }
}
