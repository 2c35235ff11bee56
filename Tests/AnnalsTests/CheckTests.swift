import Foundation
import Testing

@Suite struct `A person who checks` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    for (name, end) in [("a", "30 June 2004"), ("b", "1 July 2004")] {
      try desk.write(
        """
        The Valley

        Valley Observer Mission (VOM)
        - The Council established VOM on 1 March 2001.
        - VOM was closed on \(end).

        """, to: "\(name).txt")
    }
    try #require(try desk.annals("read", "a.txt", "b.txt").code == 0)
  }

  @Test func `sees both passages of a contradiction, and is answered 1`() throws {
    let run = try desk.annals("check", "--finding", "contradiction")
    #expect(run.code == 1)
    #expect(run.output.contains("contradiction (one-day shift)  VOM"))
    #expect(run.output.contains("a.txt:5 “") && run.output.contains("b.txt:5 “"))
    let json = try desk.annals("check", "--finding", "contradiction", "--json").output
    #expect(json.contains(#""schema": "annals.check.1""#) && json.contains("30 June 2004"))
  }

  @Test func `settles a finding with a reason, until it is undone`() throws {
    func open() throws -> [String] {
      try desk.annals("check", "--finding", "contradiction").lines.filter { !$0.hasPrefix(" ") }
        .map { String($0.prefix(8)) }
    }
    let ids = try open()
    #expect(!ids.isEmpty)
    #expect(try desk.shell("annals settle \(ids[0]) --by A").code == 2)
    for id in ids {
      let run = try desk.annals("settle", id, "--by", "A. Reader", "--note", "b has it wrong")
      #expect(run.code == 0 && run.output.contains("settled by A. Reader"))
    }
    let quiet = try desk.annals("check", "--finding", "contradiction")
    #expect(quiet.code == 0 && quiet.output.isEmpty && quiet.talk.contains("\(ids.count) settled"))
    let shown = try desk.annals("check", "--finding", "contradiction", "--settled").output
    #expect(shown.contains("b has it wrong"))
    #expect(try desk.annals("undo", "--by", "A. Reader").output.contains("1 settled"))
    #expect(try open().count == 1)
  }

  @Test func `is told which kinds there are`() throws {
    let run = try desk.annals("check", "--finding", "contradicton")
    #expect(run.code == 2 && run.talk.contains("Did you mean “contradiction”?"))
    #expect(try desk.annals("settle", "00", "--by", "A", "--note", "so").code == 1)
  }

  @Test func `is answered 0 where nothing is found`() throws {
    #expect(try desk.annals("check", "--finding", "gap").code == 0)
    #expect(try desk.annals("check", "--finding", "contradiction", "--in", "Mars").code == 0)
  }
}
