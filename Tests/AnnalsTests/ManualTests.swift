import Foundation
import Testing

@Suite struct `The manual` {
  let desk: Desk
  let manual: Manual
  init() throws {
    desk = try Desk()
    manual = try Manual.load(from: desk)
  }

  @Test func `says in docs/cli.md what the program says of itself`() throws {
    let file = Product.root.appendingPathComponent("docs/cli.md")
    if ProcessInfo.processInfo.environment["ANNALS_RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(manual.page.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == manual.page, "docs/cli.md is out of date: run make goldens")
  }

  @Test func `names every command and every option in docs/cli.md`() throws {
    let file = Product.root.appendingPathComponent("docs/cli.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    for command in manual.command.all {
      let section = try #require(
        page.components(separatedBy: "\n## \(command.path)\n").dropFirst().first?
          .components(separatedBy: "\n## ").first, "\(command.path) is missing")
      for argument in command.documented {
        #expect(section.contains(argument.synopsis), "\(command.path) \(argument.synopsis)")
      }
    }
  }

  @Test func `explains every command, argument and option`() {
    for command in manual.command.all {
      #expect(command.abstract?.isEmpty == false, "\(command.path) has no abstract")
      #expect(
        command.discussion?.hasPrefix("EXAMPLES:\n") == true, "\(command.path) has no examples")
      for argument in command.documented {
        #expect(argument.abstract?.isEmpty == false, "\(command.path) \(argument.synopsis)")
      }
    }
  }

  @Test func `shows examples first in the help of every command`() throws {
    for command in manual.command.all {
      let words = command.path.split(separator: " ").dropFirst().map(String.init)
      let run = try desk.shell("annals \(words.joined(separator: " ")) --help")
      let examples = try #require(run.output.range(of: "EXAMPLES:"), "\(command.path)")
      let usage = try #require(run.output.range(of: "USAGE:"))
      #expect(run.code == 0 && examples.lowerBound < usage.lowerBound)
    }
  }
}
