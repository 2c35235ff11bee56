package import Chronology
import GRDB
package import Statements

/// What further questions are about: totals, presence, lines, what statements rest on.
extension Register {
  /// The missions that a further question is about, in their order, and how many there are: the
  /// answers that are not `no`; where no days are asked about, each mission is `certainly` asked
  /// about, for the reason that its period has.
  ///
  /// - Parameter limit: how many are read at most.
  package func subjects(
    of question: Question?, matching filter: Filter = .all, at moment: Moment = .now,
    limit: Int = .max - 1
  ) async throws(RegisterError) -> (answers: [Answer], count: Int) {
    if let question {
      let page = try await page(of: question, matching: filter, at: moment, limit: limit)
      return (page.answers, page.count.certainly + page.count.possibly)
    }
    let page = try await page(matching: filter, at: moment, limit: limit)
    let answers = page.accounts.map { account in
      let passages = account.period.passages
      return Answer(
        account: account, truth: .certainly, reason: account.period.reason,
        passages: passages.isEmpty ? [account.mission.passage] : passages)
    }
    return (answers, page.count)
  }

  /// These accounts and all that stand in line with them, in the order of `Account.precedes`: what
  /// follows from it about their lines is what follows from the whole register.
  ///
  /// A document names only its own missions as predecessors and follow-on missions, so a line goes on
  /// within the documents of its missions; what people decided is one leads to other documents.
  /// - Parameter moment: what was recorded later is not known.
  package func line(
    of accounts: [Account], at moment: Moment = .now
  ) async throws(RegisterError) -> [Account] {
    try await read { db in
      var reader = try MergedReader(db, at: moment)
      var found: [MissionID: Account] = [:]
      for account in accounts { found[account.id] = account }
      var rest = accounts
      while let account = rest.popLast() {
        let links = try Self.neighbours(of: account, db)
        for id in links.sorted(by: { $0.rawValue < $1.rawValue }) {
          guard let key = try reader.keys(of: [id]).first else { continue }
          let other = try reader.account(ofMission: key)
          if found.updateValue(other, forKey: other.id) == nil { rest.append(other) }
        }
      }
      return found.values.sorted(by: Account.precedes)
    }
  }

  /// The missions that are named as predecessors and follow-on missions of one, or name it so.
  static func neighbours(of account: Account, _ db: Database) throws -> Set<MissionID> {
    var links: Set<MissionID> = []
    for statement in account.statements
    where statement.property == .predecessor || statement.property == .followOn {
      if case .mission(let id) = statement.value { links.insert(id) }
    }
    for member in account.members { links.formUnion(try naming(member, db)) }
    return links
  }

  /// The missions of which something is stated that names this one.
  private static func naming(_ mission: MissionID, _ db: Database) throws -> [MissionID] {
    try db.all(
      """
      SELECT DISTINCT statement.subject
      FROM statement
      WHERE statement.value_type = 'mission'
        AND statement.value = \(mission.rawValue)
        AND statement.document IN (
          SELECT reading.document
          FROM mission
          JOIN reading ON reading.key = mission.reading
          WHERE mission.id = \(mission.rawValue))
      """
    ) { MissionID(rawValue: try $0.text()) }
  }
}

extension Register {
  /// Every statement about some missions, with its name and what it rests on, in the order of
  /// `Account.precedes`.
  /// - Parameter moment: what was recorded later is not known.
  package func supportedStatements(
    about accounts: [Account], at moment: Moment = .now
  ) async throws(RegisterError) -> [(id: StatementID, statement: SupportedStatement)] {
    let peers = try await peers(of: accounts, at: moment)
    let identities = try await identities(at: moment).map(\.identity)
    let wanted = Set(accounts.flatMap(\.members))
    return Ledger(peers, identities: identities)
      .supportedStatements { wanted.contains($0.id) }
      .compactMap { item in StatementID(of: item.statement).map { ($0, item) } }
  }

  /// Each document's accounts of some missions, and of those that are taken for one with them, in the
  /// order of `Account.precedes`: as much of `separateAccounts` as tells what their statements rest
  /// on.
  /// - Parameter moment: what was recorded later is not known.
  package func peers(
    of accounts: [Account], at moment: Moment = .now
  ) async throws(RegisterError) -> [Account] {
    let missions = Set(accounts.flatMap(\.members))
    return try await read { db in
      var reader = try MergedReader(db, at: moment)
      // The index holds what is known now, and one that older rules derived may leave something out.
      guard try moment == .now && DerivedIndex.isCurrent(db) else {
        return try reader.separateAccounts().sorted(by: Account.precedes)
      }
      let keys = try reader.peers(of: reader.keys(of: Array(missions)))
      return try reader.separateAccounts(ofMissions: keys.sorted())
        .sorted(by: Account.precedes)
    }
  }
}

extension AnswerCount {
  package var truths: [Truth: Int] { [.certainly: certainly, .possibly: possibly] }
}
