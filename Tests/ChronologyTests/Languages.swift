import Chronology
import Foundation

/// The languages whose words lie in the repository.
enum Languages {
  static func english() throws -> DateLanguage { try language("dates-en") }

  static func language(_ name: String) throws -> DateLanguage {
    try DateLanguage(parsing: table(name))
  }

  /// The text of a list, as it is compiled into the program.
  static func table(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Sources/CVocabulary/Words/\(name).tsv"), encoding: .utf8)
  }
}

extension Languages {
  /// The rows of a table beside the tests as dictionaries.
  static func rows(_ name: String) throws -> [[String: String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Tables/\(name).tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
