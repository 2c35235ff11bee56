import Foundation
import HTTPTypes
import Keeping
import Logging
import Statements
import Synchronization
import Testing

@testable import Publishing
@testable import Serving

@Suite struct `The guards` {
  let desk: Desk
  init() async throws { desk = try await Desk(["iraq.txt": iraq]) }

  // MARK: Host

  @Test(arguments: [
    "evil.example", "evil.example:8137", "127.0.0.1:80", "127.0.0.1", "127.0.0.1.evil.example:8137",
    "localhost:81370", "169.254.1.1:8137", "user@127.0.0.1:8137",
  ])
  func `refuse a request that names another host`(host: String) async throws {
    for path in ["/", "/missions.json", "/files/annals.css", "/nothing"] {
      #expect(try await desk.get(path, host: host).status == 421)
    }
  }

  @Test(arguments: ["127.0.0.1:8137", "localhost:8137", "LOCALHOST:8137", "[::1]:8137"])
  func `let a request pass that names this one`(host: String) async throws {
    #expect(try await desk.get("/", host: host).status == 200)
  }

  @Test func `refuse a request without a host, and answer for others only where they are named`()
    async throws
  {
    #expect(try await desk.get("/", host: nil).status == 400)
    let named = try desk.responder(reach: Reach(hosts: ["annals.example"]))
    #expect(try await named.get("/", host: "annals.example:8137").status == 200)
    #expect(try await desk.responder().get("/", host: "annals.example:8137").status == 421)
    // Without the guard the same request passes: it is the guard that refuses.
    let unguarded = try desk.responder(without: .host)
    #expect(try await unguarded.get("/", host: "evil.example").status == 200)
  }

  // MARK: Header fields

