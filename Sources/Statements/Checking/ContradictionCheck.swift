internal import Chronology

/// Two documents, or two sentences of one, that cannot both be right, beyond what their dates leave
/// open. What only says more finely what the other says is a refinement.
package enum ContradictionCheck: Check {
  package static let kind = Finding.Kind.contradiction

  package static func findings(in ledger: Ledger) -> [Finding] {
    let within = ledger.accounts.flatMap { events($0, $0) }
    let between = ledger.groups.flatMap { group in
      group.pairs.flatMap {
        edges($0, $1) + events($0, $1) + numbers($0, $1) + units($0, $1) + hosts($0, $1)
      }
    }
    // A closing that differs is also an end that differs: the same passages are shown once.
    var seen: Set<[String]> = []
    return (within + between).filter { seen.insert($0.fields).inserted }
  }

  /// Begins and ends that exclude each other, and an end that a source could not yet know.
  private static func edges(_ left: Account, _ right: Account) -> [Finding] {
    var findings: [Finding] = []
    for edge in [Period.Edge.start, .end] {
      guard let a = left.claim(edge), let b = right.claim(edge) else { continue }
      if a.excludes(b) {
        let verb = edge == .start ? "begins" : "ends"
        findings.append(
          Finding(
            kind, detail(a, b), of: left.mission.label,
            "\(verb) \(DateWords.when(a.date)) or \(DateWords.when(b.date))", [a.side, b.side]))
      }
    }
    for (open, ended) in [(left, right), (right, left)] {
      guard open.period.end == .open, let end = ended.claim(.end),
        let passage = open.period.passages.first
      else { continue }
      let asOf = open.document.source.asOf
      // A source that speaks up to a later day says that it went on; an earlier one is only old.
      let isStale = asOf.map { $0 <= end.last } ?? true
      findings.append(
        Finding(
          kind, isStale ? "stale as-of" : "goes on after its end", of: left.mission.label,
          "goes on, or ended \(DateWords.when(end.date))",
          [Finding.Side(open, passage), end.side]))
    }
    return findings
  }

  /// Why two claims about one edge may differ.
  private static func detail(_ a: Claim, _ b: Claim) -> String {
    let decisions: Set<Property> = [.decided, .authorised, .requested, .signed, .established]
    let deeds: Set<Property> = [.deployed, .launched, .operational, .takeover]
    if a.days(to: b) == 1 { return "one-day shift" }
    if decisions.contains(a.property) && deeds.contains(b.property)
      || deeds.contains(a.property) && decisions.contains(b.property)
    {
      return "decision against deployment"
    }
    let plans: Set<Property> = [.mandateEnded, .extended, .plannedEnd]
    let outcomes: Set<Property> = [.closed, .withdrawn, .handedOver]
    if plans.contains(a.property) && outcomes.contains(b.property)
      || outcomes.contains(a.property) && plans.contains(b.property)
    {
      return "plan against outcome"
    }
    return "dates differ"
  }

  /// One event with two dates.
  private static func events(_ left: Account, _ right: Account) -> [Finding] {
    var findings: [Finding] = []
    let isOne = left.id == right.id
    let (a, b) = (left.singleEvents, right.singleEvents)
    for (index, first) in a.enumerated() {
      for second in isOne ? Array(b.dropFirst(index + 1)) : b
      where first.property == second.property && first.excludes(second) {
        // Two documents may have given one date to the event and the other to another event.
        let isSwapped = a.contains { x in
          b.contains { y in
            x.property == y.property && x.property != first.property && x.date == second.date
              && y.date == first.date
          }
        }
        let detail =
          first.days(to: second) == 1
          ? "one-day shift" : isSwapped ? "labels swapped" : "dates differ"
        findings.append(
          Finding(
            kind, detail, of: left.mission.label,
            "\(first.property.rawValue) \(DateWords.when(first.date)) or "
              + "\(DateWords.when(second.date))", [first.side, second.side]))
      }
    }
    return findings
  }

  /// Numbers as of one day that differ beyond their hedges. Counts that grow are as of other days,
  /// and a number without a day says nothing against another.
  private static func numbers(_ left: Account, _ right: Account) -> [Finding] {
    var findings: [Finding] = []
    for (a, first) in left.quantities {
      for (b, second) in right.quantities where a.property == b.property {
        guard let day = first.asOf ?? a.valid, day == second.asOf ?? b.valid,
          first.excludes(second)
        else { continue }
        let words = [first, second].map { Set(Folding.words(of: $0.unit)) }
        let detail = words[0].isDisjoint(with: words[1]) ? "unit differs" : "numbers differ"
        findings.append(
          Finding(
            kind, detail, of: left.mission.label,
            "\(first.words) or \(second.words) \(DateWords.when(day))",
            [Finding.Side(left, a.passages[0]), Finding.Side(right, b.passages[0])]))
      }
    }
    return findings
  }

  /// Whether all words of a name stand in another, also cut short as in "Bosnia and Herz."; a name of
  /// one word is never cut short: Niger is not Nigeria.
  private static func isPart(_ name: [String], of other: [String]) -> Bool {
    name.allSatisfy { word in
      other.contains { $0 == word || (name.count > 1 && word.count > 2 && $0.hasPrefix(word)) }
    }
  }

  /// Counts that add up over time, such as people trained, in which two documents have no unit in
  /// common: 15,000 officers here, 5,000 soldiers there. Which is a part of which nobody says.
  private static func units(_ left: Account, _ right: Account) -> [Finding] {
    let properties = Set(left.quantities.map { $0.0.property })
    return properties.sorted { $0.rawValue < $1.rawValue }.compactMap { property in
      let counts = [left, right].map { account in
        account.quantities.filter { $0.0.property == property && $0.1.isCumulative }
      }
      let words = counts.map { Set($0.flatMap { Folding.words(of: $0.1.unit) }) }
      guard let first = counts[0].first, let second = counts[1].first,
        words[0].isDisjoint(with: words[1])
      else { return nil }
      return Finding(
        kind, "unit differs", of: left.mission.label, "\(first.1.words) or \(second.1.words)",
        [
          Finding.Side(left, first.0.passages[0]), Finding.Side(right, second.0.passages[0]),
        ])
    }
  }

  /// Host states of which neither document has one of the other's.
  private static func hosts(_ left: Account, _ right: Account) -> [Finding] {
    let (a, b) = (left.texts(.place), right.texts(.place))
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let isShared = a.contains { one in
      b.contains { other in
        let words = (Folding.words(of: one), Folding.words(of: other))
        return isPart(words.0, of: words.1) || isPart(words.1, of: words.0)
      }
    }
    guard !isShared, let first = left.statements.first(where: { $0.property == .place }),
      let second = right.statements.first(where: { $0.property == .place })
    else { return [] }
    return [
      Finding(
        kind, "host", of: left.mission.label,
        "in \(a.joined(separator: ", ")) or in \(b.joined(separator: ", "))",
        [Finding.Side(left, first.passages[0]), Finding.Side(right, second.passages[0])])
    ]
  }
}

extension Account {
  var quantities: [(Statement, Quantity)] {
    statements.compactMap { statement in
      guard case .quantity(let quantity) = statement.value else { return nil }
      return (statement, quantity)
    }
  }
}

extension Quantity {
  /// The numbers that a hedge leaves open; "about" leaves a tenth on either side.
  private var range: ClosedRange<Double> {
    let top = Swift.max(upper ?? value, value)
    return switch hedge {
    case .exact: value...top
    case .about, .nearly: (value - abs(value) / 10)...(top + abs(top) / 10)
    case .over, .atLeast: value...Double.infinity
    case .upTo: -Double.infinity...top
    }
  }

  func excludes(_ other: Quantity) -> Bool { !range.overlaps(other.range) }
}
