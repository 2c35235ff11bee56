internal import Chronology
internal import Statements

/// The form above an answer: the question, to be changed.
struct MissionsForm {
  let question: MissionsQuestion
  /// What the ids of its fields begin with, where a page has several forms.
  var prefix = ""

  func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(
      .form, .class("filters"), .action(Link(["missions"])), .method(.get), .role("search")
    ) { out in
      field("on", .onDay, question.on?.typed, hint: .onDayHint, &out, frame)
      during(&out, frame)
      place(&out, frame)
      kind(&out, frame)
      asOf(&out, frame)
      check("all", question.includesNo, wording(.showNo), &out)
      end(&out, frame, clear: isAsked ? frame.addresses.missions() : nil)
    }
  }

  func during(_ out: inout HTMLWriter, _ frame: PageFrame) {
    field("during", .during, question.during?.typed, hint: .duringHint, &out, frame)
  }

  /// Where, and of whom.
  func place(_ out: inout HTMLWriter, _ frame: PageFrame) {
    field("in", .inPlace, question.filter.place, &out, frame)
    field("of", .ofOrganisation, question.filter.organisation, &out, frame)
  }

  /// The day whose knowledge is asked.
  func asOf(_ out: inout HTMLWriter, _ frame: PageFrame) {
    field(
      "as-of", .asOfDay, question.asOf?.description, hint: .asOfDayHint, &out, frame)
  }

  /// The kinds of missions to choose from.
  func kind(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    choice(
      "kind", .kind, any: .anyKind, Mission.Kind.allCases.map { ($0.rawValue, wording.name($0)) },
      question.filter.kind?.rawValue, &out, frame)
  }

  /// A field with words to choose from, each with its name, or none of them.
  func choice(
    _ name: String, _ label: PageText, any: PageText, _ words: [(word: String, name: String)],
    _ chosen: String?, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(prefix + name), text: frame.wording(label))
      out.element(.select, .id(prefix + name), .name(name)) { out in
        out.element(.option, .value(""), text: frame.wording(any))
        for (word, name) in words {
          out.element(.option, .value(word), chosen == word ? .selected : nil, text: name)
        }
      }
    }
  }

  func check(_ name: String, _ isChecked: Bool, _ label: String, _ out: inout HTMLWriter) {
    out.element(.p, .class("field check")) { out in
      out.void(
        .input, .type("checkbox"), .id(prefix + name), .name(name), .value("true"),
        isChecked ? .checked : nil)
      out.element(.label, .for(prefix + name), text: label)
    }
  }

  /// Whether the question says anything at all.
  var isAsked: Bool { !question.query.isEmpty }

  /// What stands at the end of a form: the button, and the way back to no question where there is one.
  func end(_ out: inout HTMLWriter, _ frame: PageFrame, clear: Link?) {
    let wording = frame.wording
    if let language = frame.addresses.language {
      out.void(.input, .type("hidden"), .name("lang"), .value(language))
    }
    out.element(.p, .class("field buttons")) { out in
      out.element(.button, text: wording(.show))
      if let clear { out.element(.a, .href(clear), text: wording(.clear)) }
    }
  }

  func field(
    _ name: String, _ label: PageText, _ value: String?, hint: PageText? = nil,
    _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let id = prefix + name
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(id), text: frame.wording(label))
      out.void(
        .input, .id(id), .name(name), .value(value ?? ""), .maxLength(200), .autocomplete("off"),
        hint.map { _ in .aria(.describedby, "\(id)-hint") })
      if let hint {
        out.element(.small, .id("\(id)-hint"), text: frame.wording(hint))
      }
    }
  }
}
