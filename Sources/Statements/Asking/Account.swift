package import Chronology

/// All that one document says about one mission, and the period that follows from it.
///
/// Where people decided that missions of several documents are one, an account holds what all of
/// them say (see `Merging`).
package struct Account: Hashable, Sendable, Identifiable {
  package let mission: Mission
  /// The documents that it rests on, the leading one first; never empty.
  package let documents: [Document]
  /// In document order of their first passage, one document after the other.
  package let statements: [Statement]
  package let period: Period
  /// The missions of the register that it is about, its own first.
  package let members: [MissionID]
  /// What people decided about which missions it is, and is not.
  package let identities: [IdentityDecision]

  package init(mission: Mission, document: Document, statements: [Statement], period: Period) {
    self.init(
      mission: mission, documents: [document], statements: statements, period: period,
      members: [mission.id], identities: [])
  }

  init(
    mission: Mission, documents: [Document], statements: [Statement], period: Period,
    members: [MissionID], identities: [IdentityDecision]
  ) {
    self.mission = mission
    self.documents = documents
    self.statements = statements
    self.period = period
    self.members = members
    self.identities = identities
  }

  package var id: MissionID { mission.id }

  /// The leading document: the only one, where nobody decided that missions are one.
  package var document: Document { documents[0] }

  /// The document that a passage of this account stands in.
  package func document(holding passage: Passage) -> Document {
    documents.first { $0.id == passage.document } ?? document
  }

  /// The values of a property that are text, in document order, each once.
  package func texts(_ property: Property) -> [String] {
    var seen: Set<String> = []
    return statements.compactMap { statement in
      guard statement.property == property, case .text(let text) = statement.value,
        seen.insert(text).inserted
      else { return nil }
      return text
    }
  }
}

extension Account {
  /// The order in which missions are listed: by when they began, earliest first and undated last,
  /// then by label and id, byte by byte, as an index of the register does.
  package static func precedes(_ left: Account, _ right: Account) -> Bool {
    let begins = (
      left.period.span?.beginEarliest ?? .distantFuture,
      right.period.span?.beginEarliest ?? .distantFuture
    )
    if begins.0 != begins.1 { return begins.0 < begins.1 }
    let names = (left.mission.label.utf8, right.mission.label.utf8)
    return names.0.elementsEqual(names.1)
      ? left.id < right.id : names.0.lexicographicallyPrecedes(names.1)
  }
}

extension Account {
  /// Whether a mission goes on, by its document and at the document's own date.
  package enum Status: String, Sendable { case ongoing, ended, unknown }

  package var status: Status {
    let isOwn = period.origin == .stated || period.origin == .events
    switch period.end {
    case .open where isOwn: return .ongoing
    case .date where isOwn: return period.isEndPlanned ? .ongoing : .ended
    default:
      let closing: Set<Property> = [.closed, .withdrawn, .mandateEnded]
      return statements.contains { closing.contains($0.property) } ? .ended : .unknown
    }
  }

  /// The period of the section that the mission stands in.
  package var sectionPeriod: EDTF? {
    for statement in statements where statement.property == .sectionPeriod {
      if case .date(let date) = statement.value { return date }
    }
    return nil
  }
}