  @Test(arguments: [
    "/", "/missions", "/missions.json", "/missions.csv", "/nothing", "/missions?x=1",
  ])
  func `send every answer with the fields that protect it`(path: String) async throws {
    let answer = try await desk.get(path)
    let policy = try #require(answer.header(.contentSecurityPolicy))
    for rule in [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
      "base-uri 'none'", "form-action 'self'",
    ] { #expect(policy.contains(rule)) }
    #expect(!policy.contains("unsafe"))
    #expect(answer.header(.xContentTypeOptions) == "nosniff")
    #expect(answer.header(HTTPField.Name("Referrer-Policy")!) == "same-origin")
    #expect(answer.header(HTTPField.Name("X-Frame-Options")!) == "DENY")
    #expect(answer.header(HTTPField.Name("Cross-Origin-Opener-Policy")!) == "same-origin")
    #expect(answer.header(.crossOriginResourcePolicy) == "same-origin")
    #expect(answer.header(.setCookie) == nil)
    #expect(answer.header(.accessControlAllowOrigin) == nil)
  }

  @Test(arguments: ["/timeline.svg", "/lineage.svg", "/files/annals.svg"])
  func `let a drawing by itself be painted and nothing else`(path: String) async throws {
    let answer = try await desk.get(path)
    #expect(answer.header(.contentType) == "image/svg+xml")
    let policy = try #require(answer.header(.contentSecurityPolicy))
    #expect(policy.contains("default-src 'none'") && policy.contains("sandbox"))
    #expect(!policy.contains("script-src") && !policy.contains("'self'"))
  }

  @Test func `repaint a drawing in a page on dark screens as the one by itself`() throws {
    let style = try #require(PublicFiles().files["annals.css"])
    let sheet = String(decoding: style.bytes, as: UTF8.self)
    for rule in SVGPaint.darkRules(within: ".timeline") { #expect(sheet.contains(rule)) }
  }

  @Test(arguments: ["/", "/missions", "/sources"])
  func `write no script and no style into a page`(path: String) async throws {
    let page = try await desk.get(path).text
    #expect(!page.contains("<style") && !page.contains(" style="))
    let scripts = page.matches(of: #/<script[^>]*>(.*?)<\/script>/#)
    #expect(scripts.allSatisfy { $0.output.1.isEmpty })
    #expect(page.firstMatch(of: #/ on[a-z]+=/#) == nil)
  }

  // MARK: Addresses

  @Test(arguments: [
    ("/missions?on=2012-13-01", "on"), ("/missions?on=yesterday", "on"),
    ("/missions?during=2012/2011", "during"), ("/missions?property=colour", "property"),
    ("/missions?resting-on=sand", "resting-on"), ("/timeline?width=5", "width"),
    ("/timeline?lanes=colour", "lanes"), ("/history?since=2024-13-01", "since"),
    ("/checks?finding=typo", "finding"),
    ("/missions?kind=army", "kind"), ("/missions?limit=0", "limit"),
    ("/missions?limit=501", "limit"),
    ("/missions?limit=%2B5", "limit"), ("/missions?limit=5&limit=6", "limit"),
    ("/missions?all=yes", "all"), ("/missions?after=nobody", "after"),
    ("/missions?on=%zz", "on"), ("/missions?on=%ff", "on"), ("/missions?on=2012%00", "on"),
    ("/missions?onn=2012", "onn"), ("/missions?lang=de", "lang"), ("/?page=2", "page"),
    ("/sources?after=abc", "after"),
    ("/missions.json?in=", "in"), ("/missions.json?lang=xx", "lang"),
  ])
  func `name the parameter that is wrong`(path: String, field: String) async throws {
    let answer = try await desk.get(path)
    #expect(answer.status == 400)
    #expect(answer.header(.contentType) == "application/problem+json")
    let problem = try answer.json()
    #expect(problem["field"] as? String == field && problem["status"] as? Int == 400)
    #expect((problem["detail"] as? String)?.isEmpty == false)
  }

  @Test(arguments: [
    ("passage=5-5", 404), ("passage=0-99999", 404), ("part=2", 404), ("passage=a-b", 400),
    ("passage=-1-5", 400), ("passage=5", 400), ("part=0", 400),
  ])
  func `refuse a passage that is none`(query: String, status: Int) async throws {
    let document = try #require(try await desk.register.documents().first).id.rawValue
    #expect(try await desk.get("/sources/\(document)?\(query)").status == status)
  }

  @Test(arguments: [
    "/nothing", "/missions/nobody@00000000", "/missions/nobody.json", "/sources/abc", "/missions/",
    "//", "/missions//x", "/index.html", "/.json", "/files/annals.css.json", "/sources/%2e%2e/text",
  ])
  func `say that there is nothing at an address`(path: String) async throws {
    #expect(try await desk.get(path).status == 404)
  }

  @Test func `show a problem to a person as a page, to a program as JSON`() async throws {
    let person = try await desk.get("/missions?on=x", headers: [.accept: "text/html,*/*;q=0.8"])
    #expect(person.status == 400 && person.text.contains("<h1>"))
    #expect(person.header(.contentType) == "text/html; charset=utf-8")
    let program = try await desk.get("/missions.json?on=x", headers: [.accept: "text/html"])
    #expect(program.header(.contentType) == "application/problem+json")
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace])
  func `let nobody write`(method: HTTPRequest.Method) async throws {
    let answer = try await desk.get("/missions", method: method)
    #expect(answer.status == 405 && answer.header(.allow) == "GET, HEAD")
  }

  // MARK: RequestLimits

  @Test func `refuse a long address and a long body before reading them`() async throws {
    let long = try await desk.get("/missions?in=" + String(repeating: "a", count: 5_000))
    #expect(long.status == 414)
    let body = try await desk.get("/missions", headers: [.contentLength: "70000"])
    #expect(body.status == 413)
    #expect(try await desk.get("/", headers: [.contentLength: "-1"]).status == 400)
  }

  @Test func `tell a request to come again where too many are being answered`() async throws {
    let gate = Gate(1)
    try await gate.pass {
      _ = await #expect(throws: Problem.self) { try await gate.pass {} }
    }
    // What was answered has left room, and so has what failed.
    try? await gate.pass { throw CancellationError() }
    try await gate.pass {}
  }

  @Test func `end an answer that takes too long`() async throws {
    let ended = Mutex(false)
    await #expect(throws: Problem.self) {
      try await within(.milliseconds(20)) {
        defer { ended.withLock { $0 = true } }
        try await Task.sleep(for: .seconds(60))
      }
    }
    #expect(ended.withLock { $0 })
    #expect(try await within(.seconds(60)) { 5 } == 5)
  }

  // MARK: Log

  @Test func `log each answer by path and names of parameters, never by their values`()
    async throws
  {
    let lines = Mutex<[String]>([])
    let log = LineLog(
      isJSON: true, now: { "2024-03-01T10:00:00Z" },
      write: { line in lines.withLock { $0.append(line) } })
    let logger = Logger(label: "test") { _ in log }
    _ = try await desk.get(
      "/missions?in=Atlantis&token=hunter2", headers: [.authorization: "Bearer hunter2"],
      logger: logger)
    let all = lines.withLock { $0 }
    #expect(all.count == 1)
    let line = try #require(all.first)
    #expect(!line.contains("hunter2") && !line.contains("Atlantis"))
    let event = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(event["status"] as? Int == 400 && event["path"] as? String == "/missions")
    #expect(event["parameters"] as? String == "in,token")
  }
}

@Suite struct `A server` {
  @Test(arguments: ["127.0.0.1", "127.8.9.10", "localhost", "::1", "[::1]"])
  func `listens where nobody else can reach it`(host: String) {
    #expect(Server.isLoopback(host))
  }

  @Test(arguments: [
    "0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example", "127.1", "example.org", "",
  ])
  func `knows an address that others can reach`(host: String) {
    #expect(!Server.isLoopback(host))
  }
}

@Suite struct `A browser's preference` {
  @Test(arguments: [
    (nil, "en"), ("fr", "fr"), ("de, fr;q=0.3, en;q=0.2", "fr"), ("en-GB,en;q=0.9,fr;q=0.8", "en"),
    ("fr;q=0", "en"), ("*", "en"), ("de", "en"), (";;,,q=", "en"), ("FR-ca", "fr"),
  ])
  func `is read from its header`(header: String?, language: String) {
    #expect(Preference.language(header, among: ["en", "fr"]) == language)
  }
}
