import Chronology
import Statements

extension WireWriter {
  /// What a document says; its id and location are the asker's own.
  mutating func write(_ proposals: Proposals) {
    let document = proposals.document
    write(document.text)
    write(document.places.encoded)
    let source = document.source
    for text in [
      source.title, source.author, source.publisher, source.published?.description,
      source.modified?.description,
    ] {
      write(text) { $0.write($1) }
    }
    write(source.asOf?.number) { $0.write(Int($1)) }
    write(proposals.missions) { wire, mission in
      wire.write(mission.id.rawValue)
      wire.write(mission.name)
      wire.write(mission.acronym) { $0.write($1) }
      wire.write(mission.aliases) { $0.write($1) }
      wire.write(mission.kind.rawValue)
      wire.write(mission.passage.bytes)
    }
    write(proposals.statements) { $0.write($1) }
    write(proposals.doubts) { wire, doubt in
      wire.write(doubt.passage.bytes)
      wire.write(doubt.reason)
    }
    write(proposals.warnings) { $0.write($1) }
    write(proposals.headings) { $0.write($1) }
    write(proposals.unattached) { wire, one in
      wire.write(one.property.rawValue)
      wire.write(one.value)
      wire.write(one.valid?.description) { $0.write($1) }
      wire.write(one.passage.bytes)
      wire.write(one.rule)
      wire.write(one.note) { $0.write($1) }
    }
    // Explanations go in the order of what they explain.
    write(proposals.explanations) { wire, one in
      wire.write(one) { $0.write($1) }
    }
    write(proposals.missions.map { proposals.missionExplanations[$0.id] }) { wire, one in
      wire.write(one) { $0.write($1) }
    }
  }

  private mutating func write(_ explanation: Rationale) {
    write(explanation.rule)
    write(explanation.cue?.bytes) { $0.write($1) }
    write(explanation.rejected) { wire, rejected in
      wire.write(rejected.what)
      wire.write(rejected.why)
    }
  }

  private mutating func write(_ statement: Statement) {
    write(statement.subject.rawValue)
    write(statement.property.rawValue)
    write(statement.value)
    write(statement.valid?.description) { $0.write($1) }
    write(statement.passages) { $0.write($1.bytes) }
    write(statement.rule)
    write(statement.note) { $0.write($1) }
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .text(let text):
      write(0)
      write(text)
    case .date(let date):
      write(1)
      write(date.description)
    case .quantity(let quantity):
      write(2)
      write(quantity.value)
      write(quantity.upper) { $0.write($1) }
      write(quantity.hedge.rawValue)
      write(quantity.unit)
      write(quantity.asOf?.description) { $0.write($1) }
      write(quantity.isCumulative)
    case .mission(let id):
      write(3)
      write(id.rawValue)
    }
  }
}

