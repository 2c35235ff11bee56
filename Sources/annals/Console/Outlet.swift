import Foundation

/// Why text could not be written.
enum OutletError: Error, Hashable, Sendable {
  /// Nobody reads the other end any more, as after `| head`.
  case closed
  /// The system's error number, as for a full disk.
  case failed(Int32)
}

/// One of the program's outputs, buffered unless a person watches it.
///
/// Not `print`: that neither reports a full disk nor notices that its reader has gone.
struct Outlet: ~Copyable {
  private let descriptor: Int32
  private let isWatched: Bool
  private var buffer: [UInt8] = []

  init(descriptor: Int32, isTerminal: Bool) {
    self.descriptor = descriptor
    isWatched = isTerminal
  }

  mutating func write(_ text: String) throws(OutletError) {
    buffer.append(contentsOf: text.utf8)
    if isWatched || buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what is buffered. After an error the buffer is dropped: it is not tried again.
  mutating func flush() throws(OutletError) {
    var written = 0
    defer { buffer.removeAll(keepingCapacity: true) }
    while written < buffer.count {
      let count = unsafe buffer[written...].withUnsafeBytes { bytes in
        unsafe Foundation.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count > 0 {
        written += count
      } else if errno == EPIPE {
        throw .closed
      } else if errno != EINTR {
        throw .failed(errno)
      }
    }
  }
}
