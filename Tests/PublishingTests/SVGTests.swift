import Chronology
import Foundation
import Statements
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `A timeline as SVG` {
  @Test func `is drawn as recorded`() throws {
    for (name, scene) in try Scene.all() {
      try expectGolden(Timeline(scene.accounts).svg(), "\(name).svg")
    }
  }
}
