import Foundation
import Keeping
import Publishing
import Statements
import Testing

@testable import Serving

@Suite struct `The pages of a review` {
  let desk: Desk
  let browser: Browser
  let items: [Reviewable]

  init() async throws {
    desk = try await Desk(["iraq.txt": iraq])
    browser = Browser(try desk.responder(writes: true))
    try await browser.signIn()
    items = try await desk.register.reviewables().items
  }

  /// What a page holds between header and footer, without the options that are not chosen.
  private func content(_ answer: Answer) throws -> String {
    let start = try #require(answer.text.firstRange(of: "<main")).lowerBound
    let end = try #require(answer.text.firstRange(of: "</main>")).upperBound
    return String(answer.text[start..<end])
      .replacing(#/<option value="[^"]*">[^<]*</option>\n/#, with: "") + "\n"
  }

  @Test func `are as they were`() async throws {
    let closed = try #require(items.first { $0.statement.property == .closed })
    try expectGolden(
      content(try await desk.get("/review?at=\(closed.id.inAddress)")), "review.html")
    let form = ["verdict": "rejected", "state": "open", "note": "of another mission"]
    _ = try await browser.post("/review/\(items[0].id.rawValue)", form)
    try expectGolden(
      content(try await browser.get("/review?after=\(items[0].id.inAddress)")),
      "review-signed-in.html")
    let wrong = ["verdict": "amended", "state": "open", "valid": "31.12.2011", "value": "It ended"]
    try expectGolden(
      content(try await browser.post("/review/\(closed.id.rawValue)", wrong)),
      "review-refused.html")
    try expectGolden(
      content(try await browser.get("/review/bulk?verdict=accepted&mission=NMI&lang=fr")),
      "review-bulk-fr.html")
  }
}
