import Chronology
import Foundation
import GRDB
import Keeping
import Statements
import Testing

let recorded = "2024-03-01T10:00:00Z"

/// A register on a real file in a folder of its own, which goes when the test ends.
final class Shelf: Sendable {
  let folder: URL
  var path: String { folder.appendingPathComponent("annals.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("keeping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The file as any other program would open it.
  func raw() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// How many rows each table of facts has.
  func counts() throws -> [String: Int] {
    try raw().read { db in
      var counts: [String: Int] = [:]
      for table in [
        "document", "reading", "passage", "mission", "mission_alias", "statement",
        "statement_passage", "reading_statement", "doubt", "decision", "action", "period",
        "mission_name",
      ] {
        counts[table] = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)")
      }
      return counts
    }
  }
}

/// Proposals as a reader would make them, by hand.
struct Draft {
  let document: Document
  private(set) var missions: [Mission] = []
  private(set) var statements: [Statements.Statement] = []
  private(set) var doubts: [Doubt] = []

  init(_ text: String, location: String = "Dossiers/iraq.txt", asOf: Day? = nil) throws {
    let id = try #require(Digest.sha256(Array(text.utf8)))
    document = Document(
      id: DocumentID(rawValue: id), text: text, source: Source(location: location, asOf: asOf))
  }

  func passage(_ quote: String) throws -> Passage {
    let range = try #require(document.text.range(of: quote), "“\(quote)” is in the draft")
    let start = document.text.utf8.distance(from: document.text.startIndex, to: range.lowerBound)
    return try #require(Passage(of: document, bytes: start..<(start + quote.utf8.count)))
  }

  func id(_ label: String) -> MissionID {
    MissionID(rawValue: "\(label.lowercased())@\(document.id.short)")
  }

  mutating func add(
    mission label: String, name: String? = nil, aliases: [String] = [],
    kind: Mission.Kind = .mission
  ) throws {
    missions.append(
      Mission(
        id: id(label), name: name ?? label, acronym: name == nil ? nil : label, aliases: aliases,
        kind: kind, passage: try passage(label)))
  }

  mutating func add(
    _ label: String, _ property: Property, _ value: Value, on date: String? = nil,
    _ quotes: String...
  ) throws {
    statements.append(
      try #require(
        Statement(
          subject: id(label), property: property, value: value,
          valid: try date.map { try EDTF($0) }, passages: try quotes.map(passage), rule: "by hand",
          note: date.map { "dated \($0)" })))
  }

  /// An event, its clause the quote.
  mutating func add(
    _ label: String, _ property: Property, on date: String? = nil, _ quote: String
  ) throws {
    try add(label, property, .text(quote), on: date, quote)
  }

  mutating func add(doubt quote: String, _ reason: String) throws {
    doubts.append(Doubt(passage: try passage(quote), reason: reason))
  }

  var proposals: Proposals {
    Proposals(document: document, missions: missions, statements: statements, doubts: doubts)
  }
}

/// A dossier in which every kind of value occurs.
func iraqDraft(asOf: Day? = nil) throws -> Draft {
  var draft = try Draft(
    """
    NTM-I (2004–2011), in Iraq, led by the Alliance from Genève and Łódź.
    It trained about 15,000 officers and 300 to 400 others by 2010.
    It ended on 31 December 2011. It ended at the close of 2011.
    NMI took over: since 2021. A date nobody can place: 3/4/2012.
    """, asOf: asOf)
  try draft.add(
    mission: "NTM-I", name: "NATO Training Mission in Iraq", aliases: ["Training Mission-Iraq"])
  try draft.add(mission: "NMI", name: "NATO Mission Iraq", kind: .mission)
  try draft.add("NTM-I", .place, .text("Iraq"), "Iraq")
  try draft.add("NTM-I", .organisation, .text("NATO"), "Alliance")
  try draft.add("NTM-I", .period, .date(EDTF("2004/2011")), "2004–2011")
  try draft.add(
    "NTM-I", .closed, .text("ended"), on: "2011-12-31", "It ended on 31 December 2011",
    "It ended at the close of 2011")
  try draft.add(
    "NTM-I", .trained,
    .quantity(Quantity(value: 15_000, hedge: .about, unit: "officers", isCumulative: true)),
    "about 15,000 officers")
  try draft.add(
    "NTM-I", .trained,
    .quantity(Quantity(value: 300, upper: 400, unit: "others", asOf: EDTF("2010"))),
    "300 to 400 others by 2010")
  try draft.add("NTM-I", .followOn, .mission(draft.id("NMI")), "NMI took over")
  try draft.add("NMI", .period, .date(EDTF("2021/..")), "since 2021")
  try draft.add("NMI", .place, .text("Iraq"), "Iraq")
  try draft.add(doubt: "3/4/2012", "3 April or 4 March 2012")
  return draft
}

extension Day {
  init(_ year: Int64, _ month: Int, _ day: Int) throws {
    self = try #require(Day(year: year, month: month, day: day))
  }
}
