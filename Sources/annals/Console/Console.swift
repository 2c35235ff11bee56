import Foundation

/// Where a command speaks: data on standard output, talk on standard error.
struct Console: ~Copyable {
  private(set) var terminal: Terminal
  let environment: [String: String]
  private var output: Outlet
  private var talk: Outlet

  init(environment: [String: String]) {
    self.environment = environment
    terminal = Terminal(environment: environment)
    output = Outlet(descriptor: STDOUT_FILENO, isTerminal: terminal.showsOutput)
    talk = Outlet(descriptor: STDERR_FILENO, isTerminal: true)
  }

  mutating func forbidColor() { terminal.allowsColor = false }

  /// Writes a line of data.
  mutating func print(_ line: String) throws(OutletError) { try output.write(line + "\n") }

  /// Writes data as it is.
  mutating func write(_ text: String) throws(OutletError) { try output.write(text) }

  mutating func flush() throws(OutletError) { try output.flush() }

  /// Says something about the data. Talk that cannot be heard is no reason to stop.
  mutating func say(_ text: String) { try? talk.write(text + "\n") }

  /// Replaces the line that the cursor is in; only where a person watches standard error.
  mutating func progress(_ text: String) {
    guard terminal.showsTalk else { return }
    try? talk.write("\r\u{1B}[K" + text.prefix(terminal.width - 1))
  }

  /// The text, set off where colour is allowed.
  func tinted(_ text: String, _ tint: Tint) -> String {
    terminal.allowsColor ? "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
