import Chronology
import Statements
import Testing

@testable import Publishing

@Suite struct `A timeline on a terminal` {
  @Test(arguments: [40, 80, 132])
  func `is drawn as recorded`(width: Int) throws {
    for (name, scene) in try Scene.all() {
      let text = Timeline(scene.accounts).text(TerminalStyle(width: width))
      try expectGolden(text, "\(name)-\(width).txt")
    }
  }

  @Test func `is drawn in ASCII as recorded`() throws {
    for (name, scene) in try Scene.all() {
      let text = Timeline(scene.accounts).text(TerminalStyle(width: 72, glyphs: .ascii))
      #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
      try expectGolden(text, "\(name)-ascii.txt")
    }
  }
}
