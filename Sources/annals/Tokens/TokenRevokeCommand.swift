import ArgumentParser
import Keeping
import Publishing

/// `annals token revoke`: a token that holds no more.
struct TokenRevokeCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Revokes a token: from then on it signs in nobody, and who signed in by it is out.",
    discussion: """
      EXAMPLES:
        annals token revoke nightly

      A server that is running knows it at once. What was decided by the token stays; annals undo
      takes it back.
      """)

  @Argument(help: ArgumentHelp("What the token is called.", valueName: "name"))
  var name: String

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let path = try await register.asked(in: console.environment) { $0.path }
    let now = Deciding.now
    guard try await Tokens(beside: path).revoke(name, at: now) else {
      throw Failure(
        .negative, "no token that holds is called “\(name)”",
        remedy: "They are listed by: annals token list\(register.words)")
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.revoked.1", "name": .string(name), "revoked": .string(now),
      ]
      try console.print(json.text())
    }
    console.say("“\(name)” is revoked.")
    return .done
  }
}
