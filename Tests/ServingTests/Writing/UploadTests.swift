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

@Suite("An upload") struct UploadTests {
  let desk: Desk
  init() async throws { desk = try await Desk() }

  /// A server that reads plain text as `annals read` does, in this process.
  func responder(
    limits: RequestLimits = .patient, without guards: Guards = []
  ) throws -> Responder {
    let register = desk.register
    return try desk.responder(writes: true, limits: limits, without: guards) { upload in
      let text = String(decoding: upload.bytes, as: UTF8.self)
      guard !text.isEmpty else {
        return Uploaded(
          name: upload.name, verdict: "failed", reason: "it is empty", document: nil,
          warnings: [], doubts: [], json: ["path": .string(upload.location)])
      }
      let added = try await register.read(text, upload.location, by: upload.author)
      return Uploaded(
        name: upload.name, verdict: added.isNothing ? "known" : "read",
        reason: "\(added.missions) missions", document: added.document, warnings: [],
        doubts: ["<b>doubtful</b>"], json: ["path": .string(upload.location)])
    }
  }

  /// The body of a form with files, as a browser writes it.
  static func form(
    _ files: [(name: String, text: String)], fields: [String: String] = [:],
    boundary: String = "----b0"
  ) -> String {
    let parts =
      fields.map { "Content-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }
      + files.map {
        "Content-Disposition: form-data; name=\"file\"; filename=\"\($0.name)\"\r\n"
          + "Content-Type: text/plain\r\n\r\n\($0.text)\r\n"
      }
    return parts.map { "--\(boundary)\r\n\($0)" }.joined() + "--\(boundary)--\r\n"
  }

  func post(
    _ body: String, to responder: Responder, path: String = "/sources",
    type: String = "multipart/form-data; boundary=----b0", isChunked: Bool = false
  ) async throws -> Answer {
    let secret = responder.site.sessions.begin(as: "A. Reader")
    return try await responder.get(
      path, method: .post,
      headers: [
        .contentType: type, .cookie: "annals-8137=\(secret)", .origin: "http://127.0.0.1:8137",
        isChunked ? .transferEncoding : .contentLength:
          isChunked ? "chunked" : String(body.utf8.count),
      ], body: .init(buffer: ByteBuffer(string: body)))
  }

  @Test func `is read, kept in the name of who sent it, and told what became of it`() async throws {
    let responder = try responder()
    let body = Self.form([("iraq.txt", iraq), ("empty.txt", "")])
    let page = try await post(body, to: responder)
    #expect(page.status == 200)
    #expect(page.text.contains("2 missions") && page.text.contains("it is empty"))
    #expect(page.text.contains("&lt;b&gt;doubtful"))
    let document = try #require(try await desk.register.documents().first)
    #expect(document.source.location == "uploads/A. Reader/iraq.txt")
    #expect(document.text == iraq)
    #expect(page.text.contains("href=\"/sources/\(document.id.rawValue)\""))
    let entry = try #require(try await desk.register.log(limit: 1).first)
    #expect(entry.kind == "read" && entry.by == "A. Reader")
    let history = try await responder.get("/history").text
    #expect(history.contains("A. Reader: uploads/A. Reader/iraq.txt"))

    let again = try await post(
      Self.form([("iraq.txt", iraq)]), to: responder, path: "/sources.json")
    #expect(try again.json()["by"] as? String == "A. Reader")
    #expect(try await desk.register.documents().count == 1)
  }

  @Test func `is offered on the page of sources to those who signed in`() async throws {
    let browser = Browser(try responder())
    #expect(try await !browser.get("/sources").text.contains("type=\"file\""))
    try await browser.signIn()
    let page = try await browser.get("/sources").text
    #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("type=\"file\""))
    #expect(try await browser.post("/sources", [:]).status == 415)
    let closed = try desk.responder(writes: true)
    #expect(try await post(Self.form([("a.txt", iraq)]), to: closed).status == 403)
  }

  @Test func `brings what its columns mean, of any length that a mapping has`() async throws {
    let seen = Mutex<[Upload]>([])
    let responder = try desk.responder(writes: true) { upload in
      seen.withLock { $0.append(upload) }
      return Uploaded(
        name: upload.name, verdict: upload.wantsGuess ? "proposed" : "failed", reason: "no",
        document: nil, warnings: ["<i>look</i>"], doubts: [],
        mapping: upload.wantsGuess ? "# </textarea><script>\nstart = \"a\"" : nil, json: [:])
    }
    let map = "# " + String(repeating: "é", count: 20_000)
    let body = Self.form([("a.csv", "x"), ("b.csv", "y")], fields: ["map": map])
    #expect(try await post(body, to: responder).status == 422)
    #expect(seen.withLock { $0.map(\.mapping) } == [map, map])
    let guess = Self.form(
      [("a.csv", "x")], fields: ["guess-map": "true", "map": "", "source-date": "2022-06-01"])
    let page = try await post(guess, to: responder)
    #expect(page.status == 200 && seen.withLock { $0.last?.wantsGuess == true })
    #expect(page.text.contains("# &lt;/textarea&gt;&lt;script&gt;"))
    #expect(page.text.contains("value=\"2022-06-01\"") && page.text.contains("&lt;i&gt;look"))
    for (name, value) in [
      ("guess-map", "yes"), ("file", "a text without the name of a file"),
      ("map", String(repeating: "x", count: 70_000)),
      ("source-date", String(repeating: "x", count: 300)),
    ] {
      let body = Self.form([("a.csv", "x")], fields: [name: value])
      let answer = try await post(body, to: responder, path: "/sources.json")
      #expect(try answer.status == 400 && answer.json()["field"] as? String == name)
    }
  }

  @Test(arguments: [
    ("a.txt", "a.txt"), ("C:\\Users\\x\\a.txt", "a.txt"), ("../../etc/passwd", "passwd"),
    ("/a/b.txt", "b.txt"), ("", nil), ("..", nil), ("/", nil), ("a\u{1}b", nil), (" a ", "a"),
    (String(repeating: "a", count: 201), nil), ("naïve – 2.txt", "naïve – 2.txt"),
  ])
  func `is called by the last of its name alone`(text: String, name: String?) {
    #expect(Upload.name(text) == name)
  }

  @Test func `is refused before it is read where it says it is too long, else cut`() async throws {
    var limits = RequestLimits()
    limits.upload = 2_000
    limits.uploadTime = .milliseconds(50)
    limits.linger = .milliseconds(1)
    for (removed, status) in [(Guards(), 413), (.bodyLength, 503)] {
      let (stream, feed) = AsyncStream<ByteBuffer>.makeStream()
      defer { feed.finish() }
      let responder = try responder(limits: limits, without: removed)
      let secret = responder.site.sessions.begin(as: "A. Reader")
      let answer = try await responder.get(
        "/sources", method: .post,
        headers: [
          .contentType: "multipart/form-data; boundary=x", .cookie: "annals-8137=\(secret)",
          .origin: "http://127.0.0.1:8137", .contentLength: "2001",
        ], body: RequestBody(asyncSequence: stream))
      #expect(answer.status == status && answer.endsConnection)
    }
    limits.uploadTime = .seconds(60)
    let body = Self.form([("a.txt", iraq + String(repeating: "\nx", count: 2_000))])
    for (removed, status) in [(Guards(), 413), (.body, 200)] {
      let answer = try await post(
        body, to: try responder(limits: limits, without: removed), isChunked: true)
      #expect(answer.status == status)
    }
  }

  @Test func `waits for no one: more than a few at a time are told to come again`() async throws {
    var limits = RequestLimits()
    limits.uploads = 0
    for (removed, status) in [(Guards(), 503), (.requests, 200)] {
      let responder = try responder(limits: limits, without: removed)
      #expect(try await post(Self.form([("a.txt", iraq)]), to: responder).status == status)
    }
  }

  @Test(arguments: [
    (form([]), "multipart/form-data; boundary=----b0", 400),
    (form([("", "")]), "multipart/form-data; boundary=----b0", 400),
    (
      form([("a.txt", "x")], fields: ["colour": "red"]), "multipart/form-data; boundary=----b0", 400
    ),
    (
      form([("a.txt", "x")], fields: ["source-date": "2012"]),
      "multipart/form-data; boundary=----b0", 400
    ),
    (form([("..", "x")]), "multipart/form-data; boundary=----b0", 400),
    (form([("a.txt", "x")]), "multipart/form-data; boundary=other", 400),
    (form([("a.txt", "x")]), "multipart/form-data", 415),
    (form([("a.txt", "x")]), "multipart/mixed; boundary=----b0", 415),
    ("file=x", "application/x-www-form-urlencoded", 415),
    ("", "multipart/form-data; boundary=----b0", 400),
  ])
  func `is refused where it is no form with files`(
    body: String, type: String, status: Int
  ) async throws {
    #expect(try await post(body, to: try responder(), type: type).status == status)
    #expect(try await desk.register.documents().isEmpty)
  }
}

@Suite struct `A form with files` {
  func parts(_ text: String, boundary: String = "b") throws -> [(String, String?, String)] {
    let body = Array(text.utf8)
    return try Multipart(body, boundary: Array(boundary.utf8)).parts.map {
      ($0.name, $0.fileName, String(decoding: body[$0.bytes], as: UTF8.self))
    }
  }

