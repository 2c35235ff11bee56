import Chronology

/// A question in the small world, its operands completed and compared.
struct Question {
  let x: Operand
  let y: Operand
  let reading: EDTF.Reading
  /// Where both operands go on without end, "for each member some member" asks that the second go
  /// on further than the first.
  private let whereXGoesFurther: Table
  private let whereYGoesFurther: Table

  /// The members of two operands and the relations possible between each and each.
  private struct Table {
    let xs: [Operand.Member]
    let ys: [Operand.Member]
    let relations: [[Relations]]
  }

  init(_ x: Operand, _ y: Operand, _ reading: EDTF.Reading, isTiny: Bool) {
    (self.x, self.y, self.reading) = (x, y, reading)
    func table(_ stepsOfX: Int, _ stepsOfY: Int) -> Table {
      func members(_ operand: Operand, _ steps: Int) -> [Operand.Member] {
        let days = Question.days(x, y, steps, isTiny)
        return operand.members + operand.ranges.flatMap { $0.members(reading, within: days) }
      }
      let (xs, ys) = (members(x, stepsOfX), members(y, stepsOfY))
      // Infinities lie beyond every member.
      let days = Question.days(x, y, 3, isTiny)
      let relations = xs.map { x in
        ys.map { y in
          Oracle.possible(
            Completions(of: x.box, near: isTiny ? nil : y.box, within: days),
            Completions(of: y.box, near: isTiny ? nil : x.box, within: days))
        }
      }
      return Table(xs: xs, ys: ys, relations: relations)
    }
    whereXGoesFurther = table(2, 1)
    whereYGoesFurther = x.ranges.isEmpty || y.ranges.isEmpty ? whereXGoesFurther : table(1, 2)
  }

  /// The days named and some before and behind, where nothing bounds members and infinities.
  private static func days(
    _ x: Operand, _ y: Operand, _ steps: Int, _ isTiny: Bool
  ) -> ClosedRange<Int> {
    let named = x.finite + y.finite
    let further = steps * (isTiny ? 3 : 800)
    return ((named.min() ?? 0) - further)...((named.max() ?? 0) + further)
  }

  /// The answer about a predicate by its place in `Predicate.all`.
  ///
  /// - Parameter relations: those in which the predicate holds, where it is not the true one.
  func truth(_ predicate: Int, holdingIn relations: Relations? = nil) -> Truth {
    let relations = relations ?? Oracle.predicates[predicate]
    let (someX, someY) = Question.oneIsEnough(Predicate.all[predicate])
    let table = someY && !someX ? whereYGoesFurther : whereXGoesFurther
    let (xs, ys) = (table.xs.indices, table.ys.indices)
    func of(_ i: Int, _ j: Int) -> Truth { Oracle.truth(relations, where: table.relations[i][j]) }
    switch (x.kind, y.kind) {
    case (.oneOf, .oneOf):
      return Question.oneOf(xs.flatMap { i in ys.map { j in of(i, j) } })
    case (.oneOf, _):
      return Question.oneOf(xs.map { i in lift(someY, table.ys) { of(i, $0) } })
    case (_, .oneOf):
      return Question.oneOf(ys.map { j in lift(someX, table.xs) { of($0, j) } })
    case (_, _) where someX:
      return lift(someY, table.ys) { j in lift(true, table.xs) { of($0, j) } }
    default:
      return lift(false, table.xs) { i in lift(someY, table.ys) { of(i, $0) } }
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
      (x.members + y.members).contains(where: { $0.linked != nil })
    else { return nil }
    let days = Question.days(x, y, 3, false)
    func all(_ operand: Operand, near other: Operand) -> Completions {
      operand.members.reduce(into: Completions()) { all, member in
        let next: Completions =
          if let units = member.linked {
            reading == .whole && operand.kind == .only
              ? Completions(wholes: units) : Completions(within: units, near: other)
          } else { Completions(of: member.box, near: other.hull, within: days) }
        all.begins += next.begins
        all.ends += next.ends
      }
    }
    return Oracle.possible(all(x, near: y), all(y, near: x))
  }
}

extension Completions {
  /// Each unit from its first to its last day.
  init(wholes units: [ClosedRange<Int>]) {
    begins = units.map(\.lowerBound)
    ends = units.map(\.upperBound)
  }
}
