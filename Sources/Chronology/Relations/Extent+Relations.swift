extension Extent {
  /// Whether a predicate holds between this extent, as X, and another, as Y.
  ///
  /// A one-of set answers certainly where all its members do, and no where none may; an all-of
  /// set by the predicate's own rule: one member is enough to share a day, all must lie before.
  public func answer(_ predicate: Predicate, _ other: Extent) -> Truth {
    decision(predicate, other).truth
  }

  /// Whether it was going on that day.
  public func contains(_ day: Day) -> Truth { answer(.contains, Extent(TimeSpan(day))) }

  /// Whether the two share a day.
  public func overlaps(_ other: Extent) -> Truth { answer(.overlaps, other) }
  /// Whether it ends before another begins: they share no day.
  public func before(_ other: Extent) -> Truth { answer(.before, other) }
  /// Whether it begins after another ends: they share no day.
  public func after(_ other: Extent) -> Truth { answer(.after, other) }
  /// Whether both its ends lie in another.
  public func within(_ other: Extent) -> Truth { answer(.within, other) }

  /// Allen's relations that may hold to another extent, in the order of `AllenRelation`: for some
  /// member of a one-of set, for all members of an all-of set.
  public func possibleRelations(to other: Extent) -> [AllenRelation] {
    AllenRelation.allCases.filter { answer(.allen($0), other) != .no }
  }

  /// The days that any one member lasted, at least and at most.
  public var duration: TimeSpan.Duration {
    let all = spans.indices.map { run($0)?.duration ?? spans[$0].duration }
    let longest = all.contains { $0.longest == nil } ? nil : all.compactMap(\.longest).max()
    return TimeSpan.Duration(shortest: all.map(\.shortest).min() ?? 1, longest: longest)
  }

  private func run(_ index: Int) -> Run? { runs.isEmpty ? nil : runs[index] }

  /// An answer with the two spans that decided it.
  struct Decision {
    var truth: Truth
    var x: TimeSpan
    var y: TimeSpan
    /// Whether one of the two may not belong to its set, which is all that makes it possibly.
    var isDoubtful = false
  }

  /// More pairs of members than this are answered for the box of each set, which is sound but may
  /// say possibly where the members say more.
  private static let mostPairs = 1_000_000

  /// How many members a question to another extent looks at, at most.
  private func weight(against other: Extent) -> Int {
    spans.count + runs.count(where: { $0 != nil }) * Run.mostMembersASpan * other.spans.count
  }

  func decision(_ predicate: Predicate, _ other: Extent) -> Decision {
    if quantifier == .only, other.quantifier == .only {
      return Decision.of(predicate, spans[0], other.spans[0])
    }
    let (pairs, overflow) = weight(against: other)
      .multipliedReportingOverflow(by: other.weight(against: self))
    if overflow || pairs > Extent.mostPairs {
      return Decision.of(predicate, box, other.box)
    }
    // Which member of a one-of set holds is a question about the world, so it is asked first.
    if quantifier == .oneOf {
      return Extent.oneOf(spans) { x in
        other.quantifier == .oneOf
          ? Extent.oneOf(other.spans) { Decision.of(predicate, x, $0) }
          : other.lifted(predicate.needsOneOfY, near: [x]) { Decision.of(predicate, x, $0) }
      }
    }
    if other.quantifier == .oneOf {
      return Extent.oneOf(other.spans) { y in
        lifted(predicate.needsOneOfX, near: [y]) { Decision.of(predicate, $0, y) }
      }
    }
    // Of two all-of sets: for each member of the one that needs all, some member of the other.
    guard predicate.needsOneOfX else {
      return lifted(false, near: other.landmarks) { x in
        other.lifted(predicate.needsOneOfY, near: [x]) { Decision.of(predicate, x, $0) }
      }
    }
    return other.lifted(predicate.needsOneOfY, near: landmarks) { y in
      lifted(true, near: [y]) { Decision.of(predicate, $0, y) }
    }
  }

  /// Certainly where all are, no where all are, else possibly.
  private static func oneOf(
    _ spans: [TimeSpan], _ decide: (TimeSpan) -> Decision
  ) -> Decision {
    var found = decide(spans[0])
    for span in spans.dropFirst() {
      let next = decide(span)
      if next.truth == found.truth { continue }
      if found.truth != .possibly { found = next }
      found.truth = .possibly
    }
    return found
  }

  /// For the members of an all-of set, or the only span: the strongest of their answers where one
  /// of them is enough, else the weakest. A member that may not belong to the set decides nothing.
  private func lifted(
    _ oneIsEnough: Bool, near others: [TimeSpan], _ decide: (TimeSpan) -> Decision
  ) -> Decision {
    var found: Decision?
    for (index, span) in spans.enumerated() {
      let members = run(index).map { $0.members(near: others) } ?? [(span, true)]
      // At the end of all days that can be counted a range may have no member to look at.
      for member in members.isEmpty ? [(span, false)] : members {
        var next = decide(member.span)
        if !member.isSure, next.truth == (oneIsEnough ? .certainly : .no) {
          next.truth = .possibly
          next.isDoubtful = true
        }
        guard let current = found else {
          found = next
          continue
        }
        if oneIsEnough ? next.truth > current.truth : next.truth < current.truth { found = next }
      }
    }
    return found ?? decide(spans[0])
  }

  /// The spans at whose points the members of another extent are looked at.
  private var landmarks: [TimeSpan] { spans + runs.compactMap { $0?.sureSpan } }

  /// The least box that holds every member.
  private var box: TimeSpan {
    let boxes = spans.indices.map { run($0)?.box ?? spans[$0] }
    return boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
  }

  /// The least box that holds all spans, a range of members as one.
  var hull: TimeSpan {
    spans.dropFirst().reduce(spans[0]) { hull, span in
      hull.union(span)
    }
  }
}

extension Extent.Decision {
  fileprivate static func of(
    _ predicate: Predicate, _ x: TimeSpan, _ y: TimeSpan
  ) -> Extent.Decision {
    Extent.Decision(truth: x.answer(predicate, y), x: x, y: y)
  }
}

extension TimeSpan {
  /// The least box that holds both.
  fileprivate func union(_ other: TimeSpan) -> TimeSpan {
    TimeSpan(
      beginEarliest: min(beginEarliest, other.beginEarliest),
      beginLatest: max(beginLatest, other.beginLatest),
      endEarliest: min(endEarliest, other.endEarliest),
      endLatest: max(endLatest, other.endLatest),
      beginIsUnknown: beginIsUnknown || other.beginIsUnknown,
      endIsUnknown: endIsUnknown || other.endIsUnknown) ?? self
  }
}
