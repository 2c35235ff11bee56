import Foundation
import HTTPTypes
import Keeping
import Statements
import Testing

@testable import Publishing
@testable import Serving

/// A dossier that tries everything a text can try in a browser.
private let hostile = """
  <script>alert(1)</script> Missions </title><script>alert(2)</script>

  <img src=x onerror=alert(3)> Training Mission (EVIL-1): 2004–2011

  - It was established in August 2004 <svg onload=alert(4)><a href="javascript:alert(5)">here</a>.
  - It ended on 31 December 2011 "><script>alert(6)</script>, see javascript:alert(7).
  - It trained about 15,000 officers \u{202E}drawkcab\u{202C} & more &lt;b&gt;.

  Quiet Mission ' onmouseover='alert(8) (QM-2): since 2021

  - Ministers expanded the mission in February 2021 ]]>--><style>*{display:none}</style>.
  """

/// What drawings in pages are made of.
private let drawn: Set<String> = [
  "svg", "defs", "pattern", "lineargradient", "stop", "rect", "path", "text", "tspan", "g", "a",
  "title",
]

/// A start tag as a browser reads it.
private struct Tag {
  let name: String
  var attributes: [(name: String, value: String)] = []

  /// The start tags of a page; nil where a `<` begins none and ends none, or an attribute is not
  /// quoted: pages of the site have neither.
  static func all(in page: [UInt8]) -> [Tag]? {
    var tags: [Tag] = []
    var rest = page[...]
    func isName(_ byte: UInt8) -> Bool { !" >=\"'/<\n".utf8.contains(byte) }
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      if rest.first == UInt8(ascii: "/") {
        rest = rest.dropFirst().drop(while: isName)
        guard rest.first == UInt8(ascii: ">") else { return nil }
        continue
      }
      let name = rest.prefix(while: isName)
      guard !name.isEmpty else { return nil }
      var tag = Tag(name: String(decoding: name, as: UTF8.self).lowercased())
      rest = rest[name.endIndex...]
      while rest.first == UInt8(ascii: " ") {
        rest = rest.dropFirst()
        let attribute = rest.prefix(while: isName)
        rest = rest[attribute.endIndex...]
        var value = ""
        if rest.first == UInt8(ascii: "=") {
          rest = rest.dropFirst()
          guard rest.first == UInt8(ascii: "\"") else { return nil }
          let text = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
          value = String(decoding: text, as: UTF8.self)
          rest = rest[text.endIndex...].dropFirst()
        }
        tag.attributes.append((String(decoding: attribute, as: UTF8.self).lowercased(), value))
      }
      // Elements of drawings that hold nothing end in themselves.
      if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
      guard rest.first == UInt8(ascii: ">") else { return nil }
      tags.append(tag)
    }
    return tags
  }
}

@Suite struct `A malicious dossier` {
  let desk: Desk
  init() async throws {
    desk = try await Desk(["\"><script>alert(9)</script>.txt": hostile])
  }

  @Test func `is shown as the text that it is on every page`() async throws {
    let document = try #require(try await desk.register.documents().first)
    let missions = try await desk.register.missions(in: document.id)
    try #require(!missions.isEmpty)
    var paths = [
      "/", "/missions", "/missions?on=2006", "/sources", "/sources/\(document.id.rawValue)",
      "/timeline", "/timeline?lanes=kind", "/ask", "/totals", "/gaps", "/lineage?mission=QM-2",
      "/statements", "/search?q=mission", "/checks", "/history",
    ]
    paths += missions.map { "/missions/\($0.id.rawValue)" }
    paths += try await desk.register.reviewables().items.map { "/review?at=\($0.id.rawValue)" }
    paths += missions.map { "/review?mission=\($0.id.rawValue)" }
    for path in paths { try expectInert(try await desk.get(path), path) }
  }

