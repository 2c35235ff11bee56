internal import Statements

/// The form above the timeline: which missions, which days, and what sets them apart.
struct TimelineForm {
  let question: MissionsQuestion
  let lanes: TimelinePage.Lanes?

  func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let form = MissionsForm(question: question)
    out.element(
      .form, .class("filters"), .action(Link(["timeline"])), .method(.get), .role("search")
    ) { out in
      form.field("during", .during, question.during?.typed, hint: .duringHint, &out, frame)
      form.field("in", .inPlace, question.filter.place, &out, frame)
      form.field("of", .ofOrganisation, question.filter.organisation, &out, frame)
      form.kind(&out, frame)
      out.element(.p, .class("field")) { out in
        out.element(.label, .for("lanes"), text: wording(.lanes))
        out.element(.select, .id("lanes"), .name("lanes")) { out in
          out.element(.option, .value(""), text: wording(.lanesNone))
          for word in TimelinePage.Lanes.allCases {
            out.element(
              .option, .value(word.rawValue), lanes == word ? .selected : nil,
              text: wording.name(.lanes, word.rawValue) ?? word.rawValue)
          }
        }
      }
      form.end(&out, frame, clear: frame.addresses.timeline())
    }
  }
}
