internal import Chronology

/// Dates that cannot be: an end before the begin, or something that happened after the source spoke.
package enum ImpossibleDateCheck: Check {
  package static let kind = Finding.Kind.impossibleDate
  /// What a source may well say of the future.
  private static let plans: Set<Property> = [
    .period, .sectionPeriod, .end, .mandateEnded, .extended, .plannedStart, .plannedEnd, .decided,
    .authorised,
  ]

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.accounts.flatMap { backwards($0) + tooLate($0) }
  }

  private static func backwards(_ account: Account) -> [Finding] {
    let claims = account.singleEvents
    let begins = claims.filter { [.established, .launched].contains($0.property) }
    let ends = claims.filter { [.closed, .mandateEnded].contains($0.property) }
    let events = begins.flatMap { begin in
      ends.filter { $0.last < begin.first }.map { end in
        Finding(
          kind, "end before begin", of: account.mission.label,
          "\(end.property.rawValue) \(DateWords.when(end.date)), before it was "
            + "\(begin.property.rawValue) \(DateWords.when(begin.date))", [end.side, begin.side])
      }
    }
    let periods = account.statements.compactMap { statement -> Finding? in
      guard statement.property == .period, case .date(let date) = statement.value,
        case (.date(let start), .date(let end)) = date.bounds, let first = start.days?.first,
        let last = end.days?.last, last < first
      else { return nil }
      return Finding(
        kind, "end before begin", of: account.mission.label,
        "ends \(DateWords.when(end)), before it begins \(DateWords.when(start))",
        [Finding.Side(account, statement.passages[0])])
    }
    return events + periods
  }

  private static func tooLate(_ account: Account) -> [Finding] {
    guard let asOf = account.document.source.asOf else { return [] }
    return account.statements.compactMap { statement in
      guard !plans.contains(statement.property), case .text = statement.value,
        let valid = statement.valid, let first = valid.days?.first, first > asOf
      else { return nil }
      return Finding(
        kind, "after the source spoke", of: account.mission.label,
        "\(statement.property.rawValue) \(DateWords.when(valid)), in a source that speaks up to "
          + DateWords.of(asOf), [Finding.Side(account, statement.passages[0])])
    }
  }
}
