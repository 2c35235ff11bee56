internal import Chronology

/// A period that certainly reaches beyond that of the section in which the mission stands.
package enum WiderThanSectionCheck: Check {
  package static let kind = Finding.Kind.widerThanSection

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.accounts.flatMap { account -> [Finding] in
      guard account.period.origin == .stated, let span = account.period.span else { return [] }
      return account.statements.compactMap { statement in
        guard statement.property == .sectionPeriod, case .date(let date) = statement.value,
          let section = date.extent()?.hull
        else { return nil }
        let isEarly = span.beginLatest < section.beginEarliest
        let isLate = span.endEarliest > section.endLatest
        guard isEarly || isLate else { return nil }
        return Finding(
          kind, of: account.mission.label,
          "\(isEarly ? "began before" : "went on after") its section, \(DateWords.of(date))",
          [account.periodSide, Finding.Side(account, statement.passages[0])])
      }
    }
  }
}
