import Chronology
import Publishing
import Statements

/// What was read from one document, in the shape of `annals extract --json`.
struct Extraction: Sendable {
  let document: Document
  /// The document's missions, in document order.
  let accounts: [Account]
  /// Which properties are dated events, by the vocabulary.
  let events: Set<Property>
  /// The bytes of the document's headings: a heading's period is a property of its mission and no
  /// dated fact.
  let headings: [Range<Int>]
  /// Dated clauses and numbers of which the text does not say whose they are.
  var unattached: [Unattached] = []
  /// How the rules came to the statements; nil where nobody asked.
  var rationales: [Statement: Rationale]?
  var missionRationales: [MissionID: Rationale] = [:]

  var json: JSON {
    [
      "schema": "annals.extract.1",
      "document": .string(document.id.rawValue),
      "file": .string(document.source.location),
      "missions": JSON(accounts, missionJSON),
      "facts": .array(
        ordered(
          inDocumentOrder(isFact).map {
            ($0.passages[0], factJSON($0, of: $1).with(explained($0)))
          }
            + unattached.filter { !$0.isQuantity }.map { ($0.passage, unattachedFactJSON($0)) })),
      "quantities": .array(
        ordered(
          inDocumentOrder(isQuantity).map {
            ($0.passages[0], quantityJSON($0, of: $1).with(explained($0)))
          }
            + unattached.filter(\.isQuantity).map { ($0.passage, unattachedQuantityJSON($0)) })),
    ]
  }
}

extension Extraction {
  private func missionJSON(_ account: Account) -> JSON {
    let mission = account.mission
    let period = account.period
    let isOwn = period.origin == .stated || period.origin == .events
    return [
      "id": .string(mission.id.rawValue),
      "name": .string(mission.name),
      "acronym": JSON(mission.acronym),
      "aliases": JSON(mission.aliases) { .string($0) },
      "kind": .string(mission.kind.rawValue),
      "organisation": Extraction.oneOrMany(account.texts(.organisation)),
      "place": Extraction.oneOrMany(account.texts(.place)),
      "start": isOwn ? JSON(period.start.plain) : .null,
      "end": isOwn ? JSON(period.end.plain) : .null,
      "start_edtf": isOwn ? JSON(period.start.edtf) : .null,
      "end_edtf": isOwn ? JSON(period.end.edtf) : .null,
      "status": .string(account.status.rawValue),
      "period_from": .string(period.origin.rawValue),
      "section_period": JSON(account.sectionPeriod?.description),
      "legal_basis": Extraction.oneOrMany(account.texts(.legalBasis)),
      "mandated_by": Extraction.oneOrMany(account.texts(.mandatedBy)),
      "requested_by": Extraction.oneOrMany(account.texts(.requestedBy)),
      "end_cause": Extraction.oneOrMany(account.texts(.endCause)),
      "part_of": JSON(account.related(.partOf)),
      "predecessor": JSON(account.related(.predecessor)),
      "follow_on": JSON(account.related(.followOn)),
      "offset": .int(Int64(mission.passage.bytes.lowerBound)),
    ]
  }

  /// A value that one document may give once or several times.
  private static func oneOrMany(_ texts: [String]) -> JSON {
    texts.count > 1 ? JSON(texts) { .string($0) } : JSON(texts.first)
  }

  private func isProse(_ passage: Passage) -> Bool {
    !headings.contains { $0.overlaps(passage.bytes) }
  }

  private func isFact(_ statement: Statement) -> Bool {
    if events.contains(statement.property) { return statement.valid != nil }
    return Extraction.periods.contains(statement.property)
      && statement.passages.contains(where: isProse)
  }

  private static let periods: Set<Property> = [.period, .start, .end]

  private func isQuantity(_ statement: Statement) -> Bool {
    if case .quantity = statement.value { return true }
    return false
  }

  private func inDocumentOrder(
    _ isWanted: (Statement) -> Bool
  ) -> [(Statement, Account)] {
    accounts.flatMap { account in
      account.statements.filter(isWanted).map { ($0, account) }
    }
    .sorted { left, right in
      let (a, b) = (left.0.passages[0].bytes, right.0.passages[0].bytes)
      if a != b { return (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound) }
      // What a clause says outright comes before the handover that follows from it.
      return left.0.rule != "handover in prose" && right.0.rule == "handover in prose"
    }
  }

