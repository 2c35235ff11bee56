internal import Statements

/// The form above the list of missions: the question, to be changed.
struct MissionsForm {
  let question: MissionsQuestion

  func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(
      .form, .class("filters"), .action(Link(["missions"])), .method(.get), .role("search")
    ) { out in
      field("on", .onDay, question.on?.typed, hint: .onDayHint, &out, frame)
      field("during", .during, question.during?.typed, hint: .duringHint, &out, frame)
      field("in", .inPlace, question.filter.place, &out, frame)
      field("of", .ofOrganisation, question.filter.organisation, &out, frame)
      kind(&out, frame)
      out.element(.p, .class("field check")) { out in
        out.void(
          .input, .type("checkbox"), .id("all"), .name("all"), .value("true"),
          question.includesNo ? .checked : nil)
        out.element(.label, .for("all"), text: wording(.showNo))
      }
      end(&out, frame, clear: frame.addresses.missions())
    }
  }

  /// The kinds of missions to choose from.
  func kind(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.p, .class("field")) { out in
      out.element(.label, .for("kind"), text: wording(.kind))
      out.element(.select, .id("kind"), .name("kind")) { out in
        out.element(.option, .value(""), text: wording(.anyKind))
        for kind in Mission.Kind.allCases {
          out.element(
            .option, .value(kind.rawValue), question.filter.kind == kind ? .selected : nil,
            text: wording.name(kind))
        }
      }
    }
  }

  /// What stands at the end of a form: the button, and the way back to no question.
  func end(_ out: inout HTMLWriter, _ frame: PageFrame, clear: Link) {
    let wording = frame.wording
    if let language = frame.addresses.language {
      out.void(.input, .type("hidden"), .name("lang"), .value(language))
    }
    out.element(.p, .class("field buttons")) { out in
      out.element(.button, text: wording(.show))
      if !question.query.isEmpty {
        out.element(.a, .href(clear), text: wording(.clear))
      }
    }
  }

  func field(
    _ name: String, _ label: PageText, _ value: String?, hint: PageText? = nil,
    _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(name), text: frame.wording(label))
      out.void(
        .input, .id(name), .name(name), .value(value ?? ""), .maxLength(200), .autocomplete("off"),
        hint.map { _ in .aria(.describedby, "\(name)-hint") })
      if let hint {
        out.element(.small, .id("\(name)-hint"), text: frame.wording(hint))
      }
    }
  }
}
