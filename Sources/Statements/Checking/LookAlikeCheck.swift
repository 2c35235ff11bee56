/// Acronyms that one slip of the finger turns into one another, and one acronym of two names: a
/// reader or a writer may have taken one mission for the other.
package enum LookAlikeCheck: Check {
  package static let kind = Finding.Kind.lookAlike
  /// Shorter acronyms are near each other by chance. In letters.
  private static let shortest = 4

  package static func findings(in ledger: Ledger) -> [Finding] {
    let named = ledger.groups.compactMap { group in
      group[0].mission.acronym.map {
        (account: group[0], letters: Array(Folding.words(of: $0).joined()))
      }
    }
    return near(named.map(\.letters)).compactMap { pair in
      let (left, right) = (named[pair.left], named[pair.right])
      let words: (detail: String, text: String)
      if left.letters == right.letters {
        guard differ(left.account.mission, right.account.mission) else { return nil }
        words = ("identity", "two missions have this acronym")
      } else {
        guard min(left.letters.count, right.letters.count) >= shortest,
          isOneSlip(left.letters, right.letters)
        else { return nil }
        words = ("one letter", "differs from \(right.account.mission.label) by one letter")
      }
      return Finding(
        kind, words.detail, of: left.account.mission.label, words.text,
        [left, right].map { Finding.Side($0.account, $0.account.mission.passage) })
    }
  }

  /// The places of two acronyms in a list.
  private struct Pair: Hashable {
    let left: Int
    let right: Int
  }

  /// The pairs of a list between which one letter may differ, in their order: those that are the
  /// same, or become so where one letter is left out of either or of both.
  private static func near(_ acronyms: [[Character]]) -> [Pair] {
    var places: [[Character]: [Int]] = [:]
    for (index, letters) in acronyms.enumerated() {
      var keys: Set<[Character]> = [letters]
      for place in letters.indices {
        keys.insert(Array(letters[..<place] + letters[(place + 1)...]))
      }
      for key in keys { places[key, default: []].append(index) }
    }
    var pairs: Set<Pair> = []
    for indices in places.values where indices.count > 1 {
      for (place, left) in indices.enumerated() {
        for right in indices.dropFirst(place + 1) { pairs.insert(Pair(left: left, right: right)) }
      }
    }
    return pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// Whether both have a full name, and not the same.
  private static func differ(_ left: Mission, _ right: Mission) -> Bool {
    let names = [left, right].map { Folding.words(of: $0.name) }
    return names[0] != names[1] && names.allSatisfy { $0.count > 1 }
  }

  /// Whether one letter inserted, removed or replaced makes one of the other. A number at the end
  /// tells missions of one series apart on purpose.
  private static func isOneSlip(_ left: [Character], _ right: [Character]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    guard let place = long.indices.first(where: { $0 >= short.count || long[$0] != short[$0] })
    else { return false }
    let isSeries = long[place].isNumber || (long[place] == "i" && long.count > short.count)
    if place == long.count - 1, isSeries { return false }
    let rest = long[(place + 1)...]
    return rest.elementsEqual(short[(long.count == short.count ? place + 1 : place)...])
  }
}
