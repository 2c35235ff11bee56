/// The thirteen relations of which exactly one holds between two spans, at the granularity of
/// days: one meets another where its last day is the eve of the other's first.
///
/// Source: J. F. Allen, "Maintaining knowledge about temporal intervals", Communications of the ACM
/// 26 (1983), 832–843.
public enum AllenRelation: String, Hashable, Sendable, CaseIterable {
  case before, meets, overlaps, finishedBy, contains, starts, equals, startedBy, during, finishes
  case overlappedBy, metBy, after

  /// What must hold between the ends of X and Y.
  var conditions: [Condition] {
    switch self {
    case .before: [.apart(.xEnd, .yBegin)]
    case .meets: Condition.adjacent(.xEnd, .yBegin)
    case .overlaps:
      [.before(.xBegin, .yBegin), .notAfter(.yBegin, .xEnd), .before(.xEnd, .yEnd)]
    case .finishedBy: [.before(.xBegin, .yBegin)] + Condition.same(.xEnd, .yEnd)
    case .contains: [.before(.xBegin, .yBegin), .before(.yEnd, .xEnd)]
    case .starts: Condition.same(.xBegin, .yBegin) + [.before(.xEnd, .yEnd)]
    case .equals: Condition.same(.xBegin, .yBegin) + Condition.same(.xEnd, .yEnd)
    case .startedBy: Condition.same(.xBegin, .yBegin) + [.before(.yEnd, .xEnd)]
    case .during: [.before(.yBegin, .xBegin), .before(.xEnd, .yEnd)]
    case .finishes: [.before(.yBegin, .xBegin)] + Condition.same(.xEnd, .yEnd)
    case .overlappedBy:
      [.before(.yBegin, .xBegin), .notAfter(.xBegin, .yEnd), .before(.yEnd, .xEnd)]
    case .metBy: Condition.adjacent(.yEnd, .xBegin)
    case .after: [.apart(.yEnd, .xBegin)]
    }
  }

  /// The relation that Y has to X where X has this one to Y.
  public var inverse: AllenRelation {
    switch self {
    case .before: .after
    case .meets: .metBy
    case .overlaps: .overlappedBy
    case .finishedBy: .finishes
    case .contains: .during
    case .starts: .startedBy
    case .equals: .equals
    case .startedBy: .starts
    case .during: .contains
    case .finishes: .finishedBy
    case .overlappedBy: .overlaps
    case .metBy: .meets
    case .after: .before
    }
  }
}
