internal import Chronology

extension Evidence {
  /// The period that the text gives to the mission itself; nil where it gives none.
  ///
  /// The first one counts, which is the heading's. Another statement may say an end more finely;
  /// one that contradicts is shown and not chosen. A closing event inside the stated end sharpens
  /// it. No other event moves a stated bound: a decision of October 2018 is not the begin.
  var statedPeriod: Period? {
    guard let heading = stated.first else { return nil }
    var start = StatedEdge(.start, heading)
    var end = StatedEdge(.end, heading)
    for other in stated.dropFirst() {
      start.weigh(other)
      end.weigh(other)
    }
    if end.bound == .unstated || end.bound == .unknown, let goesOn { end.open(goesOn) }
    let coarse = end.bound
    let closing = closingEvent(inside: end.bound)
    if let closing { end.sharpen(to: closing) }

    // Where the text states one end alone, dated events tell the other.
    let events = eventsPeriod
    if start.bound == .unstated, let events, case .date = events.start {
      start.take(events)
    }
    if end.bound == .unstated, closing == nil, let events, case .date = events.end {
      end.take(events)
    }

    var reasons = ["\(heading.words) is stated"]
    if start.bound != heading.start, case .date(let date) = start.bound {
      reasons.append("it began \(DateWords.when(date))")
    }
    if coarse != heading.end || coarse != end.bound, closing == nil,
      case .date(let date) = end.bound
    {
      reasons.append("it ended \(DateWords.when(date))")
    }
    if let closing {
      reasons.append(
        closing.date.isOneDay
          ? "\(DateWords.of(closing.date)) is its last day"
          : EventWords.of(closing.property, closing.date))
    }
    var span = TimeSpan(from: start.bound, to: end.bound, asOf: asOf)
    if let plan = end.plan {
      span = span?.withPlannedEnd(plan, asOf: asOf)
      reasons.append("its end is foretold for \(DateWords.of(plan))")
    }
    if span == nil { reasons.append("its end lies before its start") }

    let weighed = candidates { event, edge in
      let bound = edge == .start ? start.bound : end.bound
      return switch (edge, bound) {
      case (.end, .open): "the text says that it goes on"
      case (_, .date(let date)) where event.date.refines(date):
        edge == .start
          ? "\(DateWords.of(date)) is stated, and an event does not move it" : "says the same"
      case (_, .date(let date)): "\(DateWords.of(date)) is stated"
      default: "\(DateWords.of(heading.date)) is stated"
      }
    }.filter { candidate in
      guard let closing, candidate.edge == .end else { return true }
      return candidate.property != closing.property || candidate.date != closing.date
    }
    var passages: [Passage] = []
    for passage in heading.passages + start.passages + end.passages
    where !passages.contains(passage) {
      passages.append(passage)
    }
    return Period(
      start: start.bound, end: end.bound, origin: .stated, span: span,
      openUntil: end.bound == .open ? asOf : nil,
      reason: reasons.joined(separator: "; "), passages: passages,
      candidates: (start.candidates + end.candidates + weighed).inDocumentOrder)
  }

  /// The closing event whose date says a stated end more finely: of the best rank, and only where
  /// the events of that rank agree.
  private func closingEvent(inside end: Period.Bound) -> Event? {
    let inside = ends.filter { event in
      switch end {
      case .date(let date): event.date.refines(date) && event.date != date
      // The text says that it goes on, and a withdrawal may be a part's; nothing is moved.
      case .open: false
      case .unknown, .unstated: true
      }
    }
    return Event.bestAgreeing(inside, ranks: EventRank.ends)
  }
}

extension Evidence.Event {
  /// The finest event of the best rank; nil where there is none or those of that rank disagree.
  static func bestAgreeing(_ events: [Self], ranks: [Property: Int?]) -> Self? {
    guard let best = best(events, ranks: ranks) else { return nil }
    let finest = best.dropFirst().reduce(best[0]) { $1.date.refines($0.date) ? $1 : $0 }
    return best.allSatisfy { finest.date.refines($0.date) } ? finest : nil
  }

  /// The events of the best rank that occurs; nil where none has a rank.
  static func best(_ events: [Self], ranks: [Property: Int?]) -> [Self]? {
    let ranked = events.compactMap { event in
      (ranks[event.property] ?? nil).map { (event: event, rank: $0) }
    }
    guard let best = ranked.map(\.rank).min() else { return nil }
    return ranked.filter { $0.rank == best }.map(\.event)
  }
}