extension WireReader {
  /// Proposals about a document, every passage quoted anew from its text.
  mutating func proposals(id: DocumentID, location: String) throws(Malformed) -> Proposals {
    let text = try string()
    let encoded = try string()
    guard let places = PlaceMap(encoded: encoded, count: text.utf8.count) else { throw Malformed() }
    var source = Source(location: location)
    source.title = try optionalString()
    source.author = try optionalString()
    source.publisher = try optionalString()
    source.published = try optional { wire throws(Malformed) in try wire.date() }
    source.modified = try optional { wire throws(Malformed) in try wire.date() }
    source.asOf = try optional { wire throws(Malformed) in
      let number = try wire.int()
      guard abs(number) < 1 << 40 else { throw Malformed() }
      return Day(number: Int64(number))
    }
    let document = Document(id: id, text: text, source: source, places: places)
    let missions = try list { wire throws(Malformed) in
      let id = MissionID(rawValue: try wire.string())
      let name = try wire.string()
      let acronym = try wire.optionalString()
      let aliases = try wire.list { wire throws(Malformed) in try wire.string() }
      guard let kind = Mission.Kind(rawValue: try wire.string()) else { throw Malformed() }
      return Mission(
        id: id, name: name, acronym: acronym, aliases: aliases, kind: kind,
        passage: try wire.passage(of: document))
    }
    let statements = try list { wire throws(Malformed) in try wire.statement(of: document) }
    let doubts = try list { wire throws(Malformed) in
      Doubt(passage: try wire.passage(of: document), reason: try wire.string())
    }
    let warnings = try list { wire throws(Malformed) in try wire.string() }
    let headings = try list { wire throws(Malformed) in try wire.range() }
    let unattached = try list { wire throws(Malformed) in
      Unattached(
        property: Property(rawValue: try wire.string()), value: try wire.value(),
        valid: try wire.optional { wire throws(Malformed) in try wire.date() },
        passage: try wire.passage(of: document), rule: try wire.string(),
        note: try wire.optionalString())
    }
    let explanations = try self.explanations(in: document)
    guard explanations.isEmpty || explanations.count == statements.count else { throw Malformed() }
    let ofMissions = try self.explanations(in: document)
    guard ofMissions.count == missions.count else { throw Malformed() }
    var missionExplanations: [MissionID: Rationale] = [:]
    for (mission, explanation) in zip(missions, ofMissions) {
      missionExplanations[mission.id] = explanation
    }
    guard isAtEnd else { throw Malformed() }
    return Proposals(
      document: document, missions: missions, statements: statements, doubts: doubts,
      warnings: warnings, headings: headings, unattached: unattached, explanations: explanations,
      missionExplanations: missionExplanations)
  }

  mutating func optionalString() throws(Malformed) -> String? {
    try optional { wire throws(Malformed) in try wire.string() }
  }

  private mutating func date() throws(Malformed) -> EDTF {
    guard let date = try? EDTF(try string()) else { throw Malformed() }
    return date
  }

  private mutating func passage(of document: Document) throws(Malformed) -> Passage {
    guard let passage = Passage(of: document, bytes: try range()) else { throw Malformed() }
    return passage
  }

  private mutating func explanations(in document: Document) throws(Malformed) -> [Rationale?] {
    try list { wire throws(Malformed) in
      try wire.optional { wire throws(Malformed) in try wire.explanation(in: document) }
    }
  }

  private mutating func explanation(in document: Document) throws(Malformed) -> Rationale {
    let rule = try string()
    let cue = try optional { wire throws(Malformed) in try wire.passage(of: document) }
    let rejected = try list { wire throws(Malformed) in
      Rationale.Rejected(what: try wire.string(), why: try wire.string())
    }
    return Rationale(rule: rule, cue: cue, rejected: rejected)
  }

  private mutating func statement(of document: Document) throws(Malformed) -> Statement {
    let subject = MissionID(rawValue: try string())
    let property = Property(rawValue: try string())
    let value = try self.value()
    let valid = try optional { wire throws(Malformed) in try wire.date() }
    let passages = try list { wire throws(Malformed) in try wire.passage(of: document) }
    let rule = try string()
    guard
      let statement = Statement(
        subject: subject, property: property, value: value, valid: valid, passages: passages,
        rule: rule, note: try optionalString())
    else { throw Malformed() }
    return statement
  }

  private mutating func value() throws(Malformed) -> Value {
    switch try int() {
    case 0: .text(try string())
    case 1: .date(try date())
    case 2: .quantity(try quantity())
    case 3: .mission(MissionID(rawValue: try string()))
    default: throw Malformed()
    }
  }

  private mutating func quantity() throws(Malformed) -> Quantity {
    let value = try double()
    let upper = try optional { wire throws(Malformed) in try wire.double() }
    guard let hedge = Quantity.Hedge(rawValue: try string()) else { throw Malformed() }
    let unit = try string()
    let asOf = try optional { wire throws(Malformed) in try wire.date() }
    return Quantity(
      value: value, upper: upper, hedge: hedge, unit: unit, asOf: asOf, isCumulative: try bool())
  }
}
