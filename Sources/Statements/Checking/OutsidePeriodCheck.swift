internal import Chronology

/// An event of a mission on days on which the mission, by its own stated period, was not.
package enum OutsidePeriodCheck: Check {
  package static let kind = Finding.Kind.outsidePeriod
  /// What naturally comes before a mission begins.
  private static let before: Set<Property> = [
    .requested, .decided, .authorised, .signed, .established, .predecessor, .renamed,
  ]
  /// What naturally comes after it ended.
  private static let after: Set<Property> = [.handedOver, .followOn, .renamed]

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.accounts.flatMap { account -> [Finding] in
      guard account.period.origin == .stated, let span = account.period.span,
        let period = account.period.passages.first
      else { return [] }
      return account.statements.compactMap { statement in
        guard case .text = statement.value, let valid = statement.valid, let days = valid.days
        else { return nil }
        let isEarly = days.last < span.beginEarliest && !before.contains(statement.property)
        let isLate = days.first > span.endLatest && !after.contains(statement.property)
        guard isEarly || isLate else { return nil }
        return Finding(
          kind, of: account.mission.label,
          "\(statement.property.rawValue) \(DateWords.when(valid)), "
            + (isEarly ? "before it began" : "after it ended"),
          [Finding.Side(account, statement.passages[0]), Finding.Side(account, period)])
      }
    }
  }
}
