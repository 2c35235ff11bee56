import Foundation
import Testing

@Suite struct `The public interface of Chronology` {
  @Test func `has a comment on every declaration`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Chronology")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var (bare, count) = ([String](), 0)
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let (found, all) = declarations(in: text)
      bare += found.map { "\(file.lastPathComponent): \($0)" }
      count += all
    }
    #expect(bare.isEmpty, "\(bare.joined(separator: "\n"))")
    #expect(count > 200)
  }

  @Test func `is found bare where a comment is missing`() {
    let text =
      "/// A day.\npublic struct Day {\n  public let number: Int\n  /// Its name.\n  @inline(never)\n  public var name: String\n}\n"
    #expect(declarations(in: text).bare == ["public let number: Int"])
  }

  /// The public declarations without a comment, and the number of all. What a protocol of the
  /// standard library asks for needs none.
  private func declarations(in text: String) -> (bare: [String], count: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let known = ["let rawValue", "init(rawValue", "static func <", "static func ==", "func hash("]
    var (bare, count) = ([String](), 0)
    for (index, line) in lines.enumerated() where line.hasPrefix("public ") {
      guard !known.contains(where: { line.hasPrefix("public " + $0) }) else { continue }
      count += 1
      let above = lines[..<index].last { !$0.hasPrefix("@") } ?? ""
      if !above.hasPrefix("///") { bare.append(line) }
    }
    return (bare, count)
  }
}
