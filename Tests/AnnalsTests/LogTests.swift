import Testing

@Suite struct `The log` {
  @Test func `says who did what and what was undone, last first`() throws {
    let desk = try Desk()
    try desk.write(
      """
      Valley Observer Mission (VOM)
      - VOM was closed on 30 June 2004.

      """, to: "valley.txt")
    try desk.annals("read", "valley.txt")
    _ = try desk.shell(
      """
      annals accept --property closed --by 'A. Reader' --note 'seen in the annex' --yes
      annals undo --by 'A. Reader'
      """)
    let run = try desk.annals("log")
    #expect(run.code == 0 && run.lines.count == 3)
    #expect(run.lines[0].contains("  undo  A. Reader"))
    #expect(run.lines[1].contains("  decide  A. Reader: 1 accepted, undone later"))
    #expect(run.lines[1].hasSuffix("(seen in the annex)"))
    #expect(run.lines[2].contains("  read  valley.txt: "))
    #expect(try desk.annals("log", "--limit", "1").lines.count == 1)
    #expect(try desk.annals("log", "--since", "2999-01-01").code == 1)
    #expect(try desk.annals("log", "--since", "2999").code == 2)
    #expect(try desk.annals("log", "--json").output.contains(#""file": "valley.txt""#))
  }
}
