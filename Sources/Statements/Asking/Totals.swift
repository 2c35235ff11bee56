package import Chronology

/// What sources count, of one property and in one unit: officers are not soldiers, and never added
/// to them.
package struct Total: Hashable, Sendable {
  package let property: Property
  /// The unit in the words of the first source.
  package let unit: String
  /// Every number there is, by mission, and of each mission by document.
  package let figures: [Figure]
  /// What they come to: at least what the missions count that certainly are asked about, at most
  /// what all do that may be; nil where numbers of this property are not added up.
  package let sum: Sum?
  /// What the sum supposes, in words; empty where it supposes nothing.
  package let reasons: [String]
}

/// Adds up what sources count, without counting anything twice.
///
/// - A count that grows is not added to itself: of one mission and document the latest counts.
/// - Two sources about one mission say the same or contradict; they are not two numbers.
/// - Accounts that may be one mission, of which nobody said so, may count the same people: the sum
///   then lies between the greatest of them and all together.
/// - Strengths are of a day, and numbers of different days are not added.
package struct Totals {
  /// Properties whose numbers are a state and no count.
  static let states: Set<Property> = [.strength, .contributors]

  private let answers: [(account: Account, truth: Truth)]
  /// By mission: what stands for it and all that may be the same.
  private let clusters: [MissionID: Int]

  /// - Parameters:
  ///   - answers: the missions that are asked about, and whether they are.
  ///   - identities: what people decided about which missions are one.
  package init(_ answers: [(account: Account, truth: Truth)], identities: [Identity] = []) {
    self.answers = answers.filter { $0.truth != .no }
      .sorted { Account.precedes($0.account, $1.account) }
    clusters = Totals.clusters(self.answers.map(\.account), identities)
  }

  /// A total for each property and unit, those with most numbers first.
  /// - Parameter property: only of this property.
  package func all(of property: Property? = nil) -> [Total] {
    struct Key: Hashable {
      let property: Property
      let unit: String
    }
    var order: [Key] = []
    var found: [Key: [(account: Account, truth: Truth, statement: Statement, quantity: Quantity)]] =
      [:]
    for (account, truth) in answers {
      for (statement, quantity) in account.quantities
      where property == nil || statement.property == property {
        let key = Key(property: statement.property, unit: quantity.unitKey)
        if found[key] == nil { order.append(key) }
        found[key, default: []].append((account, truth, statement, quantity))
      }
    }
    let totals = order.map { key in total(of: key.property, found[key] ?? []) }
    return totals.enumerated().sorted { left, right in
      let keys = [left, right].map { ($0.element.property.rawValue, -$0.element.figures.count) }
      return (keys[0].0, keys[0].1, left.offset) < (keys[1].0, keys[1].1, right.offset)
    }.map(\.element)
  }

  private func total(
    of property: Property,
    _ found: [(account: Account, truth: Truth, statement: Statement, quantity: Quantity)]
  ) -> Total {
    let unit = found.first?.quantity.unit ?? ""
    guard !Totals.states.contains(property) else {
      let figures = found.map { item in
        Figure(
          account: item.account, statement: item.statement, quantity: item.quantity,
          truth: item.truth, role: .state, reason: "holds on its days alone")
      }
      return Total(
        property: property, unit: unit, figures: figures, sum: nil, reasons: [])
    }
    var figures: [Figure] = []
    var reasons: [String] = []
    var sum = Sum.none
    var order: [Int] = []
    var byCluster: [Int: [MissionCount]] = [:]
    for (id, items) in found.grouped(by: \.account.id) {
      let count = MissionCount(
        items.map { Counted($0.account, $0.truth, $0.statement, $0.quantity) })
      figures += count.figures
      reasons += count.reasons
      let cluster = clusters[id] ?? -1
      if byCluster[cluster] == nil { order.append(cluster) }
      byCluster[cluster, default: []].append(count)
    }
    for cluster in order {
      let counts = byCluster[cluster] ?? []
      // Were they one, they would count at least what one of them counts; were they several, all.
      let least = counts.filter { $0.truth == .certainly }.map(\.sum.least).max() ?? 0
      sum =
        sum
        + Sum(
          least: least, most: counts.map(\.sum.most).reduce(0, +),
          isAbout: counts.contains(where: \.sum.isAbout))
      if counts.count > 1 {
        let names = counts.compactMap(\.figures.first).map { $0.account.id.rawValue }
        reasons.append("\(names.joined(separator: ", ")) may be one mission, counted once or more")
      }
    }
    return Total(
      property: property, unit: unit, figures: figures, sum: sum, reasons: reasons)
  }

  /// Which accounts may be about one mission: the same name, or alike and nobody decided.
  private static func clusters(
    _ accounts: [Account], _ identities: [Identity]
  ) -> [MissionID: Int] {
    let ledger = Ledger(accounts, identities: identities)
    var parents = Array(accounts.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    let places = Dictionary(
      accounts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    func join(_ left: MissionID, _ right: MissionID) {
      guard let a = places[left], let b = places[right] else { return }
      let roots = (root(a), root(b))
      parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
    }
    for group in ledger.groups {
      for account in group.dropFirst() { join(group[0].id, account.id) }
    }
    for likeness in Likeness.all(among: accounts, decided: identities) where likeness.isByName {
      join(likeness.left.id, likeness.right.id)
    }
    return places.mapValues(root)
  }
}

extension Sequence {
  /// The elements by a key, in the order in which the keys first occur.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
    var order: [Key] = []
    var groups: [Key: [Element]] = [:]
    for element in self {
      let key = key(element)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(element)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}

extension Total {
  /// Whether it counts in this unit: the word is the unit's, or one of its words.
  package func counts(_ unit: String?) -> Bool {
    guard let unit else { return true }
    let key = Quantity(value: 0, unit: unit).unitKey
    let words = figures.first?.quantity.unitKey ?? ""
    return words == key || words.split(separator: " ").contains { $0 == key }
  }
}
