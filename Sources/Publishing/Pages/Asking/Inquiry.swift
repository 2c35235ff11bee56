internal import Chronology
internal import Statements

/// The questions that have a page of their own.
enum Inquiry: String, CaseIterable, Sendable {
  case missions, gaps, totals, lineage, statements

  /// What it is called where there is little room.
  var name: PageText {
    switch self {
    case .missions: .missions
    case .gaps: .gaps
    case .totals: .totals
    case .lineage: .lineage
    case .statements: .support
    }
  }

  /// The question in full.
  var words: PageText {
    switch self {
    case .missions: .askRunning
    case .gaps: .askGaps
    case .totals: .askTotals
    case .lineage: .askLineage
    case .statements: .askSupport
    }
  }

  /// Says before an answer which other questions there are, and leads to them with what both have in
  /// common.
  func writeOthers(_ question: MissionsQuestion, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let shared = ["during", "in", "of", "as-of"]
    out.element(.nav, .class("inquiries"), .aria(.label, wording(.ask))) { out in
      out.element(.ul, .class("inline")) { out in
        for other in Inquiry.allCases {
          let query = question.query.filter {
            other == .lineage ? $0.name == "as-of" : shared.contains($0.name)
          }
          out.element(.li) { out in
            out.element(
              .a, .href(frame.addresses.link([other.rawValue], query)),
              other == self ? .aria(.current, "page") : nil, text: wording(other.name))
          }
        }
      }
    }
  }
}

/// The form of each question, as the page of all and the page of its answer have it.
extension MissionsForm {
  func write(
    _ inquiry: Inquiry, quantity: String? = nil, mission: String? = nil, gapsAlone: Bool = false,
    _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(
      .form, .class("filters"), .action(Link([inquiry.rawValue])), .method(.get), .role("search"),
      .aria(.label, wording(inquiry.words))
    ) { out in
      switch inquiry {
      case .missions:
        field("on", .onDay, question.on?.typed, hint: .onDayHint, &out, frame)
        place(&out, frame)
      case .gaps:
        place(&out, frame)
        during(&out, frame)
      case .totals:
        field("quantity", .quantity, quantity, hint: .quantityHint, &out, frame)
        place(&out, frame)
        during(&out, frame)
      case .lineage:
        field("mission", .mission, mission, hint: .missionHint, &out, frame)
      case .statements:
        choice(
          "resting-on", .restsOn, any: .anySupport,
          wording.supports, question.filter.support?.rawValue, &out, frame)
        place(&out, frame)
      }
      asOf(&out, frame)
      if inquiry == .gaps { check("only", gapsAlone, wording(.gapsOnly), &out) }
      let isAsked = quantity != nil || mission != nil || gapsAlone || !question.query.isEmpty
      end(
        &out, frame,
        clear: prefix.isEmpty && isAsked ? frame.addresses.link([inquiry.rawValue]) : nil)
    }
  }
}
