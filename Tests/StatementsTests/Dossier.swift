import Chronology
import Statements
import Testing

/// A dossier written for these tests, with statements made by hand, as a reader would propose them.
struct Dossier {
  let document: Document
  private(set) var missions: [Mission] = []
  private(set) var statements: [Statement] = []

  init(_ text: String, asOf: String? = nil) throws {
    document = Document(
      id: DocumentID(rawValue: "d0551e4"), text: text,
      source: Source(location: "dossier.txt", asOf: try asOf.map(day)))
  }

  /// The passage at the first place where a quote stands.
  func passage(_ quote: String) throws -> Passage {
    let range = try #require(document.text.range(of: quote), "“\(quote)” is in the dossier")
    let start = document.text.utf8.distance(
      from: document.text.startIndex, to: range.lowerBound)
    return try #require(Passage(of: document, bytes: start..<(start + quote.utf8.count)))
  }

  mutating func add(
    _ name: String, acronym: String? = nil, kind: Mission.Kind = .mission, quote: String? = nil
  ) throws {
    missions.append(
      Mission(
        id: MissionID(rawValue: acronym ?? name), name: name, acronym: acronym, aliases: [],
        kind: kind, passage: try passage(quote ?? name)))
  }

  mutating func add(
    _ subject: String, _ property: Property, _ value: Value? = nil, on date: String? = nil,
    _ quote: String
  ) throws {
    statements.append(
      try #require(
        Statement(
          subject: MissionID(rawValue: subject), property: property, value: value ?? .text(quote),
          valid: try date.map { try EDTF($0) }, passages: [passage(quote)], rule: "by hand")))
  }

  mutating func add(_ subject: String, period: String, _ quote: String) throws {
    try add(subject, .period, .date(EDTF(period)), quote)
  }

  mutating func add(_ subject: String, section: String, _ quote: String) throws {
    try add(subject, .sectionPeriod, .date(EDTF(section)), quote)
  }

  func account(_ label: String) throws -> Account {
    let mission = try #require(missions.first { $0.label == label })
    return Account(
      mission: mission, document: document,
      statements: statements.filter { $0.subject == mission.id })
  }

  func answer(_ label: String, on date: String) throws -> Answer {
    Answer(to: Question(on: try day(date)), about: try account(label))
  }
}

func day(_ text: String) throws -> Day { try #require(EDTF(text).days).first }

extension String {
  /// Where another text first stands in this one.
  fileprivate func range(of other: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(other) }
      .map { $0..<index($0, offsetBy: other.count) }
  }
}

/// NATO and Iraq, in words of our own: seven missions and programmes in three sections.
func iraqDossier(asOf: String? = nil) throws -> Dossier {
  var dossier = try Dossier(
    """
    Iraq and the Alliance

    From 2018 on
    NMI II, from 2021 on
    - February 2021: ministers agree on a larger mission.
    NMI I (2018–2021)
    - The Alliance agreed in October 2018 to set the mission up.

    Between 2011 and 2018
    Support to the coalition
    - Leaders decided in 2016 to lend surveillance aircraft.
    - A core team was deployed in January 2017.
    - Full membership followed in May 2017.
    Training outside the country
    - A package was agreed in July 2015.
    - Its first phase was launched in April 2016 for 350 officers.
    - Training had resumed in 2014 in Jordan.
    - Eight people were deployed to Baghdad in 2017.
    Capacity building initiative
    - In 2014 leaders were ready to consider measures.
    Partnership programme
    - 2011: partner status granted.
    - The programme was signed in September 2012.

    2004 to 2011
    NTM-I
    - It ended on 31 December 2011.
    - In June 2004 the allies agreed to help.
    - It ran from 2004 to 2011.
    """, asOf: asOf)
  try dossier.add("NATO Mission Iraq II", acronym: "NMI II", quote: "NMI II")
  try dossier.add("NATO Mission Iraq I", acronym: "NMI I", quote: "NMI I (2018")
  try dossier.add("Support to the coalition", kind: .operation)
  try dossier.add("Training outside the country", kind: .programme)
  try dossier.add("Capacity building initiative", kind: .programme)
  try dossier.add("Partnership programme", kind: .programme)
  try dossier.add("NATO Training Mission in Iraq", acronym: "NTM-I", quote: "NTM-I")
  for mission in dossier.missions {
    try dossier.add(mission.label, .place, .text("Iraq"), "Iraq")
    try dossier.add(mission.label, .organisation, .text("NATO"), "Alliance")
  }
  for label in ["NMI II", "NMI I"] {
    try dossier.add(label, section: "2018/..", "From 2018 on")
  }
  for label in [
    "Support to the coalition", "Training outside the country", "Capacity building initiative",
    "Partnership programme",
  ] {
    try dossier.add(label, section: "2011/2018", "Between 2011 and 2018")
  }
  try dossier.add("NTM-I", section: "2004/2011", "2004 to 2011")

  try dossier.add("NMI II", period: "2021/..", "NMI II, from 2021 on")
  try dossier.add("NMI II", .expanded, on: "2021-02", "February 2021: ministers agree")
  try dossier.add("NMI I", period: "2018/2021", "NMI I (2018–2021)")
  try dossier.add("NMI I", .decided, on: "2018-10", "agreed in October 2018")
  let coalition = "Support to the coalition"
  try dossier.add(coalition, .decided, on: "2016", "Leaders decided in 2016")
  try dossier.add(coalition, .deployed, on: "2017-01", "deployed in January 2017")
  try dossier.add(coalition, .joined, on: "2017-05", "followed in May 2017")
  let training = "Training outside the country"
  try dossier.add(training, .decided, on: "2015-07", "agreed in July 2015")
  try dossier.add(training, .launched, on: "2016-04", "launched in April 2016")
  try dossier.add(training, .resumed, on: "2014", "resumed in 2014")
  try dossier.add(training, .deployed, on: "2017", "deployed to Baghdad in 2017")
  try dossier.add("Capacity building initiative", .decided, on: "2014", "In 2014 leaders")
  try dossier.add("Partnership programme", .event, on: "2011", "2011: partner status")
  try dossier.add("Partnership programme", .signed, on: "2012-09", "signed in September 2012")
  try dossier.add("NTM-I", .closed, on: "2011-12-31", "ended on 31 December 2011")
  try dossier.add("NTM-I", .decided, on: "2004-06", "In June 2004")
  try dossier.add("NTM-I", period: "2004/2011", "from 2004 to 2011")
  return dossier
}
