import HTTPTypes
import Testing

@testable import Serving

@Suite struct `Answers that are kept` {
  private func key(_ tag: String, _ path: String) -> ReplyCache.Key {
    ReplyCache.Key(tag: tag, path: [path], query: [], format: .json)
  }

  @Test func `are found for the state they were made in, and for no other`() {
    let cache = ReplyCache(room: 100_000)
    cache.keep(.text("twelve"), key("r1", "missions"))
    #expect(cache[key("r1", "missions")]?.body == Array("twelve".utf8))
    #expect(cache[key("r2", "missions")] == nil)
    #expect(cache[key("r1", "sources")] == nil)
  }

  @Test func `are whole ones that say nothing against it`() {
    let cache = ReplyCache(room: 100_000)
    var secret = Reply.text("a link")
    secret.headers[.cacheControl] = "no-store"
    cache.keep(secret, key("r1", "sign-in"))
    var refusal = Reply.text("no")
    refusal.status = .badRequest
    cache.keep(refusal, key("r1", "missions"))
    cache.keep(.text(String(repeating: "x", count: 20_000)), key("r1", "text"))
    for path in ["sign-in", "missions", "text"] { #expect(cache[key("r1", path)] == nil) }
  }

  @Test func `take no more room than they have, those that are asked for again last`() {
    let cache = ReplyCache(room: 100_000)
    for number in 0..<1_000 {
      cache.keep(.text(String(repeating: "x", count: 4_000)), key("r1", "\(number)"))
      #expect(cache[key("r1", "0")] != nil)
    }
    let left = (0..<1_000).count { cache[key("r1", "\($0)")] != nil }
    #expect(left > 5 && left <= 25)
  }
}
