internal import Chronology

extension Evidence {
  /// The period of the section that the mission stands in: it ran at some time within it, so that
  /// begin and end may each lie on any day of the section. Nil where there is no such section.
  ///
  /// Dated events are weighed and none is chosen: a section collects what happened to a subject,
  /// and which of its events began the mission is not said.
  var inheritedPeriod: Period? {
    section.map { within($0, "inherited from the section \(DateWords.of($0.date))") }
  }

  /// From the first to the last row of a table that speaks of it. Nil where there is no such table.
  var observedPeriod: Period? {
    observed.first.map {
      within(
        $0,
        "observed: rows of the table speak of it in \(DateWords.of($0.date)), and state neither begin "
          + "nor end")
    }
  }

  private func within(_ section: Dated, _ reason: String) -> Period {
    let span = section.date.days.flatMap { days in
      TimeSpan(
        beginEarliest: days.first, beginLatest: days.last, endEarliest: days.first,
        endLatest: days.last)
    }
    let count = Set(starts.map(\.date)).count
    return Period(
      start: .unstated, end: .unstated, origin: .inherited, span: span,
      reason: reason, passages: section.passages,
      candidates: candidates { event, edge in
        let event = EventWords.of(event.property, event.date)
        return edge == .start && count > 1
          ? "\(event), one of \(count) dates that may be its begin; none is stated to be"
          : "\(event), which is not stated to be its \(edge == .start ? "begin" : "end")"
      })
  }

  /// The innermost section; where a mission stands in several sections that do not lie in one
  /// another, all of them together.
  var section: Dated? {
    guard let first = sections.first else { return nil }
    let finest = sections.dropFirst().reduce(first) { $1.date.refines($0.date) ? $1 : $0 }
    if sections.allSatisfy({ finest.date.refines($0.date) }) {
      return Dated(
        finest.date, sections.filter { $0.date == finest.date }.flatMap(\.passages),
        of: .sectionPeriod)
    }
    let days = sections.compactMap(\.date.days)
    guard let from = days.map(\.first).min(), let to = days.map(\.last).max(),
      let whole = try? EDTF(
        "\(from.isFinite ? "\(from)" : "..")/\(to.isFinite ? "\(to)" : "..")")
    else { return finest }
    return Dated(whole, sections.flatMap(\.passages), of: .sectionPeriod)
  }
}
