internal import Chronology
internal import Statements

/// When organisations were present in places, and when not, in three values.
package struct GapsPage: Sendable {
  let answer: GapsAnswer

  package init(_ answer: GapsAnswer) { self.answer = answer }

  /// How many missions a stretch quotes, and how many passages of each.
  private static let quoted = (missions: 3, passages: 2)

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.gaps), in: .ask) { out in
      out.element(.h1, text: wording(.gaps))
      Inquiry.gaps.writeOthers(answer.question, &out, frame)
      out.element(.p, text: wording(.gapsLead))
      MissionsForm(question: answer.question)
        .write(.gaps, gapsAlone: answer.gapsAlone, &out, frame)
      out.element(.p, .id("count"), .role("status")) { out in
        guard !answer.presences.isEmpty else { return out.text(wording(.noneFound)) }
        let gaps = answer.presences.flatMap(\.gaps)
        let certain = gaps.count { $0.truth == .no }
        out.text(
          wording.count(.certainGaps, certain) + ", "
            + wording.count(.possibleGaps, gaps.count - certain))
      }
      for (index, presence) in answer.presences.enumerated() {
        write(presence, index, &out, frame)
      }
    }
  }

  private func write(
    _ presence: Presence, _ index: Int, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let title = GapsPage.title(of: presence, wording)
    let stretches = answer.stretches(of: presence)
    out.element(.section, .class("presence"), .aria(.labelledby, "presence-\(index)")) { out in
      out.element(.h2, .id("presence-\(index)")) { $0.foreign(title) }
      if stretches.isEmpty {
        out.element(
          .p, text: wording(presence.stretches.isEmpty ? .nothingDated : .noGap))
      } else {
        out.element(.table, .class("stretches")) { out in
          out.element(.caption, .class("unseen")) { $0.foreign(title) }
          out.element(.thead) { out in
            out.element(.tr) { out in
              for head in [PageText.days, .present, .why, .evidence] {
                out.element(.th, .scope(.column), text: wording(head))
              }
            }
          }
          out.element(.tbody) { out in
            for stretch in stretches { write(stretch, &out, frame) }
          }
        }
      }
      if !presence.undated.isEmpty {
        out.element(.p, .class("remark")) { out in
          out.text(wording(.mayFill))
          for account in presence.undated {
            out.text(" ")
            out.element(.a, .href(frame.addresses.mission(account.id))) {
              $0.foreign(account.mission.label)
            }
          }
        }
      }
    }
  }

  private static func title(of presence: Presence, _ wording: Wording) -> String {
    func name(_ text: String?, _ none: PageText) -> String? {
      text.map { $0.isEmpty ? wording(none) : $0 }
    }
    return [
      name(presence.organisation, .noOrganisation), name(presence.place, .noPlace),
    ].compactMap(\.self).joined(separator: " – ")
  }

  private func write(
    _ stretch: Presence.Stretch, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(.tr, .class("presence-\(stretch.truth.description)")) { out in
      out.element(.th, .scope(.row), text: wording.words(from: stretch.first, to: stretch.last))
      out.element(.td, .label(wording(.present))) { out in
        out.badge(stretch.truth.description, wording.name(stretch.truth))
        if stretch.truth != .certainly {
          out.text(" ")
          out.element(
            .span, .class("is-gap"),
            text: wording(stretch.truth == .no ? .certainlyAGap : .possiblyAGap))
        }
      }
      out.element(.td, .label(wording(.why))) { out in
        for reason in stretch.reasons {
          out.element(.p) { out in
            // Of what certainly ran, the names are the reason.
            let said = wording.reason(reason) ?? (stretch.truth == .certainly ? reason : nil)
            if let said { out.foreign(said) } else { out.reason(reason, frame) }
          }
        }
      }
      out.element(.td, .label(wording(.evidence))) { out in
        for account in stretch.accounts.prefix(GapsPage.quoted.missions) {
          out.element(.p) { out in
            out.element(.a, .href(frame.addresses.mission(account.id))) {
              $0.foreign(account.mission.label)
            }
          }
          for passage in account.evidence.prefix(GapsPage.quoted.passages) {
            out.quote(passage, in: account.document(holding: passage), frame)
          }
        }
      }
    }
  }
}
