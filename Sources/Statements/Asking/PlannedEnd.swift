internal import Chronology

extension Evidence {
  /// The last end that the text foretells, or until which it says that the mandate was extended; nil
  /// where something of the mission's life is dated after it, which says that it did not end then.
  ///
  /// A plan is no end: it says until when the mission was meant to run.
  var plannedEnd: Event? {
    let lived = life.compactMap { $0.days?.first }.max()
    return plans.filter { plan in
      guard let last = plan.date.days?.last else { return false }
      return lived.map { $0 <= last } ?? true
    }.max { left, right in
      (left.date.days?.last ?? .distantPast) < (right.date.days?.last ?? .distantPast)
    }
  }
}

extension Period {
  /// Whether its end is one that the text only foretells.
  package var isEndPlanned: Bool {
    candidates.contains {
      $0.edge == .end && $0.isChosen && Evidence.plans.contains($0.property)
    }
  }
}

extension TimeSpan {
  /// The span of a mission whose end is only foretold: it may have ended at any time after the day up to
  /// which the source speaks, and may go on.
  func withPlannedEnd(_ plan: EDTF, asOf: Day?) -> TimeSpan? {
    let known = min(asOf ?? .distantPast, plan.days?.first ?? .distantPast)
    return TimeSpan(
      beginEarliest: beginEarliest, beginLatest: beginLatest,
      endEarliest: max(known, beginEarliest), endLatest: .distantFuture)
  }
}
