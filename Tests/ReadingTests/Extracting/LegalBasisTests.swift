import Statements
import Testing

@testable import Reading

@Suite struct `The legal basis of a mission` {
  private func bases(_ text: String) throws -> [String] {
    try read(text).statements.filter { $0.property == .legalBasis }.map(\.value.words)
  }

  @Test(arguments: [
    (
      "The UN Mission in Togo (UNMITO) was established by Security Council resolution 1244 (1999).",
      ["Security Council resolution 1244 (1999)"]
    ),
    (
      "UNMITO was set up by Decision No. 1117 and extended by Decision 454/Corr.1 in 2002.",
      ["Decision No. 1117", "Decision 454/Corr.1"]
    ),
    (
      "EUFOR Togo was launched in 2004 by Joint Action 2004/570/CFSP.",
      ["Joint Action 2004/570/CFSP"]
    ),
  ])
  func `is an act with its number`(text: String, expected: [String]) throws {
    #expect(try bases(text) == expected)
  }

  @Test(arguments: [
    "UNMITO was established in 2001. The Council recalled resolution 1325.",
    "UNMITO was established in 2001 by a decision of the Council.",
  ])
  func `is none where no act brings the mission about`(text: String) throws {
    #expect(try bases(text) == [])
  }
}
