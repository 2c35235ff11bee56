internal import Statements

/// Which proposals are reviewed, to be changed.
struct ReviewForm {
  let filter: ReviewFilter
  let properties: [Property]

  func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.details, .class("filter"), filter == ReviewFilter() ? nil : .open) { out in
      out.element(.summary, text: wording(.filter))
      out.element(
        .form, .class("filters"), .action(Link(["review"])), .method(.get), .role("search")
      ) { out in
        field("mission", .mission, filter.mission, &out, frame)
        choice(
          "property", .property, properties.map { ($0.rawValue, wording.label($0)) },
          filter.property?.rawValue, &out, frame)
        field("source", .source, filter.source, &out, frame)
        field("rule", .rule, filter.rule, &out, frame)
        choice(
          "state", .state,
          ReviewFilter.State.allCases.map {
            ($0.rawValue, wording.name(.verdict, $0.rawValue) ?? $0.rawValue)
          }, filter.state.rawValue, none: nil, &out, frame)
        if let language = frame.addresses.language {
          out.void(.input, .type("hidden"), .name("lang"), .value(language))
        }
        out.element(.p, .class("field buttons")) { out in
          out.element(.button, text: wording(.show))
          if filter != ReviewFilter() {
            out.element(.a, .href(frame.addresses.review()), text: wording(.clear))
          }
        }
      }
    }
  }

  private func field(
    _ name: String, _ label: PageText, _ value: String?, _ out: inout HTMLWriter,
    _ frame: PageFrame
  ) {
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(name), text: frame.wording(label))
      out.void(
        .input, .id(name), .name(name), .value(value ?? ""), .maxLength(200), .autocomplete("off"))
    }
  }

  private func choice(
    _ name: String, _ label: PageText, _ words: [(value: String, name: String)], _ chosen: String?,
    none: PageText? = .anyOne, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(name), text: frame.wording(label))
      out.element(.select, .id(name), .name(name)) { out in
        if let none { out.element(.option, .value(""), text: frame.wording(none)) }
        for word in words {
          out.element(
            .option, .value(word.value), chosen == word.value ? .selected : nil, text: word.name)
        }
      }
    }
  }
}
