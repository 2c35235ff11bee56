import Foundation
import Testing

@testable import Chronology

@Suite(.enabled(if: Shared.isThere, "skipped: ../shared/edtf is not there"))
struct `The conformance table` {
  @Test func `is met in every row, also where the specification is silent`() throws {
    let rows = try Shared.rows("conformance.tsv").map { row in
      var row = row
      row["verdict"] = row["verdict"] == "valid" ? "V" : "I"
      return row
    }
    #expect(wrong(rows) == [])
    #expect(rows.count > 1_000)
  }

  @Test func `comes back as the text it was`() throws {
    for row in try Shared.rows("conformance.tsv") where row["verdict"] == "valid" {
      let text = Shared.unescaped(row["string"] ?? "")
      #expect(try EDTF(text).description == text)
    }
  }
}

/// Rows of our own, for every rule of the specification and every decision where it is silent.
@Suite struct `Our table of EDTF` {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Tables/edtf.tsv")

  @Test func `is met in every row`() throws {
    let rows = try Shared.rows(of: Self.file)
    #expect(wrong(rows) == [])
    #expect(rows.count > 600)
  }

  @Test func `has rows that would be found wrong`() throws {
    let rows = try Shared.rows(of: Self.file).map { row in
      var row = row
      row["verdict"] = row["verdict"] == "V" ? "I" : "V"
      return row
    }
    #expect(wrong(rows).count == rows.count)
  }
}

/// The rows that are not met, with what is answered.
private func wrong(_ rows: [[String: String]]) -> [String] {
  rows.compactMap { row in
    let text = Shared.unescaped(row["string"] ?? "")
    let expected =
      row["verdict"] == "V"
      ? "V\t\(row["level"] ?? "")\t\(row["earliest"] ?? "")\t\(row["latest"] ?? "")" : "I"
    let answer = EDTF.boundsRow(of: text)
    if expected == "I" ? answer.hasPrefix("I\t") : answer == expected { return nil }
    return "\(text): \(answer), expected \(expected) (\(row["rule"] ?? row["note"] ?? ""))"
  }
}
