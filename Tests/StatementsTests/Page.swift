import Chronology
import Statements
import Testing

/// Documents written for these tests; each check is shown by one that has its fault and by a twin
/// that is right.
struct Page {
  let document: Document
  private var missions: [Mission] = []
  private var statements: [Statement] = []

  init(_ text: String, name: String = "a", asOf: String? = nil) throws {
    document = Document(
      id: DocumentID(rawValue: name), text: text,
      source: Source(location: "\(name).txt", asOf: try asOf.map(day)))
  }

  private func passage(_ quote: String) throws -> Passage {
    let text = document.text
    let start = try #require(text.indices.first { text[$0...].hasPrefix(quote) }, "“\(quote)”")
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    return try #require(Passage(of: document, bytes: offset..<(offset + quote.utf8.count)))
  }

  func id(_ label: String) -> MissionID {
    MissionID(rawValue: "\(label.lowercased())@\(document.id.rawValue)")
  }

  func mission(_ label: String, _ name: String) throws -> Page {
    var page = self
    page.missions.append(
      Mission(
        id: id(label), name: name, acronym: label, aliases: [], kind: .mission,
        passage: try passage(label)))
    return page
  }

  func says(
    _ label: String, _ property: Property, _ value: Value? = nil, on date: String? = nil,
    _ quote: String, note: String? = nil
  ) throws -> Page {
    var page = self
    page.statements.append(
      try #require(
        Statement(
          subject: id(label), property: property, value: value ?? .text(quote),
          valid: try date.map { try EDTF($0) }, passages: [passage(quote)], rule: "by hand",
          note: note)))
    return page
  }

  func says(_ label: String, period: String, _ quote: String) throws -> Page {
    try says(label, .period, .date(EDTF(period)), quote)
  }

  var accounts: [Account] {
    missions.map { mission in
      Account(
        mission: mission, document: document,
        statements: statements.filter { $0.subject == mission.id })
    }
  }

  /// A number, from its words in the text.
  func counts(
    _ label: String, _ property: Property, _ value: Double, _ unit: String, _ quote: String,
    hedge: Quantity.Hedge = .exact, asOf: String? = nil, grows: Bool = false
  ) throws -> Page {
    try says(
      label, property,
      .quantity(
        Quantity(
          value: value, hedge: hedge, unit: unit, asOf: asOf.map { try EDTF($0) },
          isCumulative: grows)), quote)
  }

  /// That another mission took over, from its name in the text.
  func says(_ label: String, followedBy other: String, _ quote: String) throws -> Page {
    try says(label, .followOn, .mission(id(other)), quote)
  }
}
