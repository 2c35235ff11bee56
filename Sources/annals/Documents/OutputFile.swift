import Foundation

/// Files that a command is told to write.
enum OutputFile {
  /// Writes a text whole or not at all. A file that is there already is replaced only where it is
  /// of the same kind, so that a mistyped name costs nothing.
  ///
  /// - Parameter replacing: whether a file with this text may be replaced.
  /// - Throws: `Failure` with the outcome `refused` or `inputFailed`.
  static func write(
    _ text: String, to path: String, replacing: (String) -> Bool
  ) throws(Failure) {
    switch FileKind(path) {
    case .missing, .other: break
    case .folder:
      throw Failure(.refused, "\(path) is a folder", remedy: "Name a file in it.")
    case .file:
      let bytes = (try? FileBytes.read(path, limit: 1 << 30)) ?? []
      guard bytes.isEmpty || replacing(String(decoding: bytes.prefix(256), as: UTF8.self)) else {
        throw Failure(
          .refused, "\(path) is there already and something else; it was not replaced",
          remedy: "Name another file, or remove this one.")
      }
    }
    do {
      let isPlain = FileKind(path) != .other
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: isPlain ? .atomic : [])
    } catch {
      throw Failure(
        .inputFailed, "\(path) cannot be written: \(error.localizedDescription)",
        remedy: "Check that its folder exists and that you may write there.")
    }
  }
}
