import Foundation
import Testing

@Suite struct `annals serve` {
  let desk: Desk
  init() throws {
    desk = try Desk()
    try desk.write(
      "EUFOR Althea: since 2004\n\n- It was launched on 2 December 2004.\n", to: "a.txt")
    #expect(try desk.annals("read", "a.txt").code == 0)
  }

  /// The program serving on a port of its own, and the port.
  func serving(_ options: String...) throws -> (Running, port: Int) {
    let running = try desk.start(["serve", "--port", "0"] + options)
    for _ in 0..<500 {
      let output = try String(contentsOfFile: running.outputPath, encoding: .utf8)
      if let port = output.firstMatch(of: #/^http:\/\/127\.0\.0\.1:([0-9]+)\/\n/#)?.output.1 {
        return (running, try #require(Int(port)))
      }
      usleep(20_000)
    }
    running.process.terminate()
    throw CancellationError()
  }

  /// What is sent back for a path, header and body, as any client would get it.
  func get(_ path: String, port: Int) throws -> String {
    let request =
      "GET \(path) HTTP/1.1\\r\\nHost: 127.0.0.1:\(port)\\r\\nConnection: close\\r\\n\\r\\n"
    return try desk.shell(
      "exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(request)' >&3; timeout 10 cat <&3"
    ).output
  }

  @Test func `shows the register, follows another process, and ends when it is told to`() throws {
    let (running, port) = try serving("--json")
    let page = try get("/missions", port: port)
    #expect(page.hasPrefix("HTTP/1.1 200 OK") && page.contains("Althea"))
    try desk.write("KFOR: since 1999\n\n- It was launched on 12 June 1999.\n", to: "b.txt")
    #expect(try desk.annals("read", "b.txt").code == 0)
    #expect(try get("/missions", port: port).contains(">KFOR<"))
    #expect(try desk.annals("serve", "--port", "\(port)").code == 3)
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
    let run = try running.result()
    #expect(run.code == 0 && !run.wasKilled)
    let lines = run.talk.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(lines.count == 2)
    #expect(
      lines.allSatisfy { $0.contains("\"path\":\"/missions\"") && $0.contains("\"status\":200") })
  }

  @Test func `refuses an address that others can reach, a port that is none, and no register`()
    throws
  {
    let open = try desk.annals("serve", "--host", "0.0.0.0")
    #expect(open.code == 2 && open.talk.contains("can be reached from other machines"))
    #expect(try desk.annals("serve", "--port", "65536").code == 2)
    #expect(try desk.annals("serve", "--register", "none.sqlite").code == 1)
  }
}
