internal import Chronology
internal import Statements

/// The list of missions as comma-separated values, one mission a row.
///
/// Source: RFC 4180.
package struct MissionsTable: Sendable {
  private let rows: [MissionsPage.Row]

  package init(_ rows: [MissionsPage.Row]) { self.rows = rows }

  private static let head = [
    "id", "name", "acronym", "kind", "organisation", "place", "start", "end", "period_from",
    "answer", "reason", "document", "first_byte", "end_byte", "quote",
  ]

  package var csv: String {
    ([MissionsTable.head] + rows.map(cells)).map(CSV.row).joined()
  }

  private func cells(_ row: MissionsPage.Row) -> [String] {
    let account = row.account
    let isOwn = account.period.origin == .stated || account.period.origin == .events
    let passage = (row.answer?.passages ?? account.evidence)[0]
    return [
      account.id.rawValue, account.mission.name, account.mission.acronym ?? "",
      account.mission.kind.rawValue, account.texts(.organisation).joined(separator: "; "),
      account.texts(.place).joined(separator: "; "),
      isOwn ? account.period.start.edtf ?? "" : "", isOwn ? account.period.end.edtf ?? "" : "",
      account.period.origin.rawValue, row.answer?.truth.description ?? "",
      row.answer?.reason ?? account.period.reason, passage.document.rawValue,
      String(passage.bytes.lowerBound), String(passage.bytes.upperBound), passage.quote,
    ]
  }
}
