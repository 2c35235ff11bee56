package import Chronology
package import Statements

/// The list of missions, or of those that were running, with the answer and its evidence.
package struct MissionsPage: Sendable {
  /// One mission of the list.
  package struct Row: Sendable {
    let account: Account
    /// Nil where nothing was asked.
    let answer: Answer?

    package init(_ account: Account) {
      self.account = account
      answer = nil
    }

    package init(_ answer: Answer) {
      account = answer.account
      self.answer = answer
    }

    package var json: JSON { answer?.json ?? account.listJSON }
  }

  let question: MissionsQuestion
  let rows: [Row]
  /// How many there are in all, and how many of each answer where something was asked.
  let count: Int
  let truths: [Truth: Int]
  /// The address of the rows that follow; nil on the last page.
  let next: Link?
  /// Whether earlier pages came before this one.
  let isContinued: Bool

  package init(
    question: MissionsQuestion, rows: [Row], count: Int, truths: [Truth: Int], next: Link?,
    isContinued: Bool
  ) {
    self.question = question
    self.rows = rows
    self.count = count
    self.truths = truths
    self.next = next
    self.isContinued = isContinued
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.missions), in: .missions) { out in
      out.element(.h1, text: wording(.missions))
      MissionsForm(question: question).write(&out, frame)
      summary(&out, frame)
      guard !rows.isEmpty else { return }
      MissionsPage.table(rows, isAsked: question.asked != nil, &out, frame)
      out.element(.nav, .class("pages"), .aria(.label, wording(.nextPage))) { out in
        if isContinued {
          out.element(
            .a, .href(frame.addresses.missions(question.query)), text: wording(.firstPage))
        }
        if let next { out.element(.a, .rel("next"), .href(next), text: wording(.nextPage)) }
      }
    }
  }

  private func summary(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    if let on = question.on, !on.isDay {
      out.element(.p, .class("remark"), text: wording(.notADay, on.typed, wording.words(on.edtf)))
    }
    out.element(.p, .id("count"), .role("status")) { out in
      guard count > 0 else {
        return out.text(wording(question.query.isEmpty ? .noneKnown : .noneFound))
      }
      guard question.asked != nil else { return out.text(wording.count(.missions, count)) }
      let counts: [(Truth, PageText.Counted)] = [
        (.certainly, .certainly), (.possibly, .possibly), (.no, .no),
      ]
      let words = counts.compactMap { truth, phrase in
        truths[truth].map { wording.count(phrase, $0) }
      }
      out.text(words.joined(separator: ", "))
    }
  }

  /// The same table of missions about which nothing is asked.
  static func table(of accounts: [Account], _ out: inout HTMLWriter, _ frame: PageFrame) {
    table(accounts.map { Row($0) }, isAsked: false, &out, frame)
  }

  private static func table(
    _ rows: [Row], isAsked: Bool, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(.table, .class("missions")) { out in
      out.element(.caption, .class("unseen"), text: wording(.missions))
      out.element(.thead) { out in
        out.element(.tr) { out in
          var heads: [PageText] = isAsked ? [.answer] : []
          heads += [.mission, .period, .ofOrganisation, .inPlace, isAsked ? .why : .from]
          for head in heads { out.element(.th, .scope(.column), text: wording(head)) }
        }
      }
      out.element(.tbody) { out in
        for row in rows { write(row, &out, frame) }
      }
    }
  }

  /// The cells carry their heads, so that the table can be shown as cards where there is no room.
  private static func write(_ row: Row, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let account = row.account
    out.element(.tr) { out in
      if let answer = row.answer {
        out.element(.td, .label(wording(.answer))) {
          $0.badge(answer.truth.description, wording.name(answer.truth))
        }
      }
      out.element(.th, .scope(.row)) { out in
        out.element(.a, .href(frame.addresses.mission(account.id))) {
          $0.foreign(account.mission.label)
        }
        if let name = account.mission.fullName {
          out.element(.span, .class("name")) { $0.foreign(name) }
        }
      }
      out.element(.td, .label(wording(.period)), text: wording.words(account))
      for (property, head) in [
        (Property.organisation, PageText.ofOrganisation), (.place, .inPlace),
      ] {
        let texts = account.texts(property)
        out.element(.td, .label(wording(head))) { out in
          if !texts.isEmpty { out.foreign(texts.joined(separator: ", ")) }
        }
      }
      out.element(.td, .label(wording(row.answer == nil ? .from : .why))) { out in
        if let answer = row.answer {
          out.element(.p) { $0.reason(answer.reason, frame) }
        } else {
          out.element(.p, text: wording.name(account.period.origin))
        }
        for passage in (row.answer?.passages ?? account.evidence).prefix(2) {
          out.quote(passage, in: account.document(holding: passage), frame)
        }
      }
    }
  }
}

extension MissionsPage.Row {
  package var id: MissionID { account.id }
  package var truth: Truth? { answer?.truth }
}
