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
  /// Opens the register, asks it, and closes it again, so that its file is alone when the command
  /// has ended.
  /// - Throws: `RegisterError`; where there is none, with the hint what to do first.
  func asked<Result>(
    in environment: [String: String], _ ask: (Register) async throws -> Result
  ) async throws -> Result {
    let register = try await Register.open(path(in: environment))
    do {
      let result = try await ask(register)
      try register.close()
      return result
    } catch {
      try? register.close()
      throw error
    }
  }

  /// Opens the register that is there to change it, and closes it again.
  /// - Throws: `RegisterError`; where there is none, none is made.
  func changed<Result>(
    in environment: [String: String], _ change: (Register) async throws -> Result
  ) async throws -> Result {
    let register = try await Register.openExisting(path(in: environment))
    do {
      let result = try await change(register)
      try register.close()
      return result
    } catch {
      try? register.close()
      throw error
    }
  }

  /// What to say where the register has no mission at all.
  func holdsNothing(_ environment: [String: String]) -> Failure {
    Failure(
      .negative, "the register \(path(in: environment)) holds no mission",
      remedy: "Read documents into it: annals read\(words) FILE…")
  }
}
