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
      form.choice(
        "lanes", .lanes, any: .lanesNone,
        TimelinePage.Lanes.allCases.map { word in
          (word.rawValue, wording.name(.lanes, word.rawValue) ?? word.rawValue)
        }, lanes?.rawValue, &out, frame)
      form.asOf(&out, frame)
      form.end(
        &out, frame, clear: form.isAsked || lanes != nil ? frame.addresses.timeline() : nil)
    }
  }
}
