import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import NIOCore
import Publishing
import Statements
import Synchronization
import Testing

@testable import Serving

/// Guards of reading, each shown to be what refuses: without it the same request is answered. Those
/// of changing something are tried where that is tested.
@Suite struct `Without its guard` {
  let desk: Desk
  init() async throws { desk = try await Desk(["iraq.txt": iraq]) }

  @Test func `a long address is answered`() async throws {
    let path = "/search?q=" + String(repeating: "a+", count: 90)
    var limits = RequestLimits()
    limits.target = 100
    #expect(try await desk.responder(limits: limits).get(path).status == 414)
    #expect(try await desk.responder(limits: limits, without: .target).get(path).status == 200)
  }

  @Test func `an answer has none of the fields that protect it`() async throws {
    let names: [HTTPField.Name] = [
      .contentSecurityPolicy, .xContentTypeOptions, .crossOriginResourcePolicy,
      HTTPField.Name("X-Frame-Options")!, HTTPField.Name("Referrer-Policy")!,
      HTTPField.Name("Cross-Origin-Opener-Policy")!, HTTPField.Name("Permissions-Policy")!,
    ]
    for path in ["/", "/missions.json", "/nothing", "/files/annals.css"] {
      let guarded = try await desk.responder().get(path)
      let bare = try await desk.responder(without: .fields).get(path)
      for name in names {
        #expect(guarded.header(name) != nil && bare.header(name) == nil, "\(path) \(name)")
      }
    }
  }

  @Test func `a text of a source is still no page`() async throws {
    let document = try #require(try await desk.register.documents().first)
    let path = "/sources/\(document.id.rawValue)/text"
    let bare = try await desk.responder(without: .fields).get(path)
    // `nosniff` keeps a browser from guessing; type and disposition hold without it.
    #expect(bare.header(.contentType) == "text/plain; charset=utf-8")
    #expect(bare.header(.contentDisposition)?.hasPrefix("attachment") == true)
  }

  @Test func `more requests are answered than a server can bear`() async throws {
    var limits = RequestLimits()
    limits.requests = 0
    let refused = try await desk.responder(limits: limits).get("/")
    #expect(refused.status == 503 && refused.header(.retryAfter) == "1")
    #expect(try await desk.responder(limits: limits, without: .requests).get("/").status == 200)
  }

  @Test func `an answer takes as long as it takes`() async throws {
    var limits = RequestLimits()
    limits.time = .zero
    let late = try await desk.responder(limits: limits).get("/missions.json")
    #expect(late.status == 503 && late.header(.retryAfter) != nil)
    let patient = try desk.responder(limits: limits, without: .time)
    #expect(try await patient.get("/missions.json").status == 200)
  }

  /// What an answer to a reader must not have: shown to be seen where it is.
  @Test func `a cookie would be seen, as it is on signing in`() async throws {
    let responder = try desk.responder(writes: true)
    let browser = Browser(responder)
    #expect(try await browser.signIn().header(.setCookie) != nil)
    for path in ["/", "/sign-in", "/review", "/sources", "/missions.json", "/nothing"] {
      #expect(try await responder.get(path).header(.setCookie) == nil)
    }
  }

  @Test func `all guards are there where nobody says otherwise`() async throws {
    let responder = try Responder(desk.register, port: 8137, build: "test")
    #expect(responder.guards == Guards.all)
    // Every guard that has a name is one of them.
    let named: [Guards] = [
      .host, .origin, .author, .writing, .linkOnce, .expiry, .cookie, .fields, .target,
      .bodyLength, .body, .time, .requests, .revocation, .reading,
    ]
    #expect(named.reduce(Guards()) { $0.union($1) } == Guards.all)
  }
}

/// What only a socket can show: the limits of connections, heads and bodies on their way.
@Suite(.serialized) struct `A server on a socket` {
  let desk: Desk
  init() async throws { desk = try await Desk(["iraq.txt": iraq]) }

  /// Serves on a free port while a body runs.
  func serving(
    _ limits: RequestLimits, writes: Bool = false, _ body: @escaping @Sendable (Int) throws -> Void
  ) async throws {
    var options = Server.Options(host: "127.0.0.1", port: 0, build: "test", version: "0")
    options.limits = limits
    options.writes = writes
    let log = LineLog(isJSON: true, now: { "" }, write: { _ in })
    let (ports, found) = AsyncStream<Int>.makeStream()
    let register = desk.register
    let final = options
    let server = Task {
      try await Server.run(register, final, log: log) { port, _ in found.yield(port) }
    }
    for await port in ports {
      // A socket that waits would keep a thread of the pool from everybody else.
      await withCheckedContinuation { continuation in
        Thread {
          do { try body(port) } catch { Issue.record(error) }
          continuation.resume()
        }.start()
      }
      break
    }
    server.cancel()
    _ = try? await server.value
  }

  @Test func `refuses a head that is too long, and answers one that is not`() async throws {
    for (limit, isAnswered) in [(2_000, false), (64 * 1024, true)] {
      var limits = RequestLimits()
      limits.headers = limit
      try await serving(limits) { port in
        let padding = String(repeating: "a", count: 10_000)
        let answer = try Socket(port).asking(
          "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nX-Padding: \(padding)\r\n"
            + "Connection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 ") == isAnswered)
      }
    }
  }

  @Test func `ends the connection of a body that it does not take`() async throws {
    var limits = RequestLimits()
    limits.linger = .milliseconds(100)
    try await serving(limits) { port in
      let socket = try Socket(port)
      let answer = try socket.asking(
        "POST /undo HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 70000\r\n\r\nabc")
      #expect(
        answer.hasPrefix("HTTP/1.1 403 ") && answer.lowercased().contains("connection: close"))
    }
  }

  @Test func `hangs up on a connection on which nothing comes`() async throws {
    for (idle, isEnded) in [(Duration.milliseconds(300), true), (.seconds(60), false)] {
      var limits = RequestLimits()
      limits.idle = idle
      try await serving(limits) { port in
        let socket = try Socket(port)
        try socket.send("GET / HTTP/1.1\r\nHost: 127.")
        #expect(socket.isEnded(within: isEnded ? 60 : 2) == isEnded)
      }
    }
  }

  @Test func `lets connections wait when there are as many as it bears`() async throws {
    for (most, isAnswered) in [(1, false), (8, true)] {
      var limits = RequestLimits()
      limits.connections = most
      limits.idle = .seconds(120)
      try await serving(limits) { port in
        let first = try Socket(port)
        let request = "GET /index.json HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        try first.send(request)
        #expect(first.isAnswered(within: 60))
        let second = try Socket(port)
        try second.send(request)
        #expect(second.isAnswered(within: isAnswered ? 60 : 2) == isAnswered)
      }
    }
  }
}
