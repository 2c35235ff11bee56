import Foundation
import HTTPTypes
import Testing

@testable import Serving

@Suite struct `Signing in` {
  let desk: Desk
  init() async throws { desk = try await Desk(["Dossiers/iraq.txt": iraq]) }

  /// The secret of a new link.
  func link(_ responder: Responder, as name: String? = nil) throws -> String {
    let path = responder.invite(as: name)
    #expect(path.hasPrefix("/sign-in?link="))
    return try #require(URLComponents(string: path)?.queryItems?.first?.value)
  }

  @Test func `is done by the link that was printed, on a page that asks for a name`() async throws {
    let responder = try desk.responder(writes: true)
    let browser = Browser(responder)
    let secret = try link(responder)
    #expect(secret.count == 43)
    // Looking does not use the link up.
    for _ in 0..<2 {
      let page = try await browser.get("/sign-in?link=\(secret)&back=/sources")
      #expect(page.status == 200 && page.text.contains("name=\"name\""))
      #expect(page.text.contains("value=\"\(secret)\"") && page.text.contains("value=\"/sources\""))
      #expect(page.header(.cacheControl) == "no-store" && page.header(.setCookie) == nil)
    }
    let answer = try await browser.post(
      "/sign-in", ["link": secret, "name": "  A. Reader ", "back": "/sources"])
    #expect(answer.status == 303 && answer.header(.location) == "/sources")
    let page = try await browser.get("/sources").text
    #expect(page.contains("<bdi>A. Reader</bdi>") && page.contains("action=\"/sign-out\""))
  }

  @Test func `goes by the name that the program was given, whatever a form says`() async throws {
    let responder = try desk.responder(writes: true)
    let browser = Browser(responder)
    let secret = try link(responder, as: "A. Reader")
    let page = try await browser.get("/sign-in?link=\(secret)").text
    #expect(page.contains("A. Reader") && !page.contains("name=\"name\""))
    _ = try await browser.post("/sign-in", ["link": secret, "name": "B. Other"])
    #expect(try await browser.get("/").text.contains("<bdi>A. Reader</bdi>"))
  }

  @Test(arguments: ["", "   ", "A\u{0B}B", String(repeating: "x", count: 101), "A\nB"])
  func `needs a name that can stand beside a decision, and keeps the link for another try`(
    name: String
  ) async throws {
    let responder = try desk.responder(writes: true)
    let browser = Browser(responder)
    let secret = try link(responder)
    #expect(try await browser.post("/sign-in", ["link": secret, "name": name]).status == 400)
    #expect(browser.cookie == nil)
    #expect(try await browser.post("/sign-in", ["link": secret, "name": "A"]).status == 303)
  }

  @Test func `works once by each link`() async throws {
    for (removed, status) in [(Guards(), 403), (.linkOnce, 303)] {
      let responder = try desk.responder(writes: true, without: removed)
      let secret = try link(responder)
      let first = try await Browser(responder).post("/sign-in", ["link": secret, "name": "A"])
      #expect(first.status == 303)
      let thief = Browser(responder)
      #expect(try await thief.post("/sign-in", ["link": secret, "name": "B"]).status == status)
      #expect((thief.cookie == nil) == (status == 403))
    }
  }

  @Test func `works for a quarter of an hour, and lasts for half a day`() async throws {
    for (removed, status) in [(Guards(), 403), (.expiry, 303)] {
      let clock = Clock()
      let responder = try desk.responder(writes: true, without: removed, clock: clock)
      let (early, late) = (try link(responder), try link(responder))
      clock.turn(by: 14 * 60)
      let browser = Browser(responder)
      #expect(try await browser.post("/sign-in", ["link": early, "name": "A"]).status == 303)
      clock.turn(by: 61)
      let other = Browser(responder)
      #expect(try await other.post("/sign-in", ["link": late, "name": "A"]).status == status)
      clock.turn(by: 12 * 60 * 60)
      let isIn = try await browser.get("/").text.contains("action=\"/sign-out\"")
      #expect(isIn == (status == 303))
    }
  }

  @Test func `hands out a cookie that no script reads and no other site sends`() async throws {
    for (removed, isSafe) in [(Guards(), true), (.cookie, false)] {
      let browser = Browser(try desk.responder(writes: true, without: removed))
      let cookie = try #require(try await browser.signIn().header(.setCookie))
      #expect(cookie.hasPrefix("annals-8137="))
      #expect(cookie.contains("; HttpOnly") == isSafe)
      #expect(cookie.contains("; SameSite=Strict") == isSafe)
      #expect(cookie.contains("; Path=/") && !cookie.contains("Domain"))
      // A browser's own session, and no secret that is in the link.
      #expect(!cookie.contains("Max-Age") && !cookie.contains("Expires"))
    }
  }

