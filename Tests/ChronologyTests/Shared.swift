import Foundation

/// Tables for measurement that lie beside the project, if they do.
enum Shared {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/edtf")

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// The rows of a table as dictionaries.
  static func rows(_ name: String) throws -> [[String: String]] {
    try rows(of: folder.appending(path: name))
  }

  /// The rows of a table of tab-separated cells below a line of names, without comments.
  static func rows(of file: URL) throws -> [[String: String]] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
    }
  }

  /// `\s`, `\t`, `\n`, `\r`, `\0`, `\\` and `\e` as the tables write them.
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
      case "r": result.append("\r")
      case "0": result.append("\0")
      case "e": break
      case let other?: result.append(other)
      case nil: break
      }
    }
    return result
  }
}
