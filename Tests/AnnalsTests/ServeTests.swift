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

  /// What is sent back for a form that somebody posts, as curl or a browser would.
  func post(_ path: String, _ form: String, cookie: String = "", port: Int) throws -> String {
    let head = [
      "POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Origin: http://127.0.0.1:\(port)",
      "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(form.utf8.count)",
      "Cookie: \(cookie)", "Connection: close",
    ].joined(separator: "\\r\\n")
    return try desk.shell(
      "exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(head)\\r\\n\\r\\n\(form)' >&3; timeout 10 cat <&3"
    ).output
  }

  @Test func `lets who opens the printed link decide, under the name that was given`() throws {
    let (running, port) = try serving("--write", "--as", "A. Reader")
    defer { running.process.terminate() }
    let lines = try String(contentsOfFile: running.outputPath, encoding: .utf8).split(
      separator: "\n")
    let link = try #require(lines.last?.split(separator: "link=").last)
    #expect(lines.count == 2 && link.count == 43)
    let review = try desk.annals("review", "--json").output
    let id = try #require(review.firstMatch(of: #/"id": ?"([0-9a-f]{64})"/#)?.output.1)
    let path = "/statements/\(id)/decision"
    #expect(try post(path, "verdict=accepted", port: port).hasPrefix("HTTP/1.1 401 "))
    let signedIn = try post("/sign-in", "link=\(link)", port: port)
    #expect(signedIn.hasPrefix("HTTP/1.1 303 "))
    let cookie = try #require(signedIn.firstMatch(of: #/[Ss]et-[Cc]ookie: ([^;]+);/#)?.output.1)
    let decided = try post(path, "verdict=accepted", cookie: String(cookie), port: port)
    #expect(decided.hasPrefix("HTTP/1.1 303 "))
    #expect(try desk.annals("review", "--state", "accepted").output.contains("by A. Reader"))
    #expect(try desk.annals("undo", "--by", "A. Reader").code == 0)
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
    let talk = try running.result().talk
    #expect(!talk.contains(link) && !talk.contains(cookie))
  }

  /// What the program has said on standard output so far, once it has as many lines.
  func lines(_ count: Int, of running: Running) throws -> [Substring] {
    var lines: [Substring] = []
    for _ in 0..<500 {
      lines = try String(contentsOfFile: running.outputPath, encoding: .utf8).split(separator: "\n")
      if lines.count >= count { break }
      usleep(20_000)
    }
    return lines
  }

  @Test func `prints a new link when it is asked for one, without a restart`() throws {
    let (running, port) = try serving("--write", "--as", "A. Reader")
    defer { running.process.terminate() }
    let first = try #require(lines(2, of: running).last?.split(separator: "link=").last)
    #expect(try post("/sign-in", "link=\(first)", port: port).hasPrefix("HTTP/1.1 303 "))
    let used = try post("/sign-in", "link=\(first)", port: port)
    #expect(used.hasPrefix("HTTP/1.1 403 ") && used.contains("SIGUSR1"))
    kill(running.process.processIdentifier, SIGUSR1)
    let all = try lines(3, of: running)
    let second = try #require(all.last?.split(separator: "link=").last)
    #expect(all.count == 3 && second.count == 43 && second != first)
    #expect(all.last?.hasPrefix("http://127.0.0.1:\(port)/sign-in?link=") == true)
    #expect(try post("/sign-in", "link=\(second)", port: port).hasPrefix("HTTP/1.1 303 "))
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
    let run = try running.result()
    #expect(run.code == 0 && !run.wasKilled && !run.talk.contains(second))
    #expect(run.talk.contains("kill -USR1 \(running.process.processIdentifier)"))
  }

  @Test func `goes on where it only shows and is asked for a link`() throws {
    let (running, port) = try serving()
    defer { running.process.terminate() }
    kill(running.process.processIdentifier, SIGUSR1)
    #expect(try get("/missions", port: port).hasPrefix("HTTP/1.1 200 "))
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
    let run = try running.result()
    #expect(run.code == 0 && run.talk.contains("only shows") && !run.output.contains("link="))
  }

  @Test func `takes a token that was shown once, until it is revoked`() throws {
    let added = try desk.annals("token", "add", "nightly", "--by", "N. Script")
    let secret = added.output.trimmingCharacters(in: .newlines)
    #expect(added.code == 0 && secret.hasPrefix("annals_") && !added.talk.contains(secret))
    #expect(try desk.annals("token", "add", "nightly", "--by", "N. Script").code == 5)
    let (running, port) = try serving("--write")
    defer { running.process.terminate() }
    func undo() throws -> String {
      try desk.shell(
        """
        exec 3<>/dev/tcp/127.0.0.1/\(port)
        printf 'POST /undo.json HTTP/1.1\\r\\nHost: 127.0.0.1:\(port)\\r\\n' >&3
        printf 'Authorization: Bearer \(secret)\\r\\nConnection: close\\r\\n\\r\\n' >&3
        timeout 10 cat <&3
        """
      ).output
    }
    let answer = try undo()
    #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.contains("\"by\": \"N. Script\""))
    let list = try desk.annals("token", "list").output
    #expect(list.contains("nightly") && list.contains("valid") && !list.contains(secret))
    #expect(try desk.annals("token", "revoke", "nightly").code == 0)
    #expect(try desk.annals("token", "revoke", "nightly").code == 1)
    #expect(try undo().hasPrefix("HTTP/1.1 401 "))
    #expect(try desk.annals("token", "list", "--json").output.contains("\"state\": \"revoked\""))
  }

  @Test func `reads what is uploaded by a process of its own, and refuses what is no document`()
    throws
  {
    let secret = try desk.annals("token", "add", "a", "--by", "N. Script").output
      .trimmingCharacters(in: .newlines)
    let (running, port) = try serving("--write", "--max-upload", "1")
    defer { running.process.terminate() }
    /// What the answer is to a file that is sent under a name.
    func upload(_ name: String, _ file: String) throws -> String {
      try desk.shell(
        """
        { printf -- '--b\\r\\nContent-Disposition: form-data; name="file"; filename="\(name)"\\r\\n\\r\\n'
          cat '\(file)'; printf '\\r\\n--b--\\r\\n'; } > body
        exec 3<>/dev/tcp/127.0.0.1/\(port)
        { printf 'POST /sources.json HTTP/1.1\\r\\nHost: 127.0.0.1:\(port)\\r\\n'
          printf 'Authorization: Bearer \(secret)\\r\\nConnection: close\\r\\n'
          printf 'Content-Type: multipart/form-data; boundary=b\\r\\n'
          printf "Content-Length: $(stat -c %s body)\\r\\n\\r\\n"
          cat body; } >&3 2>/dev/null
        timeout 30 cat <&3
        """
      ).output
    }
    let memo = try desk.write(
      "KFOR: since 1999\n\n- It was launched on 12 June 1999.\n", to: "m.txt")
    let read = try upload("kfor.txt", memo)
    #expect(read.hasPrefix("HTTP/1.1 200 ") && read.contains("\"verdict\": \"read\""))
    #expect(try upload("kfor.txt", memo).contains("\"verdict\": \"known\""))
    #expect(try desk.annals("show", "KFOR").code == 0)
    #expect(try desk.annals("log").output.contains("N. Script: uploads/N. Script/kfor.txt"))
    let broken = try upload("broken.pdf", memo)
    #expect(broken.hasPrefix("HTTP/1.1 422 ") && broken.contains("\"verdict\": \"failed\""))
    let large = try desk.write(String(repeating: "a", count: 1_100_000), to: "large.txt")
    #expect(try upload("large.txt", large).hasPrefix("HTTP/1.1 413 "))
    #expect(try desk.annals("serve", "--write", "--max-upload", "65").code == 2)
  }

  @Test func `lets other machines in only where it is told to and a token holds`() throws {
    let bare = try desk.annals("serve", "--host", "0.0.0.0", "--allow-network")
    #expect(bare.code == 2 && bare.talk.contains("--host-name"))
    let options = ["--host", "0.0.0.0", "--allow-network", "--host-name", "annals.lan"]
    let none = try desk.annals(
      "serve", "--port", "0", "--host", "0.0.0.0", "--allow-network", "--host-name", "annals.lan")
    #expect(none.code == 5 && none.talk.contains("annals token add"))
    #expect(try desk.annals("token", "add", "a", "--by", "A. Reader").code == 0)
    let running = try desk.start(["serve", "--port", "0"] + options)
    defer { running.process.terminate() }
    var port: Int?
    for _ in 0..<500 where port == nil {
      usleep(20_000)
      let output = try String(contentsOfFile: running.outputPath, encoding: .utf8)
      port = output.firstMatch(of: #/^http:\/\/annals\.lan:([0-9]+)\/\n/#).flatMap {
        Int($0.output.1)
      }
    }
    #expect(try get("/missions", port: try #require(port)).hasPrefix("HTTP/1.1 401 "))
    kill(running.process.processIdentifier, SIGINT)
    running.process.waitUntilExit()
    #expect(try running.result().talk.contains("no TLS"))
    #expect(try desk.annals("serve", "--public-url", "https://a.example").code == 2)
    #expect(try desk.annals("serve", "--allow-network").code == 2)
  }

  @Test func `refuses an address that others can reach, a port that is none, and no register`()
    throws
  {
    let open = try desk.annals("serve", "--host", "0.0.0.0")
    #expect(open.code == 2 && open.talk.contains("lets other machines in"))
    #expect(try desk.annals("serve", "--port", "65536").code == 2)
    #expect(try desk.annals("serve", "--as", "A").code == 2)
    #expect(try desk.annals("serve", "--write", "--as", " ").code == 2)
    #expect(try desk.annals("serve", "--register", "none.sqlite").code == 1)
  }
}
