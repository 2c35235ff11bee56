import ArgumentParser
import Foundation
import Keeping
import Publishing
import Serving

/// `annals token add`: a new token, shown once.
struct TokenAddCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Makes a token and prints it, the only time that it is shown.",
    discussion: """
      EXAMPLES:
        annals token add nightly --by 'A. Reader'
        annals token add laptop --by 'A. Reader' --days 30    holds for 30 days
        curl -X POST -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8137/undo.json

      Standard output is the token alone. Keep it as you would a password; if it is lost, revoke it
      and make another.
      """)

  @Argument(help: ArgumentHelp("What to call it, to know it again.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "Whose decisions it records; without it $ANNALS_REVIEWER.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp("For how many days it holds; without it until revoked.", valueName: "number")
  )
  var days: Int?

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard Server.isName(name) else {
      throw ValidationError("A token is called by one line of at most 100 bytes.")
    }
    if let by {
      guard Server.isName(by) else {
        throw ValidationError("--by takes a name of one line and at most 100 bytes.")
      }
    }
    if let days {
      guard (1...36_500).contains(days) else {
        throw ValidationError("--days is a number from 1 to 36500.")
      }
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let author = try ActOptions.name(by, in: console.environment)
    let now = Date()
    let created = now.formatted(.iso8601)
    let expires = days.map { (now + Double($0) * 86_400).formatted(.iso8601) }
    let path = try await register.asked(in: console.environment) { $0.path }
    let secret = try await Tokens(beside: path).add(
      name, author: author, created: created, expires: expires)
    if look.json {
      let json: JSON = [
        "schema": "annals.token.1", "name": .string(name), "by": .string(author),
        "created": .string(created), "expires": JSON(expires), "token": .string(secret),
      ]
      try console.print(json.text())
    } else {
      try console.print(secret)
    }
    console.say("“\(name)” signs in \(author); the token is not shown again.")
    console.say("  To take it back: annals token revoke '\(name)'\(register.words)")
    return .done
  }
}
