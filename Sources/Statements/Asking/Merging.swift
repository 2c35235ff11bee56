/// Makes one account of all that people decided are about one mission.
///
/// Nothing is merged without a decision, and nothing that another decision keeps apart: a decision
/// that two missions are one does not count where it would join what somebody said is distinct.
package struct Merging: Sendable {
  private let decisions: [IdentityDecision]
  /// The missions that are one, each group in the order in which it was decided.
  private let groups: [[MissionID]]
  private let group: [MissionID: Int]

  /// - Parameter identities: what holds of each two missions, in the order in which it was decided.
  package init(identities: [IdentityDecision]) {
    decisions = identities
    var groups: [[MissionID]] = []
    var group: [MissionID: Int] = [:]
    var apart: [MissionID: Set<MissionID>] = [:]
    for identity in identities.map(\.identity) where identity.relation != .same {
      apart[identity.mission, default: []].insert(identity.other)
      apart[identity.other, default: []].insert(identity.mission)
    }
    for identity in identities.map(\.identity) where identity.relation == .same {
      let left = group[identity.mission]
      let right = group[identity.other]
      if left != nil, left == right { continue }
      let all = (
        left.map { groups[$0] } ?? [identity.mission], right.map { groups[$0] } ?? [identity.other]
      )
      let others = Set(all.1)
      guard !all.0.contains(where: { !(apart[$0] ?? []).isDisjoint(with: others) }) else {
        continue
      }
      let index = left ?? groups.count
      if left == nil { groups.append([]) }
      groups[index] = all.0 + all.1
      if let right { groups[right] = [] }
      for mission in groups[index] { group[mission] = index }
    }
    self.groups = groups
    self.group = group
  }

  /// Whether nobody decided that any missions are one.
  package var isEmpty: Bool { group.isEmpty }

  /// All missions that are one with others.
  package var missions: [MissionID] { groups.flatMap(\.self) }

  /// The missions that are one with this one, itself among them, the leading one first.
  package func members(with mission: MissionID) -> [MissionID] {
    group[mission].map { groups[$0] } ?? [mission]
  }

  /// Two missions that would become one by a decision although somebody decided that they are not;
  /// nil where the decision contradicts no other.
  package func conflict(with identity: Identity) -> IdentityDecision? {
    let left = members(with: identity.mission)
    let right = members(with: identity.other)
    return decisions.first { decision in
      guard !decision.identity.concerns(identity.mission, identity.other) else { return false }
      let (a, b) = (decision.identity.mission, decision.identity.other)
      switch identity.relation {
      case .same:
        return decision.identity.relation != .same
          && (left.contains(a) && right.contains(b) || left.contains(b) && right.contains(a))
      case .distinct, .partOf:
        // The two are one by way of others.
        return decision.identity.relation == .same && left == right
          && (a == identity.mission || b == identity.mission)
      }
    }
  }

  /// The accounts, those of one mission as one, each where its first member stood.
  package func merged(_ accounts: [Account]) -> [Account] {
    guard !decisions.isEmpty else { return accounts }
    var byGroup: [Int: [Account]] = [:]
    for account in accounts {
      if let index = group[account.id] { byGroup[index, default: []].append(account) }
    }
    var done: Set<Int> = []
    return accounts.compactMap { account in
      guard let index = group[account.id] else {
        return Account(merging: [account], decisions: decisions(about: [account.id]))
      }
      guard done.insert(index).inserted else { return nil }
      let order = groups[index]
      let members = (byGroup[index] ?? []).sorted { left, right in
        (order.firstIndex(of: left.id) ?? 0) < (order.firstIndex(of: right.id) ?? 0)
      }
      return Account(merging: members, decisions: decisions(about: order))
    }
  }

  private func decisions(about missions: [MissionID]) -> [IdentityDecision] {
    decisions.filter {
      missions.contains($0.identity.mission) || missions.contains($0.identity.other)
    }
  }
}

extension Account {
  /// One account of several about one mission: its name and kind are those of the first.
  /// - Parameter members: never empty.
  fileprivate init(merging members: [Account], decisions: [IdentityDecision]) {
    let lead = members[0]
    guard members.count > 1 else {
      self.init(
        mission: lead.mission, documents: lead.documents, statements: lead.statements,
        period: lead.period, members: lead.members, identities: decisions)
      return
    }
    let missions = members.map(\.mission)
    let acronym = missions.compactMap(\.acronym).first
    var forms = Set([lead.mission.name] + [acronym].compactMap(\.self))
    let aliases = missions.flatMap { [$0.name] + [$0.acronym].compactMap(\.self) + $0.aliases }
      .filter { forms.insert($0).inserted }
    var documents: [Document] = []
    for document in members.flatMap(\.documents)
    where !documents.contains(where: { $0.id == document.id }) {
      documents.append(document)
    }
    self.init(
      mission: Mission(
        id: lead.id, name: lead.mission.name, acronym: acronym, aliases: aliases,
        kind: lead.mission.kind, passage: lead.mission.passage),
      documents: documents, statements: members.flatMap(\.statements),
      period: Period(merging: members), members: members.flatMap(\.members), identities: decisions)
  }
}
