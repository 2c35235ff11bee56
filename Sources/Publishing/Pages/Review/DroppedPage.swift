package import Statements

/// The decisions that a later edition of their document does not bear out, with what they were about.
package struct DroppedPage: Sendable {
  private let answer: DroppedAnswer
  /// What the missions are called.
  private let missions: [MissionID: String]

  package init(_ answer: DroppedAnswer, missions: [MissionID: String]) {
    self.answer = answer
    self.missions = missions
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.dropped), in: .review) { out in
      out.element(.h1, text: wording(.dropped))
      ReviewPage.states(ReviewFilter(), current: nil, &out, frame)
      out.element(.p, text: wording(answer.items.isEmpty ? .noneDropped : .droppedLead))
      out.element(.ul, .class("statements")) { out in
        for item in answer.items { write(item, &out, frame) }
      }
    }
  }

  private func write(
    _ item: DroppedAnswer.Item, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let subject = item.statement.subject
    out.element(.li, .class("statement")) { out in
      out.element(.p) { out in
        out.foreign(missions[subject] ?? subject.rawValue)
        out.text(" · " + wording.label(item.statement.property))
      }
      out.element(.p, .class("value")) { out in
        JudgedStatement.writeValue(of: item.statement, &out, missions: missions, frame)
      }
      for passage in item.statement.passages { out.quote(passage, in: item.earlier, frame) }
      out.element(.div, .class("state")) { out in
        out.element(.p) { out in
          let word = item.decision.verdict.word
          out.badge(word, wording.name(.verdict, word) ?? word)
          out.text(" ")
          out.foreign(
            wording(
              .decidedBy, wording.name(.verdict, word) ?? word, item.decision.by,
              wording.moment(item.decision.recorded)))
        }
        out.element(.p) { out in
          out.reason(item.reason, frame)
          out.text(" – ")
          out.element(.a, .href(frame.addresses.source(item.edition.id))) {
            $0.foreign(item.edition.name)
          }
        }
      }
    }
  }
}
