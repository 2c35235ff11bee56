/// Acronyms that one slip of the finger turns into one another, and one acronym of two names: a
/// reader or a writer may have taken one mission for the other.
package enum LookAlikeCheck: Check {
  package static let kind = Finding.Kind.lookAlike
  /// Shorter acronyms are near each other by chance. In letters.
  private static let shortest = 4

  package static func findings(in ledger: Ledger) -> [Finding] {
    var findings: [Finding] = []
    let named = ledger.groups.compactMap { group in
      group[0].mission.acronym.map {
        (group: group, letters: Array(Folding.words(of: $0).joined()))
      }
    }
    for (index, left) in named.enumerated() {
      for right in named.dropFirst(index + 1) {
        let sides = [
          Finding.Side(left.group[0], left.group[0].mission.passage),
          Finding.Side(right.group[0], right.group[0].mission.passage),
        ]
        let labels = (left.group[0].mission.label, right.group[0].mission.label)
        if left.letters == right.letters {
          guard differ(left.group[0].mission, right.group[0].mission) else { continue }
          findings.append(
            Finding(kind, "identity", of: labels.0, "two missions have this acronym", sides))
        } else if min(left.letters.count, right.letters.count) >= shortest,
          isOneSlip(left.letters, right.letters)
        {
          findings.append(
            Finding(
              kind, "one letter", of: labels.0, "differs from \(labels.1) by one letter", sides))
        }
      }
    }
    return findings
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
