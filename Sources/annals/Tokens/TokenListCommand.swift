import ArgumentParser
import Keeping
import Publishing

/// `annals token list`: which tokens there are, and which hold.
struct TokenListCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the tokens, with whose they are and when each was last used.",
    discussion: """
      EXAMPLES:
        annals token list
        annals token list --json

      The tokens themselves are kept nowhere and cannot be shown.
      """)

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let path = try await register.asked(in: console.environment) { $0.path }
    let tokens = try await Tokens(beside: path).all()
    let now = Deciding.now
    if look.json {
      let json: JSON = [
        "schema": "annals.tokens.1",
        "tokens": JSON(tokens) { token in
          [
            "name": .string(token.name), "by": .string(token.author),
            "state": .string(token.state(at: now)), "created": .string(token.created),
            "expires": JSON(token.expires), "used": JSON(token.used),
            "revoked": JSON(token.revoked),
          ]
        },
      ]
      try console.print(json.text())
    } else {
      var table = Table(
        ["name", "by", "state", "created", "expires", "last used"].map { Table.Column($0) })
      for token in tokens {
        table.append([
          token.name, token.author,
          token.state(at: now) + (token.revoked.map { " \($0)" } ?? ""), token.created,
          token.expires ?? "never", token.used ?? "never",
        ])
      }
      try console.write(table.text(colour: console.terminal.allowsColor))
    }
    guard tokens.isEmpty else { return .done }
    console.say("There is no token. To make one: annals token add NAME --by WHO\(register.words)")
    return .negative
  }
}
