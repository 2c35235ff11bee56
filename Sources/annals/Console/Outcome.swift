/// How a run of the program ended; the raw value is the exit code.
///
/// Scripts rely on these numbers: they are a door, not a detail.
enum Outcome: Int32, CaseIterable, Sendable {
  case done = 0
  case negative = 1
  case usage = 2
  case inputFailed = 3
  case registerUnusable = 4
  case refused = 5
  case interrupted = 130

  /// What the code means, for `annals help exit-codes`.
  var meaning: String {
    switch self {
    case .done: "done; what was asked for is on standard output"
    case .negative: "a negative answer: nothing found, or nothing read yet"
    case .usage: "the command was not understood: a wrong option, value or date"
    case .inputFailed: "some input could not be read, or the output not written; the rest was done"
    case .registerUnusable: "the register is locked, damaged, or no register at all"
    case .refused: "refused: doing it would overwrite or lose something"
    case .interrupted: "interrupted (Ctrl-C); what was finished before is kept"
    }
  }

  /// The text of `annals help exit-codes`.
  static var page: String {
    let lines = allCases.map { outcome in
      let code = String(outcome.rawValue)
      return "  " + String(repeating: " ", count: 3 - code.count) + code + "  " + outcome.meaning
    }
    return """
      EXIT CODES

      \(lines.joined(separator: "\n"))

      Data goes to standard output, everything said about it to standard error.
      """
  }
}
