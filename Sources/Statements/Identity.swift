internal import Chronology

/// What a person decided about two missions of the register: each document gives its own account,
/// and whether two accounts are about one mission is for people to say.
package struct Identity: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case same, distinct
    /// The first is a part of the other: a phase, a component, an office.
    case partOf = "part-of"

    /// "is the same as", "is not", "is a part of".
    package var verb: String {
      switch self {
      case .same: "is the same as"
      case .distinct: "is not"
      case .partOf: "is a part of"
      }
    }
  }

  package let mission: MissionID
  package let relation: Relation
  package let other: MissionID

  package init(_ mission: MissionID, _ relation: Relation, _ other: MissionID) {
    self.mission = mission
    self.relation = relation
    self.other = other
  }

  /// Whether it is about these two, in either order.
  package func concerns(_ left: MissionID, _ right: MissionID) -> Bool {
    (mission == left && other == right) || (mission == right && other == left)
  }
}

/// A person's decision about two missions, with who decided, when and why.
package struct IdentityDecision: Hashable, Sendable {
  package let identity: Identity
  /// Who decided.
  package let by: String
  /// Why, in the person's words.
  package let note: String?
  /// When it was recorded: ISO 8601, UTC.
  package let recorded: String

  package init(_ identity: Identity, by: String, note: String?, recorded: String) {
    self.identity = identity
    self.by = by
    self.note = note
    self.recorded = recorded
  }
}

/// Two accounts that may be about one mission, with what speaks for it and against it.
package struct Likeness: Hashable, Sendable {
  package let left: Account
  package let right: Account
  /// What is alike, in words: "the same acronym", "both in Iraq".
  package let reasons: [String]
  /// What speaks against it: "their periods share no day".
  package let doubts: [String]
  /// Whether a name or an acronym is alike, and not only place, organisation and years.
  package let isByName: Bool

  /// Nil where neither the name nor the acronym is alike nor place, organisation and years are the
  /// same, or one document speaks of both.
  package init?(_ left: Account, _ right: Account) {
    guard left.document.id != right.document.id else { return nil }
    var reasons: [String] = []
    var doubts: [String] = []
    let names = [left, right].map { Set($0.mission.forms.map { Folding.words(of: $0) }) }
    let shared = names[0].intersection(names[1])
    if shared.contains(where: { $0.count > 1 }) { reasons.append("the same name") }
    if let a = left.mission.acronym, let b = right.mission.acronym {
      let isSame = Folding.words(of: a) == Folding.words(of: b)
      if isSame { reasons.append("the same acronym") } else { doubts.append("other acronyms") }
    }
    isByName = !reasons.isEmpty
    if reasons.isEmpty, let circumstances = left.circumstances,
      circumstances == right.circumstances
    {
      reasons.append("the same organisation and years")
    }
    guard !reasons.isEmpty else { return nil }
    let places = [left, right].map { Set($0.texts(.place)) }
    let common = places[0].intersection(places[1]).sorted()
    if let place = common.first {
      reasons.append("both in \(place)")
    } else if !places[0].isEmpty, !places[1].isEmpty {
      doubts.append("in other places")
    }
    if let a = left.ownSpan, let b = right.ownSpan {
      if a.overlaps(b) == .no {
        doubts.append("their periods share no day")
      } else {
        reasons.append("their periods share days")
      }
    }
    self.left = left
    self.right = right
    self.reasons = reasons
    self.doubts = doubts
  }

  /// The likenesses among accounts that nobody decided on, those with the fewest doubts first.
  package static func all(
    among accounts: [Account], decided: [Identity] = []
  ) -> [Likeness] {
    var known: Set<[MissionID]> = []
    for identity in decided {
      known.insert([identity.mission, identity.other])
      known.insert([identity.other, identity.mission])
    }
    // Only accounts that share a folded form can be alike: the others are never put together.
    var byForm: [String: [Int]] = [:]
    for (index, account) in accounts.enumerated() {
      let forms = account.mission.forms.map { Folding.words(of: $0).joined(separator: " ") }
      for form in Set(forms + [account.circumstances].compactMap(\.self)) {
        byForm[form, default: []].append(index)
      }
    }
    var pairs: Set<[Int]> = []
    for indices in byForm.values {
      for (place, left) in indices.enumerated() {
        for right in indices.dropFirst(place + 1) { pairs.insert([left, right]) }
      }
    }
    let found = pairs.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair -> Likeness? in
      let (left, right) = (accounts[pair[0]], accounts[pair[1]])
      return known.contains([left.id, right.id]) ? nil : Likeness(left, right)
    }
    return found.enumerated().sorted { a, b in
      (a.element.doubts.count, -a.element.reasons.count, a.offset)
        < (b.element.doubts.count, -b.element.reasons.count, b.offset)
    }.map(\.element)
  }
}

extension Account {
  /// Where, by whom and in which years a mission ran, as one word; nil where one of them is not stated.
  fileprivate var circumstances: String? {
    guard let span = ownSpan, span.beginEarliest.isFinite, span.endLatest.isFinite,
      let place = texts(.place).first, let organisation = texts(.organisation).first
    else { return nil }
    let years = [span.beginEarliest, span.endLatest].map { $0.description.prefix(4) }
    let names = [place, organisation].map { Folding.words(of: $0).joined(separator: " ") }
    return "\(names.joined(separator: "/"))/\(years.joined(separator: "/"))"
  }
}

extension Mission {
  /// Acronym, name and aliases.
  fileprivate var forms: [String] { (acronym.map { [$0] } ?? []) + [name] + aliases }
}
