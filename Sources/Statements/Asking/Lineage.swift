package import Chronology

/// What came before a mission and what came after it, as far as documents say so.
package struct Lineage: Hashable, Sendable {
  /// A mission that is next in line, with what says so and what lies beyond it.
  package struct Step: Hashable, Sendable {
    package let account: Account
    /// `certainly` where a document says so and nothing speaks against it; `possibly` where another
    /// passage or the dates do. Beyond a doubtful step nothing is certain.
    package let truth: Truth
    /// How the two periods lie to each other, and what speaks against the step.
    package let reason: String
    /// The passages that say so; never empty.
    package let sides: [Finding.Side]
    /// What lies beyond; empty where the mission is shown elsewhere in the lineage.
    package let further: [Step]
    /// Whether the mission is in the lineage more than once, as in a circle, and its further steps
    /// are shown where it stands first.
    package let isRepeated: Bool
  }

  package let account: Account
  package let predecessors: [Step]
  package let followOns: [Step]
}

extension Ledger {
  /// The line in which a mission stands. Every mission is followed further once, so that circles
  /// end.
  package func lineage(of account: Account) -> Lineage {
    let successions = successions
    var tracing = Tracing(
      before: Dictionary(grouping: successions, by: \.successor.id),
      after: Dictionary(grouping: successions, by: \.predecessor.id))
    return Lineage(
      account: account,
      predecessors: tracing.steps(from: account, towards: .predecessors),
      followOns: tracing.steps(from: account, towards: .followOns))
  }
}

/// Follows successions from one mission in one direction.
private struct Tracing {
  enum Direction { case predecessors, followOns }

  let before: [MissionID: [Succession]]
  let after: [MissionID: [Succession]]

  mutating func steps(from start: Account, towards direction: Direction) -> [Lineage.Step] {
    // Breadth first decides where a mission is shown, so that it stands as near as it can; the tree
    // is then built from the far end. Recursion would be as deep as a line is long.
    var order: [(account: Account, link: Succession, parent: Int?, isRepeated: Bool)] = []
    var seen: Set<MissionID> = [start.id]
    var queue: [(account: Account, index: Int?)] = [(start, nil)]
    var next = 0
    while next < queue.count {
      let (account, parent) = queue[next]
      next += 1
      let links = direction == .predecessors ? before[account.id] : after[account.id]
      for link in links ?? [] {
        let other = direction == .predecessors ? link.predecessor : link.successor
        let isNew = seen.insert(other.id).inserted
        order.append((other, link, parent, !isNew))
        if isNew { queue.append((other, order.count - 1)) }
      }
    }
    var judged: [(truth: Truth, reason: String)] = []
    for entry in order {
      let own = judge(entry.link)
      // A parent is always before its children.
      let parent = entry.parent.map { judged[$0].truth } ?? .certainly
      judged.append((min(own.truth, parent), own.reason))
    }
    var children: [Int?: [Lineage.Step]] = [:]
    for index in order.indices.reversed() {
      let entry = order[index]
      let step = Lineage.Step(
        account: entry.account, truth: judged[index].truth, reason: judged[index].reason,
        sides: entry.link.sides, further: (children[index] ?? []).reversed(),
        isRepeated: entry.isRepeated)
      children[entry.parent, default: []].append(step)
    }
    return (children[nil] ?? []).reversed()
  }

  private func judge(_ link: Succession) -> (truth: Truth, reason: String) {
    let isReversed = (after[link.successor.id] ?? []).contains {
      $0.successor.id == link.predecessor.id
    }
    if isReversed {
      return (.possibly, "other passages say it the other way round")
    }
    guard let before = link.predecessor.ownSpan, let after = link.successor.ownSpan else {
      return (.certainly, "stated; the dates of both are not known")
    }
    if after.endLatest < before.beginEarliest {
      return (
        .possibly,
        "\(link.successor.mission.label) ended before \(link.predecessor.mission.label) began"
      )
    }
    return (.certainly, before.handover(to: after))
  }
}

extension TimeSpan {
  /// How a mission's end lies to the begin of the one after it, in words.
  fileprivate func handover(to after: TimeSpan) -> String {
    if after.beginLatest < endEarliest {
      return "began while the one before it went on"
    }
    guard endLatest.isFinite, after.beginEarliest.isFinite, endLatest < after.beginEarliest else {
      return "may have begun when the one before it ended"
    }
    let least = after.beginEarliest.number - endLatest.number - 1
    if least > 0 { return "at least \(least) day\(least == 1 ? "" : "s") lie between them" }
    let isNext = endEarliest == endLatest && after.beginEarliest == after.beginLatest
    return isNext ? "began on the day after" : "began after the one before it ended"
  }
}
