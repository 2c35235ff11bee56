import ArgumentParser
import Keeping
import Statements

/// Which statements are decided on, by whom, and whether for sure: the same for every verdict.
struct DecideOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Ids of statements, or their first digits.", valueName: "id"))
  var ids: [String] = []

  @OptionGroup var filter: ReviewOptions
  @OptionGroup var act: ActOptions

  @Flag(help: "Do it: without this, what a filter lets through is only shown.")
  var yes = false

  @OptionGroup var register: RegisterOption

  func validate() throws {
    if ids.isEmpty, filter.isEmpty {
      throw ValidationError("Which statements? Name ids, or a filter such as --mission NTM-I.")
    }
    if !ids.isEmpty, !filter.isEmpty {
      throw ValidationError("Name either ids or a filter, not both.")
    }
  }
}

/// `annals accept`: proposals that are right.
struct AcceptCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accepts statements: by id, or all that a filter lets through.",
    discussion: """
      EXAMPLES:
        annals accept 3c61110a a647d421 --by 'A. Reader'
        annals accept --mission NTM-I --by 'A. Reader'         how many, and which; does nothing
        annals accept --mission NTM-I --by 'A. Reader' --yes   accepts them as one action

      Ids are shown by: annals review. Their first digits do where they are one statement's alone.
      What was decided is taken back by: annals undo.
      """)

  @OptionGroup var options: DecideOptions
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    try await Deciding(verdict: .accepted, options: options, look: look).run(on: &console)
  }
}

/// `annals reject`: proposals that are wrong.
struct RejectCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Rejects statements, which then no longer count: by id, or by a filter.",
    discussion: """
      EXAMPLES:
        annals reject 7f959a38 --by 'A. Reader' --note 'of another mission'
        annals reject --source old.txt --rule 'count' --by 'A. Reader'    shows which
        annals reject --source old.txt --rule 'count' --by 'A. Reader' --yes

      A rejected statement stays in the register and can be asked for; annals undo brings it back.
      """)

  @OptionGroup var options: DecideOptions
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    try await Deciding(verdict: .rejected, options: options, look: look).run(on: &console)
  }
}
