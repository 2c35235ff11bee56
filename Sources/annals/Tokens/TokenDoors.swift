import ArgumentParser

/// The group of commands about tokens, by which scripts sign in.
struct TokenDoors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Adds, lists and revokes tokens, by which scripts and people sign in to a server.",
    discussion: """
      EXAMPLES:
        annals token add nightly --by 'A. Reader'    prints the token, once
        annals token list
        annals token revoke nightly                  at once, also where a server is running

      A token stands for a person: what is done by it is recorded under that name. Only its digest
      is kept, in a file beside the register (annals.sqlite.tokens) that no copy of the register
      has.
      """,
    subcommands: [TokenAddCommand.self, TokenListCommand.self, TokenRevokeCommand.self])
}
