import Foundation
import Testing

@Suite struct `A person who reviews` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(
      """
      The Valley

      Valley Observer Mission (VOM), 2001 to 2004
      - The Council established VOM in March 2001.
      - VOM was closed on 30 June 2004.

      """, to: "valley.txt")
    try #require(try desk.annals("read", "valley.txt").code == 0)
  }

  /// The ids and properties that `annals review --json` gives.
  private func reviewed(_ arguments: String...) throws -> [(id: String, property: String)] {
    let run = try desk.shell("annals review --json \(arguments.joined(separator: " "))")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let statements = try #require(json?["statements"] as? [[String: Any]])
    return try statements.map {
      (try #require($0["id"] as? String), try #require($0["property"] as? String))
    }
  }

  private func closed() throws -> String {
    String(try #require(try reviewed("--property closed").first?.id).prefix(8))
  }

  @Test func `sees each proposal with its place and its id`() throws {
    let run = try desk.annals("review", "--property", "closed")
    #expect(run.code == 0)
    #expect(run.output.contains("VOM  closed  30 June 2004:"))
    #expect(run.output.contains("valley.txt:5 “"))
    #expect(run.output.hasPrefix(try closed()))
    #expect(try desk.annals("review", "--property", "closd").talk.contains("“closed”"))
  }

  @Test func `rejects by the first digits of an id, and takes it back`() throws {
    let id = try closed()
    let run = try desk.annals("reject", id, "--by", "A. Reader", "--note", "of another one")
    #expect(run.code == 0 && run.talk.contains("1 statement rejected by A. Reader"))
    #expect(try !desk.annals("show", "VOM").output.contains("30 June 2004"))
    let list = try desk.annals("review", "--state", "rejected").output
    #expect(list.contains("rejected by A. Reader") && list.contains("of another one"))

    let undone = try desk.annals("undo", "--by", "A. Reader")
    #expect(undone.code == 0 && undone.output.contains("undone: 1 rejected"))
    #expect(try desk.annals("show", "VOM").output.contains("30 June 2004"))
    #expect(try desk.annals("undo", "--by", "A. Reader").code == 1)
  }

  @Test func `sees how many a filter lets through before anything is done`() throws {
    let all = try reviewed().count
    let preview = try desk.annals("accept", "--mission", "VOM", "--by", "A. Reader")
    #expect(preview.code == 5 && preview.talk.contains("\(all) statements would be accepted"))
    #expect(preview.talk.contains("--yes"))
    #expect(try reviewed().count == all)
    let done = try desk.annals("accept", "--mission", "VOM", "--by", "A. Reader", "--yes")
    #expect(done.code == 0 && done.talk.contains("\(all) statements accepted"))
    #expect(try desk.annals("review").code == 1)
    let again = try desk.annals("accept", "--mission", "VOM", "--by", "A. Reader")
    #expect(again.code == 1)
    #expect(try desk.annals("undo", "--by", "A. Reader").output.contains("\(all) accepted"))
    #expect(try reviewed().count == all)
  }

  @Test func `corrects a date and keeps the proposal beside it`() throws {
    let id = try closed()
    let run = try desk.annals("amend", id, "--date", "2004-07-30", "--by", "A. Reader")
    #expect(run.code == 0 && run.output.contains("to “30 July 2004:"))
    #expect(try desk.annals("show", "VOM").output.contains("30 July 2004"))
    #expect(try desk.annals("review", "--state", "amended").output.contains("30 June 2004"))
    let json = try desk.annals("review", "--state", "amended", "--json").output
    #expect(json.contains(#""valid": "2004-07-30""#))
  }

  @Test(arguments: [
    (["accept", "--by", "A"], 2, "Which statements?"),
    (["accept", "00", "--by", "A"], 1, "no statement has an id"),
    (["accept", "3c", "--mission", "VOM", "--by", "A"], 2, "not both"),
    (["reject", "00"], 2, "Who decides?"),
    (["amend", "00", "--by", "A"], 2, "What is to be corrected?"),
    (["undo"], 2, "Who decides?"),
  ])
  func `is told what is missing`(arguments: [String], code: Int, words: String) throws {
    let line = arguments.joined(separator: " ")
    let run = try desk.shell("annals \(line)")
    #expect(run.code == Int32(code) && run.talk.contains(words))
  }

  @Test func `is told which date cannot be read`() throws {
    let run = try desk.annals("amend", try closed(), "--date", "2004-13", "--by", "A")
    #expect(run.code == 2 && run.talk.contains("write 2004-12"))
    #expect(try desk.annals("review", "--state", "amended").code == 1)
  }

  @Test func `makes no register by a mistyped path`() throws {
    let run = try desk.annals("accept", "00", "--by", "A", "--register", "none.sqlite")
    #expect(run.code == 1 && run.talk.contains("no register"))
    #expect(!FileManager.default.fileExists(atPath: desk.path("none.sqlite")))
  }

  @Test func `carries decisions to an edited file and sees which are lost`() throws {
    _ = try desk.shell("annals accept --mission VOM --by 'A. Reader' --yes")
    let text = try desk.read("valley.txt")
    try desk.write(
      "Preface.\n\n" + text.replacingOccurrences(of: "30 June", with: "1 July"), to: "valley.txt")
    let read = try desk.annals("read", "valley.txt")
    #expect(read.output.contains("decisions on the edition before it:"))
    #expect(read.output.contains("annals review --dropped"))
    let dropped = try desk.annals("review", "--dropped")
    #expect(dropped.code == 0 && dropped.output.contains("its passage is gone"))
    #expect(dropped.output.contains("30 June 2004"))
    #expect(!dropped.output.contains("March 2001"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `goes through proposals by single keys in a terminal`() throws {
    let all = try reviewed().count
    // Keys go in one by one: a key typed ahead of a prompt would be taken for its answer.
    let run = try desk.shell(
      """
      keys() { for key in "$@"; do sleep 0.4; printf "$key"; done; sleep 0.4; }
      keys '?' a k u s r 'not so\\n' q | TERM=xterm script -qec \
        "$(type annals | grep -o "'[^']*'" | head -1) review --by 'A. Reader'" /dev/null
      """)
    #expect(run.output.contains("a accept · r reject"))
    #expect(run.output.contains("undone: 1 accepted"))
    #expect(run.output.contains("1 statement decided, \(all - 1) open."))
    let rejected = try desk.annals("review", "--state", "rejected").output
    #expect(rejected.contains("rejected by A. Reader") && rejected.contains("not so"))
    #expect(try desk.annals("review", "--state", "accepted").code == 1)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func `finds the terminal as it was when the review is ended from outside`() throws {
    try desk.write(
      """
      import os, pty, signal, subprocess, sys, termios, time
      ours, theirs = pty.openpty()
      process = subprocess.Popen(
        [sys.argv[1], "review", "--by", "A"], stdin=theirs, stdout=theirs, stderr=theirs)
      shown = b""
      while b"a/r/e/s" not in shown: shown += os.read(ours, 4096)
      def echoes(): return bool(termios.tcgetattr(theirs)[3] & termios.ECHO)
      end = time.time() + 10
      while echoes() and time.time() < end: time.sleep(0.05)
      print("during", echoes())
      process.send_signal(signal.SIGTERM)
      print("code", process.wait(10), "after", echoes())

      """, to: "terminal.py")
    let run = try desk.shell("python3 terminal.py '\(Product.annals.path)'")
    #expect(run.output == "during False\ncode -15 after True\n", "\(run.talk)")
  }
}
