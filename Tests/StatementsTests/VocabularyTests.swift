import Testing

@testable import Statements

@Suite struct `Word lists laid over others` {
  private func cues(_ text: String) throws -> [String: String] {
    let table = try Vocabulary.builtIn().overlaid(by: ["event-cues": text]).table("event-cues")
    return Dictionary(
      table.rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `add rows, replace rows and take rows away`() throws {
    let cues = try cues(
      "cue\tproperty\nhoisted its flag\tlaunched\nfounded\tevent\n-formed\tevent\n")
    #expect(cues["hoisted its flag"] == "launched")
    #expect(cues["founded"] == "event")
    #expect(cues["formed"] == nil)
  }

  @Test func `must have a known name and its columns`() throws {
    #expect(throws: VocabularyError.self) {
      try Vocabulary.builtIn().overlaid(by: ["event-cue": "cue\tproperty\n"])
    }
    #expect(throws: VocabularyError.self) {
      try Vocabulary.builtIn().overlaid(by: ["event-cues": "cue\tkind\n"])
    }
  }
}
