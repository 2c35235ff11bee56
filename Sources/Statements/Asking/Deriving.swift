package import Chronology

extension Account {
  /// An account whose period is derived from its statements.
  package init(mission: Mission, document: Document, statements: [Statement]) {
    self.init(
      mission: mission, document: document, statements: statements,
      period: Period(from: statements, asOf: document.source.asOf))
  }
}

extension Period {
  /// The period that a mission's statements support, by the strongest rule that applies: stated,
  /// from dated events that settle its begin, inherited from the section, from other dated events,
  /// observed in the rows of a table, unstated. Each rule has a file of its own.
  ///
  /// - Parameters:
  ///   - statements: all that one document says about one mission, in document order.
  ///   - asOf: the day up to which the source speaks; an open end reaches at least this day.
  package init(from statements: [Statement], asOf: Day?) {
    let evidence = Evidence(statements: statements, asOf: asOf)
    let period =
      evidence.statedPeriod ?? evidence.settledPeriod ?? evidence.inheritedPeriod
      ?? evidence.eventsPeriod ?? evidence.observedPeriod
      ?? Period(
        start: .unstated, end: .unstated, origin: .unstated, span: nil,
        reason: "the document gives it no period", passages: [],
        candidates: evidence.candidates(why: { _, _ in "dates no begin or end by itself" }))
    self = period
  }
}

/// What a mission's statements say that bears on its period.
struct Evidence {
  /// A stated or inherited period, with where it stands.
  struct Dated {
    let date: EDTF
    let passages: [Passage]
    /// The ends that it gives; unstated where it is silent of one.
    let start: Period.Bound
    let end: Period.Bound

    init(_ date: EDTF, _ passages: [Passage], of property: Property) {
      self.date = date
      self.passages = passages
      start = property == .end ? .unstated : date.bounds.start
      end = property == .start ? .unstated : date.bounds.end
    }
  }

  /// A dated event that may mark one end.
  struct Event: Hashable {
    let property: Property
    /// The end of the event's own date that bears on the edge.
    let date: EDTF
    let passage: Passage
  }

  let stated: [Dated]
  let sections: [Dated]
  /// From the first to the last row of a table about it.
  let observed: [Dated]
  /// Where the text says that the mission goes on.
  let goesOn: Passage?
  /// Events that a mission may have begun with, in document order.
  let starts: [Event]
  /// Events that a mission may have ended with, in document order.
  let ends: [Event]
  /// Ends that the text foretells, in document order.
  let plans: [Event]
  /// The dates of all that happened to the mission, but for decisions, which come before it.
  let life: [EDTF]
  let asOf: Day?

  /// Properties whose dates may foretell an end.
  static let plans: Set<Property> = [.plannedEnd, .extended]

  init(statements: [Statement], asOf: Day?) {
    self.asOf = asOf
    func periods(_ property: Property) -> [Dated] {
      statements.compactMap { statement in
        guard statement.property == property, case .date(let date) = statement.value
        else { return nil }
        return Dated(date, statement.passages, of: property)
      }
    }
    // A whole period says more than one end of it.
    stated = periods(.period) + periods(.start) + periods(.end)
    goesOn = statements.first { $0.property == .goesOn }?.passages.first
    sections = periods(.sectionPeriod)
    observed = periods(.observedPeriod)
    func events(_ properties: Set<Property>, _ edge: Period.Edge) -> [Event] {
      statements.compactMap { statement in
        guard properties.contains(statement.property), let valid = statement.valid,
          let passage = statement.passages.first,
          case .date(let date) = edge == .start ? valid.bounds.start : valid.bounds.end
        else { return nil }
        return Event(property: statement.property, date: date, passage: passage)
      }
    }
    starts = Evidence.withoutLaterEvents(events(Set(EventRank.starts.keys), .start))
    ends = events(Set(EventRank.ends.keys), .end)
    // "Extended in June 2003" dates the act; "extended until 30 June 2004" foretells an end.
    plans = statements.compactMap { statement in
      guard Evidence.plans.contains(statement.property), let valid = statement.valid,
        let passage = statement.passages.first, case .date(let date) = valid.bounds.end,
        statement.property != .extended || valid.description.contains("/")
      else { return nil }
      return Event(property: statement.property, date: date, passage: passage)
    }
    let decisions: Set<Property> = [
      .decided, .authorised, .signed, .predecessor, .followOn, .period, .start, .end,
      .plannedStart, .plannedEnd, .extended, .mandatedBy, .requestedBy,
    ]
    life = statements.filter { !decisions.contains($0.property) }.compactMap(\.valid)
  }

  /// Events of a mission that was already established and launched are part of its life, not its
  /// begin: what lies wholly after each such date is no candidate.
  private static func withoutLaterEvents(_ events: [Event]) -> [Event] {
    let begins = events.filter { $0.property == .established || $0.property == .launched }
    guard let last = begins.compactMap({ $0.date.days?.last }).max() else { return events }
    return events.filter { event in
      begins.contains(event) || event.date.days.map { $0.first <= last } ?? true
    }
  }

  /// All events as dates that were weighed and not chosen.
  func candidates(why: (Event, Period.Edge) -> String) -> [Period.Candidate] {
    var seen: Set<String> = []
    let all = starts.map { ($0, Period.Edge.start) } + ends.map { ($0, Period.Edge.end) }
    return all.compactMap { event, edge in
      guard seen.insert("\(edge) \(event.property.rawValue) \(event.date)").inserted
      else { return nil }
      return Period.Candidate(
        edge: edge, date: event.date, property: event.property, passage: event.passage,
        isChosen: false, reason: why(event, edge))
    }.inDocumentOrder
  }
}

extension [Period.Candidate] {
  /// By the passage's first byte, a start before an end.
  var inDocumentOrder: [Period.Candidate] {
    enumerated().sorted { left, right in
      let bytes = (left.element.passage.bytes.lowerBound, right.element.passage.bytes.lowerBound)
      if bytes.0 != bytes.1 { return bytes.0 < bytes.1 }
      if left.element.edge != right.element.edge { return left.element.edge == .start }
      return left.offset < right.offset
    }.map(\.element)
  }
}
