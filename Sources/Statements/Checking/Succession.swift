internal import Chronology

/// A mission and the one that took over from it, with the passages that say so.
package struct Succession: Hashable, Sendable {
  package let predecessor: Account
  package let successor: Account
  /// Never empty.
  package let sides: [Finding.Side]

  /// The first passage that says so.
  var side: Finding.Side { sides[0] }
}

extension Ledger {
  /// Each pair once, in the order of the accounts.
  var successions: [Succession] {
    var order: [[MissionID]] = []
    var sides: [[MissionID]: [Finding.Side]] = [:]
    for account in accounts {
      for statement in account.statements {
        guard case .mission(let id) = statement.value, let other = self[id] else { continue }
        let pair: [MissionID]
        switch statement.property {
        case .followOn: pair = [account.id, other.id]
        case .predecessor: pair = [other.id, account.id]
        default: continue
        }
        // Nothing follows itself: two accounts that were taken for one mission may say that.
        guard pair[0] != pair[1] else { continue }
        if sides[pair] == nil { order.append(pair) }
        for passage in statement.passages
        where sides[pair]?.contains(where: { $0.passage == passage }) != true {
          sides[pair, default: []].append(Finding.Side(account, passage))
        }
      }
    }
    return order.compactMap { pair in
      guard let before = self[pair[0]], let after = self[pair[1]], let sides = sides[pair]
      else { return nil }
      return Succession(predecessor: before, successor: after, sides: sides)
    }
  }
}

extension Account {
  /// The four points, where the document gives the mission a period of its own.
  var ownSpan: TimeSpan? {
    period.origin == .stated || period.origin == .events ? period.span : nil
  }

  var periodSide: Finding.Side {
    Finding.Side(self, period.passages.first ?? mission.passage)
  }
}
