/// A mission whose period rests on one passage alone, where the register has other documents that
/// might bear it out.
package enum SingleSourceCheck: Check {
  package static let kind = Finding.Kind.singleSource

  package static func findings(in ledger: Ledger) -> [Finding] {
    guard ledger.hasSeveralDocuments else { return [] }
    return ledger.groups.compactMap { group in
      let passages = group.filter { $0.ownSpan != nil }.flatMap { account in
        account.period.passages.map { Finding.Side(account, $0) }
      }
      guard passages.count == 1 else { return nil }
      return Finding(
        kind, of: group[0].mission.label, "its period rests on one passage", passages)
    }
  }
}
