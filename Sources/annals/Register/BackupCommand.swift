import ArgumentParser
import Keeping
import Publishing

/// `annals backup`: a copy of the register while it is in use.
struct BackupCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the register into one file, while others read and write it, and checks it.",
    discussion: """
      EXAMPLES:
        annals backup 2024-03-01.sqlite          a copy of the register as it is now
        annals backup --replace latest.sqlite    in place of the copy that is there

      The copy gets its name only when it is whole, checked and on the disk. It is a register: name
      it with --register to ask it, or put it in the place of one that was lost.
      """)

  @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
  var file: String

  @Flag(help: "Replace a register that is there already; nothing else is ever replaced.")
  var replace = false

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let interruption = Interruption(stopping: "no copy is left")
    let requests = interruption.requests
    let backup = try await register.asked(in: console.environment) { register in
      try await register.backup(to: file, replacing: replace) { _ in
        if requests.isAny { throw CancellationError() }
      }
    }
    withExtendedLifetime(interruption) {}
    if look.json {
      let json: JSON = [
        "schema": "annals.backup.1", "register": .string(register.path(in: console.environment)),
        "file": .string(file), "bytes": JSON(backup.bytes), "documents": JSON(backup.documents),
        "statements": JSON(backup.statements), "decisions": JSON(backup.decisions),
      ]
      try console.print(json.text())
    } else {
      try console.print(
        "\(file): \(backup.documents) documents, \(backup.statements) statements, "
          + "\(backup.decisions) decisions; \(backup.bytes) bytes, checked")
    }
    return .done
  }
}
