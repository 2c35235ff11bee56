import Foundation

/// What is known of the place where the output is shown.
struct Terminal: Sendable {
  /// Whether a person watches standard output, and standard error.
  let showsOutput: Bool
  let showsTalk: Bool
  /// Columns: the terminal's own, else `COLUMNS`, else 80.
  let width: Int
  /// Whether colour may be used on standard output: only on a terminal that has it, and where
  /// neither `NO_COLOR` (https://no-color.org) nor `--no-color` forbids it.
  var allowsColor: Bool

  init(environment: [String: String]) {
    showsOutput = isatty(STDOUT_FILENO) == 1
    showsTalk = isatty(STDERR_FILENO) == 1
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = Terminal.measuredWidth() ?? columns ?? 80
    let isForbidden = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    allowsColor = showsOutput && !isForbidden && environment["TERM"] != "dumb"
  }

  /// The columns that the terminal itself reports, nil where output, talk and input are none.
  private static func measuredWidth() -> Int? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
      var size = winsize()
      if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return nil
  }
}

/// How a word is set off where colour is allowed; without colour the word stands as it is, so it
/// must say by itself what the colour says.
enum Tint: String, Sendable {
  case strong = "1"
  case faint = "2"
  case good = "32"
  case doubtful = "33"
  case bad = "31"
}