  @Test func `is read part by part, whatever bytes they hold`() throws {
    let text =
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
      + "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"x%22y.txt\"\r\n"
      + "Content-Type: text/plain\r\n\r\n\r\n--\r\n--bb\r\r\n--a\n--b--\r\n--b--"
    let found = try parts(text.replacing("\r\n--bb", with: "\r\n--cc"))
    #expect(found.map(\.0) == ["a", "file"] && found.map(\.1) == [nil, "x\"y.txt"])
    #expect(found[0].2 == "1" && found[1].2 == "\r\n--\r\n--cc\r\r\n--a\n--b--")
    #expect(try parts("--b--").isEmpty && parts("--b--\r\n").isEmpty)
  }

  @Test(arguments: [
    "", "--b", "--b\r\n", "x--b--", "\r\n--b--", "--b--x",
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b",
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--bx--",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=\"a\"; filename*=utf-8''x\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"a\""
      + "\r\n\r\n1\r\n--b--",
    "--b\r\n\r\n1\r\n--b--", "--b\r\nX\r\n\r\n1\r\n--b--",
    "--b\r\nContent-Disposition: form-data; name=\"" + String(repeating: "a", count: 5_000)
      + "\"\r\n\r\n1\r\n--b--",
  ])
  func `is refused where it is not as browsers send it`(text: String) {
    #expect(throws: Problem.self) { try parts(text) }
  }

