/// The same words in two documents: they are one source, however often they are copied.
package enum DuplicateCheck: Check {
  package static let kind = Finding.Kind.duplicate
  /// Shorter quotes, such as a name or a year, are alike by chance. In words.
  static let shortest = 6

  /// Each copy stands beside the first document that has the words.
  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.groups.filter { $0.count > 1 }.flatMap { group in
      var first: [[String]: Finding.Side] = [:]
      return group.flatMap { account -> [Finding] in
        var seen: Set<[String]> = []
        return account.statements.flatMap(\.passages).compactMap { passage in
          let words = Folding.words(of: passage.quote)
          guard words.count >= shortest, seen.insert(words).inserted else { return nil }
          let side = Finding.Side(account, passage)
          guard let earlier = first[words] else {
            first[words] = side
            return nil
          }
          guard earlier.document.id != side.document.id else { return nil }
          return Finding(
            kind, of: group[0].mission.label, "two documents have the same sentence",
            [earlier, side])
        }
      }
    }
  }
}
