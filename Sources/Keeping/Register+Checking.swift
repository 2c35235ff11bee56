import GRDB
package import Statements

/// What the checks find of a page of missions.
package struct FindingPage: Hashable, Sendable {
  package let findings: [Finding]
  /// How many missions there are on all pages.
  package let missions: Int
  /// Where the next page begins; nil on the last.
  package let next: PageEnd?
}

extension Register {
  /// What the checks find of a page of the missions that a filter lets through, in their order: each
  /// finding stands with the first of its missions that is let through, so that all pages together
  /// have each finding once that the checks find in the whole register.
  ///
  /// Only what can have to do with the page is read: accounts that are taken for one mission with one
  /// of it, its predecessors and follow-on missions, and missions with nearly the same acronym. A page
  /// is shorter than its limit where very many documents speak of its missions.
  /// - Parameters:
  ///   - kinds: the kinds that are looked for; all where none is named.
  ///   - end: where the page before ended; nil for the first.
  ///   - limit: how many missions a page has at most.
  package func findings(
    _ kinds: Set<Finding.Kind> = [], matching filter: Filter = .all, after end: PageEnd? = nil,
    limit: Int
  ) async throws(RegisterError) -> FindingPage {
    let identities = try await identities().map(\.identity)
    var page = try await page(matching: filter, after: end, limit: limit)
    var keys = try await keys(around: page.accounts, identities)
    while keys.count > limit + Register.mostBeside, page.accounts.count > 1 {
      page = try await self.page(
        matching: filter, after: end, limit: max(1, page.accounts.count / 4))
      keys = try await self.keys(around: page.accounts, identities)
    }
    return try await findings(kinds, of: page, keys, filter, identities)
  }

  /// How many accounts are read for a page of findings besides those of its limit, unless one mission
  /// alone needs more.
  private static let mostBeside = 1_000

  private func keys(
    around accounts: [Account], _ identities: [Identity]
  ) async throws(RegisterError) -> [Int64] {
    try await read { db in
      try Surroundings(db: db, reader: try MergedReader(db), identities).keys(around: accounts)
    }
  }

  private func findings(
    _ kinds: Set<Finding.Kind>, of page: MissionPage, _ keys: [Int64], _ filter: Filter,
    _ identities: [Identity]
  ) async throws(RegisterError) -> FindingPage {
    let members = Set(page.accounts.flatMap(\.members))
    return try await read { db in
      var surroundings = Surroundings(db: db, reader: try MergedReader(db), identities)
      let accounts = try surroundings.reader.separateAccounts(ofMissions: keys)
        .sorted(by: Account.precedes)
      let documents = try db.all("SELECT 1 FROM document LIMIT 2") { try $0.integer() }
      let ledger = Ledger(
        accounts, identities: identities, hasSeveralDocuments: documents.count > 1)
      let findings = try ledger.findings(kinds).filter { finding in
        let asked = try finding.sides.compactMap { try surroundings.account(of: $0.mission) }
          .filter(filter.matches)
        return asked.min(by: Account.precedes).map { members.contains($0.id) } ?? false
      }
      return FindingPage(findings: findings, missions: page.count, next: page.next)
    }
  }
}
