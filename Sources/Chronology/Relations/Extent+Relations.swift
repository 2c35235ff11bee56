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

  public func overlaps(_ other: Extent) -> Truth { answer(.overlaps, other) }
  public func before(_ other: Extent) -> Truth { answer(.before, other) }
  public func after(_ other: Extent) -> Truth { answer(.after, other) }
  public func within(_ other: Extent) -> Truth { answer(.within, other) }

  /// Allen's relations that may hold to another extent, in the order of `AllenRelation`: for some
  /// member of a one-of set, for all members of an all-of set.
  public func possibleRelations(to other: Extent) -> [AllenRelation] {
    AllenRelation.allCases.filter { answer(.allen($0), other) != .no }
  }

  /// The days that any one member lasted, at least and at most.
  public var duration: TimeSpan.Duration {
    let all = members.map(\.duration)
    let longest = all.contains { $0.longest == nil } ? nil : all.compactMap(\.longest).max()
    return TimeSpan.Duration(shortest: all.map(\.shortest).min() ?? 1, longest: longest)
  }

  /// The spans, with the first and last member in the place of each range.
  private var members: [TimeSpan] {
    runs.isEmpty ? spans : zip(spans, runs).flatMap { $1?.edges ?? [$0] }
  }

  /// An answer with the two spans that decided it.
  struct Decision {
    var truth: Truth
    var x: TimeSpan
    var y: TimeSpan
  }

  /// More pairs of members than this are answered for the hull of each set, which is sound but may
  /// say possibly where the members say more.
  private static let mostPairs = 1_000_000

  func decision(_ predicate: Predicate, _ other: Extent) -> Decision {
    let (pairs, overflow) = spans.count.multipliedReportingOverflow(by: other.spans.count)
    if overflow || pairs > Extent.mostPairs {
      return Decision(truth: hull.answer(predicate, other.hull), x: hull, y: other.hull)
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
      return lifted(false, near: other.spans) { x in
        other.lifted(predicate.needsOneOfY, near: [x]) { Decision.of(predicate, x, $0) }
      }
    }
    return other.lifted(predicate.needsOneOfY, near: spans) { y in
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
  /// of them is enough, else the weakest.
  private func lifted(
    _ oneIsEnough: Bool, near others: [TimeSpan], _ decide: (TimeSpan) -> Decision
  ) -> Decision {
    var found: Decision?
    for (index, span) in spans.enumerated() {
      let run = runs.isEmpty ? nil : runs[index]
      let members = run?.members(near: others, withEdges: !oneIsEnough) ?? [span]
      for member in members {
        let next = decide(member)
        guard let current = found else {
          found = next
          continue
        }
        if oneIsEnough ? next.truth > current.truth : next.truth < current.truth { found = next }
      }
    }
    return found ?? decide(spans[0])
  }

  /// The least box that holds all members.
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

extension Run {
  /// The members that decide a question: those at the four points of the other spans and beside
  /// them, and the first and the last where it is about all members.
  func members(near others: [TimeSpan], withEdges: Bool) -> [TimeSpan] {
    var begins: Set<Day> = []
    var spans: [TimeSpan] = withEdges ? edges : []
    func add(at day: Day) {
      let clamped = min(max(day, days.lowerBound), days.upperBound)
      guard clamped.isFinite, let unit = unit(at: clamped), begins.insert(unit.begin).inserted,
        let member = span(unit.begin, unit.end)
      else { return }
      spans.append(member)
    }
    for other in others {
      for day in [other.beginEarliest, other.beginLatest, other.endEarliest, other.endLatest] {
        add(at: day)
        guard let unit = unit(at: min(max(day, days.lowerBound), days.upperBound)) else { continue }
        add(at: unit.begin.advanced(by: -1))
        add(at: unit.end.advanced(by: 1))
      }
    }
    return spans.isEmpty ? edges : spans
  }
}
