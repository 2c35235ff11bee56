/// Something that a careful editor would look at, with the passages that show it.
package struct Finding: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case contradiction, refinement, duplicate
    case outsidePeriod = "outside-period"
    case succession
    case widerThanSection = "wider-than-section"
    case impossibleDate = "impossible-date"
    case gap
    case undatedNumber = "undated-number"
    case singleSource = "single-source"
    case lookAlike = "look-alike"
  }

  /// One side of a finding: where it is said, and by which mission's account.
  package struct Side: Hashable, Sendable {
    package let mission: MissionID
    package let document: Document
    package let passage: Passage

    package init(_ account: Account, _ passage: Passage) {
      mission = account.id
      document = account.document(holding: passage)
      self.passage = passage
    }
  }

  package let kind: Kind
  /// The kind more closely: `one-day shift`, `host`; nil where the kind says all.
  package let detail: String?
  /// The mission's label.
  package let mission: String
  /// What is found, in words: one sentence part.
  package let words: String
  /// Never empty; both sides where there are two.
  package let sides: [Side]

  package init(
    _ kind: Kind, _ detail: String? = nil, of mission: String, _ words: String, _ sides: [Side]
  ) {
    self.kind = kind
    self.detail = detail
    self.mission = mission
    self.words = words
    self.sides = sides
  }

  /// What names the finding, the same in every run: its kind and the places that show it.
  package var fields: [String] {
    [kind.rawValue, detail ?? ""]
      + sides.map {
        "\($0.mission.rawValue) \($0.passage.document.rawValue) "
          + "\($0.passage.bytes.lowerBound)-\($0.passage.bytes.upperBound)"
      }.sorted()
  }
}

/// One check: a pure function from what the register says to what is to be looked at.
package protocol Check: Sendable {
  static var kind: Finding.Kind { get }
  static func findings(in ledger: Ledger) -> [Finding]
}

/// All that the register says, as the checks see it.
package struct Ledger: Sendable {
  package let accounts: [Account]
  /// The accounts of several documents that are taken for one mission, each account in one group.
  package let groups: [[Account]]
  /// Whether the register has documents that might bear each other out.
  let hasSeveralDocuments: Bool
  private let byID: [MissionID: Account]

  /// - Parameters:
  ///   - identities: what people decided about which missions are one.
  ///   - hasSeveralDocuments: whether the register has, where these are a part of its accounts; nil
  ///     where they are all.
  package init(
    _ accounts: [Account], identities: [Identity] = [], hasSeveralDocuments: Bool? = nil
  ) {
    self.accounts = accounts
    self.hasSeveralDocuments =
      hasSeveralDocuments ?? (Set(accounts.map(\.document.id)).count > 1)
    groups = Ledger.grouped(accounts, identities)
    byID = Dictionary(
      accounts.flatMap { account in account.members.map { ($0, account) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The account of a mission, or the one that people decided is about it.
  package subscript(mission: MissionID) -> Account? { byID[mission] }

  /// The checks, in the order in which findings are shown.
  package static let checks: [any Check.Type] = [
    ContradictionCheck.self, ImpossibleDateCheck.self, SuccessionCheck.self,
    OutsidePeriodCheck.self, WiderThanSectionCheck.self, LookAlikeCheck.self, GapCheck.self,
    DuplicateCheck.self, RefinementCheck.self, UndatedNumberCheck.self, SingleSourceCheck.self,
  ]

  /// What the checks of some kinds find; of all where none is named.
  package func findings(_ kinds: Set<Finding.Kind> = []) -> [Finding] {
    Ledger.checks.filter { kinds.isEmpty || kinds.contains($0.kind) }
      .flatMap { $0.findings(in: self) }
  }

  /// Accounts are taken for one mission where somebody said so, or their documents give them the same
  /// full name, capitals and marks apart, and nobody said that they are distinct. An acronym alone is
  /// no name.
  private static func grouped(_ accounts: [Account], _ identities: [Identity]) -> [[Account]] {
    var distinct: [MissionID: Set<MissionID>] = [:]
    for identity in identities where identity.relation != .same {
      distinct[identity.mission, default: []].insert(identity.other)
      distinct[identity.other, default: []].insert(identity.mission)
    }
    var groups: [[Account]] = []
    var byName: [String: [Int]] = [:]
    for account in accounts {
      let isAcronym = account.mission.acronym.map { $0 == account.mission.name } ?? false
      let words = Folding.words(of: account.mission.name)
      let name = isAcronym || words.count < 2 ? account.id.rawValue : words.joined(separator: " ")
      let others = distinct[account.id] ?? []
      let place = byName[name]?.first { index in
        !groups[index].contains { others.contains($0.id) }
      }
      if let place {
        groups[place].append(account)
      } else {
        byName[name, default: []].append(groups.count)
        groups.append([account])
      }
    }
    for identity in identities where identity.relation == .same {
      guard
        let left = groups.firstIndex(where: { $0.contains { $0.id == identity.mission } }),
        let right = groups.firstIndex(where: { $0.contains { $0.id == identity.other } }),
        left != right
      else { continue }
      groups[min(left, right)] += groups[max(left, right)]
      groups.remove(at: max(left, right))
    }
    return groups
  }
}
