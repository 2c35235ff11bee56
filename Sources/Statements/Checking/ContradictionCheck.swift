internal import Chronology

/// Two documents, or two sentences of one, that cannot both be right, beyond what their dates leave
/// open. What only says more finely what the other says is a refinement.
package enum ContradictionCheck: Check {
  package static let kind = Finding.Kind.contradiction

  package static func findings(in ledger: Ledger) -> [Finding] {
    let within = ledger.accounts.flatMap(events(within:))
    let between = ledger.groups.filter { $0.count > 1 }.flatMap { group in
      edges(group) + events(group) + numbers(group) + units(group) + hosts(group)
    }
    // A closing that differs is also an end that differs: the same passages are shown once.
    var seen: Set<[String]> = []
    return (within + between).filter { seen.insert($0.fields).inserted }
  }

  /// Begins and ends that exclude each other, and an end that a source could not yet know.
  private static func edges(_ group: [Account]) -> [Finding] {
    let findings = [Period.Edge.start, .end].flatMap { edge in
      Voices(of: group, by: \.saying) { [$0.claim(edge)].compactMap(\.self) }.pairs
        .filter { $0.item.excludes($1.item) }
        .map { left, right in
          let (a, b) = (left.item, right.item)
          let verb = edge == .start ? "begins" : "ends"
          return Finding(
            kind, detail(a, b), of: left.account.mission.label,
            "\(verb) \(DateWords.when(a.date)) or \(DateWords.when(b.date))", [a.side, b.side])
        }
    }
    return findings + openEnds(group)
  }

  /// What a source that says that a mission goes on knew.
  private struct Outlook {
    let asOf: Day?
    let side: Finding.Side
  }

  private static func openEnds(_ group: [Account]) -> [Finding] {
    let open = Voices<Outlook>(of: group, by: \.asOf) { account in
      guard account.period.end == .open, let passage = account.period.passages.first else {
        return []
      }
      return [
        Outlook(asOf: account.document.source.asOf, side: Finding.Side(account, passage))
      ]
    }
    let ended = Voices(of: group, by: \.saying) { [$0.claim(.end)].compactMap(\.self) }
    return open.pairs(with: ended).map { open, ended in
      // A source that speaks up to a later day says that it went on; an earlier one is only old.
      let isStale = open.item.asOf.map { $0 <= ended.item.last } ?? true
      return Finding(
        kind, isStale ? "stale as-of" : "goes on after its end", of: open.account.mission.label,
        "goes on, or ended \(DateWords.when(ended.item.date))", [open.item.side, ended.item.side])
    }
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

  /// One event with two dates in one document.
  private static func events(within account: Account) -> [Finding] {
    let events = account.singleEvents
    return events.enumerated().flatMap { index, first in
      events.dropFirst(index + 1).compactMap { second in
        differ(first, second) ? finding(first, second, of: account, and: account) : nil
      }
    }
  }

  /// One event with two dates in two documents.
  private static func events(_ group: [Account]) -> [Finding] {
    Voices(of: group, by: \.saying, \.singleEvents).pairs
      .filter { differ($0.item, $1.item) }
      .map { finding($0.item, $1.item, of: $0.account, and: $1.account) }
  }

  private static func differ(_ first: Claim, _ second: Claim) -> Bool {
    first.property == second.property && first.excludes(second)
  }

  private static func finding(
    _ first: Claim, _ second: Claim, of left: Account, and right: Account
  ) -> Finding {
    // Two documents may have given one date to the event and the other to another event.
    let isSwapped = left.singleEvents.contains { x in
      right.singleEvents.contains { y in
        x.property == y.property && x.property != first.property && x.date == second.date
          && y.date == first.date
      }
    }
    let detail =
      first.days(to: second) == 1
      ? "one-day shift" : isSwapped ? "labels swapped" : "dates differ"
    return Finding(
      kind, detail, of: left.mission.label,
      "\(first.property.rawValue) \(DateWords.when(first.date)) or "
        + "\(DateWords.when(second.date))", [first.side, second.side])
  }

  /// A number and the day it is of.
  private struct Count: Hashable {
    let property: Property
    let day: EDTF
    let quantity: Quantity
    let passage: Passage

    /// What two numbers that are one have in common.
    var saying: [AnyHashable] { [property, day, quantity] }
  }

  /// Numbers as of one day that differ beyond their hedges. Counts that grow are as of other days,
  /// and a number without a day says nothing against another.
  private static func numbers(_ group: [Account]) -> [Finding] {
    let dated = Voices(of: group, by: \.saying) { account in
      account.quantities.compactMap { statement, quantity in
        (quantity.asOf ?? statement.valid).map {
          Count(
            property: statement.property, day: $0, quantity: quantity,
            passage: statement.passages[0])
        }
      }
    }
    return dated.pairs(alikeIn: { [$0.property, $0.day] as [AnyHashable] }).compactMap {
      left, right in
      let (a, b) = (left.item, right.item)
      guard a.quantity.excludes(b.quantity) else { return nil }
      let words = [a, b].map { Set(Folding.words(of: $0.quantity.unit)) }
      let detail = words[0].isDisjoint(with: words[1]) ? "unit differs" : "numbers differ"
      return Finding(
        kind, detail, of: left.account.mission.label,
        "\(a.quantity.words) or \(b.quantity.words) \(DateWords.when(a.day))",
        [Finding.Side(left.account, a.passage), Finding.Side(right.account, b.passage)])
    }
  }

  /// Whether all words of a name stand in another, also cut short as in "Bosnia and Herz."; a name of
  /// one word is never cut short: Niger is not Nigeria.
  private static func isPart(_ name: [String], of other: [String]) -> Bool {
    name.allSatisfy { word in
      other.contains { $0 == word || (name.count > 1 && word.count > 2 && $0.hasPrefix(word)) }
    }
  }

  /// The units in which a document counts something that adds up over time.
  private struct Units: Hashable {
    let property: Property
    let words: Set<String>
    let first: Quantity
    let passage: Passage

    static func all(of account: Account) -> [Units] {
      let counts = Dictionary(
        grouping: account.quantities.filter(\.1.isCumulative), by: \.0.property)
      return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { property, counts in
        Units(
          property: property, words: Set(counts.flatMap { Folding.words(of: $0.1.unit) }),
          first: counts[0].1, passage: counts[0].0.passages[0])
      }
    }
  }

  /// Counts that add up over time, such as people trained, in which two documents have no unit in
  /// common: 15,000 officers here, 5,000 soldiers there. Which is a part of which nobody says.
  private static func units(_ group: [Account]) -> [Finding] {
    Voices(of: group, by: { [$0.property, $0.words] as [AnyHashable] }, Units.all(of:))
      .pairs(alikeIn: \.property)
      .filter { $0.item.words.isDisjoint(with: $1.item.words) }
      .map { left, right in
        Finding(
          kind, "unit differs", of: left.account.mission.label,
          "\(left.item.first.words) or \(right.item.first.words)",
          [
            Finding.Side(left.account, left.item.passage),
            Finding.Side(right.account, right.item.passage),
          ])
      }
  }

  /// The host states that a document gives.
  private struct Hosts {
    let names: [String]
    let words: [[String]]
    let passage: Passage

    init?(_ account: Account) {
      names = account.texts(.place)
      words = names.map { Folding.words(of: $0) }
      guard let first = account.statements.first(where: { $0.property == .place }) else {
        return nil
      }
      passage = first.passages[0]
    }

    func shares(one other: Hosts) -> Bool {
      words.contains { one in
        other.words.contains { isPart(one, of: $0) || isPart($0, of: one) }
      }
    }
  }

  /// Host states of which neither document has one of the other's.
  private static func hosts(_ group: [Account]) -> [Finding] {
    Voices(of: group, by: \.names) { [Hosts($0)].compactMap(\.self) }.pairs
      .filter { !$0.item.shares(one: $1.item) }
      .map { left, right in
        Finding(
          kind, "host", of: left.account.mission.label,
          "in \(left.item.names.joined(separator: ", ")) or in "
            + right.item.names.joined(separator: ", "),
          [
            Finding.Side(left.account, left.item.passage),
            Finding.Side(right.account, right.item.passage),
          ])
      }
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
