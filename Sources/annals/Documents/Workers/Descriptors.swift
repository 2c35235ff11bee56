import Foundation

/// Whole writes and reads on file descriptors, as pipes want them.
enum Descriptors {
  /// A pipe that programs started later do not inherit; nil where the system has no more.
  static func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe Foundation.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Whether all bytes were written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe Foundation.write(
          descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Exactly so many bytes; nil where the other end closes before.
  static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var have = 0
    while have < count {
      let got = unsafe bytes.withUnsafeMutableBytes { raw in
        unsafe Foundation.read(descriptor, raw.baseAddress?.advanced(by: have), count - have)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      have += got
    }
    return bytes
  }

  /// Bytes until the other end closes; nil where they are more than the limit.
  static func readAll(from descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe Foundation.read(descriptor, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return bytes }
      bytes += chunk[..<got]
      guard bytes.count <= limit else { return nil }
    }
  }

  /// Eight bytes, the lowest first.
  static func header(_ count: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }

  /// The count that eight bytes tell; nil where it is none.
  static func count(_ header: [UInt8]) -> Int? {
    guard header.count == 8, header[7] == 0 else { return nil }
    return header.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
