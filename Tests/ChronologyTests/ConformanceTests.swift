import Testing

@testable import Chronology

@Suite(.enabled(if: Shared.isThere, "skipped: ../shared/edtf is not there"))
struct `The conformance table` {
  @Test func `is met in every row, also where the specification is silent`() throws {
    var wrong: [String] = []
    var count = 0
    for row in try Shared.rows("conformance.tsv") {
      let text = Shared.unescaped(row["string"] ?? "")
      let expected =
        row["verdict"] == "valid"
        ? "V\t\(row["level"] ?? "")\t\(row["earliest"] ?? "")\t\(row["latest"] ?? "")" : "I"
      let answer = EDTF.boundsRow(of: text)
      count += 1
      if expected == "I" ? !answer.hasPrefix("I\t") : answer != expected {
        wrong.append("\(text): \(answer), expected \(expected) \(row["note"] ?? "")")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    #expect(count > 1_000)
  }

  @Test func `comes back as the text it was`() throws {
    for row in try Shared.rows("conformance.tsv") where row["verdict"] == "valid" {
      let text = Shared.unescaped(row["string"] ?? "")
      #expect(try EDTF(text).description == text)
    }
  }
}
