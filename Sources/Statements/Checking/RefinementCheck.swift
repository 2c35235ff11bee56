internal import Chronology

/// A document that says more finely what another says: 2011 and 31 December 2011 agree.
package enum RefinementCheck: Check {
  package static let kind = Finding.Kind.refinement

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.groups.flatMap { group in
      group.pairs.flatMap { left, right in
        [Period.Edge.start, .end].compactMap { edge in
          guard let a = left.claim(edge), let b = right.claim(edge) else { return nil }
          let (fine, coarse) = a.refines(b) ? (a, b) : (b, a)
          guard fine.refines(coarse) else { return nil }
          let verb = edge == .start ? "begins" : "ends"
          return Finding(
            kind, of: left.mission.label,
            "\(verb) \(DateWords.when(fine.date)), which \(DateWords.of(coarse.date)) allows",
            [fine.side, coarse.side])
        }
      }
    }
  }
}
