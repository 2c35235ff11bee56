internal import Chronology

/// A mission and the one that took over from it, with the passage that says so.
struct Succession: Hashable {
  let predecessor: Account
  let successor: Account
  let side: Finding.Side
}

extension Ledger {
  /// Each pair once, in the order of the accounts.
  var successions: [Succession] {
    var seen: Set<[MissionID]> = []
    return accounts.flatMap { account in
      account.statements.compactMap { statement -> Succession? in
        guard case .mission(let id) = statement.value, let other = self[id] else { return nil }
        let pair: (Account, Account)
        switch statement.property {
        case .followOn: pair = (account, other)
        case .predecessor: pair = (other, account)
        default: return nil
        }
        guard seen.insert([pair.0.id, pair.1.id]).inserted else { return nil }
        return Succession(
          predecessor: pair.0, successor: pair.1,
          side: Finding.Side(account, statement.passages[0]))
      }
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