  @Test func `has no more parts than anybody needs`() throws {
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
    #expect(try parts(String(repeating: part, count: 200) + "--b--").count == 200)
    #expect(throws: Problem.self) { try parts(String(repeating: part, count: 201) + "--b--") }
  }

  /// Any bytes at all: an answer or a problem, and nothing else.
  @Test func `is read or refused, cut or changed wherever`() throws {
    let whole = Array(
      ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\ny\r\n--b--\r\n").utf8)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var body = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<body.count, using: &random)
        body[place] = UInt8.random(in: 0...255, using: &random)
      }
      body = Array(body.prefix(Int.random(in: 0...body.count, using: &random)))
      if let parts = try? Multipart(body, boundary: Array("b".utf8)).parts {
        for part in parts { #expect(part.bytes.upperBound <= body.count) }
      }
    }
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=abc", "abc"),
    ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", nil),
    ("multipart/form-data; boundary=\"a:b\"", "a:b"), ("multipart/form-data; boundary=", nil),
    ("multipart/form-data; boundary=a; boundary=b", nil), ("text/plain; boundary=a", nil),
    ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil), (nil, nil),
  ])
  func `has a boundary that may be one`(type: String?, boundary: String?) {
    #expect(Multipart.boundary(type) == boundary.map { Array($0.utf8) })
  }
}