  private func ordered(_ items: [(passage: Passage, json: JSON)]) -> [JSON] {
    items.sorted { left, right in
      (left.passage.bytes.lowerBound, left.passage.bytes.upperBound)
        < (right.passage.bytes.lowerBound, right.passage.bytes.upperBound)
    }.map(\.json)
  }

  private func factJSON(_ statement: Statement, of account: Account) -> JSON {
    let isPeriod = Extraction.periods.contains(statement.property)
    let passages = isPeriod ? statement.passages.filter(isProse) : statement.passages
    var date = statement.valid
    if isPeriod, date == nil, case .date(let value) = statement.value { date = value }
    return [
      "quote": .string(passages[0].quote),
      "when": JSON(date.map(PlainDate.of)),
      "edtf": JSON(date?.description),
      "mission": .string(account.mission.name),
      "mission_id": .string(account.mission.id.rawValue),
      "kind": .string(statement.property.rawValue),
      "offset": .int(Int64(passages[0].bytes.lowerBound)),
      "passages": JSON(passages, passageJSON),
      "rule": .string(statement.rule),
      "note": JSON(statement.note),
    ]
  }

  private func unattachedFactJSON(_ fact: Unattached) -> JSON {
    [
      "quote": .string(fact.passage.quote),
      "when": JSON(fact.valid.map(PlainDate.of)),
      "edtf": JSON(fact.valid?.description),
      "mission": .null,
      "mission_id": .null,
      "kind": .string(fact.property.rawValue),
      "offset": .int(Int64(fact.passage.bytes.lowerBound)),
      "passages": [passageJSON(fact.passage)],
      "rule": .string(fact.rule),
      "note": JSON(fact.note),
    ]
  }

  private func quantityJSON(_ statement: Statement, of account: Account) -> JSON {
    guard case .quantity(let quantity) = statement.value else { return .null }
    return quantityJSON(
      quantity, statement.property, account.mission, statement.valid, statement.passages,
      statement.rule, statement.note)
  }

  private func unattachedQuantityJSON(_ one: Unattached) -> JSON {
    guard case .quantity(let quantity) = one.value else { return .null }
    return quantityJSON(
      quantity, one.property, nil, one.valid, [one.passage], one.rule, one.note)
  }

  private func quantityJSON(
    _ quantity: Quantity, _ property: Property, _ mission: Mission?, _ valid: EDTF?,
    _ passages: [Passage], _ rule: String, _ note: String?
  ) -> JSON {
    let asOf = quantity.asOf ?? valid
    return [
      "quote": .string(passages[0].quote),
      "value": .double(quantity.value),
      "upper": quantity.upper.map { .double($0) } ?? .null,
      "unit": .string(quantity.unit),
      "qualifier": .string(quantity.hedge.rawValue),
      "mission": JSON(mission?.name),
      "mission_id": JSON(mission?.id.rawValue),
      "as_of": JSON(asOf.map(PlainDate.of)),
      "cumulative": .bool(quantity.isCumulative),
      "kind": .string(property.rawValue),
      "offset": .int(Int64(passages[0].bytes.lowerBound)),
      "passages": JSON(passages, passageJSON),
      "rule": .string(rule),
      "note": JSON(note),
    ]
  }

  private func passageJSON(_ passage: Passage) -> JSON {
    ["bytes": passage.bytes.json, "quote": .string(passage.quote)]
  }
}

extension JSON {
  /// An object with more members behind its own.
  fileprivate func with(_ members: [(String, JSON)]) -> JSON {
    guard case .object(let own) = self, !members.isEmpty else { return self }
    return .object(own + members.map { (key: $0.0, value: $0.1) })
  }
}

extension Unattached {
  fileprivate var isQuantity: Bool {
    if case .quantity = value { return true }
    return false
  }
}

extension Period.Bound {
  /// The bound in EDTF's level 0.
  fileprivate var plain: String? {
    if case .date(let date) = self { return PlainDate.of(date) }
    return edtf
  }
}

extension Account {
  /// The mission that a statement relates this one to: its id, or its name where it has none.
  func related(_ property: Property) -> String? {
    statements.first { $0.property == property }?.value.words
  }
}
