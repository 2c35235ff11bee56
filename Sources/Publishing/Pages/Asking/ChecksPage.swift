package import Statements

/// What the checks find, both passages side by side.
package struct ChecksPage: Sendable {
  let answer: ChecksAnswer
  /// How many findings there are of each kind, shown or not.
  let kinds: [Finding.Kind: Int]
  /// How many of them come before those that are shown.
  let from: Int
  let kind: Finding.Kind?
  let question: MissionsQuestion
  let showsSettled: Bool
  /// How many missions are checked, on all pages.
  let missions: Int
  /// The address of the findings of the missions that follow; nil on the last page.
  let next: Link?
  /// Whether earlier pages came before this one.
  private let isContinued: Bool
  /// The word by which the page was asked for; nil for the first.
  private let after: String?

  package init(
    _ answer: ChecksAnswer, kinds: [Finding.Kind: Int], from: Int, kind: Finding.Kind?,
    question: MissionsQuestion, showsSettled: Bool,
    missions: Int, next: Link?, after: String?
  ) {
    self.answer = answer
    self.kinds = kinds
    self.from = from
    self.kind = kind
    self.question = question
    self.showsSettled = showsSettled
    self.missions = missions
    self.next = next
    self.after = after
    isContinued = after != nil
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.checks), in: .checks) { out in
      out.element(.h1, text: wording(.checks))
      out.element(.p, text: wording(.checksLead))
      form(&out, frame)
      out.element(
        .p, .id("count"), .role("status"),
        text: summary(wording))
      if kind == nil, kinds.count > 1 { choices(&out, frame) }
      if answer.next != nil || isContinued {
        out.element(.p, text: wording(.findingsOfSome, wording.number(missions)))
      }
      for row in answer.rows { write(row, &out, frame) }
      out.element(.nav, .class("pages"), .aria(.label, wording(.nextPage))) { out in
        if isContinued || from > 0 {
          out.element(.a, .href(frame.addresses.link(["checks"])), text: wording(.firstPage))
        }
        if let next { out.element(.a, .rel("next"), .href(next), text: wording(.nextPage)) }
      }
    }
  }

  /// How many findings there are, and which of them are shown.
  private func summary(_ wording: Wording) -> String {
    let count = kinds.values.reduce(0, +)
    guard count > 0 else { return wording(.noFinding) }
    let words = wording.count(.findings, count)
    guard answer.rows.count < count else { return words }
    return wording(
      .shownOf, wording.number(from + 1), wording.number(from + answer.rows.count), words)
  }

  /// The kinds that there are findings of, to look at one alone.
  private func choices(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.ul, .class("inline")) { out in
      for other in Finding.Kind.allCases {
        guard let count = kinds[other] else { continue }
        let query =
          question.query + [("finding", other.rawValue)]
          + (showsSettled ? [("settled", "true")] : []) + (after.map { [("after", $0)] } ?? [])
        out.element(.li) { out in
          out.element(
            .a, .href(frame.addresses.link(["checks"], query)),
            text:
              "\(wording.name(.finding, other.rawValue) ?? other.rawValue): \(wording.number(count))"
          )
        }
      }
    }
  }

  private func form(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let form = MissionsForm(question: question)
    out.element(.form, .class("filters"), .action(Link(["checks"])), .method(.get)) { out in
      form.choice(
        "finding", .finding, any: .anyFinding,
        Finding.Kind.allCases.map { word in
          (word.rawValue, wording.name(.finding, word.rawValue) ?? word.rawValue)
        }, kind?.rawValue, &out, frame)
      form.place(&out, frame)
      form.check("settled", showsSettled, wording(.showSettled), &out)
      form.end(
        &out, frame,
        clear: form.isAsked || kind != nil || showsSettled
          ? frame.addresses.link(["checks"]) : nil)
    }
  }

  private func write(_ row: ChecksAnswer.Row, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let finding = row.finding
    out.element(.article, .class("finding"), .id("f\(row.id.prefix(16))")) { out in
      out.element(.h2) { out in
        out.badge(
          "possibly", wording.name(.finding, finding.kind.rawValue) ?? finding.kind.rawValue)
        out.text(" ")
        row.writeMission(&out, frame)
      }
      out.element(.p) { out in
        out.reason(finding.words, frame)
        // What else there is to say of the kind, its words say.
        if finding.kind == .contradiction, let detail = finding.detail {
          out.text(" (")
          out.reason(detail, frame)
          out.text(")")
        }
      }
      out.element(.div, .class("sides")) { out in
        for side in finding.sides {
          out.element(.div, .class("side")) { out in
            if !row.isOfOne {
              out.element(.p) { out in
                out.element(.a, .href(frame.addresses.mission(side.mission))) {
                  $0.foreign(row.names[side.mission] ?? side.mission.rawValue)
                }
              }
            }
            out.quote(side.passage, in: side.document, frame)
          }
        }
      }
      if let settlement = row.settlement {
        out.element(.p, .class("muted")) { out in
          out.foreign(
            wording(.settledBy, settlement.by, wording.moment(settlement.recorded))
              + (settlement.note.map { ": \($0)" } ?? ""))
        }
      } else if frame.isForAuthor {
        row.writeForms(&out, frame, after: after)
      }
    }
  }
}
