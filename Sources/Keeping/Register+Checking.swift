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
  /// of it, its predecessors and follow-on missions, and missions with nearly the same acronym.
  /// - Parameters:
  ///   - kinds: the kinds that are looked for; all where none is named.
  ///   - end: where the page before ended; nil for the first.
  ///   - limit: how many missions a page has at most.
  package func findings(
    _ kinds: Set<Finding.Kind> = [], matching filter: Filter = .all, after end: PageEnd? = nil,
    limit: Int
  ) async throws(RegisterError) -> FindingPage {
    let page = try await page(matching: filter, after: end, limit: limit)
    let identities = try await identities().map(\.identity)
    let members = Set(page.accounts.flatMap(\.members))
    return try await read { db in
      var surroundings = Surroundings(db: db, reader: try MergedReader(db))
      let accounts = try surroundings.accounts(around: page.accounts).sorted(by: Account.precedes)
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

/// What can have to do with some missions.
private struct Surroundings {
  let db: Database
  var reader: MergedReader
  /// Accounts that were read, by the mission that was asked for.
  private var known: [MissionID: Account] = [:]

  init(db: Database, reader: MergedReader) {
    self.db = db
    self.reader = reader
  }

  /// The account of a mission and all that are one with it.
  mutating func account(of mission: MissionID) throws -> Account? {
    if let account = known[mission] { return account }
    guard let key = try reader.keys(of: [mission]).first else { return nil }
    let account = try reader.account(ofMission: key)
    known[mission] = account
    return account
  }

  /// What each document says of these missions, of those that stand next to them in a line or have
  /// nearly their acronym, and of all that are taken for one mission with any of these.
  mutating func accounts(around accounts: [Account]) throws -> [Account] {
    var near = Set(accounts.flatMap(\.members))
    var forms: Set<String> = []
    for account in accounts {
      near.formUnion(try Register.neighbours(of: account, db))
      for form in account.mission.forms {
        let letters = Folding.words(of: form).joined()
        if letters.count <= Surroundings.longest { forms.insert(letters) }
      }
    }
    let alike = try missions(called: forms.flatMap(Surroundings.slips))
    let keys = try reader.peers(of: reader.keys(of: Array(near)) + alike)
    return try reader.separateAccounts(ofMissions: keys.sorted())
  }

  /// The leading missions with one of these forms, without spaces.
  private func missions(called forms: [String]) throws -> [Int64] {
    // Letters and digits alone, so that nothing need be escaped.
    let list = "[" + forms.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    return try db.all(
      """
      SELECT DISTINCT mission
      FROM mission_name
      WHERE compact IN (SELECT value FROM json_each(\(list)))
      """
    ) { try $0.integer() }
  }

  /// Longer forms are no acronyms. In letters.
  private static let longest = 16
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  /// An acronym and what one Latin letter or digit inserted, removed or replaced makes of it.
  private static func slips(of acronym: String) -> [String] {
    let own = Array(acronym)
    var forms = [acronym]
    for index in own.indices {
      let rest = own[(index + 1)...]
      forms.append(String(own[..<index] + rest))
      forms += alphabet.map { String(own[..<index] + [$0] + rest) }
    }
    for index in 0...own.count {
      forms += alphabet.map { String(own[..<index] + [$0] + own[index...]) }
    }
    return forms
  }
}
