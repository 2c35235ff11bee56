import Foundation

/// Writes whole lines at once, from whichever task.
enum Speaker {
  /// A line of data.
  static func print(_ line: String) { write(line, to: STDOUT_FILENO) }

  /// A line about the data. Talk that cannot be heard is no reason to stop.
  static func say(_ line: String) { write(line, to: STDERR_FILENO) }

  private static func write(_ line: String, to descriptor: Int32) {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Foundation.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count > 0 { rest.removeFirst(count) } else if errno != EINTR { return }
    }
  }
}
