package import Statements

/// What is stated, one by one, and what it rests on.
package struct StatementsPage: Sendable {
  let answer: StatementsAnswer
  /// What the missions are called that statements name.
  let missions: [MissionID: String]
  /// The address of the statements that follow; nil on the last page.
  let next: Link?
  /// Whether earlier pages came before this one.
  let isContinued: Bool

  package init(
    _ answer: StatementsAnswer, missions: [MissionID: String], next: Link?, isContinued: Bool
  ) {
    self.answer = answer
    self.missions = missions
    self.next = next
    self.isContinued = isContinued
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.support), in: .ask) { out in
      out.element(.h1, text: wording(.support))
      Inquiry.statements.writeOthers(answer.question, &out, frame)
      out.element(.p, text: wording(.supportLead))
      MissionsForm(question: answer.question).write(.statements, &out, frame)
      out.element(
        .p, .id("count"), .role("status"),
        text: answer.count == 0
          ? wording(.nothingStated) : wording.count(.statements, answer.count))
      out.element(.ul, .class("statements")) { out in
        for item in answer.shown { write(item, &out, frame) }
      }
      out.element(.nav, .class("pages"), .aria(.label, wording(.nextPage))) { out in
        if isContinued {
          out.element(
            .a, .href(frame.addresses.link(["statements"], answer.question.query)),
            text: wording(.firstPage))
        }
        if let next { out.element(.a, .rel("next"), .href(next), text: wording(.nextPage)) }
      }
    }
  }

  private func write(
    _ item: StatementsAnswer.Item, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let account = item.statement.account
    let statement = item.statement.statement
    out.element(.li, .class("statement"), .id("s\(item.id.rawValue.prefix(16))")) { out in
      out.element(.p) { out in
        out.element(.a, .href(frame.addresses.mission(account.id))) {
          $0.foreign(account.mission.label)
        }
        out.text(" · " + wording.label(statement.property))
      }
      out.element(.p, .class("value")) { out in
        JudgedStatement.writeValue(of: statement, &out, missions: missions, frame)
      }
      for passage in statement.passages {
        out.quote(passage, in: account.document(holding: passage), frame)
      }
      out.element(.div, .class("state")) { out in
        if !item.supports.isEmpty {
          out.element(.p) { out in
            out.text(wording(.restsOn) + ": ")
            for support in item.supports {
              out.badge(
                "possibly", wording.name(.support, support.rawValue) ?? support.rawValue)
              out.text(" ")
            }
          }
        }
        if let note = statement.note { out.element(.p) { $0.reason(note, frame) } }
        if !item.statement.others.isEmpty {
          out.element(.p, text: wording(.alsoSaid))
          for side in item.statement.others.prefix(3) {
            out.quote(side.passage, in: side.document, frame)
          }
        }
      }
    }
  }
}
