package import Chronology

/// When an organisation was present in a place, and when it was not, by its missions there.
package struct Presence: Hashable, Sendable {
  /// Days in a row to which the same answer is given.
  package struct Stretch: Hashable, Sendable {
    /// The first and the last day, both inclusive; an infinity where nothing bounds them.
    package let first: Day
    package let last: Day
    /// Whether some mission was running on each of these days.
    package let truth: Truth
    /// Why, in words: one for each mission that it rests on, about.
    package let reasons: [String]
    /// The same in one line.
    package var reason: String { reasons.joined(separator: truth == .possibly ? "; " : ", ") }
    /// The missions that the answer rests on: those that were running, else those on both sides.
    package let accounts: [Account]
  }

  /// The place and the organisation, nil where all are taken together; empty where their documents
  /// do not say.
  package let place: String?
  package let organisation: String?
  /// Without a day between them; empty where nothing is dated.
  package let stretches: [Stretch]
  /// The missions that nothing dates: each may have run on any day.
  package let undated: [Account]

  /// The days on which no mission was running, certainly or possibly.
  package var gaps: [Stretch] { stretches.filter { $0.truth != .certainly } }
}

extension Presence {
  /// The presence of some missions taken together.
  /// - Parameter question: the days that are asked about; nil for all from the first begin to the
  ///   last end.
  package init(
    of accounts: [Account], place: String?, organisation: String?, during question: Question? = nil
  ) {
    self.place = place
    self.organisation = organisation
    undated = accounts.filter { $0.period.span == nil }.sorted(by: Account.precedes)
    let dated = accounts.filter { $0.period.span != nil }.sorted(by: Account.precedes)
    stretches = Sweep(dated: dated, undated: undated, question: question).stretches
  }

  /// The presences for each place and organisation of some missions, most missions first.
  ///
  /// - Parameters:
  ///   - filter: what it names is taken together: `--in Iraq` is one place, whatever its missions'
  ///     documents call it.
  package static func all(
    of accounts: [Account], filter: Filter, during question: Question? = nil
  ) -> [Presence] {
    struct Key: Hashable {
      let place: String?
      let organisation: String?
    }
    let named = filter.place ?? filter.host?.name
    var groups: [Key: [Account]] = [:]
    for account in accounts {
      let places: [String?] = named != nil ? [named] : names(.place, of: account)
      let organisations: [String?] =
        filter.organisation != nil ? [filter.organisation] : names(.organisation, of: account)
      for place in places {
        for organisation in organisations {
          groups[Key(place: place, organisation: organisation), default: []].append(account)
        }
      }
    }
    return groups.sorted { left, right in
      if left.value.count != right.value.count { return left.value.count > right.value.count }
      let keys = [left.key, right.key].map { [$0.place ?? "", $0.organisation ?? ""] }
      return keys[0].lexicographicallyPrecedes(keys[1])
    }.map { key, accounts in
      Presence(
        of: accounts, place: key.place, organisation: key.organisation, during: question)
    }
  }

  private static func names(_ property: Property, of account: Account) -> [String?] {
    let names = account.texts(property)
    return names.isEmpty ? [""] : names
  }
}

/// Goes over the days from one change to the next.
private struct Sweep {
  let dated: [Account]
  let undated: [Account]
  let question: Question?

  var stretches: [Presence.Stretch] {
    guard !dated.isEmpty || question != nil else { return [] }
    // How many missions are running certainly and possibly changes on these days only.
    var changes: [Day: (certain: Int, possible: Int)] = [:]
    var certain = 0
    var possible = 0
    func change(_ day: Day, certain: Int = 0, possible: Int = 0) {
      let old = changes[day] ?? (0, 0)
      changes[day] = (old.certain + certain, old.possible + possible)
    }
    for account in dated {
      guard let span = account.period.span else { continue }
      change(span.beginEarliest, possible: 1)
      if span.endLatest.isFinite { change(span.endLatest.advanced(by: 1), possible: -1) }
      guard account.period.origin != .inherited, span.beginLatest <= span.endEarliest
      else { continue }
      change(span.beginLatest, certain: 1)
      if span.endEarliest.isFinite { change(span.endEarliest.advanced(by: 1), certain: -1) }
    }
    let days = changes.keys.sorted()
    var found: [(first: Day, last: Day, truth: Truth)] = []
    func add(_ first: Day, _ last: Day, _ truth: Truth) {
      if let before = found.last, before.truth == truth {
        found[found.count - 1].last = last
      } else {
        found.append((first, last, truth))
      }
    }
    if days.first != .distantPast {
      add(.distantPast, days.first?.advanced(by: -1) ?? .distantFuture, none)
    }
    for (index, day) in days.enumerated() {
      certain += changes[day]?.certain ?? 0
      possible += changes[day]?.possible ?? 0
      let last = index + 1 < days.count ? days[index + 1].advanced(by: -1) : Day.distantFuture
      add(day, last, certain > 0 ? .certainly : possible > 0 ? .possibly : none)
    }
    return clipped(found).map(stretch)
  }

