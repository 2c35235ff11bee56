import Foundation

/// Reading whole files, with a limit, so that a device or a disk image does not fill the memory.
enum FileBytes {
  /// - Throws: `Failure` naming the path, the reason and the remedy.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else {
      let reason = errno
      throw Failure(
        .inputFailed, "\(path): \(systemWords(reason))",
        remedy: reason == EACCES ? "Check its permissions: chmod +r." : nil)
    }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path, limit: limit)
  }

  /// - Throws: `Failure` as for a path, with the words for standard input.
  static func readStandardInput(limit: Int) throws(Failure) -> [UInt8] {
    try read(descriptor: STDIN_FILENO, name: "standard input", limit: limit)
  }

  private static func read(
    descriptor: Int32, name: String, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe Foundation.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw Failure(.inputFailed, "\(name): \(systemWords(errno))")
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else {
        throw Failure(
          .inputFailed, "\(name): larger than \(limit >> 20) MB",
          remedy: "Split it into documents of their own.")
      }
    }
  }
}
