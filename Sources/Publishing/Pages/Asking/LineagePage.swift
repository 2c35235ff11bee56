internal import Chronology
package import Statements

/// The line in which a mission stands: what came before it and what followed, step by step.
package struct LineagePage: Sendable {
  /// Nil where no mission was named yet.
  let answer: LineageAnswer?
  let question: MissionsQuestion
  /// Missions to begin with, where none was named.
  private let suggestions: [Account]

  package init(
    _ answer: LineageAnswer?, _ question: MissionsQuestion, suggestions: [Account] = []
  ) {
    self.answer = answer
    self.question = question
    self.suggestions = suggestions
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.lineage), in: .ask) { out in
      out.element(.h1, text: wording(.lineage))
      Inquiry.lineage.writeOthers(question, &out, frame)
      out.element(.p, text: wording(.lineageLead))
      MissionsForm(question: question).write(.lineage, mission: answer?.query, &out, frame)
      guard let answer else { return suggest(&out, frame) }
      out.element(.p, .id("count"), .role("status")) { out in
        guard !answer.lineages.isEmpty else {
          return out.text(wording(.noSuchMission, answer.query.printable))
        }
        out.text(
          answer.isAlone
            ? wording(.noLineage) : wording.count(.missions, answer.accounts.count))
      }
      guard !answer.lineages.isEmpty else { return }
      if !answer.isAlone { picture(answer, &out, frame) }
      for lineage in answer.lineages { write(lineage, &out, frame) }
    }
  }

  private func suggest(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !suggestions.isEmpty else { return }
    out.element(.p, text: frame.wording(.someLines))
    out.element(.ul, .class("plain columns")) { out in
      for account in suggestions {
        let query = [(name: "mission", value: account.id.rawValue)]
        out.element(.li) { out in
          out.element(.a, .href(frame.addresses.link(["lineage"], query + question.query))) {
            $0.foreign(account.mission.label)
          }
          if let name = account.mission.fullName {
            out.text(" ")
            out.element(.span, .class("muted")) { $0.foreign(name) }
          }
        }
      }
    }
  }

  /// The missions of the line over time. What it shows is in the lists as well.
  private func picture(_ answer: LineageAnswer, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let asOf = answer.asOf.map { [(name: "as-of", value: $0.description)] } ?? []
    out.timeline(
      answer.timeline, prefix: "line",
      narrow: { width in
        frame.addresses.link(
          ["lineage.svg"], [("mission", answer.query)] + asOf + [("width", String(width))])
      }, frame)
  }

  private func write(_ lineage: Lineage, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let account = lineage.account
    out.element(.article, .class("lineage")) { out in
      steps(lineage.predecessors, of: account, .predecessors, .cameBefore, &out, frame)
      out.element(.h2) { out in
        out.element(.a, .href(frame.addresses.mission(account.id))) {
          $0.foreign(account.mission.label)
        }
        if let name = account.mission.fullName {
          out.text(" ")
          out.element(.small) { $0.foreign(name) }
        }
      }
      out.element(.p, .class("dates"), text: frame.wording.words(account))
      for passage in account.evidence.prefix(2) {
        out.quote(passage, in: account.document(holding: passage), frame)
      }
      steps(lineage.followOns, of: account, .followOns, .followed, &out, frame)
    }
  }

  /// - Parameter phrase: what a step says, the mission that it is a step from filled in.
  private func steps(
    _ steps: [Lineage.Step], of account: Account, _ title: PageText, _ phrase: PageText,
    _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    guard !steps.isEmpty else { return }
    out.element(.h2, text: frame.wording(title))
    // Flat, with what each is a step from: a line may be longer than lists can be nested in.
    out.element(.ol, .class("steps")) { out in
      for (step, depth, from) in steps.flattened(from: account) {
        out.element(.li, .class("step deep-\(min(depth, 5))")) { out in
          write(step, frame.wording(phrase, from.mission.label.printable), &out, frame)
        }
      }
    }
  }

  private func write(
    _ step: Lineage.Step, _ words: String, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(.p) { out in
      out.badge(step.truth.description, wording.name(step.truth))
      out.text(" ")
      out.element(.strong) { out in
        out.element(.a, .href(frame.addresses.mission(step.account.id))) {
          $0.foreign(step.account.mission.label)
        }
      }
      out.text(" ")
      out.foreign(words)
      out.text(": ")
      out.reason(step.reason, frame)
      if step.isRepeated { out.text(" (\(wording(.shownElsewhere)))") }
    }
    out.element(.p, .class("muted")) { out in
      if let name = step.account.mission.fullName {
        out.foreign(name)
        out.text("; ")
      }
      out.text(wording.words(step.account))
    }
    for side in step.sides { out.quote(side.passage, in: side.document, frame) }
  }
}
