import Chronology
import Statements
import Testing

/// Accounts written by hand, as a reader would give them: the input of drawings.
struct Scene {
  struct Mission {
    var acronym: String?
    var name: String
    var start: Period.Bound = .unstated
    var end: Period.Bound = .unstated
    var origin: Period.Origin = .stated
    var reason = "stated in the heading"
    /// The four points as EDTF intervals of begin and end; nil where the bounds give them.
    var span: TimeSpan?
    var organisation = "NATO"
    var place = "Iraq"
    var events: [(Property, String, String)] = []
  }

  let accounts: [Account]

  init(_ location: String, asOf: Day? = nil, _ missions: [Mission]) throws {
    var text = ""
    var places: [[Range<Int>]] = []
    func add(_ line: String) -> Range<Int> {
      let start = text.utf8.count
      text += line + "\n\n"
      return start..<start + line.utf8.count
    }
    for mission in missions {
      let heading = "\(mission.name): \(mission.start.edtf ?? "")-\(mission.end.edtf ?? "")"
      places.append([add(heading)] + mission.events.map { add("\($0.2) (\($0.1))") })
    }
    let document = Document(
      id: DocumentID(rawValue: "3f9a2c41"), text: text, source: Source(location: location))
    accounts = try zip(missions, places).enumerated().map { index, entry in
      let (mission, places) = entry
      let passages = places.compactMap { Passage(of: document, bytes: $0) }
      let id = MissionID(rawValue: "mission-\(index)@3f9a2c41")
      func statement(
        _ property: Property, _ value: Value, _ valid: EDTF?, _ passage: Passage
      ) -> Statement? {
        Statement(
          subject: id, property: property, value: value, valid: valid, passages: [passage],
          rule: "by hand")
      }
      var statements = [
        statement(.organisation, .text(mission.organisation), nil, passages[0]),
        statement(.place, .text(mission.place), nil, passages[0]),
      ]
      for (event, passage) in zip(mission.events, passages.dropFirst()) {
        statements.append(statement(event.0, .text(event.2), try EDTF(event.1), passage))
      }
      return Account(
        mission: Statements.Mission(
          id: id, name: mission.name, acronym: mission.acronym, aliases: [], kind: .mission,
          passage: passages[0]),
        document: document, statements: statements.compactMap { $0 },
        period: Period(
          start: mission.start, end: mission.end, origin: mission.origin,
          span: try mission.span ?? mission.bounds(asOf: asOf), reason: mission.reason,
          passages: mission.origin == .unstated ? [] : [passages[0]], candidates: []))
    }
  }
}

extension Scene.Mission {
  fileprivate func bounds(asOf: Day?) throws -> TimeSpan? {
    func span(_ bound: Period.Bound) throws -> TimeSpan? {
      guard case .date(let date) = bound else { return nil }
      return date.extent()?.spans.first
    }
    let (begin, finish) = (try span(start), try span(end))
    guard begin != nil || finish != nil else { return nil }
    let earliest = begin?.beginEarliest ?? .distantPast
    return TimeSpan(
      beginEarliest: earliest, beginLatest: begin?.endLatest ?? .distantFuture,
      endEarliest: finish?.beginEarliest ?? max(earliest, (end == .open ? asOf : nil) ?? earliest),
      endLatest: finish?.endLatest ?? .distantFuture,
      beginIsUnknown: start == .unknown, endIsUnknown: end == .unknown)
  }

  /// A mission that ran at some time within these years, which its section gives.
  static func inherited(
    _ acronym: String?, _ name: String, within years: String, place: String = "Iraq",
    events: [(Property, String, String)]
  ) throws -> Scene.Mission {
    let section = try #require(EDTF(years).extent()?.spans.first)
    return Scene.Mission(
      acronym: acronym, name: name, origin: .inherited,
      reason: "inherited from the section \(years.split(separator: "/").joined(separator: "–"))",
      span: TimeSpan(
        beginEarliest: section.beginEarliest, beginLatest: section.endLatest,
        endEarliest: section.beginEarliest, endLatest: section.endLatest),
      place: place, events: events)
  }
}

extension Period.Bound {
  static func on(_ text: String) throws -> Period.Bound { .date(try EDTF(text)) }
}
