internal import Chronology
internal import Statements

/// What the sources count: each unit by itself, and every number with whether it counts and why.
package struct TotalsPage: Sendable {
  let answer: TotalsAnswer
  /// How many missions are asked about.
  let missions: Int

  package init(_ answer: TotalsAnswer, missions: Int) {
    self.answer = answer
    self.missions = missions
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.totals), in: .ask) { out in
      out.element(.h1, text: wording(.totals))
      Inquiry.totals.writeOthers(answer.question, &out, frame)
      out.element(.p, text: wording(.totalsLead))
      MissionsForm(question: answer.question)
        .write(.totals, quantity: answer.quantity, &out, frame)
      out.element(.p, .id("count"), .role("status")) { out in
        guard missions > 0 else { return out.text(wording(.noneFound)) }
        guard !answer.totals.isEmpty else { return out.text(wording(.nothingCounted)) }
        out.text(
          wording.count(.figures, answer.totals.map(\.figures.count).reduce(0, +)) + ", "
            + wording.count(.missions, missions))
      }
      if answer.totals.isEmpty { units(&out, frame) }
      for (index, total) in answer.totals.enumerated() { write(total, index, &out, frame) }
    }
  }

  /// What is counted, to choose from.
  private func units(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !answer.units.isEmpty else { return }
    out.element(.p, text: frame.wording(.countedAre))
    out.element(.ul, .class("inline")) { out in
      for unit in answer.units.prefix(60) {
        out.element(.li) { out in
          let query = [(name: "quantity", value: unit)] + answer.question.query
          out.element(.a, .href(frame.addresses.link(["totals"], query))) { $0.foreign(unit) }
        }
      }
    }
  }

  private func write(
    _ total: Total, _ index: Int, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(.section, .class("total"), .aria(.labelledby, "total-\(index)")) { out in
      out.element(.h2, .id("total-\(index)")) { out in
        out.text(wording.label(total.property) + " · ")
        out.foreign(total.unit)
      }
      out.element(.p, .class("dates")) { out in
        guard let sum = total.sum else { return out.text(wording(.notAddedUp)) }
        write(sum, &out, frame)
      }
      for reason in total.reasons {
        out.element(.p, .class("remark")) { out in
          out.text(wording(.supposed) + " ")
          out.reason(reason, frame)
        }
      }
      out.element(.table, .class("figures")) { out in
        out.element(.caption, .class("unseen")) { out in
          out.foreign("\(wording.label(total.property)), \(total.unit)")
        }
        out.element(.thead) { out in
          out.element(.tr) { out in
            for head in [PageText.mission, .number, .date, .isCounted, .evidence] {
              out.element(.th, .scope(.column), text: wording(head))
            }
          }
        }
        out.element(.tbody) { out in
          for figure in total.figures { write(figure, &out, frame) }
        }
      }
    }
  }

  private func write(_ sum: Sum, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    func words(_ number: Double) -> String {
      let digits = wording.number(number)
      return sum.isAbout ? wording(.about, digits) : digits
    }
    guard sum.least != sum.most else {
      return out.element(.strong, text: words(sum.most))
    }
    guard sum.most.isFinite else {
      return out.element(.strong, text: wording(.orMore, words(sum.least)))
    }
    for (truth, number) in [(Truth.certainly, sum.least), (.possibly, sum.most)]
    where number > 0 || truth == .possibly {
      out.badge(truth.description, wording.name(truth))
      out.text(" ")
      out.element(.strong, text: words(number))
      out.text(" ")
    }
  }

  private func write(_ figure: Figure, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let role = figure.role.rawValue
    out.element(.tr, figure.role == .counted ? .class("taken") : nil) { out in
      out.element(.th, .scope(.row)) { out in
        out.element(.a, .href(frame.addresses.mission(figure.account.id))) {
          $0.foreign(figure.account.mission.label)
        }
        if figure.truth != .certainly {
          out.text(" ")
          out.badge(figure.truth.description, wording.name(figure.truth))
        }
      }
      out.element(.td, .label(wording(.number))) { $0.foreign(figure.quantity.words) }
      out.element(.td, .label(wording(.date)), text: figure.asOf.map(wording.words) ?? "")
      out.element(.td, .label(wording(.isCounted))) { out in
        out.element(.p) { out in
          out.badge(TotalsPage.shape(of: figure.role), wording.name(.role, role) ?? role)
        }
        out.element(.p) { $0.reason(figure.reason, frame) }
      }
      out.element(.td, .label(wording(.evidence))) { out in
        for passage in figure.statement.passages {
          out.quote(passage, in: figure.account.document(holding: passage), frame)
        }
      }
    }
  }

  /// The shape of the word that says whether a number counts.
  private static func shape(of role: Figure.Role) -> String {
    switch role {
    case .counted: "certainly"
    case .doubtful: "possibly"
    case .contained, .state: "faded"
    }
  }
}
