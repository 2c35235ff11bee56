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

  var json: JSON {
    [
      "schema": "annals.extract.1",
      "document": .string(document.id.rawValue),
      "file": .string(document.source.location),
      "missions": JSON(accounts, missionJSON),
      "facts": JSON(inDocumentOrder(isFact)) { factJSON($0, of: $1) },
      "quantities": JSON(inDocumentOrder(isQuantity)) { quantityJSON($0, of: $1) },
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
      "start": isOwn ? JSON(period.start.edtf) : .null,
      "end": isOwn ? JSON(period.end.edtf) : .null,
      "status": .string(account.status.rawValue),
      "period_from": .string(period.origin.rawValue),
      "section_period": JSON(account.sectionPeriod?.description),
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
    return statement.property == .period && statement.passages.contains(where: isProse)
  }

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
      return (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
    }
  }

  private func factJSON(_ statement: Statement, of account: Account) -> JSON {
    let isPeriod = statement.property == .period
    let passages = isPeriod ? statement.passages.filter(isProse) : statement.passages
    let date = isPeriod ? statement.value.words : statement.valid?.description
    return [
      "quote": .string(passages[0].quote),
      "when": JSON(date),
      "mission": .string(account.mission.name),
      "kind": .string(statement.property.rawValue),
      "offset": .int(Int64(passages[0].bytes.lowerBound)),
      "passages": JSON(passages, passageJSON),
      "rule": .string(statement.rule),
      "note": JSON(statement.note),
    ]
  }

  private func quantityJSON(_ statement: Statement, of account: Account) -> JSON {
    guard case .quantity(let quantity) = statement.value else { return .null }
    return [
      "quote": .string(statement.passages[0].quote),
      "value": .double(quantity.value),
      "upper": quantity.upper.map { .double($0) } ?? .null,
      "unit": .string(quantity.unit),
      "qualifier": .string(quantity.hedge.rawValue),
      "mission": .string(account.mission.name),
      "as_of": JSON((quantity.asOf ?? statement.valid)?.description),
      "cumulative": .bool(quantity.isCumulative),
      "kind": .string(statement.property.rawValue),
      "offset": .int(Int64(statement.passages[0].bytes.lowerBound)),
      "passages": JSON(statement.passages, passageJSON),
      "rule": .string(statement.rule),
      "note": JSON(statement.note),
    ]
  }

  private func passageJSON(_ passage: Passage) -> JSON {
    ["bytes": passage.bytes.json, "quote": .string(passage.quote)]
  }
}

extension Range<Int> {
  /// `[a, b]`, the end exclusive.
  var json: JSON { [.int(Int64(lowerBound)), .int(Int64(upperBound))] }
}

extension Account {
  /// Whether a mission goes on, by its document and at the document's own date.
  enum Status: String, Sendable { case ongoing, ended, unknown }

  var status: Status {
    let isOwn = period.origin == .stated || period.origin == .events
    switch period.end {
    case .open where isOwn: return .ongoing
    case .date where isOwn: return .ended
    default:
      let closing: Set<Property> = [.closed, .withdrawn, .mandateEnded]
      return statements.contains { closing.contains($0.property) } ? .ended : .unknown
    }
  }

  /// The period of the section that the mission stands in.
  var sectionPeriod: EDTF? {
    for statement in statements where statement.property == .sectionPeriod {
      if case .date(let date) = statement.value { return date }
    }
    return nil
  }

  /// The mission that a statement relates this one to: its id, or its name where it has none.
  func related(_ property: Property) -> String? {
    statements.first { $0.property == property }?.value.words
  }
}
