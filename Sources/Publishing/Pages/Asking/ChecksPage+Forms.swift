internal import Statements

extension ChecksAnswer.Row {
  /// Whether all of its sides are about the same mission.
  var isOfOne: Bool { finding.sides.allSatisfy { $0.mission == finding.sides.first?.mission } }

  /// The mission that it is about, which leads to it where there is one alone.
  func writeMission(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard isOfOne, let side = finding.sides.first else { return out.foreign(finding.mission) }
    out.element(.a, .href(frame.addresses.mission(side.mission))) { $0.foreign(finding.mission) }
  }
}

/// What may be decided about a finding.
extension ChecksAnswer.Row {
  /// - Parameter after: the word by which the page was asked for, from where the finding is looked for.
  func writeForms(_ out: inout HTMLWriter, _ frame: PageFrame, after: String?) {
    let wording = frame.wording
    let name = String(id.prefix(16))
    out.element(.details, .class("decide")) { out in
      out.element(.summary, text: wording(.settle))
      out.form(
        .post, to: Link(["checks", id, "settlement"]), frame, class: "filters", back: back(frame)
      ) { out in
        if let after { out.hidden("after", after) }
        ChecksAnswer.Row.note("settle-\(name)", isRequired: true, &out, frame)
        out.element(.p, .class("field buttons")) { $0.element(.button, text: wording(.settle)) }
      }
    }
    // Which of three or more are one cannot be said by one choice.
    var missions: [MissionID] = []
    for side in finding.sides where !missions.contains(side.mission) {
      missions.append(side.mission)
    }
    guard missions.count == 2 else { return }
    out.element(.details, .class("decide")) { out in
      out.element(.summary, text: wording(.relate))
      out.form(
        .post, to: Link(["missions", missions[0].rawValue, "relation"]), frame, class: "filters",
        back: back(frame)
      ) { out in
        out.hidden("other", missions[1].rawValue)
        out.element(.p, .class("field")) { out in
          out.element(.label, .for("relation-\(name)")) { out in out.foreign(missions[0].rawValue) }
          out.element(.select, .id("relation-\(name)"), .name("relation")) { out in
            for relation in Identity.Relation.allCases {
              let words = wording.name(.relation, relation.rawValue) ?? relation.verb
              out.element(
                .option, .value(relation.rawValue), text: "\(words) \(missions[1].rawValue)")
            }
          }
        }
        ChecksAnswer.Row.note("relate-\(name)", isRequired: false, &out, frame)
        out.element(.p, .class("field buttons")) { $0.element(.button, text: wording(.relate)) }
      }
    }
  }

  /// The page that the form is on.
  private func back(_ frame: PageFrame) -> String? { frame.visitor?.here.text }

  private static func note(
    _ id: String, isRequired: Bool, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(id), text: frame.wording(.why))
      out.void(
        .input, .id(id), .name("note"), .maxLength(500), .size(40), .autocomplete("off"),
        isRequired ? .required : nil)
    }
  }
}
