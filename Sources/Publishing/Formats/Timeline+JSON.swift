internal import Chronology
internal import Statements

extension Timeline {
  /// The timeline as `annals timeline --json` has it.
  package var json: JSON {
    [
      "schema": "annals.timeline.1",
      "first": JSON(axis?.first.description),
      "last": JSON(axis?.last.description),
      "lanes": JSON(lanes, Timeline.json),
      "undated": JSON(undated, Timeline.json),
    ]
  }

  private static func json(_ lane: Timeline.Lane) -> JSON {
    let isOwn = lane.origin == .stated || lane.origin == .events
    return [
      "id": .string(lane.id.rawValue), "label": .string(lane.label), "name": .string(lane.name),
      "kind": .string(lane.kind.rawValue),
      "organisation": JSON(lane.organisations) { .string($0) },
      "place": JSON(lane.places) { .string($0) },
      "start": isOwn ? JSON(lane.start.edtf) : .null, "end": isOwn ? JSON(lane.end.edtf) : .null,
      "period_from": .string(lane.origin.rawValue), "reason": .string(lane.reason),
      "points": lane.span.map(points) ?? .null,
      "document": .string(lane.document), "line": JSON(lane.stand?.line),
      "events": JSON(lane.marks) { mark in
        [
          "property": .string(mark.property.rawValue), "date": .string(mark.date.description),
          "clause": .string(mark.clause), "document": .string(mark.document),
          "line": JSON(mark.stand.line),
        ]
      },
    ]
  }

  /// The four points of CIDOC-CRM, null for an infinity.
  private static func points(_ span: TimeSpan) -> JSON {
    let days = [span.beginEarliest, span.beginLatest, span.endEarliest, span.endLatest]
    return JSON(days) { $0.isFinite ? .string($0.description) : .null }
  }
}
