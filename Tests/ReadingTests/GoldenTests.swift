import Foundation
import Reading
import Statements
import Testing

@Suite struct `The sample dossiers` {
  static let dossiers: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "Dossiers"), includingPropertiesForKeys: nil)
    return (files ?? []).map(\.lastPathComponent).filter { Format(path: $0) != nil }.sorted()
  }()

  @Test func `are at least three`() { #expect(Self.dossiers.count >= 3) }

  @Test(arguments: dossiers)
  func `are read as their goldens say`(name: String) throws {
    let proposals = try read(root.appending(path: "Dossiers/\(name)"))
    try expectGolden(listing(proposals), name + ".golden")
  }
}
