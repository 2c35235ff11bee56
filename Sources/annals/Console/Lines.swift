import Foundation

/// The lines of standard input, one after the other, without waiting for its end.
struct Lines: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The first byte of `buffer` that no line has taken yet.
  private var start = 0
  private var isAtEnd = false

  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// The next line without its end (LF or CR LF), nil after the last. Bytes that are not UTF-8
  /// become U+FFFD.
  ///
  /// - Parameter beforeWaiting: called before each read that may wait, so that a program that
  ///   feeds lines one at a time sees the answers to those it sent.
  mutating func next(beforeWaiting: () throws -> Void) throws -> String? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(buffer[start..<end])
      }
      searched = buffer.count
      guard !isAtEnd else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(buffer[start...])
      }
      buffer.removeFirst(start)
      searched -= start
      start = 0
      try beforeWaiting()
      try fill()
    }
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  private mutating func fill() throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Foundation.read(descriptor, &chunk, chunk.count)
      if count > 0 {
        buffer.append(contentsOf: chunk[..<count])
        return
      }
      if count == 0 {
        isAtEnd = true
        return
      }
      guard errno == EINTR else {
        throw Failure(.inputFailed, "standard input: \(systemWords(errno))")
      }
    }
  }
}

/// The system's words for an error number: "No such file or directory".
func systemWords(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
