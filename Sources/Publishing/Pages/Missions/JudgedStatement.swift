internal import Chronology
package import Statements

/// A statement with what people decided about it.
package struct JudgedStatement: Sendable {
  package let id: StatementID
  package let statement: Statement
  /// What its mission is called.
  package let label: String
  /// The decisions that were not undone, in the order in which they were recorded; the last holds.
  package let decisions: [Decision]
  /// Whether the document's last reading still proposes it.
  package let isProposed: Bool

  package init(
    id: StatementID, statement: Statement, label: String, decisions: [Decision], isProposed: Bool
  ) {
    self.id = id
    self.statement = statement
    self.label = label
    self.decisions = decisions
    self.isProposed = isProposed
  }

  /// The verdict that holds: `open`, `accepted`, `rejected`, `amended`.
  package var state: String {
    decisions.last?.verdict.word ?? "open"
  }
}

extension JudgedStatement {
  /// Whether the value is no more than the words of a passage.
  var isQuote: Bool {
    guard case .text(let text) = statement.value else { return false }
    return statement.passages.contains { $0.quote == text }
  }

  /// The statement's value and date in words, with a link where the value is a mission.
  /// - Parameter besideQuotes: whether the passages are quoted there, so that a value which is no more
  ///   than one of them need not be said again.
  func writeValue(
    _ out: inout HTMLWriter, missions: [MissionID: String], besideQuotes: Bool = false,
    _ frame: PageFrame
  ) {
    guard besideQuotes, isQuote else {
      return JudgedStatement.writeValue(of: statement, &out, missions: missions, frame)
    }
    if let valid = statement.valid { out.element(.time, text: frame.wording.words(valid)) }
  }

  static func writeValue(
    of statement: Statement, _ out: inout HTMLWriter, missions: [MissionID: String],
    _ frame: PageFrame
  ) {
    // The date of a period is the period itself.
    if let valid = statement.valid, statement.value != .date(valid) {
      out.element(.time, text: frame.wording.words(valid))
      out.text(": ")
    }
    switch statement.value {
    case .text(let text): out.foreign(text)
    case .date(let date):
      out.element(.time, text: frame.wording.words(date))
      out.text(" ")
      out.element(.code, text: date.description)
    case .quantity(let quantity): out.foreign(quantity.words)
    case .mission(let id):
      out.element(.a, .href(frame.addresses.mission(id))) {
        $0.foreign(missions[id] ?? id.rawValue)
      }
    }
  }

  /// Whether somebody decided, who, when and why; all decisions where there were several.
  func writeState(_ out: inout HTMLWriter, missions: [MissionID: String], _ frame: PageFrame) {
    let wording = frame.wording
    out.badge(state, wording.name(.verdict, state) ?? state)
    if !isProposed { out.badge("faded", wording(.noLonger)) }
    guard !decisions.isEmpty else { return }
    out.element(.ol, .class("decisions"), .aria(.label, wording(.history))) { out in
      for decision in decisions {
        out.element(.li) { out in
          let verdict =
            wording.name(.verdict, decision.verdict.word)
            ?? decision.verdict.word
          out.foreign(wording(.decidedBy, verdict, decision.by, wording.moment(decision.recorded)))
          if case .amended(let replacement) = decision.verdict {
            out.text(" " + wording(.amendedTo) + " ")
            JudgedStatement.writeValue(of: replacement, &out, missions: missions, frame)
          }
          if let note = decision.note {
            out.text(" " + wording(.because) + " ")
            out.foreign(note)
          }
        }
      }
    }
  }
}
