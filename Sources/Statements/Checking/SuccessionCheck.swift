internal import Chronology

/// A successor that certainly began before its predecessor had ended.
package enum SuccessionCheck: Check {
  package static let kind = Finding.Kind.succession

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.successions.compactMap { pair in
      guard let before = pair.predecessor.ownSpan, let after = pair.successor.ownSpan,
        after.beginLatest < before.endEarliest
      else { return nil }
      return Finding(
        kind, of: pair.successor.mission.label,
        "began by \(DateWords.of(after.beginLatest)), while \(pair.predecessor.mission.label), "
          + "which it follows, went on until \(DateWords.of(before.endEarliest)) or longer",
        [pair.successor.periodSide, pair.predecessor.periodSide, pair.side])
    }
  }
}
