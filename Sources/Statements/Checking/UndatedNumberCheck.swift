/// A number of which nobody knows when it held.
package enum UndatedNumberCheck: Check {
  package static let kind = Finding.Kind.undatedNumber

  package static func findings(in ledger: Ledger) -> [Finding] {
    ledger.accounts.flatMap { account in
      account.quantities.compactMap { statement, quantity in
        guard quantity.asOf == nil, statement.valid == nil else { return nil }
        return Finding(
          kind, of: account.mission.label,
          "\(statement.property.rawValue) \(quantity.words), without a date",
          [Finding.Side(account, statement.passages[0])])
      }
    }
  }
}