  /// The answer for days on which no dated mission was running.
  private var none: Truth { undated.isEmpty ? .no : .possibly }

  /// Only the asked days; where nothing is asked, without the days before the first mission and after
  /// the last.
  private func clipped(
    _ found: [(first: Day, last: Day, truth: Truth)]
  ) -> [(first: Day, last: Day, truth: Truth)] {
    let spans = dated.compactMap(\.period.span)
    let first = question?.first ?? spans.map(\.beginEarliest).min() ?? .distantPast
    let last = question?.last ?? spans.map(\.endLatest).max() ?? .distantFuture
    return found.compactMap { stretch in
      let clipped = (max(first, stretch.first), min(last, stretch.last), stretch.truth)
      return clipped.0 <= clipped.1 ? clipped : nil
    }
  }

  private func stretch(_ found: (first: Day, last: Day, truth: Truth)) -> Presence.Stretch {
    let running = dated.filter { account in
      guard let span = account.period.span else { return false }
      let isSure = account.period.origin != .inherited && span.beginLatest <= span.endEarliest
      return found.truth == .certainly
        ? isSure && span.beginLatest <= found.last && span.endEarliest >= found.first
        : span.beginEarliest <= found.last && span.endLatest >= found.first
    }
    let accounts = running.isEmpty ? neighbours(of: found) : running
    return Presence.Stretch(
      first: found.first, last: found.last, truth: found.truth,
      reasons: reasons(found, running), accounts: accounts)
  }

  /// The missions that ended last before some days and began first after them.
  private func neighbours(of found: (first: Day, last: Day, truth: Truth)) -> [Account] {
    let before = dated.filter { ($0.period.span?.endLatest ?? .distantFuture) < found.first }
      .max { ends($0) < ends($1) }
    let after = dated.filter { ($0.period.span?.beginEarliest ?? .distantPast) > found.last }.first
    return [before, after].compactMap(\.self)
  }

  private func ends(_ account: Account) -> Day { account.period.span?.endLatest ?? .distantPast }

  private func reasons(
    _ found: (first: Day, last: Day, truth: Truth), _ running: [Account]
  ) -> [String] {
    switch found.truth {
    case .certainly: return Sweep.names(running)
    case .no:
      let neighbours = neighbours(of: found)
      let words = neighbours.map { account in
        ends(account) < found.first
          ? "\(account.mission.label) had ended" : "\(account.mission.label) had not begun"
      }
      return words.isEmpty ? ["no mission is dated so"] : words
    case .possibly:
      if running.isEmpty {
        return [
          "undated, so that it may have been running: "
            + Sweep.names(undated).joined(separator: ", ")
        ]
      }
      let labels = running.grouped(by: \.mission.label)
      let reasons = labels.prefix(Sweep.shown).map { label, accounts in
        "\(label)\(Sweep.counted(accounts)): \(doubt(accounts[0], found))"
      }
      let rest = labels.count - reasons.count
      return reasons + (rest > 0 ? ["and \(rest) more"] : [])
    }
  }

  /// How many missions a reason names.
  private static let shown = 4

  private static func names(_ accounts: [Account]) -> [String] {
    let labels = accounts.grouped(by: \.mission.label)
    let rest = labels.count - shown
    return labels.prefix(shown).map { $0.key + counted($0.elements) }
      + (rest > 0 ? ["and \(rest) more"] : [])
  }

  /// Documents may each have an account of one label, of which nobody said that they are one mission.
  private static func counted(_ accounts: [Account]) -> String {
    accounts.count > 1 ? " (\(accounts.count) accounts)" : ""
  }

  /// Why a mission may and may not have been running on days inside one stretch.
  private func doubt(
    _ account: Account, _ found: (first: Day, last: Day, truth: Truth)
  ) -> String {
    let day = found.first.isFinite ? found.first : found.last
    guard day.isFinite else { return account.period.reason }
    return Answer(to: Question(on: day), about: account).reason
  }
}
