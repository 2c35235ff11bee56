/// The same words in two documents: they are one source, however often they are copied.
package enum DuplicateCheck: Check {
  package static let kind = Finding.Kind.duplicate
  /// Shorter quotes, such as a name or a year, are alike by chance. In words.
  static let shortest = 6

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.groups.flatMap { group in
      group.pairs.flatMap { left, right -> [Finding] in
        var sides: [[String]: Finding.Side] = [:]
        for passage in left.statements.flatMap(\.passages) {
          sides[Folding.words(of: passage.quote)] = Finding.Side(left, passage)
        }
        var seen: Set<[String]> = []
        return right.statements.flatMap(\.passages).compactMap { passage in
          let words = Folding.words(of: passage.quote)
          guard words.count >= shortest, let side = sides[words], seen.insert(words).inserted
          else { return nil }
          return Finding(
            kind, of: left.mission.label, "two documents have the same sentence",
            [side, Finding.Side(right, passage)])
        }
      }
    }
  }
}
