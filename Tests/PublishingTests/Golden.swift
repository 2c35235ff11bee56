import Foundation
import Testing

/// Compares a text with the file of that name in `Goldens`, beside the tests; with
/// `ANNALS_RECORD_GOLDENS=1` in the environment the file is written instead.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["ANNALS_RECORD_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return
  }
  let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  guard text != expected else { return }
  let lines = (
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let first = zip(lines.0, lines.1).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(name) differs from line \(first + 1) on; read the difference and record it with \
    ANNALS_RECORD_GOLDENS=1
    is:        \(first < lines.0.count ? lines.0[first] : "nothing more")
    should be: \(first < lines.1.count ? lines.1[first] : "nothing more")
    """, sourceLocation: sourceLocation)
}
