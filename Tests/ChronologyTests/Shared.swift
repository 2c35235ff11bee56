import Foundation

/// Tables for measurement that lie beside the project, if they do.
enum Shared {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/edtf")

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// The rows of a table as dictionaries, escapes undone.
  static func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
    }
  }

  /// `\s`, `\t`, `\n`, `\\` and `\e` as the conformance table writes them.
  static func unescaped(_ text: String) -> String {
    var result = ""
    var characters = text.makeIterator()
    while let character = characters.next() {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      switch characters.next() {
      case "s": result.append(" ")
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "e": break
      case let other?: result.append(other)
      case nil: break
      }
    }
    return result
  }
}
