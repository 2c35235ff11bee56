import Chronology
import Foundation
import Testing

/// `docs/edtf.md`, every row of whose tables is a claim.
@Suite struct `The page on EDTF` {
  private let rows: [[String]]

  init() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/edtf.md")
    rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
      .map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// What stands between backquotes.
  private func codes(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func `tells how texts are taken`() throws {
    var count = 0
    for row in rows where row.count == 3 && row[0].hasPrefix("`") {
      let text = codes(row[0])[0]
      let cells = EDTF.boundsRow(of: text).split(separator: "\t").map(String.init)
      let taken = cells[0] == "V" ? "\(cells[2]) to \(cells[3])" : "byte \(cells[1])"
      #expect(row[1] == taken, "\(text): \(cells)")
      count += 1
    }
    #expect(count > 30)
  }

  @Test func `tells what the seasons mean`() throws {
    let season = try EDTF("2004-21")
    for seasons in EDTF.Seasons.allCases {
      let row = try #require(rows.first { codes($0[0]).first == seasons.rawValue })
      let bounds = season.boundTexts(seasons: seasons)
      #expect(row[1] == "\(bounds.earliest) to \(bounds.latest)")
    }
  }

  @Test func `tells what phrases mean`() throws {
    let english = try Languages.english()
    var count = 0
    for row in rows where !row[0].hasPrefix("`") && !["phrase", "text"].contains(row[0]) {
      let reading = english.read(row[0])
      switch reading {
      case .means, .edtf: #expect(reading.row().edtf == codes(row[1]).first ?? "", "\(row[0])")
      case .ambiguous(let phrases, _):
        #expect(row[1].hasPrefix("ambiguous: "), "\(row[0])")
        #expect(phrases.map { $0.row().edtf } == codes(row[1]), "\(row[0])")
      case .needsContext(let need): #expect(row[1] == "needs context: \(need.rawValue)")
      default: Issue.record("\(row[0]) is not read")
      }
      count += 1
    }
    #expect(count > 40)
  }
}
