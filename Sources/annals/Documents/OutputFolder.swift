import Foundation

/// A folder that gets one file for each document of a run.
struct OutputFolder: Sendable {
  let path: String
  /// Which document each file of this run was written for.
  private var written: [String: String] = [:]

  /// Makes the folder where there is none.
  /// - Throws: `Failure` where that cannot be.
  init(_ path: String) throws(Failure) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .inputFailed, "the folder \(path) cannot be made: \(error.localizedDescription)",
        remedy: "Name another folder with --out.")
    }
  }

  /// Writes the text for a document under the document's own name with another ending.
  ///
  /// - Returns: the path written.
  /// - Throws: `Failure` where this run has written that file for another document already, or the
  ///   file cannot be written.
  mutating func write(
    _ text: String, for document: String, ending: String
  ) throws(Failure) -> String {
    let name = URL(fileURLWithPath: document).deletingPathExtension().lastPathComponent
    let target = "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(name).\(ending)"
    if let other = written[target] {
      throw Failure(
        .inputFailed, "\(document): its result would replace that of \(other) in \(target)",
        remedy: "Rename one of the two, or use another --out for it.")
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw Failure(
        .inputFailed, "\(target) cannot be written: \(error.localizedDescription)",
        remedy: "Check that you may write there.")
    }
    written[target] = document
    return target
  }
}
