internal import Chronology
package import Statements

extension Timeline {
  /// The timeline of these accounts; their order does not matter.
  package init(_ accounts: [Account]) {
    let all = accounts.map(Lane.init(_:)).sorted(by: Timeline.precedes)
    lanes = all.filter { $0.span != nil || !$0.marks.isEmpty }
    undated = all.filter { $0.span == nil && $0.marks.isEmpty }
    axis = Axis(lanes)
  }

  /// The order of lanes: by the four points of their periods, and where these are equal by label.
  /// A lane without a period comes after those that have one, by its first event.
  private static func precedes(_ left: Lane, _ right: Lane) -> Bool {
    let keys = (left.sortKey, right.sortKey)
    if keys.0 != keys.1 { return keys.0.lexicographicallyPrecedes(keys.1) }
    return (left.label, left.name, left.id.rawValue) < (right.label, right.name, right.id.rawValue)
  }
}

extension Document {
  fileprivate func stand(of passage: Passage) -> Timeline.Stand {
    Timeline.Stand(place: place(of: passage), line: line(ofByte: passage.bytes.lowerBound))
  }
}

extension Timeline.Lane {
  init(_ account: Account) {
    id = account.mission.id
    let names = [account.mission.label, account.mission.name].filter { !$0.printable.isEmpty }
    label = names.first ?? "(no name)"
    name = names.last ?? "(no name)"
    kind = account.mission.kind
    organisations = account.texts(.organisation)
    places = account.texts(.place)
    span = account.period.span
    start = account.period.start
    end = account.period.end
    origin = account.period.origin
    reason = account.period.reason
    document = account.document.name
    stand = account.period.passages.first.map { account.document(holding: $0).stand(of: $0) }
    marks = account.statements.compactMap {
      Timeline.Mark($0, in: account.document(holding: $0.passages[0]))
    }
    .sorted { left, right in
      let keys = (left.sortKey, right.sortKey)
      if keys.0 != keys.1 { return keys.0.lexicographicallyPrecedes(keys.1) }
      return (left.stand.line, left.clause) < (right.stand.line, right.clause)
    }
  }

  /// First whether there is a period, then the period's points, or else the first event's.
  fileprivate var sortKey: [Day] {
    if let span { return [Day(number: 0)] + span.sortKey }
    return [Day(number: 1)] + (marks.first?.sortKey ?? [.distantFuture])
  }
}

extension Timeline.Mark {
  /// The mark of a statement; nil where it is not a dated event.
  init?(_ statement: Statement, in document: Document) {
    guard let date = statement.valid, statement.property.isEvent,
      case .text(let clause) = statement.value, let passage = statement.passages.first
    else { return nil }
    property = statement.property
    self.date = date
    spans = date.extent()?.spans ?? []
    self.clause = clause
    self.document = document.name
    stand = document.stand(of: passage)
  }

  /// By the first day that bounds it, so that "until 2006" does not come before all others.
  fileprivate var sortKey: [Day] {
    guard let span = spans.first else { return [.distantFuture] }
    return [span.beginEarliest.isFinite ? span.beginEarliest : span.endLatest, span.endLatest]
  }
}

extension Property {
  /// Whether its statements, where they are dated, tell of events: all but those that give the
  /// mission an attribute or a period. The set of properties is open, so this one is, too.
  fileprivate var isEvent: Bool {
    ![
      .organisation, .place, .legalBasis, .predecessor, .followOn, .period, .start, .end, .goesOn,
      .sectionPeriod,
    ].contains(self)
  }
}

extension TimeSpan {
  /// The points in their order for sorting: begins first, the earliest first; an unknown begin
  /// after one that nothing bounds and before any day, an unknown end after all.
  fileprivate var sortKey: [Day] {
    let unknown = Day(number: Day.distantPast.number + 1)
    let isUnknown = beginIsUnknown && !beginEarliest.isFinite
    return [
      isUnknown ? unknown : beginEarliest, beginLatest, endLatest, endEarliest,
      Day(number: endIsUnknown ? 1 : 0),
    ]
  }
}
