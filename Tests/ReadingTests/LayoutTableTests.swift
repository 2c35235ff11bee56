import Testing

@testable import Reading

@Suite struct `A table in plain text` {
  @Test func `is known by the dashes under its header`() throws {
    let text = """
      Missions in the Valley

        Mission   Period      Strength
        --------- ----------- --------
        VOM       2001–2004   120
        HWM       since 2005  80

      The mission ended in 2004.
      """
    let blocks = try reader.get().outline(of: text).blocks
    #expect(
      blocks.map(\.kind) == [.heading(level: 1), .row, .row, .row, .paragraph])
    let first = try #require(blocks.dropFirst(2).first)
    #expect(Array(text.utf8)[first.bytes].elementsEqual("VOM       2001–2004   120".utf8))
  }

  @Test func `is no heading that is underlined`() throws {
    let blocks = try reader.get().outline(of: "Missions\n--------\n\nThe mission ended.").blocks
    #expect(blocks.map(\.kind) == [.heading(level: 2), .paragraph])
  }
}
