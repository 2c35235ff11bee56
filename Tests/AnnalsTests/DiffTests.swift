import Foundation
import Testing

@Suite struct `A person who compares editions` {
  let desk: Desk
  private static func page(_ month: String, _ people: Int, _ more: String) -> String {
    """
    Valley Observer Mission (VOM)

    - The Council established VOM in \(month) 2001.
    - VOM trained \(people) police officers.
    - Commander: \(more)

    """
  }

  init() throws { desk = try Desk() }

  @Test func `sees what a new edition changes, with both passages`() throws {
    try desk.write(Self.page("March", 300, "A. Brown"), to: "old.txt")
    try desk.write(
      Self.page("April", 400, "C. Dee") + "- VOM was closed on 30 June 2004.\n", to: "new.txt")
    try desk.annals("read", "old.txt", "new.txt")
    let run = try desk.annals("diff", "old.txt", "new.txt")
    #expect(run.code == 0 && run.output.contains("March 2001 → April 2001"))
    #expect(run.output.contains("300 police officers → 400 police officers"))
    #expect(run.output.contains("old.txt:4 “300") && run.output.contains("new.txt:4 “400"))
    #expect(run.output.contains("dropped  old.txt:5 “- Commander: A. Brown”"))
    let json = try desk.annals("diff", "old.txt", "new.txt", "--json").json()
    #expect(json["schema"] as? String == "annals.diff.1")
    let mission = try #require((json["missions"] as? [[String: Any]])?.first)
    #expect((mission["changes"] as? [Any])?.count == 3)
    #expect(run.output.contains("new.txt:6 “VOM was closed on 30 June 2004."))
    #expect(try desk.annals("diff", "new.txt", "new.txt").code == 1)
  }

  @Test func `compares the last two editions of one file`() throws {
    try desk.write(Self.page("March", 300, "A. Brown"), to: "page.txt")
    try desk.annals("read", "page.txt")
    let one = try desk.annals("diff", "page.txt")
    #expect(one.code == 1 && one.talk.contains("one edition only"))
    try desk.write(Self.page("March", 400, "A. Brown"), to: "page.txt")
    try desk.annals("read", "page.txt")
    let run = try desk.annals("diff", "page.txt")
    #expect(run.code == 0 && run.output.contains("300 police officers → 400 police officers"))
    #expect(try desk.annals("diff", "page.txt", "page.txt").talk.contains("names 2 documents"))
    #expect(try desk.annals("diff", "paeg.txt").talk.contains("Did you mean “page.txt”?"))
  }

  @Test func `sees what is known otherwise since a day`() throws {
    try desk.write(Self.page("March", 300, "A. Brown"), to: "page.txt")
    try desk.annals("read", "page.txt")
    let run = try desk.annals("diff", "--since", "2001-01-01")
    #expect(run.code == 0 && run.output.contains("added  VOM"))
    #expect(try desk.annals("diff", "--since", "2999-01-01").code == 1)
    try desk.annals("reject", "--property", "trained", "--mission", "VOM", "--by", "A", "--yes")
    #expect(try !desk.annals("diff", "--since", "2001-01-01").output.contains("300 police"))
    #expect(try desk.annals("diff", "--since", "soon").code == 2)
    #expect(try desk.annals("diff").code == 2)
  }
}
