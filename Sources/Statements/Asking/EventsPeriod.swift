internal import Chronology

extension Evidence {
  /// The period between dated events, for a mission with neither a stated period nor a dated
  /// section; nil where no event marks a begin or an end.
  ///
  /// It begins where it was established, else launched, else deployed, operational or taken over;
  /// where it was decided only when nothing else is dated. Where events of one rank disagree, none
  /// is chosen: the begin lies somewhere between them.
  var eventsPeriod: Period? {
    let begin = edge(starts, ranks: EventRank.starts)
    let end = edge(ends, ranks: EventRank.ends)
    let plan = end == nil && goesOn == nil ? plannedEnd : nil
    guard begin != nil || end != nil || goesOn != nil || plan != nil else { return nil }
    let isOpen = goesOn != nil && end?.chosen == nil

    let days = (begin: begin?.days, end: end?.days)
    var span = TimeSpan(
      beginEarliest: days.begin?.first ?? .distantPast,
      beginLatest: days.begin?.last ?? .distantFuture,
      endEarliest: isOpen ? asOf ?? .distantPast : days.end?.first ?? .distantPast,
      endLatest: isOpen ? .distantFuture : days.end?.last ?? .distantFuture)
    var reasons = [begin?.words("begin"), end?.words("end")].compactMap { $0 }
    if isOpen { reasons.append("the text says that it goes on") }
    if let plan {
      span = span?.withPlannedEnd(plan.date, asOf: asOf)
      reasons.append("its end is foretold for \(DateWords.of(plan.date))")
    }
    if span == nil { reasons.append("its end lies before its begin") }

    let candidates =
      candidates(begin, starts, .start, ranks: EventRank.starts)
      + candidates(end, ends, .end, ranks: EventRank.ends)
      + [plan].compactMap(\.self).map {
        Period.Candidate(
          edge: .end, date: $0.date, property: $0.property, passage: $0.passage, isChosen: true,
          reason: EventWords.of($0.property, $0.date))
      }
    let passages =
      ((begin?.events ?? []) + (end?.events ?? [])).map(\.passage)
      + (isOpen ? [goesOn].compactMap(\.self) : []) + [plan?.passage].compactMap(\.self)
    return Period(
      start: begin?.bound ?? .unstated,
      end: isOpen ? .open : end?.bound ?? plan.map { .date($0.date) } ?? .unstated,
      origin: .events, span: span, openUntil: isOpen ? asOf : nil,
      reason: reasons.joined(separator: ", "), passages: passages,
      candidates: candidates.inDocumentOrder)
  }

  /// What the events of the best rank say of one end.
  private struct EventEdge {
    /// Those of the best rank, in document order; never empty.
    let events: [Event]
    /// The finest, where they agree.
    let chosen: Event?

    var bound: Period.Bound { chosen.map { .date($0.date) } ?? .unstated }

    /// The days on which the end may lie, between all of them where they disagree.
    var days: (first: Day, last: Day)? {
      let all = (chosen.map { [$0] } ?? events).compactMap(\.date.days)
      guard let first = all.map(\.first).min(), let last = all.map(\.last).max()
      else { return nil }
      return (first, last)
    }

    func words(_ edge: String) -> String {
      if let chosen { return EventWords.of(chosen.property, chosen.date) }
      let all = events.map { EventWords.of($0.property, $0.date) }
      return "its \(edge) is not settled: " + all.joined(separator: " or ")
    }
  }

  private func edge(_ events: [Event], ranks: [Property: Int?]) -> EventEdge? {
    guard let best = Event.best(events, ranks: ranks) else { return nil }
    let chosen = Event.bestAgreeing(best, ranks: ranks)
    guard let chosen else { return EventEdge(events: best, chosen: nil) }
    // "Closed in 2011" and "left on 31 December 2011" are one end, said more or less finely.
    if ranks == EventRank.ends {
      let finer = events.filter {
        (ranks[$0.property] ?? nil) != nil && $0.date != chosen.date && $0.date.refines(chosen.date)
      }
      if let first = finer.first, finer.allSatisfy({ $0.date == first.date }) {
        return EventEdge(events: [first], chosen: first)
      }
    }
    return EventEdge(events: best.filter { $0.date == chosen.date }, chosen: chosen)
  }

  private func candidates(
    _ decided: EventEdge?, _ events: [Event], _ edge: Period.Edge, ranks: [Property: Int?]
  ) -> [Period.Candidate] {
    var seen: Set<String> = []
    return events.compactMap { event in
      guard seen.insert("\(event.property.rawValue) \(event.date)").inserted else { return nil }
      let words = EventWords.of(event.property, event.date)
      let isChosen =
        decided?.chosen.map { $0.property == event.property && $0.date == event.date } ?? false
      let reason: String
      if isChosen {
        reason = words
      } else if let chosen = decided?.chosen {
        let better = EventWords.of(chosen.property, chosen.date)
        reason =
          chosen.property == event.property || ranks[chosen.property] == ranks[event.property]
          ? "\(better) says it more finely"
          : "\(better) marks its \(edge == .start ? "begin" : "end") better"
      } else if decided?.events.contains(event) ?? false {
        reason = "\(words), which another date contradicts; none is chosen"
      } else {
        reason = "\(words), which does not mark its \(edge == .start ? "begin" : "end")"
      }
      return Period.Candidate(
        edge: edge, date: event.date, property: event.property, passage: event.passage,
        isChosen: isChosen, reason: reason)
    }
  }
}
