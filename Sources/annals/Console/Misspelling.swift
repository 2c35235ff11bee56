import ArgumentParser

/// Words where a command's name should stand.
enum Misspelling {
  /// - Throws: `Failure` where the first word, or the word after a group's name or `help`, is no
  ///   command, with the one that was probably meant.
  static func check(_ arguments: [String], in root: any ParsableCommand.Type) throws(Failure) {
    var command = root
    var path = [root._commandName]
    var words = arguments.prefix { !$0.hasPrefix("-") }[...]
    let isHelp = words.first == "help"
    if isHelp { words.removeFirst() }
    while let word = words.popFirst(), !command.configuration.subcommands.isEmpty {
      let subcommands = command.configuration.subcommands
      guard let next = subcommands.first(where: { $0._commandName == word }) else {
        if word == "help" { return }
        var known = subcommands.map { $0._commandName }
        if path.count == 1 { known += isHelp ? HelpTopic.allCases.map(\.rawValue) : ["help"] }
        throw Failure(
          .usage,
          "there is no \(isHelp ? "help on" : "command") “\(word)”."
            + Suggestion.question(for: word, among: known),
          remedy: "Try one of: \(known.joined(separator: ", ")).")
      }
      command = next
      path.append(word)
    }
  }
}
