/// A question about two spans, X and Y, that has an answer in three values.
public enum Predicate: Hashable, Sendable {
  /// Y lies in X, both ends included. Where Y is a day: X was going on that day.
  case contains
  /// X lies in Y.
  case within
  /// X ends before Y begins: they share no day.
  case before
  /// Y ends before X begins.
  case after
  /// They share a day.
  case overlaps
  /// X begins no later than Y ends. Where Y is a day: on that day or before it.
  case beginsOnOrBefore
  /// X begins no earlier than Y begins.
  case beginsOnOrAfter
  case endsOnOrBefore
  case endsOnOrAfter
  case allen(AllenRelation)

  /// All of them, Allen's relations last.
  public static let all: [Predicate] =
    [
      .contains, .within, .before, .after, .overlaps, .beginsOnOrBefore, .beginsOnOrAfter,
      .endsOnOrBefore, .endsOnOrAfter,
    ] + AllenRelation.allCases.map { .allen($0) }

  /// `contains`, `beginsOnOrBefore`, `allen:during`.
  public var name: String {
    switch self {
    case .contains: "contains"
    case .within: "within"
    case .before: "before"
    case .after: "after"
    case .overlaps: "overlaps"
    case .beginsOnOrBefore: "beginsOnOrBefore"
    case .beginsOnOrAfter: "beginsOnOrAfter"
    case .endsOnOrBefore: "endsOnOrBefore"
    case .endsOnOrAfter: "endsOnOrAfter"
    case .allen(let relation): "allen:\(relation.rawValue)"
    }
  }

  /// A predicate by its name; capitals, hyphens, slashes and spaces do not matter.
  public init?(name: some StringProtocol) {
    func folded(_ text: some StringProtocol) -> String {
      text.lowercased().filter { $0.isLetter || $0 == ":" }
    }
    let wanted = folded(name).replacing("onbefore", "onorbefore").replacing("onafter", "onorafter")
    guard let match = Predicate.all.first(where: { folded($0.name) == wanted }) else { return nil }
    self = match
  }

  /// What must hold between the ends of X and Y.
  var conditions: [Condition] {
    switch self {
    case .contains: [.notAfter(.xBegin, .yBegin), .notAfter(.yEnd, .xEnd)]
    case .within: [.notAfter(.yBegin, .xBegin), .notAfter(.xEnd, .yEnd)]
    case .before: [.before(.xEnd, .yBegin)]
    case .after: [.before(.yEnd, .xBegin)]
    case .overlaps: [.notAfter(.yBegin, .xEnd), .notAfter(.xBegin, .yEnd)]
    case .beginsOnOrBefore: [.notAfter(.xBegin, .yEnd)]
    case .beginsOnOrAfter: [.notAfter(.yBegin, .xBegin)]
    case .endsOnOrBefore: [.notAfter(.xEnd, .yEnd)]
    case .endsOnOrAfter: [.notAfter(.yBegin, .xEnd)]
    case .allen(let relation): relation.conditions
    }
  }

  /// Whether one member of an all-of set in X's place is enough.
  var needsOneOfX: Bool {
    switch self {
    case .contains, .overlaps, .beginsOnOrBefore, .endsOnOrAfter: true
    case .within, .before, .after, .beginsOnOrAfter, .endsOnOrBefore, .allen: false
    }
  }

  /// Whether one member of an all-of set in Y's place is enough.
  var needsOneOfY: Bool { self == .within || self == .overlaps }
}

extension String {
  /// Every occurrence of a piece replaced; the standard library has it behind an import.
  fileprivate func replacing(_ piece: String, _ other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(piece) {
        result += other
        rest = rest.dropFirst(piece.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}

extension TimeSpan {
  /// Whether a predicate holds between this span, as X, and another, as Y.
  public func answer(_ predicate: Predicate, _ other: TimeSpan) -> Truth {
    let conditions = predicate.conditions
    let truth = conditions.reduce(.certainly) { $0 && $1.truth(self, other) }
    // Conditions that are possible one by one need not be together.
    guard truth == .possibly, conditions.count > 1 else { return truth }
    var graph = DifferenceGraph(self, other)
    for condition in conditions { graph.require(condition) }
    return graph.isFeasible ? .possibly : .no
  }

  /// Whether it ends before another begins: they share no day.
  public func before(_ other: TimeSpan) -> Truth { answer(.before, other) }

  /// Whether it begins after another ends: they share no day.
  public func after(_ other: TimeSpan) -> Truth { answer(.after, other) }

  /// Whether both its ends lie in another.
  public func within(_ other: TimeSpan) -> Truth { answer(.within, other) }

  /// Whether it begins on a day or before it.
  public func begins(onOrBefore day: Day) -> Truth { answer(.beginsOnOrBefore, TimeSpan(day)) }
  /// Whether it begins on a day or after it.
  public func begins(onOrAfter day: Day) -> Truth { answer(.beginsOnOrAfter, TimeSpan(day)) }
  /// Whether it ends on a day or before it.
  public func ends(onOrBefore day: Day) -> Truth { answer(.endsOnOrBefore, TimeSpan(day)) }
  /// Whether it ends on a day or after it.
  public func ends(onOrAfter day: Day) -> Truth { answer(.endsOnOrAfter, TimeSpan(day)) }

  /// Allen's relations that may hold to another span, in the order of `AllenRelation`; never
  /// empty, and one only where it certainly holds.
  public func possibleRelations(to other: TimeSpan) -> [AllenRelation] {
    AllenRelation.allCases.filter { answer(.allen($0), other) != .no }
  }

  /// How many days it lasted, at least and at most.
  public var duration: Duration {
    let shortest: Int64 =
      endEarliest.isFinite && beginLatest.isFinite
      ? max(1, days(from: beginLatest, to: endEarliest)) : 1
    let longest =
      endLatest.isFinite && beginEarliest.isFinite
      ? days(from: beginEarliest, to: endLatest) : nil
    return Duration(shortest: shortest, longest: longest)
  }

  /// Days from one to another, both counted; saturates where they are too many.
  private func days(from first: Day, to last: Day) -> Int64 {
    let (difference, overflow) = last.number.subtractingReportingOverflow(first.number)
    if overflow { return last < first ? .min : .max }
    return difference == .max ? .max : difference + 1
  }

  /// A length of time in days, as far as it is known.
  public struct Duration: Hashable, Sendable, CustomStringConvertible {
    /// Days at least, 1 or more.
    public let shortest: Int64
    /// Nil where nothing bounds it.
    public let longest: Int64?

    /// `min 2193 max 2922`, `min 1 max unbounded`.
    public var description: String {
      "min \(shortest) max \(longest.map(String.init) ?? "unbounded")"
    }
  }
}
