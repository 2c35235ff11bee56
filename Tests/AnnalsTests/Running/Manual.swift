import Foundation

/// The commands as the program itself describes them (`--experimental-dump-help`), and the page
/// `docs/cli.md` that is made from it.
struct Manual: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
    let superCommands: [String]?

    /// `annals edtf bounds`.
    var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// This command and all below it, without the `help` that each group has.
    var all: [Command] {
      [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all)
    }

    /// What a reader must find documented: everything but help and version.
    var documented: [Argument] {
      (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.valueName) }
    }
  }

  struct Argument: Decodable {
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let valueName: String?
    let abstract: String?
    let names: [Name]?
    let defaultValue: String?
    let allValues: [String]?

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    /// `--on <day>`, `<path> ...`, as it is typed.
    var synopsis: String {
      let value = "<\(valueName ?? "value")>"
      guard kind != "positional" else { return value + (isRepeating ? " ..." : "") }
      let dashed = (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
      let name = dashed.joined(separator: ", ")
      return kind == "flag" ? name : "\(name) \(value)"
    }
  }

  /// The page, one section a command.
  var page: String {
    var out = """
      # The commands of Annals

      Made from the program's own descriptions by `make goldens`; a test fails where the two differ.
      Data goes to standard output, everything said about it to standard error.

      """
    for command in command.all {
      out += "\n## \(command.path)\n\n\(command.abstract ?? "")\n"
      if let discussion = command.discussion, !discussion.isEmpty {
        out += "\n```text\n\(discussion)\n```\n"
      }
      guard !command.documented.isEmpty else { continue }
      out += "\n| argument or option | what it does |\n|---|---|\n"
      for argument in command.documented {
        out += "| `\(argument.synopsis)` | \(Manual.cell(argument)) |\n"
      }
    }
    return out
  }

  private static func cell(_ argument: Argument) -> String {
    var text = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      text += " One of: \(values.map { "`\($0)`" }.joined(separator: ", "))."
    }
    if let value = argument.defaultValue, argument.kind != "flag" {
      text += " Default: `\(value)`."
    }
    return text.replacingOccurrences(of: "|", with: "\\|")
      .replacingOccurrences(of: "\n", with: " ")
  }

  static func load(from desk: Desk) throws -> Manual {
    let run = try desk.annals("--experimental-dump-help")
    return try JSONDecoder().decode(Manual.self, from: Data(run.output.utf8))
  }
}
