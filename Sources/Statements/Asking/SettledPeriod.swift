internal import Chronology

extension Evidence {
  /// The period of a mission in a dated section, of which the text itself says when it was
  /// established or launched; nil where that is not settled.
  ///
  /// It is settled where the events of the best rank agree and nothing of the mission's life is
  /// dated before them: a course "launched in April 2016" does not begin what "resumed in 2014". An
  /// end that no event gives lies within the section.
  var settledPeriod: Period? {
    guard let section, let events = eventsPeriod, case .date(let begin) = events.start,
      let chosen = events.candidates.first(where: { $0.edge == .start && $0.isChosen }),
      let rank = EventRank.starts[chosen.property] ?? nil, rank <= 1,
      let first = begin.days, let limits = section.date.days,
      !life.contains(where: { ($0.days?.first ?? .distantFuture) < first.first })
    else { return nil }
    let end: (first: Day, last: Day)
    var reason = events.reason
    if case .date(let date) = events.end, let days = date.days {
      end = days
    } else {
      end = (first.first, max(limits.last, first.last))
      reason += "; its end is inherited from the section \(DateWords.of(section.date))"
    }
    let span = TimeSpan(
      beginEarliest: first.first, beginLatest: first.last, endEarliest: end.first,
      endLatest: end.last)
    guard let span else { return nil }
    return Period(
      start: events.start, end: events.end, origin: .events, span: span, reason: reason,
      passages: events.passages + (events.end == .unstated ? section.passages : []),
      candidates: events.candidates)
  }
}