/// One end of a stated period while the statements about it are weighed.
private struct StatedEdge {
  let edge: Period.Edge
  private(set) var bound: Period.Bound
  private(set) var passages: [Passage] = []
  private(set) var candidates: [Period.Candidate] = []

  init(_ edge: Period.Edge, _ heading: Evidence.Dated) {
    self.edge = edge
    bound = edge == .start ? heading.start : heading.end
    choose(heading, reason: "\(DateWords.of(heading.date)) is stated")
  }

  mutating func weigh(_ other: Evidence.Dated) {
    switch (bound, edge == .start ? other.start : other.end) {
    case (_, .unstated): break
    case (let mine, let theirs) where mine == theirs:
      passages += other.passages
    case (.unstated, .open), (.unknown, .open):
      bound = .open
      passages += other.passages
    case (.date(let mine), .date(let theirs)) where theirs.refines(mine):
      unchoose(reason: "\(DateWords.of(theirs)) says it more finely")
      bound = .date(theirs)
      choose(other, reason: "says \(DateWords.of(mine)) more finely")
    case (.date(let mine), .date(let theirs)) where mine.refines(theirs):
      note(theirs, other, reason: "\(DateWords.of(mine)) says it more finely")
    case (.date(let mine), .date(let theirs)):
      note(theirs, other, reason: "contradicts \(DateWords.of(mine)), which is stated first")
    case (.date(let mine), .open) where edge == .end:
      note(other.date, other, reason: "contradicts \(DateWords.of(mine)), which is stated first")
    case (.open, .date(let theirs)) where edge == .end:
      note(theirs, other, reason: "contradicts the open end, which is stated first")
    case (_, .date(let theirs)):
      bound = .date(theirs)
      choose(other, reason: "\(DateWords.of(other.date)) is stated")
    default: break
    }
  }

  mutating func sharpen(to event: Evidence.Event) {
    unchoose(reason: "\(EventWords.of(event.property, event.date)), which says it more finely")
    bound = .date(event.date)
    passages.append(event.passage)
    candidates.append(
      Period.Candidate(
        edge: edge, date: event.date, property: event.property, passage: event.passage,
        isChosen: true, reason: EventWords.of(event.property, event.date)))
  }

  /// The end that was taken, where the text only foretells it.
  var plan: EDTF? {
    let chosen = candidates.last { $0.isChosen }
    return chosen.flatMap { Evidence.plans.contains($0.property) ? $0.date : nil }
  }

  /// Takes the end from dated events.
  mutating func take(_ events: Period) {
    bound = edge == .start ? events.start : events.end
    candidates += events.candidates.filter { $0.edge == edge && $0.isChosen }
    passages += events.candidates.filter { $0.edge == edge && $0.isChosen }.map(\.passage)
  }

  /// Opens the end: the text says that the mission goes on.
  mutating func open(_ passage: Passage) {
    bound = .open
    passages.append(passage)
  }

  private mutating func choose(_ dated: Evidence.Dated, reason: String) {
    passages += dated.passages
    guard case .date(let date) = bound, let passage = dated.passages.first else { return }
    candidates.append(
      Period.Candidate(
        edge: edge, date: date, property: .period, passage: passage, isChosen: true,
        reason: reason))
  }

  private mutating func note(_ date: EDTF, _ dated: Evidence.Dated, reason: String) {
    guard let passage = dated.passages.first else { return }
    candidates.append(
      Period.Candidate(
        edge: edge, date: date, property: .period, passage: passage, isChosen: false,
        reason: reason))
  }

  private mutating func unchoose(reason: String) {
    candidates = candidates.map { candidate in
      guard candidate.isChosen else { return candidate }
      return Period.Candidate(
        edge: candidate.edge, date: candidate.date, property: candidate.property,
        passage: candidate.passage, isChosen: false, reason: reason)
    }
  }
}

extension Evidence.Dated {
  /// "2004–2011", "the begin in 2005".
  fileprivate var words: String {
    let date = DateWords.of(self.date)
    if end == .unstated { return "the begin \(date)" }
    return start == .unstated ? "the end \(date)" : date
  }
}

extension EDTF {
  var isOneDay: Bool { days.map { $0.first == $0.last } ?? false }
}
