package import Chronology

/// The value that a statement gives its property.
package enum Value: Hashable, Sendable {
  /// A name or a clause, in the source's words.
  case text(String)
  /// A period or date as the value itself (`period`, `section-period`).
  case date(EDTF)
  case quantity(Quantity)
  case mission(MissionID)

  /// The value for a person to read.
  package var words: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.description
    case .quantity(let quantity): quantity.words
    case .mission(let mission): mission.rawValue
    }
  }
}

/// What a document says about one mission, with the passages it was read from.
///
/// A statement is a proposal until a decision accepts, rejects or amends it.
package struct Statement: Hashable, Sendable {
  package let subject: MissionID
  package let property: Property
  package let value: Value
  /// When the event happened or the value held; nil where the statement is not dated. A period's
  /// own date is its value.
  package let valid: EDTF?
  /// Never empty; a sentence that stands twice gives two passages, in document order.
  package let passages: [Passage]
  /// The name of the extraction rule.
  package let rule: String
  /// How the rule came to what the passage does not say by itself: "year completed from the
  /// heading", "attached to the section's mission".
  package let note: String?

  package init?(
    subject: MissionID, property: Property, value: Value, valid: EDTF? = nil, passages: [Passage],
    rule: String, note: String? = nil
  ) {
    guard !passages.isEmpty else { return nil }
    self.subject = subject
    self.property = property
    self.value = value
    self.valid = valid
    self.passages = passages
    self.rule = rule
    self.note = note
  }
}

/// What reading one document proposes. Keeping it is one transaction.
package struct Proposals: Sendable {
  package let document: Document
  /// In document order.
  package let missions: [Mission]
  /// In document order of their first passage.
  package let statements: [Statement]
  /// What a person should look at: an ambiguous date, a mission that two clauses may be about.
  package let doubts: [Doubt]
  /// What a person should know about how the file was read, a sentence part each.
  package let warnings: [String]
  /// UTF-8 bytes of the document's headings, in document order.
  package let headings: [Range<Int>]
  /// Dated clauses and numbers of which the text does not say whose they are, in document order. They
  /// are shown and never kept: a register holds statements about missions.
  package let unattached: [Unattached]
  /// How the rules came to the statements: one for each, in their order, or none at all.
  package let explanations: [Rationale?]
  /// How the rules came to the missions.
  package let missionExplanations: [MissionID: Rationale]

  package init(
    document: Document, missions: [Mission], statements: [Statement], doubts: [Doubt] = [],
    warnings: [String] = [], headings: [Range<Int>] = [], unattached: [Unattached] = [],
    explanations: [Rationale?] = [],
    missionExplanations: [MissionID: Rationale] = [:]
  ) {
    self.warnings = warnings
    self.headings = headings
    self.document = document
    self.missions = missions
    self.statements = statements
    self.doubts = doubts
    self.unattached = unattached
    self.explanations = explanations
    self.missionExplanations = missionExplanations
  }
}

/// A dated clause or a number about some mission or deployment that the text does not name.
package struct Unattached: Hashable, Sendable {
  package let property: Property
  package let value: Value
  package let valid: EDTF?
  package let passage: Passage
  package let rule: String
  /// Why it is nobody's, in words.
  package let note: String?

  package init(
    property: Property, value: Value, valid: EDTF?, passage: Passage, rule: String, note: String?
  ) {
    self.property = property
    self.value = value
    self.valid = valid
    self.passage = passage
    self.rule = rule
    self.note = note
  }
}

extension Proposals {
  /// How the rules came to a statement, by the statement.
  package var rationales: [Statement: Rationale] {
    var rationales: [Statement: Rationale] = [:]
    for (statement, explanation) in zip(statements, explanations) {
      rationales[statement] = explanation
    }
    return rationales
  }

  /// The same, with what is known of the file they were read from.
  package func with(warnings: [String], headings: [Range<Int>] = []) -> Proposals {
    Proposals(
      document: document, missions: missions, statements: statements, doubts: doubts,
      warnings: warnings, headings: headings, unattached: unattached, explanations: explanations,
      missionExplanations: missionExplanations)
  }
}

/// Something in a document that the reader did not settle.
package struct Doubt: Hashable, Sendable {
  package let passage: Passage
  package let reason: String

  package init(passage: Passage, reason: String) {
    self.passage = passage
    self.reason = reason
  }
}
