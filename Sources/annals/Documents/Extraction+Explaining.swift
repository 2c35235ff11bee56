import Chronology
import Publishing
import Statements

/// `annals extract --explain`: why each thing is proposed, so that a wrong one can be mended in its
/// word list or rule.
extension Extraction {
  /// How a mission was found and told from others, and what its period follows from.
  func explain(_ account: Account, on console: inout Console) throws(OutletError) {
    if let rationale = missionRationales[account.id] {
      try print(rationale, "found by", on: &console, indent: 4)
    }
    let period = account.period
    try console.print("period: \(period.origin.rawValue), \(period.reason.printable)", indent: 4)
    for candidate in period.candidates where !candidate.isChosen {
      try console.print(
        "not \(candidate.edge.rawValue) \(DateWords.of(candidate.date)): \(candidate.reason.printable)",
        indent: 6)
    }
  }

  func explain(_ statement: Statement, on console: inout Console) throws(OutletError) {
    guard let rationale = rationales?[statement] else { return }
    try print(rationale, "rule", on: &console, indent: 6)
    if let note = statement.note { try console.print("note: \(note.printable)", indent: 8) }
  }

  private func print(
    _ rationale: Rationale, _ word: String, on console: inout Console, indent: Int
  ) throws(OutletError) {
    let cue = rationale.cue.map { cue in
      "; cue “\(cue.quote.printable)” (\(cue.bytes.lowerBound)–\(cue.bytes.upperBound))"
    }
    try console.print("\(word): \(rationale.rule)\(cue ?? "")", indent: indent)
    for rejected in rationale.rejected {
      try console.print(
        "not \(rejected.what.printable): \(rejected.why.printable)", indent: indent + 2)
    }
  }

  /// What is nobody's.
  func printUnattached(on console: inout Console, labels: Labels) throws(OutletError) {
    guard !unattached.isEmpty else { return }
    try console.print(console.tinted("Of no mission that the text names", .strong))
    for one in unattached {
      let date = one.valid.map { "\($0)  " } ?? ""
      let bytes = "\(one.passage.bytes.lowerBound)–\(one.passage.bytes.upperBound)"
      try console.print(
        "  \(document.placeWords(of: one.passage)) (\(bytes))  \(labels[one.property])  "
          + "\(date)\(one.value.words.printable)")
      try console.print(
        "rule: \(one.rule)" + (one.note.map { "; \($0.printable)" } ?? ""), indent: 6)
    }
  }

  /// What an explained fact or number has in JSON beside the rest.
  func explained(_ statement: Statement) -> [(String, JSON)] {
    guard let rationale = rationales?[statement] else { return [] }
    return [
      ("cue", rationale.cue.map { ["bytes": $0.bytes.json, "quote": .string($0.quote)] } ?? .null),
      (
        "rejected",
        JSON(rationale.rejected) { ["what": .string($0.what), "why": .string($0.why)] }
      ),
    ]
  }
}
