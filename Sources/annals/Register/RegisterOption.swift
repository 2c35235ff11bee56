import ArgumentParser
import Keeping

/// Which register a command works on.
struct RegisterOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The register; without it $ANNALS_REGISTER, else ./annals.sqlite.", valueName: "file"))
  var register: String?

  /// The register's path.
  func path(in environment: [String: String]) -> String {
    if let register { return register }
    if let named = environment["ANNALS_REGISTER"], !named.isEmpty { return named }
    return "annals.sqlite"
  }

  /// The option as it would be typed again, with a space before it; empty where it was not given.
  var words: String { register.map { " --register \($0)" } ?? "" }
}

extension RegisterOption {
  /// Opens the register to be asked.
  /// - Throws: `RegisterError`; where there is none, with the hint what to do first.
  func open(on console: borrowing Console) async throws -> Register {
    try await Register.open(path(in: console.environment))
  }
}
