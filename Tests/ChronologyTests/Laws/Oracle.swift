import Chronology

/// Allen's relations as bits, in the order of `AllenRelation`.
typealias Relations = UInt16

/// Answers found by trying every begin and end that two spans allow.
///
/// Of two pairs of days exactly one of Allen's relations holds, and which predicates hold follows
/// from it. So it is enough to know which relations some completions stand in.
enum Oracle {
  /// Whether a predicate, by its place in `Predicate.all`, holds: by its definition, not by the
  /// library's conditions.
  static func holds(_ predicate: Int, _ xb: Int, _ xe: Int, _ yb: Int, _ ye: Int) -> Bool {
    switch predicate {
    case 0: xb <= yb && ye <= xe
    case 1: yb <= xb && xe <= ye
    case 2: xe < yb
    case 3: ye < xb
    case 4: max(xb, yb) <= min(xe, ye)
    case 5: xb <= ye
    case 6: xb >= yb
    case 7: xe <= ye
    case 8: xe >= yb
    default: relation(xb, xe, yb, ye) == predicate - 9
    }
  }

  /// For each predicate the relations in which it holds.
  static let predicates: [Relations] = {
    var found = [Relations](repeating: 0, count: Predicate.all.count)
    // A pair of days for each relation; a test tries all pairs of a week.
    for (xb, xe, yb, ye) in days(0...6) {
      for place in found.indices where holds(place, xb, xe, yb, ye) {
        found[place] |= 1 << Relations(relation(xb, xe, yb, ye))
      }
    }
    return found
  }()

  /// All begins and ends of two spans in some days.
  static func days(_ range: ClosedRange<Int>) -> [(Int, Int, Int, Int)] {
    let spans = range.flatMap { begin in (begin...range.upperBound).map { (begin, $0) } }
    return spans.flatMap { x in spans.map { y in (x.0, x.1, y.0, y.1) } }
  }

  /// The place of the one relation of Allen's that holds.
  static func relation(_ xb: Int, _ xe: Int, _ yb: Int, _ ye: Int) -> Int {
    if xe < yb { return xe + 1 < yb ? 0 : 1 }
    if ye < xb { return ye + 1 < xb ? 12 : 11 }
    if xb < yb { return xe < ye ? 2 : xe == ye ? 3 : 4 }
    if xb == yb { return xe < ye ? 5 : xe == ye ? 6 : 7 }
    return xe < ye ? 8 : xe == ye ? 9 : 10
  }

  /// The relations in which some completions stand.
  static func possible(_ x: Completions, _ y: Completions) -> Relations {
    var found: Relations = 0
    for i in x.begins.indices {
      let (xb, xe) = (x.begins[i], x.ends[i])
      for j in y.begins.indices {
        found |= 1 << Relations(truncatingIfNeeded: relation(xb, xe, y.begins[j], y.ends[j]))
      }
      if found == 0x1FFF { break }
    }
    return found
  }

  /// Whether what holds in some relations holds certainly, possibly or not where others are
  /// possible.
  static func truth(_ predicate: Relations, where possible: Relations) -> Truth {
    possible & ~predicate == 0 ? .certainly : possible & predicate == 0 ? .no : .possibly
  }
}

/// Begins and ends that a span allows, pair by pair.
struct Completions {
  var begins: [Int] = []
  var ends: [Int] = []

  /// - Parameters:
  ///   - near: the box of the other span, where this one is too large to try every day of it: only
  ///     days at the points of both, and beside them, are tried. A solution of difference
  ///     constraints can always be moved there, since no path through them has a greater gap. Nil
  ///     tries every day.
  ///   - edges: what infinities are cut to.
  init(of box: Box, near other: Box?, within edges: ClosedRange<Int>) {
    let points = box.points.map { min(max($0, edges.lowerBound), edges.upperBound) }
    func candidates(_ first: Int, _ last: Int) -> [Int] {
      guard let other else { return Array(first...last) }
      let spots = other.points.filter { $0 != .min && $0 != .max } + points
      return Set(spots.flatMap { ($0 - 1)...($0 + 1) }.filter { first <= $0 && $0 <= last })
        .sorted()
    }
    let ends = candidates(points[2], points[3])
    for begin in candidates(points[0], points[1]) {
      for end in ends where begin <= end {
        begins.append(begin)
        self.ends.append(end)
      }
    }
  }

  init() {}

  /// The pairs within each of some units.
  init(within units: [ClosedRange<Int>], near other: Operand) {
    for unit in units {
      let inner = Completions(
        of: Box([unit], .within), near: other.hull, within: unit)
      begins += inner.begins
      ends += inner.ends
    }
  }
}
