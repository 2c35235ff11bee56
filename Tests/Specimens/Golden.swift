import Foundation

/// A file with what a test expects, in `Goldens` beside the tests.
package struct Golden {
  private let file: URL

  /// - Parameter tests: the path of a file beside the folder `Goldens`: `#filePath`.
  package init(_ name: String, besides tests: String) {
    file = URL(filePath: tests).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  }

  /// Where a text differs from the file first; nil where it does not. With `ANNALS_RECORD_GOLDENS=1` in
  /// the environment the file is written instead.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["ANNALS_RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return nil
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return nil }
    let lines = [text, expected].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let first = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    return """
      \(file.lastPathComponent) differs from line \(first + 1) on; read the difference and record it \
      with ANNALS_RECORD_GOLDENS=1
      is:        \(first < lines[0].count ? lines[0][first] : "nothing more")
      should be: \(first < lines[1].count ? lines[1][first] : "nothing more")
      """
  }
}
