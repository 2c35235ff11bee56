/// What is said otherwise in one state of things than in another: in a new edition of a page, or in the
/// register since a day.
package struct Revision: Hashable, Sendable {
  /// One mission on both sides; nil on the side that does not have it.
  package struct MissionChange: Hashable, Sendable {
    package let before: Account?
    package let after: Account?
    /// In the order of the later side; what is dropped comes last.
    package let changes: [StatementChange]
    /// How many statements both sides have.
    package let unchanged: Int

    /// The mission as the later side has it, else the earlier.
    package var label: String { (after ?? before)?.mission.label ?? "" }

    /// Whether the period that follows is another.
    package var changesPeriod: Bool {
      guard let before, let after else { return false }
      return before.period.start != after.period.start || before.period.end != after.period.end
        || before.period.origin != after.period.origin
    }

    /// Whether something is not as it was.
    package var isChange: Bool {
      before == nil || after == nil || !changes.isEmpty || changesPeriod
        || before?.members.count != after?.members.count
    }
  }

  /// The missions of which something is otherwise, in the order of the later side; those that it does
  /// not have come last.
  package let missions: [MissionChange]
  /// How many missions are as they were.
  package let unchanged: Int

  /// - Parameters:
  ///   - before: the accounts of the earlier side, each mission once.
  ///   - after: those of the later side.
  package init(from before: [Account], to after: [Account]) {
    let pairs = Revision.pairs(before, after)
    let matched = Set(pairs.values)
    let kept = after.indices.map { index in
      MissionChange(from: pairs[index].map { before[$0] }, to: after[index])
    }
    let gone = before.indices.filter { !matched.contains($0) }.map {
      MissionChange(from: before[$0], to: nil)
    }
    let all = kept + gone
    missions = all.filter(\.isChange)
    unchanged = all.count - missions.count
  }

  /// The places of the earlier accounts by those of the later ones that are about the same mission:
  /// by id, by the id without its document, by full name, and by acronym where it is one mission's.
  private static func pairs(_ before: [Account], _ after: [Account]) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    var taken: Set<Int> = []
    let keys: [(Account) -> [String]] = [
      { $0.members.map(\.rawValue) },
      { $0.members.map(\.slug) },
      { account in
        ([account.mission.name] + account.mission.aliases).map { Folding.words(of: $0) }
          .filter { $0.count > 1 }.map { $0.joined(separator: " ") }
      },
      { account in
        account.mission.acronym.map { [Folding.words(of: $0).joined(separator: " ")] } ?? []
      },
    ]
    for key in keys {
      var places: [String: [Int]] = [:]
      for index in before.indices where !taken.contains(index) {
        for word in Set(key(before[index])) { places[word, default: []].append(index) }
      }
      for index in after.indices where pairs[index] == nil {
        let found = Set(key(after[index]).flatMap { places[$0] ?? [] }).subtracting(taken)
        // A key that several have tells nothing.
        guard found.count == 1, let match = found.first else { continue }
        pairs[index] = match
        taken.insert(match)
      }
    }
    return pairs
  }
}

extension Revision.MissionChange {
  package init(from before: Account?, to after: Account?) {
    self.before = before
    self.after = after
    var matching = StatementMatching(before?.statements ?? [], after?.statements ?? [])
    matching.match()
    changes = matching.changes
    unchanged = matching.unchanged
  }
}
