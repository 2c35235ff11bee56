internal import Chronology
internal import Statements

extension ReviewPage {
  /// The forms that decide, or how to get them.
  func forms(_ proposal: Proposal, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    switch reviewer {
    case .reader: out.element(.p, .class("remark"), text: wording(.reviewReadOnly))
    case .stranger(let link):
      out.element(.p, .class("remark")) { out in
        out.text(wording(.reviewSignIn) + " ")
        out.element(.a, .href(link), text: wording(.reviewSignInLink))
      }
    case .author(let desk):
      if let trouble = desk.trouble, trouble.field == nil {
        out.element(.p, .class("error"), .role("alert")) { out in
          out.text(wording(.decidedMeanwhile))
          out.text(" ")
          out.reason(trouble.words, frame)
        }
      }
      if desk.last == nil {
        out.element(.p, .class("muted"), text: wording(.deciding))
      }
      out.element(.div, .class("deciding")) { out in
        verdicts(proposal.item, desk, &out, frame)
        amendment(proposal.item, desk, &out, frame)
      }
    }
  }

  /// A form that decides: it says where it was, and what was seen there.
  private func form(
    _ item: JudgedStatement, class names: String, _ out: inout HTMLWriter, _ frame: PageFrame,
    content: (inout HTMLWriter) -> Void
  ) {
    let address = Link(["review", item.id.rawValue])
    let back = frame.addresses.review(filter).text
    out.form(.post, to: address, frame, class: names, back: back) { out in
      out.hidden("state", item.state)
      content(&out)
    }
  }

  private func verdicts(
    _ item: JudgedStatement, _ desk: ReviewDesk, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let typed = desk.trouble.flatMap { $0.isOfAmendment ? nil : $0.typed["note"] }
    form(item, class: "verdicts", &out, frame) { out in
      out.element(.p, .class("field")) { out in
        out.element(.label, .for("note"), text: wording(.noteOptional))
        // Of several lines, so that Enter in it does not decide.
        out.element(
          .textarea, .id("note"), .name("note"), .rows(2), .maxLength(2_000), text: typed ?? "")
      }
      out.element(.p, .class("buttons")) { out in
        if item.state != "accepted" {
          out.element(
            .button, .class("accept"), .name("verdict"), .value("accepted"),
            .data(.key, "accept"), text: wording(.accept))
        }
        if item.state != "rejected" {
          out.element(
            .button, .class("reject"), .name("verdict"), .value("rejected"),
            .data(.key, "reject"), text: wording(.reject))
        }
      }
    }
  }

  private func amendment(
    _ item: JudgedStatement, _ desk: ReviewDesk, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let trouble = desk.trouble.flatMap { $0.isOfAmendment ? $0 : nil }
    let statement = item.statement
    out.element(
      .details, .class("amend"), .data(.key, "amend"), trouble == nil ? nil : .open
    ) { out in
      out.element(.summary, text: wording(.amend))
      form(item, class: "correction", &out, frame) { out in
        out.hidden("verdict", "amended")
        field(
          "value", wording(.value), Amendment.text(of: statement.value), longest: 2_000, trouble,
          &out, frame)
        field(
          "valid", wording(.date), statement.valid?.description ?? "", hint: wording(.dateHint),
          longest: 200, trouble, &out, frame)
        out.element(.p, .class("field")) { out in
          out.element(.label, .for("new-property"), text: wording(.property))
          let chosen = trouble?.typed["property"] ?? statement.property.rawValue
          out.element(.select, .id("new-property"), .name("property")) { out in
            for property in properties {
              out.element(
                .option, .value(property.rawValue),
                chosen == property.rawValue ? .selected : nil, text: wording.label(property))
            }
          }
        }
        field(
          "note", wording(.noteOptional), "", id: "amend-note", longest: 2_000, trouble, &out,
          frame)
        out.element(.p, .class("buttons")) { $0.element(.button, text: wording(.saveAmendment)) }
      }
    }
  }

  /// A field with what is in it, what was typed into it, and what was wrong with that.
  private func field(
    _ name: String, _ label: String, _ value: String, id: String? = nil, hint: String? = nil,
    longest: Int, _ trouble: ReviewDesk.Trouble?, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let id = id ?? "new-\(name)"
    let error = trouble?.field == name ? trouble?.words : nil
    let described = (error == nil ? [] : ["\(id)-error"]) + (hint == nil ? [] : ["\(id)-hint"])
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(id), text: label)
      out.void(
        .input, .id(id), .name(name), .value(trouble?.typed[name] ?? value), .size(40),
        .maxLength(longest), .autocomplete("off"),
        error == nil ? nil : .aria(.invalid, "true"), error == nil ? nil : .autofocus,
        described.isEmpty
          ? nil : .aria(.describedby, described.joined(separator: " ")))
      if let error {
        out.element(.span, .class("error"), .id("\(id)-error")) { $0.reason(error, frame) }
      }
      if let hint { out.element(.small, .id("\(id)-hint"), text: hint) }
    }
  }

  /// What the person did last, with the button that takes it back.
  func undoing(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard let last = reviewer.desk?.last else { return }
    let wording = frame.wording
    let address =
      last.first.map { frame.addresses.review(filter, at: $0) } ?? frame.addresses.review(filter)
    out.form(.post, to: Link(["undo"]), frame, class: "undo", back: address.text) { out in
      out.element(.span) { out in
        out.text(wording(.lastAction, last.words(wording)) + " ")
        out.element(.time, .dateTime(last.recorded), text: wording.moment(last.recorded))
      }
      out.hidden("action", last.id)
      out.element(.button, .class("quiet"), .data(.key, "undo"), text: wording(.undo))
    }
  }

  /// The ways to one verdict on all that the filter lets through; each shows first what it would do.
  func bulk(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard reviewer.desk != nil, position.count > 1 else { return }
    let wording = frame.wording
    let count = wording.number(position.count)
    out.element(.nav, .class("bulk"), .aria(.label, wording(.bulkTitle))) { out in
      for (verdict, phrase) in [("accepted", PageText.bulkAccept), ("rejected", .bulkReject)] {
        let query = filter.query + [("verdict", verdict)]
        out.element(
          .a, .class("button"), .href(frame.addresses.link(["review", "bulk"], query)),
          text: wording(phrase, count))
      }
    }
  }
}
