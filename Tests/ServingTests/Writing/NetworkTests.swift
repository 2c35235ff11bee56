import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import NIOCore
import Testing

@testable import Serving

@Suite struct `On a network` {
  let desk: Desk
  let tokens: Tokens
  let reach = Reach(isNetworked: true, hosts: ["192.168.1.5", "annals.lan"])
  init() async throws {
    desk = try await Desk(["Dossiers/iraq.txt": iraq])
    tokens = Tokens(beside: desk.register.path)
  }

  func token() async throws -> String {
    try await tokens.add(
      "laptop", author: "A. Reader", created: "2024-03-01T09:00:00Z", expires: nil)
  }

  @Test(arguments: [
    "/", "/missions", "/missions.json", "/missions.csv", "/timeline.svg", "/openapi.json",
    "/history", "/review",
  ])
  func `nobody reads without signing in`(path: String) async throws {
    let secret = try await token()
    for (removed, status) in [(Guards(), 401), (.reading, 200)] {
      let responder = try desk.responder(reach: reach, without: removed)
      let answer = try await responder.get(path, host: "192.168.1.5:8137")
      #expect(answer.status == status)
      #expect(answer.text.contains("Iraq") == false || status == 200)
    }
    let responder = try desk.responder(reach: reach)
    let signedIn = try await responder.get(
      path, host: "192.168.1.5:8137", headers: [.authorization: "Bearer \(secret)"])
    #expect(signedIn.status == 200)
    #expect(signedIn.header(.cacheControl)?.contains("private") == true)
    let wrong = try await responder.get(
      path, host: "192.168.1.5:8137", headers: [.authorization: "Bearer annals_x"])
    #expect(wrong.status == 401)
  }

  @Test func `one signs in by a token, to read where nothing may be changed`() async throws {
    let secret = try await token()
    let browser = Browser(try desk.responder(reach: reach))
    #expect(try await browser.get("/missions").status == 401)
    let page = try await browser.get("/sign-in?back=/missions")
    #expect(page.status == 200 && page.text.contains("name=\"token\""))
    #expect(try await browser.get("/files/annals.css").status == 200)
    let answer = try await browser.post("/sign-in", ["token": secret, "back": "/missions"])
    #expect(answer.header(.location) == "/missions")
    let missions = try await browser.get("/missions").text
    #expect(missions.contains("NTM-I") && missions.contains("action=\"/sign-out\""))
    #expect(try await browser.post("/undo", [:]).status == 403)
    _ = try await browser.post("/sign-out", [:])
    #expect(try await browser.get("/missions").status == 401)
  }

  @Test(arguments: [
    ("192.168.1.5:8137", 401), ("annals.lan:8137", 401), ("ANNALS.lan:8137", 401),
    ("127.0.0.1:8137", 401), ("annals.lan", 421), ("evil.example:8137", 421),
    ("192.168.1.6:8137", 421),
  ])
  func `it answers for the names that it was given`(host: String, status: Int) async throws {
    let responder = try desk.responder(reach: reach)
    #expect(try await responder.get("/", host: host).status == status)
  }

  // MARK: Behind a reverse proxy

  @Test func `it is a site with TLS where a reverse proxy makes it one`() async throws {
    let secret = try await token()
    let address = try #require(PublicAddress("https://Annals.example/"))
    let responder = try desk.responder(
      writes: true, reach: Reach(isNetworked: true, publicAddress: address))
    func post(_ origin: String, host: String = "annals.example") async throws -> Answer {
      let form = "token=\(secret)"
      return try await responder.get(
        "/sign-in", method: .post, host: host,
        headers: [
          .contentType: "application/x-www-form-urlencoded", .origin: origin,
          .contentLength: String(form.utf8.count),
        ], body: .init(buffer: ByteBuffer(string: form)))
    }
    let answer = try await post("https://annals.example")
    #expect(answer.status == 303)
    #expect(
      answer.header(.setCookie)?.hasPrefix("__Host-annals=") == true
        && answer.header(.setCookie)?.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure")
          == true
    )
    #expect(try await post("http://annals.example").status == 403)
    #expect(try await post("https://annals.example", host: "127.0.0.1:8137").status == 403)
  }

  @Test func `what a proxy might say is believed of nobody`() async throws {
    let responder = try desk.responder(reach: reach)
    let forwarded: HTTPFields = [
      HTTPField.Name("X-Forwarded-Host")!: "127.0.0.1:8137",
      HTTPField.Name("X-Forwarded-For")!: "127.0.0.1",
      HTTPField.Name("X-Forwarded-Proto")!: "https",
      HTTPField.Name("Forwarded")!: "for=127.0.0.1;host=127.0.0.1:8137;proto=https",
      HTTPField.Name("X-Real-IP")!: "127.0.0.1",
    ]
    #expect(try await responder.get("/", host: "evil.example", headers: forwarded).status == 421)
    #expect(try await responder.get("/", host: "annals.lan:8137", headers: forwarded).status == 401)
  }

  @Test(arguments: [
    "http://annals.example", "annals.example", "https://", "https://a.example/path",
    "https://user@a.example", "https://a.example/?x", "",
  ])
  func `an address that is no whole site with TLS is none`(text: String) {
    #expect(PublicAddress(text) == nil)
  }

  @Test func `the usual port is not part of a name, another is`() {
    #expect(PublicAddress("https://a.example:443")?.text == "https://a.example")
    #expect(PublicAddress("https://A.example:8443/")?.text == "https://a.example:8443")
  }
}
