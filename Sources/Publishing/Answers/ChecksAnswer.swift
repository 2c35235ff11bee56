package import Statements

/// What the checks find, with who settled what.
package struct ChecksAnswer: Sendable {
  package struct Row: Sendable {
    /// The finding's name: a SHA-256 in hexadecimal.
    let id: String
    package let finding: Finding
    /// Who settled it, when and why; nil where nobody did.
    package let settlement: Settlement?
    /// What the missions of its sides are called.
    let names: [MissionID: String]

    package init(
      id: String, finding: Finding, settlement: Settlement?, names: [MissionID: String] = [:]
    ) {
      self.names = names
      self.id = id
      self.finding = finding
      self.settlement = settlement
    }
  }

  package struct Settlement: Hashable, Sendable {
    let by: String
    let note: String?
    let recorded: String

    package init(by: String, note: String?, recorded: String) {
      self.by = by
      self.note = note
      self.recorded = recorded
    }
  }

  /// Those that are shown.
  package let rows: [Row]
  /// How many nobody settled, and how many somebody did, shown or not.
  package let open: Int
  package let settled: Int
  /// The word by which the next page is asked for; nil on the last.
  package let next: String?

  package init(rows: [Row], open: Int, settled: Int, next: String? = nil) {
    self.rows = rows
    self.open = open
    self.settled = settled
    self.next = next
  }

  package var json: JSON {
    [
      "schema": "annals.check.1", "open": JSON(open), "settled": JSON(settled),
      "next": JSON(next), "findings": JSON(rows, \.json),
    ]
  }
}

extension ChecksAnswer.Row {
  package var json: JSON {
    [
      "id": .string(id), "kind": .string(finding.kind.rawValue),
      "detail": JSON(finding.detail), "mission": .string(finding.mission),
      "words": .string(finding.words),
      "sides": JSON(finding.sides, \.json),
      "settled": settlement.map {
        ["by": .string($0.by), "note": JSON($0.note), "recorded": .string($0.recorded)]
      } ?? .null,
    ]
  }
}
