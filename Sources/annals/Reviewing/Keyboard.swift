import Dispatch
import Foundation

/// Single keys of the terminal that standard input is, without their echo.
struct Keyboard {
  enum Key: Hashable {
    case character(Character)
    /// Ctrl-C, or the terminal is gone.
    case end
  }

  private let usual: termios
  private let single: termios
  /// Give the terminal its usual mode back before a signal ends the program.
  private let guards: [any DispatchSourceSignal]

  /// Nil where standard input is no terminal.
  init?() {
    var usual = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &usual) == 0 else { return nil }
    self.usual = usual
    let mode = usual
    guards = [SIGTERM, SIGHUP].map { number in
      // The source only sees what the default action leaves alive.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        var mode = mode
        _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &mode)
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
    usual.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    single = usual
  }

  /// The next key; arrows down and up are `j` and `k`.
  func next() -> Key {
    set(single)
    defer { set(usual) }
    guard let byte = byte() else { return .end }
    switch byte {
    case 0x03, 0x04: return .end
    case 0x1B:
      guard self.byte() == UInt8(ascii: "["), let arrow = self.byte() else { return next() }
      return arrow == UInt8(ascii: "A") ? .character("k") : .character("j")
    default: return .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// A line that the person types, with the terminal's own editing; nil where there is none.
  func line() -> String? { readLine() }

  private func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      guard count == -1, errno == EINTR else { return nil }
    }
  }

  private func set(_ mode: termios) {
    var mode = mode
    _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }
}
