import Foundation
import Testing

@Suite struct `A person who keeps a register for years` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.annals("read", "harbour.txt")
  }

  @Test func `learns that it is sound, part by part`() throws {
    let run = try desk.annals("doctor")
    #expect(run.code == 0 && run.talk.contains("is sound"))
    #expect(run.lines.count == 8 && run.lines.dropLast().allSatisfy { $0.contains("sound: ") })
    let json = try desk.annals("doctor", "--json").json()
    #expect(
      json["verdict"] as? String == "sound" && json["form"] as? Int == json["newest_form"] as? Int)
    #expect((json["checks"] as? [[String: Any]])?.count == 7)
  }

  @Test func `learns that pages are lost, and what to do`() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path("annals.sqlite")))
    for index in (bytes.count / 2)..<(bytes.count / 2 + 9_000) { bytes[index] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: desk.path("annals.sqlite")))
    let run = try desk.annals("doctor")
    #expect(run.code == 4 && run.talk.contains("is damaged"))
    #expect(run.output.contains("damaged: ") && run.output.contains("backup"))
    #expect(try desk.annals("backup", "copy.sqlite").code == 4)
    #expect(!FileManager.default.fileExists(atPath: desk.path("copy.sqlite")))
  }

  @Test func `copies it while it is in use, and never over something else`() throws {
    let run = try desk.annals("backup", "copy.sqlite")
    #expect(run.code == 0 && run.output.contains("1 documents"))
    let copied = try desk.annals("missions", "--json", "--register", "copy.sqlite").output
    let kept = try desk.annals("missions", "--json").output
    #expect(copied == kept && kept.contains("BCOM"))
    let twice = try desk.annals("backup", "copy.sqlite")
    #expect(twice.code == 5 && twice.talk.contains("is there already"))
    #expect(try desk.annals("backup", "copy.sqlite", "--replace").code == 0)
    let other = try desk.annals("backup", "harbour.txt", "--replace")
    let text = try desk.read("harbour.txt")
    #expect(other.code == 4 && text == Sample.harbour)
    #expect(try desk.annals("backup", "no/such/folder.sqlite").code == 4)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(
      names.sorted().filter { !$0.hasPrefix(".") && !$0.contains("-") } == [
        "annals.sqlite", "copy.sqlite", "harbour.txt",
      ])
    // The copy is a register like any other: it can be written to.
    try desk.write(Sample.harbour + "More.\n", to: "more.txt")
    #expect(try desk.annals("read", "more.txt", "--register", "copy.sqlite").code == 0)
  }

  @Test func `is told what is missing or no register`() throws {
    #expect(try desk.annals("doctor", "--register", "none.sqlite").code == 1)
    #expect(try desk.annals("doctor", "--register", "harbour.txt").code == 4)
    #expect(try desk.annals("doctor", "--mend", "--register", "none.sqlite").code == 1)
    #expect(try desk.annals("backup", "copy.sqlite", "--register", "none.sqlite").code == 1)
  }
}
