import Foundation
import HTTPTypes
import Keeping
import Statements
import Testing

@testable import Serving

/// A dossier with what pages have to show: dates of every precision, an inherited period, an open end, a
/// planned one, numbers, a line of missions, and letters that must be escaped.
private let dossier = """
  Missions of the League in Belmora & Łódź

  As of 3 May 2022.

  Belmora Observer Mission (BOM): 2001–2004
  - The mission was established in March 2001 by <the> League.
  - It ended on 31 December 2004.
  - BOM trained 300 police officers.
  - BOM had a strength of 120 personnel in 2002.

  Belmora Support Mission (BSM): 2006-2008
  - BSM followed BOM.
  - BSM trained about 40 police officers.

  Belmora Advisory Mission (BAM): since 2010
  - BAM took over from BSM.
  - Its mandate was extended until 30 June 2023.
  """

/// A second one that contradicts it.
private let second = """
  The League in brief

  Belmora Observer Mission (BOM)
  - The mission was established in 2001 and closed on 30 November 2004.
  - BOM trained more than 350 police officers.
  """

@Suite struct `The pages of a dossier` {
  let desk: Desk
  let mission: String
  let document: String

  init() async throws {
    desk = try await Desk(["belmora.txt": dossier, "brief.txt": second])
    let accounts = try await desk.register.accounts(named: "BOM")
    let account = try #require(accounts.first { $0.document.source.location == "belmora.txt" })
    mission = account.id.rawValue
    document = account.document.id.rawValue
    let item = try #require(
      try await desk.register.reviewables(about: account.id).first {
        $0.statement.property == .strength
      })
    try await desk.register.decide(
      [item.id: .accepted],
      Act(by: "A. Reader", note: "see the annex", recorded: "2024-03-02T09:00:00Z"))
  }

  /// What a page holds between header and footer, without what changes with the style sheet.
  private func content(_ path: String) async throws -> String {
    let page = try await desk.get(path)
    #expect(page.status == 200, "\(path)")
    let start = try #require(page.text.firstRange(of: "<main")).lowerBound
    let end = try #require(page.text.firstRange(of: "</main>")).upperBound
    return String(page.text[start..<end]) + "\n"
  }

  @Test func `are as they were`() async throws {
    for (name, path) in [
      ("overview", "/"), ("missions", "/missions"),
      ("missions-on-a-day", "/missions?on=2004-12-15"),
      ("missions-fr", "/missions?during=2003%2F2004&lang=fr"), ("mission", "/missions/\(mission)"),
      ("mission-as-of", "/missions/\(mission)?as-of=2024-03-01"),
      ("source", "/sources/\(document)"), ("sources", "/sources"), ("timeline", "/timeline"),
      ("timeline-lanes", "/timeline?lanes=kind&during=2003%2F2007"), ("ask", "/ask"),
      ("totals", "/totals"), ("totals-fr", "/totals?quantity=trained&lang=fr"), ("gaps", "/gaps"),
      ("lineage", "/lineage?mission=BSM"), ("statements", "/statements?limit=4"),
      ("search", "/search?q=police%20offic*"), ("checks", "/checks"), ("history", "/history"),
    ] { try expectGolden(await content(path), "\(name).html") }
  }

  @Test func `have all around them what every page has`() async throws {
    let page = try await desk.get("/ask?lang=fr").text
      .replacing(#/\?v=[0-9a-f]{12}/#, with: "?v=…")
    try expectGolden(page, "whole-page.html")
  }
}
