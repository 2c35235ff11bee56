package import Statements

/// What the checks find, both passages side by side.
package struct ChecksPage: Sendable {
  package struct Row: Sendable {
    /// The finding's name: a SHA-256 in hexadecimal.
    let id: String
    let finding: Finding
    /// Who settled it, when and why; nil where nobody did.
    let settlement: Settlement?

    package init(id: String, finding: Finding, settlement: Settlement?) {
      self.id = id
      self.finding = finding
      self.settlement = settlement
    }

    package var json: JSON {
      [
        "id": .string(id), "kind": .string(finding.kind.rawValue),
        "detail": JSON(finding.detail), "mission": .string(finding.mission),
        "words": .string(finding.words),
        "sides": JSON(finding.sides) { side in
          [
            "mission": .string(side.mission.rawValue),
            "passage": side.document.json(of: side.passage),
          ]
        },
        "settled": settlement.map {
          ["by": .string($0.by), "note": JSON($0.note), "recorded": .string($0.recorded)]
        } ?? .null,
      ]
    }
  }

  package struct Settlement: Hashable, Sendable {
    let by: String
    let note: String?
    let recorded: String
    package init(by: String, note: String?, recorded: String) {
      self.by = by
      self.note = note
      self.recorded = recorded
    }
  }

  let kind: Finding.Kind?
  let question: MissionsQuestion
  let showsSettled: Bool
  let rows: [Row]
  let count: Int

  package init(
    kind: Finding.Kind?, question: MissionsQuestion, showsSettled: Bool, rows: [Row], count: Int
  ) {
    self.kind = kind
    self.question = question
    self.showsSettled = showsSettled
    self.rows = rows
    self.count = count
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.checks), in: .checks) { out in
      out.element(.h1, text: wording(.checks))
      out.element(.p, text: wording(.checksLead))
      form(&out, frame)
      out.element(
        .p, .id("count"), .role("status"),
        text: count == 0 ? wording(.noFinding) : wording.count(.findings, count))
      for row in rows { write(row, &out, frame) }
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

  private func write(_ row: Row, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let finding = row.finding
    out.element(.article, .class("finding"), .id("f\(row.id.prefix(16))")) { out in
      out.element(.h2) { out in
        out.badge(
          "possibly", wording.name(.finding, finding.kind.rawValue) ?? finding.kind.rawValue)
        out.text(" ")
        out.foreign(finding.mission)
      }
      out.element(.p) { out in
        out.english(finding.words + (finding.detail.map { " (\($0))" } ?? ""), frame)
      }
      out.element(.div, .class("sides")) { out in
        for side in finding.sides {
          out.element(.div, .class("side")) { out in
            out.element(.p) { out in
              out.element(.a, .href(frame.addresses.mission(side.mission))) {
                $0.foreign(side.mission.rawValue)
              }
            }
            out.quote(side.passage, in: side.document, frame)
          }
        }
      }
      if let settlement = row.settlement {
        out.element(.p, .class("muted")) { out in
          out.foreign(
            wording(.settledBy, settlement.by, settlement.recorded)
              + (settlement.note.map { ": \($0)" } ?? ""))
        }
      }
    }
  }
}
