internal import Chronology

/// All that one document says about one mission, and the period that follows from it.
package struct Account: Hashable, Sendable, Identifiable {
  package let mission: Mission
  package let document: Document
  /// In document order of their first passage.
  package let statements: [Statement]
  package let period: Period

  package init(mission: Mission, document: Document, statements: [Statement], period: Period) {
    self.mission = mission
    self.document = document
    self.statements = statements
    self.period = period
  }

  package var id: MissionID { mission.id }

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
