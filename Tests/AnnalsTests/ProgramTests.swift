import Foundation
import Testing

@Suite struct `The program` {
  let desk: Desk
  init() throws { desk = try Desk() }

  @Test func `says its version`() throws {
    let run = try desk.annals("--version")
    #expect(run.code == 0 && run.output == "0.1.0\n" && run.talk == "")
  }

  @Test func `says what it is for, with examples before the options`() throws {
    let run = try desk.annals("--help")
    let examples = try #require(run.output.range(of: "EXAMPLES:"))
    let usage = try #require(run.output.range(of: "USAGE:"))
    #expect(run.code == 0 && examples.lowerBound < usage.lowerBound && run.talk == "")
  }

  @Test func `lists its exit codes`() throws {
    let run = try desk.annals("help", "exit-codes")
    #expect(run.code == 0)
    for code in ["0", "1", "2", "3", "4", "5", "130"] {
      #expect(run.lines.contains { $0.split(separator: " ").first == Substring(code) })
    }
  }

  @Test(arguments: [
    (["edft"], "edtf"), (["help", "exit-code"], "exit-codes"), (["hlep"], "help"),
  ])
  func `asks whether another command was meant`(words: [String], meant: String) throws {
    let run = try desk.shell("annals \(words.joined(separator: " "))")
    #expect(run.code == 2 && run.output == "")
    #expect(run.talk.contains("Did you mean “\(meant)”?"))
  }

  @Test func `names the commands there are where none is near`() throws {
    let run = try desk.annals("quux")
    #expect(run.code == 2 && run.talk.contains("Try one of:") && !run.talk.contains("Did you mean"))
  }

  @Test(arguments: ["--versoin", "--nope"])
  func `refuses an option it does not know with code 2`(option: String) throws {
    let run = try desk.annals(option)
    #expect(run.code == 2 && run.output == "" && run.talk.contains(option))
  }

  @Test func `ends quietly where nobody reads its output`() throws {
    let run = try desk.shell("annals --help | true; echo ${PIPESTATUS[0]}")
    #expect(run.output == "0\n" && run.talk == "")
  }

  @Test func `ends quietly where standard output is closed`() throws {
    let run = try desk.shell("annals --help >&-; echo $?")
    #expect(run.output == "0\n" && run.talk == "")
  }

  @Test func `tells a full disk`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try desk.shell("annals --help > /dev/full; echo $?")
    #expect(run.output == "3\n" && run.talk.contains("No space left"))
  }
}
