import Chronology

/// A question in the small world, its operands completed and compared.
struct Question {
  let x: Operand
  let y: Operand
  let reading: EDTF.Reading
  private let membersOfX: [Operand.Member]
  private let membersOfY: [Operand.Member]
  /// The relations possible between member i of X and member j of Y.
  private let table: [[Relations]]

  init(_ x: Operand, _ y: Operand, _ reading: EDTF.Reading, isTiny: Bool) {
    (self.x, self.y, self.reading) = (x, y, reading)
    let edges = Question.edges(x, y, isTiny: isTiny)
    func members(_ operand: Operand) -> [Operand.Member] {
      operand.members + operand.ranges.flatMap { $0.members(reading, within: edges.members) }
    }
    let (xs, ys) = (members(x), members(y))
    (membersOfX, membersOfY) = (xs, ys)
    table = xs.map { x in
      ys.map { y in
        Oracle.possible(
          Completions(of: x.box, near: isTiny ? nil : y.box, within: edges.days),
          Completions(of: y.box, near: isTiny ? nil : x.box, within: edges.days))
      }
    }
  }

  /// How far members and days go that nothing bounds. Members of half-open ranges lie beyond every
  /// day named, infinities beyond every member.
  private static func edges(
    _ x: Operand, _ y: Operand, isTiny: Bool
  ) -> (members: ClosedRange<Int>, days: ClosedRange<Int>) {
    let named = x.finite + y.finite
    let (first, last) = (named.min() ?? 0, named.max() ?? 0)
    let (near, far) = isTiny ? (3, 6) : (20, 2_000)
    return ((first - near)...(last + near), (first - far)...(last + far))
  }

  /// The answer about a predicate by its place in `Predicate.all`.
  ///
  /// - Parameter relations: those in which the predicate holds, where it is not the true one.
  func truth(_ predicate: Int, holdingIn relations: Relations? = nil) -> Truth {
    let relations = relations ?? Oracle.predicates[predicate]
    func of(_ i: Int, _ j: Int) -> Truth { Oracle.truth(relations, where: table[i][j]) }
    let (xs, ys) = (membersOfX.indices, membersOfY.indices)
    let (someX, someY) = Question.oneIsEnough(Predicate.all[predicate])
    switch (x.kind, y.kind) {
    case (.oneOf, .oneOf):
      return Question.oneOf(xs.flatMap { i in ys.map { j in of(i, j) } })
    case (.oneOf, _):
      return Question.oneOf(xs.map { i in lift(someY, membersOfY) { of(i, $0) } })
    case (_, .oneOf):
      return Question.oneOf(ys.map { j in lift(someX, membersOfX) { of($0, j) } })
    case (_, _) where someX:
      return lift(someY, membersOfY) { j in lift(true, membersOfX) { of($0, j) } }
    default:
      return lift(false, membersOfX) { i in lift(someY, membersOfY) { of(i, $0) } }
    }
  }

  /// Whether one member of an all-of set is enough: of X to contain a day, to share one, to have
  /// begun or still to last; of Y to lie around X or to share a day.
  private static func oneIsEnough(_ predicate: Predicate) -> (x: Bool, y: Bool) {
    switch predicate {
    case .overlaps: (true, true)
    case .contains, .beginsOnOrBefore, .endsOnOrAfter: (true, false)
    case .within: (false, true)
    default: (false, false)
    }
  }

  private static func oneOf(_ truths: [Truth]) -> Truth {
    truths.allSatisfy { $0 == truths[0] } ? truths[0] : .possibly
  }

  private func lift(
    _ oneIsEnough: Bool, _ members: [Operand.Member], _ truth: (Int) -> Truth
  ) -> Truth {
    members.indices.map { index -> Truth in
      let found = truth(index)
      if members[index].isSure { return found }
      return oneIsEnough ? min(found, .possibly) : max(found, .possibly)
    }.reduce(oneIsEnough ? .no : .certainly) { oneIsEnough ? max($0, $1) : min($0, $1) }
  }

  /// The relations possible between pairs of days that agree with the texts themselves, where
  /// digits left open tie an end to its begin; nil where boxes say the same, and for sets of all members.
  var linked: Relations? {
    guard x.kind != .allOf, y.kind != .allOf,
      (membersOfX + membersOfY).contains(where: { $0.linked != nil })
    else { return nil }
    let edges = Question.edges(x, y, isTiny: false)
    func all(_ members: [Operand.Member], near other: Operand) -> Completions {
      members.reduce(into: Completions()) { all, member in
        let next: Completions =
          if let units = member.linked {
            reading == .whole && x.kind == .only && y.kind == .only
              ? Completions(wholes: units) : Completions(within: units, near: other)
          } else { Completions(of: member.box, near: other.hull, within: edges.days) }
        all.begins += next.begins
        all.ends += next.ends
      }
    }
    return Oracle.possible(all(membersOfX, near: y), all(membersOfY, near: x))
  }
}

extension Completions {
  /// Each unit from its first to its last day.
  init(wholes units: [ClosedRange<Int>]) {
    begins = units.map(\.lowerBound)
    ends = units.map(\.upperBound)
  }
}
