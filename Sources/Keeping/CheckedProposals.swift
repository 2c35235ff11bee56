import Chronology
internal import Statements

/// Proposals that fit together and can be kept: what the reader promises, looked at before anything
/// is written.
struct CheckedProposals {
  let document: Document
  let missions: [Mission]
  /// Each once, by name; a statement that was proposed twice has the passages of both.
  let statements: [Statement]
  let doubts: [Doubt]

  init(_ proposals: Proposals) throws {
    document = proposals.document
    missions = proposals.missions
    doubts = proposals.doubts

    var subjects: Set<MissionID> = []
    for mission in missions {
      guard subjects.insert(mission.id).inserted else {
        throw Refusal("two missions have the id \(mission.id.rawValue)")
      }
      try Self.check(mission.passage, in: document)
      try Self.check([mission.id.rawValue, mission.name, mission.acronym] + mission.aliases)
    }
    try Self.check([
      document.source.title, document.source.author, document.source.publisher,
    ])
    for doubt in doubts {
      try Self.check(doubt.passage, in: document)
      try Self.check([doubt.reason])
    }
    var order: [StatementID] = []
    var unique: [StatementID: Statement] = [:]
    for statement in proposals.statements {
      guard subjects.contains(statement.subject) else {
        throw Refusal(
          "a statement is about \(statement.subject.rawValue), which is not proposed")
      }
      try Self.check(statement, in: document)
      guard let id = StatementID(of: statement) else { throw Damage.noDigest }
      if let earlier = unique[id] {
        unique[id] = earlier.adding(statement.passages)
      } else {
        order.append(id)
        unique[id] = statement
      }
    }
    statements = order.compactMap { unique[$0] }
  }

  /// Refuses a statement that a register could not give back as it is.
  static func check(_ statement: Statement, in document: Document) throws {
    for passage in statement.passages { try check(passage, in: document) }
    try check([
      statement.subject.rawValue, statement.property.rawValue, statement.value.columns.text,
      statement.rule, statement.note,
    ])
    if let quantity = statement.value.columns.quantity,
      quantity.value.isNaN || quantity.upper?.isNaN ?? false
    {
      throw Refusal("a quantity of \(statement.subject.rawValue) is not a number")
    }
  }

  private static func check(_ passage: Passage, in document: Document) throws {
    guard passage.document == document.id, document.text(of: passage.bytes) == passage.quote else {
      throw Refusal(
        "the quote at bytes \(passage.bytes) is not what document \(document.id.short) says there")
    }
    try check([passage.quote])
  }

  /// SQLite ends a text at its first NUL character.
  private static func check(_ texts: [String?]) throws {
    for case let text? in texts where text.utf8.contains(0) {
      throw Refusal("a text holds a NUL character")
    }
  }

  /// A hash over all that a reading keeps, apart from where the document was found.
  func digest(source: Source) throws -> String {
    var message = Message("reading/2")
    for field in [
      source.title, source.publisher, source.published?.description, source.asOf?.description,
      source.author, source.modified?.description,
    ] {
      message.add(field)
    }
    for mission in missions {
      message.add("mission")
      for field in [mission.id.rawValue, mission.name, mission.acronym, mission.kind.rawValue] {
        message.add(field)
      }
      message.add("\(mission.passage.bytes)")
      message.add("\(mission.aliases.count)")
      for alias in mission.aliases { message.add(alias) }
    }
    for statement in statements {
      message.add("statement")
      message.add(StatementID(of: statement)?.rawValue)
      for passage in statement.passages { message.add("\(passage.bytes)") }
    }
    for doubt in doubts {
      message.add("doubt")
      message.add("\(doubt.passage.bytes)")
      message.add(doubt.reason)
    }
    guard let digest = message.digest else { throw Damage.noDigest }
    return digest
  }
}

extension Damage {
  static let noDigest = Damage("SHA-256 is not available")
}

extension Statement {
  fileprivate func adding(_ more: [Passage]) -> Statement {
    let all = passages + more.filter { !passages.contains($0) }
    let sorted = [all[0]] + all.dropFirst().sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    return Statement(
      subject: subject, property: property, value: value, valid: valid, passages: sorted,
      rule: rule, note: note) ?? self
  }
}
