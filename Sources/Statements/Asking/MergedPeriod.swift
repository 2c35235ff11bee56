internal import Chronology

extension Period {
  /// The period of a mission of which several documents speak.
  ///
  /// Begin and end are each taken from the documents that give the mission a period of its own,
  /// stated before read from events, as within one document. Where one says more finely what the
  /// others say, that is taken; where they exclude each other nothing is: the edge then lies between
  /// them. A source that says "to date" does not contradict a later one that knows the end.
  init(merging accounts: [Account]) {
    let own = accounts.filter { $0.ownSpan != nil }
    guard own.count > 1 else {
      guard let account = own.first else {
        self.init(
          from: accounts.flatMap(\.statements),
          asOf: accounts.compactMap(\.document.source.asOf).max())
        return
      }
      self = account.period
      return
    }
    let begin = MergedEdge(.start, own)
    let end = MergedEdge(.end, own)
    let span = TimeSpan(
      beginEarliest: begin.first, beginLatest: begin.last, endEarliest: end.first,
      endLatest: end.last, beginIsUnknown: begin.bound == .unknown,
      endIsUnknown: end.bound == .unknown)
    var reasons = [begin.reason, end.reason].filter { !$0.isEmpty }
    if span == nil { reasons.append("its end lies before its begin") }
    var passages: [Passage] = []
    for passage in own.flatMap(\.period.passages) where !passages.contains(passage) {
      passages.append(passage)
    }
    self.init(
      start: begin.bound, end: end.bound,
      origin: own.contains { $0.period.origin == .stated } ? .stated : .events, span: span,
      openUntil: end.openUntil, isUnsettled: begin.isUnsettled || end.isUnsettled,
      reason: reasons.joined(separator: "; "), passages: passages,
      candidates: own.flatMap(\.period.candidates).map { candidate in
        let bound = candidate.edge == .start ? begin.bound : end.bound
        guard candidate.isChosen, bound != .date(candidate.date) else { return candidate }
        return Candidate(
          edge: candidate.edge, date: candidate.date, property: candidate.property,
          passage: candidate.passage, isChosen: false,
          reason: (candidate.edge == .start ? begin : end).reason)
      })
  }
}

/// One edge of a period by several documents.
private struct MergedEdge {
  private(set) var bound: Period.Bound = .unstated
  /// The days on which it may lie, both inclusive.
  private(set) var first = Day.distantPast
  private(set) var last = Day.distantFuture
  /// The day up to which a source says that it goes on.
  private(set) var openUntil: Day?
  private(set) var isUnsettled = false
  private(set) var reason = ""

  /// What one document says of the edge.
  private struct Side {
    let account: Account
    let bound: Period.Bound
    let first: Day
    let last: Day
    /// 0 where it is stated, else how well the event marks the edge, from 1.
    let rank: Int

    func refines(_ other: Side) -> Bool { other.first <= first && last <= other.last }
    func excludes(_ other: Side) -> Bool { last < other.first || other.last < first }
  }

  init(_ edge: Period.Edge, _ accounts: [Account]) {
    let verb = edge == .start ? "began" : "ended"
    let sides = accounts.compactMap { MergedEdge.side(edge, $0) }
    let open = accounts.filter { edge == .end && $0.period.end == .open }
    let pool = MergedEdge.pool(sides, edge)
    let until = open.compactMap { $0.period.openUntil }.max()
    guard let finest = pool.first(where: { side in pool.allSatisfy(side.refines) }) ?? pool.first
    else {
      if !open.isEmpty {
        (bound, openUntil, first) = (.open, until, until ?? .distantPast)
        reason = "goes on \(MergedEdge.names(open))"
      } else if accounts.contains(where: {
        edge == .end ? $0.period.end == .unknown : $0.period.start == .unknown
      }) {
        bound = .unknown
      }
      return
    }
    let isAgreed = pool.allSatisfy(finest.refines)
    first = isAgreed ? finest.first : pool.map(\.first).min() ?? finest.first
    last = isAgreed ? finest.last : pool.map(\.last).max() ?? finest.last
    if let until, until > last {
      // A source that speaks up to a later day says that it had not ended.
      isUnsettled = true
      last = .distantFuture
      reason =
        "its end is not settled: \(MergedEdge.words(pool)), or it goes on "
        + MergedEdge.names(open)
    } else if isAgreed, case .date(let date) = finest.bound {
      bound = finest.bound
      reason = "\(verb) \(DateWords.when(date)) \(MergedEdge.names(pool.map(\.account)))"
    } else {
      isUnsettled = true
      reason =
        "its \(edge == .start ? "begin" : "end") is not settled: \(MergedEdge.words(pool))"
    }
  }

  private static func side(_ edge: Period.Edge, _ account: Account) -> Side? {
    guard let span = account.ownSpan else { return nil }
    let bound = edge == .start ? account.period.start : account.period.end
    let days =
      edge == .start
      ? (span.beginEarliest, span.beginLatest) : (span.endEarliest, span.endLatest)
    switch bound {
    case .date: break
    // An edge between events that disagree lies between days all the same.
    case .unstated where days.0.isFinite && days.1.isFinite: break
    case .open, .unknown, .unstated: return nil
    }
    let chosen = account.period.candidates.first { $0.edge == edge && $0.isChosen }?.property
    let ranks = edge == .start ? EventRank.starts : EventRank.ends
    // What is foretold gives way to everything that is told.
    let rank =
      chosen.map(Evidence.plans.contains) ?? false
      ? 9 : chosen.flatMap { ranks[$0] ?? nil }.map { $0 + 1 }
    return Side(
      account: account, bound: bound, first: days.0, last: days.1,
      rank: rank ?? (account.period.origin == .stated ? 0 : 1))
  }

  /// The sides that are weighed: those of the best rank, those that exclude what is stated, and at
  /// the end those that say it more finely, as a closing does.
  private static func pool(_ sides: [Side], _ edge: Period.Edge) -> [Side] {
    guard let best = sides.map(\.rank).min() else { return [] }
    let leading = sides.filter { $0.rank == best }
    return sides.filter { side in
      if side.rank == best { return true }
      if edge == .end, leading.allSatisfy(side.refines) { return true }
      // Being deployed a year later is no other begin; being established then is.
      return best == 0 && side.rank <= 2 && leading.contains(where: side.excludes)
    }
  }

  private static func words(_ sides: [Side]) -> String {
    sides.grouped { "\($0.first) \($0.last)" }.map { group in
      let side = group.elements[0]
      let when: String
      if case .date(let date) = side.bound {
        when = DateWords.when(date)
      } else {
        when = "between \(DateWords.of(side.first)) and \(DateWords.of(side.last))"
      }
      return "\(when) \(names(group.elements.map(\.account)))"
    }.joined(separator: " or ")
  }

  /// `(by nato-iraq.txt and 2 more)`.
  private static func names(_ accounts: [Account]) -> String {
    let names = accounts.grouped(by: \.document.name).map(\.key)
    return "(by \(names[0])" + (names.count > 1 ? " and \(names.count - 1) more)" : ")")
  }
}
