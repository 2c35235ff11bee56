package import Chronology

extension Timeline {
  /// The part of it from one day to another, both inclusive: the missions that may have been running
  /// then and the events of those days. What goes on beyond them runs over the edge of a drawing.
  package func from(_ first: Day, to last: Day) -> Timeline {
    guard first.isFinite, last.isFinite, first <= last else { return self }
    func isSeen(_ span: TimeSpan) -> Bool {
      span.beginEarliest <= last && span.endLatest >= first
    }
    let lanes = lanes.compactMap { lane -> Lane? in
      let marks = lane.marks.filter { $0.spans.contains(where: isSeen) }
      guard lane.span.map(isSeen) ?? false || !marks.isEmpty else { return nil }
      return lane.with(marks: marks)
    }
    let spans = lanes.compactMap(\.span)
    return Timeline(
      lanes: lanes, undated: undated,
      axis: Axis(
        first: first, last: last, earliest: first, latest: last,
        runsLeft: spans.contains { $0.beginEarliest < first },
        runsRight: spans.contains { $0.endLatest > last }))
  }
}

extension Timeline.Lane {
  fileprivate func with(marks: [Timeline.Mark]) -> Self {
    Self(
      id: id, label: label, name: name, kind: kind, organisations: organisations, places: places,
      span: span, start: start, end: end, origin: origin, reason: reason, document: document,
      stand: stand, marks: marks)
  }
}
