import Testing

@testable import Chronology

@Suite(.enabled(if: Shared.isThere, "skipped: ../shared/edtf is not there"))
struct `The table of predicates` {
  @Test func `is answered in every row, with the four points it states`() throws {
    let rows = try Shared.rows("predicates.tsv")
    for row in rows {
      let (a, b) = (row["A"] ?? "", row["B"] ?? "")
      let comparison = try Comparison(
        a, b, predicate: row["predicate"] ?? "", reading: row["reading"] ?? "",
        policy: row["policy"] ?? "", asOf: row["asOf"])
      #expect(comparison.verdict.result.description == row["result"], "row \(row["id"] ?? "")")
      #expect(!comparison.verdict.reason.isEmpty)
      let terms = Terms(
        reading: row["reading"] == "whole" ? .whole : .within, asOf: row["asOf"].flatMap { Day($0) }
      )
      let isDay = row["fourB"] == ""
      for (text, points) in [(a, row["fourA"]), (b, row["fourB"])] where !(text == b && isDay) {
        let extent = try #require(terms.extent(of: EDTF(text)))
        #expect(extent.spans.map(\.description).joined(separator: " ; ") == points)
      }
    }
    #expect(rows.count == 78)
  }
}