  /// That nothing of a page runs or leads away, whatever stands in the documents.
  private func expectInert(_ answer: Answer, _ path: String) throws {
    let tags = try #require(Tag.all(in: answer.bytes), "\(path)")
    #expect(tags.count > 20)
    // The site's own, which a page names by its address.
    let scripts = tags.filter { $0.name == "script" }
    #expect(scripts.count <= 2 && scripts.allSatisfy { $0.attributes.map(\.name).contains("src") })
    for tag in tags {
      #expect(
        tag.name == "!doctype" || HTMLTag(rawValue: tag.name) != nil || tag.name == "script"
          || drawn.contains(tag.name), "\(path): \(tag.name)")
      for (name, value) in tag.attributes {
        #expect(!name.hasPrefix("on") && name != "style", "\(path): \(name)")
        if ["href", "src", "action"].contains(name) {
          let isOwn = value.hasPrefix("/") && !value.hasPrefix("//")
          #expect(isOwn || value.hasPrefix("#"), "\(path): \(value)")
        }
      }
    }
    for mark in ["\u{202E}", "\u{202C}", "\u{2067}"] { #expect(!answer.text.contains(mark)) }
  }

  @Test func `is inert in the forms of a review, and so is what is typed there`() async throws {
    let browser = Browser(try desk.responder(writes: true))
    try await browser.signIn(as: "<b onclick=alert(1)>A. Reader")
    let items = try await desk.register.reviewables().items
    for item in items {
      let path = "/review?at=\(item.id.rawValue)"
      try expectInert(try await browser.get(path), path)
    }
    let first = try #require(items.first)
    let typed = "\"><script>alert(1)</script>\u{202E}"
    let refused = try await browser.post(
      "/review/\(first.id.rawValue)",
      ["verdict": "amended", "state": "open", "valid": typed, "value": typed, "note": typed])
    #expect(refused.status == 400 && refused.text.contains("&quot;&gt;&lt;script&gt;alert(1)"))
    try expectInert(refused, "what was typed")
    let path = "/review/bulk?verdict=accepted"
    let preview = try await browser.get(path)
    #expect(preview.text.contains("would be accepted"))
    try expectInert(preview, path)
    let decided = try await browser.post(
      "/review/\(first.id.rawValue)",
      ["verdict": "accepted", "state": "open", "note": typed, "back": "/review?state=all"])
    #expect(decided.header(.location)?.hasPrefix("/review?state=all&after=") == true)
    let page = "/review?state=all&at=\(first.id.rawValue)"
    try expectInert(try await browser.get(page), page)
  }

  @Test func `is inert where it is decided on and uploaded, under whatever name`() async throws {
    let responder = try desk.responder(writes: true) { upload in
      Uploaded(
        name: upload.name, verdict: "failed", reason: "no <b onclick=x>", document: nil,
        warnings: ["<script>alert(1)</script>"], doubts: ["\u{202E}<img src=x>"], json: [:])
    }
    let browser = Browser(responder)
    try await browser.signIn(as: "\"><script>alert(1)</script>")
    for path in ["/checks", "/sources", "/history"] {
      try expectInert(try await browser.get(path), path)
    }
    let form = UploadTests.form([("<script>alert(1)</script>.txt", "x")])
    let result = try await browser.post(
      form, type: "multipart/form-data; boundary=----b0", to: "/sources")
    #expect(result.status == 422 && result.text.contains("&lt;script&gt;alert(1)"))
    try expectInert(result, "what became of an upload")
  }

  /// What the tests above look for is seen where a page does not escape.
  @Test(arguments: [("&lt;", "<"), ("&quot;", "\"")])
  func `would be found out where nothing is escaped`(escaped: String, plain: String) async throws {
    let responder = try desk.responder(writes: true)
    let document = try #require(try await desk.register.documents().first).id.rawValue
    let path =
      escaped == "&lt;"
      ? "/sources/\(document)"
      : responder.invite(as: nil) + "&back=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    let page = try await responder.get(path)
    try expectInert(page, path)
    let bare = Answer(
      response: page.response, bytes: Array(page.text.replacing(escaped, with: plain).utf8),
      endsConnection: false)
    withKnownIssue { try expectInert(bare, "a page that is not escaped") }
  }

  @Test func `is given as its own text, which no browser takes for a page`() async throws {
    let document = try #require(try await desk.register.documents().first)
    let text = try await desk.get("/sources/\(document.id.rawValue)/text")
    #expect(text.text == hostile)
    #expect(text.header(.contentType) == "text/plain; charset=utf-8")
    #expect(text.header(.xContentTypeOptions) == "nosniff")
    #expect(text.header(.contentDisposition)?.hasPrefix("attachment") == true)
    let twin = try await desk.get("/sources/\(document.id.rawValue).json")
    #expect(twin.header(.contentType) == "application/json")
    #expect(try #require(try twin.json()["text"] as? String) == hostile)
  }
}
