import ArgumentParser

/// A command that says how it ended.
protocol Door: ParsableCommand {
  var look: Look { get }

  /// Does what the command is for.
  /// - Throws: `Failure` where the command has words of its own for what went wrong.
  func run(on console: inout Console) async throws -> Outcome
}

/// How output looks: options of every command.
struct Look: ParsableArguments {
  @Flag(help: "Write JSON with a schema version.")
  var json = false

  @Flag(help: "Write no colours, whatever the terminal can show.")
  var noColor = false
}