  @Test func `ends by signing out, on the server as well`() async throws {
    let browser = Browser(try desk.responder(writes: true))
    try await browser.signIn()
    let cookie = browser.cookie
    let answer = try await browser.post("/sign-out", ["back": "/missions"])
    #expect(answer.status == 303 && browser.cookie == nil)
    #expect(answer.header(.setCookie)?.contains("Max-Age=0") == true)
    browser.cookie = cookie
    #expect(try await browser.post("/undo", [:]).status == 401)
  }

  @Test func `is not asked of another site`() async throws {
    for (removed, status) in [(Guards(), 403), (.origin, 303)] {
      let responder = try desk.responder(writes: true, without: removed)
      let browser = Browser(responder)
      browser.origin = "http://evil.example"
      let answer = try await browser.post(
        "/sign-in", ["link": try link(responder), "name": "A"])
      #expect(answer.status == status)
    }
  }

  @Test(arguments: ["", "x", String(repeating: "A", count: 43), String(repeating: "A", count: 199)])
  func `is refused without a link that the program made`(secret: String) async throws {
    let responder = try desk.responder(writes: true)
    _ = try link(responder)
    let browser = Browser(responder)
    #expect(try await browser.post("/sign-in", ["name": "A"]).status == 400)
    let answer = try await browser.post("/sign-in", ["link": secret, "name": "A"])
    #expect(answer.status == (secret.isEmpty ? 400 : 403) && browser.cookie == nil)
    browser.cookie = "annals-8137=\(secret)"
    #expect(try await browser.post("/undo", [:]).status == 401)
  }

  @Test func `is offered where something may be changed, and explained where not`() async throws {
    let open = Browser(try desk.responder(writes: true))
    #expect(try await open.get("/").text.contains("href=\"/sign-in\""))
    let page = try await open.get("/sign-in").text
    #expect(page.contains("annals serve --write") && page.contains("name=\"token\""))
    // What to do without a restart, with a link that was used as without any.
    let used = try await open.get("/sign-in?link=used").text
    #expect(page.contains("kill -USR1") && used.contains("kill -USR1"))
    let closed = Browser(try desk.responder())
    #expect(try await !closed.get("/").text.contains("/sign-in"))
    #expect(try await closed.get("/sign-in").text.contains("only shows"))
  }

  @Test func `gives no cookie to readers, and pages of their own to those who signed in`()
    async throws
  {
    let responder = try desk.responder(writes: true)
    let reader = Browser(responder)
    let author = Browser(responder)
    try await author.signIn()
    for path in ["/", "/missions", "/sign-in", "/missions.json", "/files/annals.css", "/nothing"] {
      #expect(try await reader.get(path).header(.setCookie) == nil)
      #expect(try await author.get(path).header(.setCookie) == nil)
    }
    let page = try await reader.get("/")
    #expect(page.header(.vary) == "Accept-Language, Cookie" && page.header(.eTag) != nil)
    let own = try await responder.get(
      "/", headers: [.cookie: author.cookie ?? "", .ifNoneMatch: page.header(.eTag) ?? ""])
    #expect(own.status == 200 && own.text.contains("A. Reader"))
    // The twins are the same for all, and stay cheap.
    let twin = try await responder.get("/missions.json")
    let again = try await responder.get(
      "/missions.json",
      headers: [.cookie: author.cookie ?? "", .ifNoneMatch: twin.header(.eTag) ?? ""])
    #expect(again.status == 304)
  }

  @Test func `finds its cookie among others`() {
    let cookie = SessionCookie(port: 8137, isSecure: false, .all)
    func secret(_ fields: String...) -> String? {
      var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
      for field in fields { head.headerFields.append(HTTPField(name: .cookie, value: field)) }
      return cookie.secret(in: head)
    }
    #expect(secret("a=1; annals-8137=x; b=2") == "x" && secret("a=1", "annals-8137=y") == "y")
    #expect(secret("annals-81370=x; xannals-8137=y; annals-8137") == nil)
    let secure = SessionCookie(port: 443, isSecure: true, .all).handing(out: "x")
    #expect(secure == "__Host-annals=x; Path=/; HttpOnly; SameSite=Strict; Secure")
  }
}
