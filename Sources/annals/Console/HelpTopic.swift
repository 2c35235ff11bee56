/// Pages of `annals help` that are about no command.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"

  /// The page that these arguments ask for; nil where they ask for none.
  static func page(for arguments: [String]) -> String? {
    guard arguments.count == 2, arguments[0] == "help",
      let topic = HelpTopic(rawValue: arguments[1])
    else { return nil }
    return switch topic {
    case .exitCodes: Outcome.page
    }
  }
}
