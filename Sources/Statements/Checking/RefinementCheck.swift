internal import Chronology

/// A document that says more finely what another says: 2011 and 31 December 2011 agree.
package enum RefinementCheck: Check {
  package static let kind = Finding.Kind.refinement

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.groups.filter { $0.count > 1 }.flatMap { group in
      [Period.Edge.start, .end].flatMap { edge in
        Voices(of: group, by: \.date) { [$0.claim(edge)].compactMap(\.self) }.pairs
          .compactMap { left, right in
            let (a, b) = (left.item, right.item)
            let (fine, coarse) = a.refines(b) ? (a, b) : (b, a)
            guard fine.refines(coarse) else { return nil }
            let verb = edge == .start ? "begins" : "ends"
            return Finding(
              kind, of: left.account.mission.label,
              "\(verb) \(DateWords.when(fine.date)), which \(DateWords.of(coarse.date)) allows",
              [fine.side, coarse.side])
          }
      }
    }
  }
}
