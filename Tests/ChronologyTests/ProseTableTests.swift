import Chronology
import Testing

@Suite(.enabled(if: Shared.isThere, "skipped: ../shared/edtf is not there"))
struct `The table of prose` {
  @Test func `is read in every row, with its four points`() throws {
    let english = try Languages.english()
    var wrong: [String] = []
    let rows = try Shared.rows("prose.tsv")
    for row in rows {
      let phrase = row["phrase"] ?? ""
      let note = row["note"] ?? ""
      let got = english.read(phrase).row()
      let points = row["four_points"] == "per member" ? got.points : row["four_points"] ?? ""
      let wanted =
        if note.hasPrefix("AMBIGUOUS") {
          "ambiguous\t\t\t"
        } else if note.hasPrefix("NEEDS CONTEXT") || note.hasPrefix("NO DATE") {
          "needs-context\t\t\t"
        } else if note.hasPrefix("NOT EXPRESSIBLE") {
          "\t-inf\t+inf\t-inf/2012-12-31/2012-01-01/+inf"
        } else {
          "\(row["edtf"] ?? "")\t\(row["earliest"] ?? "")\t\(row["latest"] ?? "")\t\(points)"
        }
      if got.text != wanted { wrong.append("\(phrase)\n  got    \(got.text)\n  wanted \(wanted)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count) wrong:\n\(wrong.joined(separator: "\n"))")
    #expect(rows.count == 94)
  }
}
