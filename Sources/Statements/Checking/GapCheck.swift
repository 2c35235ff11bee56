internal import Chronology

/// Days on which neither a mission nor the one that took over from it was running.
package enum GapCheck: Check {
  package static let kind = Finding.Kind.gap

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.successions.compactMap { pair in
      guard let before = pair.predecessor.ownSpan, let after = pair.successor.ownSpan,
        before.endLatest.isFinite, after.beginEarliest.isFinite,
        before.endLatest.advanced(by: 1) < after.beginEarliest
      else { return nil }
      let first = DateWords.of(before.endLatest.advanced(by: 1))
      let last = DateWords.of(after.beginEarliest.advanced(by: -1))
      return Finding(
        kind, of: pair.predecessor.mission.label,
        "no mission from \(first) to \(last), before \(pair.successor.mission.label) took over",
        [pair.predecessor.periodSide, pair.successor.periodSide, pair.side])
    }
  }
}
