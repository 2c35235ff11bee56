import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import NIOCore
import Statements
import Testing

@testable import Serving

/// Each attack is made twice: with all guards, and without the one that is to refuse it.
@Suite struct `What is changed` {
  let desk: Desk
  let path: String
  init() async throws {
    desk = try await Desk(["Dossiers/iraq.txt": iraq])
    let item = try #require(try await desk.register.reviewables().items.first)
    path = "/statements/\(item.id.rawValue)/decision"
  }

  /// What the same request gets with every guard and without one.
  func tried(
    without guards: Guards, writes: Bool = true,
    _ attack: (Browser) async throws -> Answer
  ) async throws -> (guarded: Int, unguarded: Int) {
    var statuses: [Int] = []
    for removed in [[], guards] {
      let browser = Browser(try desk.responder(writes: writes, without: removed))
      statuses.append(try await attack(browser).status)
    }
    return (statuses[0], statuses[1])
  }

  @Test func `is changed only by a server that was told to let it be changed`() async throws {
    let tried = try await tried(without: .writing, writes: false) { browser in
      try await browser.signIn()
      return try await browser.post(path, ["verdict": "accepted"])
    }
    #expect(tried == (403, 303))
  }

  @Test func `is changed only by those who signed in`() async throws {
    let anonymous = Browser(try desk.responder(writes: true))
    let page = try await anonymous.post(path, ["verdict": "accepted"])
    #expect(page.status == 401 && page.text.contains("href=\"/sign-in\""))
    #expect(page.header(.wwwAuthenticate)?.hasPrefix("Bearer") == true)
    let script = try await anonymous.post(path + ".json", ["verdict": "accepted"])
    #expect(script.header(.contentType) == "application/problem+json")
    // Without the guard the body of anybody is read, up to the name without which nothing is recorded.
    let tried = try await tried(without: .author) { browser in
      try await browser.post(path, ["verdict": "accepted"], more: [.contentType: "text/plain"])
    }
    #expect(tried == (401, 415))
  }

  @Test(
    arguments: [
      [.origin: "http://evil.example"], [.origin: "null"], [.origin: "http://127.0.0.1:9999"],
      [.origin: "https://127.0.0.1:8137"], [.origin: "http://localhost:8137"],
      [.origin: "http://127.0.0.1:8137.evil.example"],
      [HTTPField.Name("Sec-Fetch-Site")!: "cross-site"],
      [HTTPField.Name("Sec-Fetch-Site")!: "same-site"],
      [HTTPField.Name("Sec-Fetch-Site")!: "none"],
      // A browser that says nothing of the kind is not believed either.
      [.origin: ""],
    ] as [HTTPFields])
  func `is changed by no page of another site or another server of this machine`(
    head: HTTPFields
  ) async throws {
    let tried = try await tried(without: .origin) { browser in
      try await browser.signIn()
      return try await browser.post(path, ["verdict": "accepted"], more: head)
    }
    #expect(tried == (403, 303))
  }

  @Test func `is changed by the server's own pages under each of its names`() async throws {
    let browser = Browser(try desk.responder(writes: true))
    try await browser.signIn()
    let answer = try await browser.post(
      path, ["verdict": "accepted"], more: [HTTPField.Name("Sec-Fetch-Site")!: "same-origin"])
    #expect(answer.status == 303)
  }

  // MARK: Bodies

  /// The head of a form that somebody sends who is signed in.
  func head(_ responder: Responder, _ more: HTTPFields) -> HTTPFields {
    let secret = responder.site.sessions.begin(as: "A. Reader")
    return [
      .contentType: "application/x-www-form-urlencoded", .cookie: "annals-8137=\(secret)",
      .origin: "http://127.0.0.1:8137",
    ] + more
  }

  @Test func `has a form that is refused before it is read where it says it is too long`()
    async throws
  {
    var limits = RequestLimits()
    limits.time = .milliseconds(50)
    limits.linger = .milliseconds(1)
    // Nothing of the body ever comes: who waits for it waits too long.
    for (removed, status) in [(Guards(), 413), (.bodyLength, 503)] {
      let responder = try desk.responder(writes: true, limits: limits, without: removed)
      let (stream, feed) = AsyncStream<ByteBuffer>.makeStream()
      let answer = try await responder.get(
        path, method: .post, headers: head(responder, [.contentLength: "70000"]),
        body: RequestBody(asyncSequence: stream))
      #expect(answer.status == status && answer.endsConnection)
      #expect(answer.header(.connection) == "close")
      feed.finish()
    }
  }

  @Test func `has a form that is cut where it does not say how long it is`() async throws {
    var limits = RequestLimits()
    limits.body = 100
    for (removed, status) in [(Guards(), 413), (.body, 303)] {
      let responder = try desk.responder(writes: true, limits: limits, without: removed)
      let (stream, feed) = AsyncStream<ByteBuffer>.makeStream()
      feed.yield(ByteBuffer(string: "verdict=accepted&note="))
      for _ in 0..<20 { feed.yield(ByteBuffer(repeating: UInt8(ascii: "a"), count: 50)) }
      feed.finish()
      let answer = try await responder.get(
        path, method: .post, headers: head(responder, [.transferEncoding: "chunked"]),
        body: RequestBody(asyncSequence: stream))
      #expect(answer.status == status)
    }
  }

  @Test func `has a form that must arrive in time`() async throws {
    var limits = RequestLimits()
    limits.time = .milliseconds(50)
    for (removed, status) in [(Guards(), 503), (.time, 303)] {
      let responder = try desk.responder(writes: true, limits: limits, without: removed)
      let (stream, feed) = AsyncStream<ByteBuffer>.makeStream()
      feed.yield(ByteBuffer(string: "verdict="))
      Task {
        try? await Task.sleep(for: .milliseconds(1_500))
        feed.yield(ByteBuffer(string: "accepted"))
        feed.finish()
      }
      let answer = try await responder.get(
        path, method: .post, headers: head(responder, [.transferEncoding: "chunked"]),
        body: RequestBody(asyncSequence: stream))
      #expect(answer.status == status)
    }
  }

  @Test func `has a form that is whole`() async throws {
    let browser = Browser(try desk.responder(writes: true))
    try await browser.signIn()
    let cut = try await browser.post(
      path, ["verdict": "accepted"], more: [.contentLength: "500"])
    #expect(cut.status == 400 && cut.text.contains("shorter"))
  }
}
