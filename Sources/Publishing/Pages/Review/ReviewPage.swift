internal import Chronology
package import Statements

/// A proposal beside the source that it was read from, to be decided on.
package struct ReviewPage: Sendable {
  /// The statement that is shown, with what is needed to judge it.
  package struct Proposal: Sendable {
    let item: JudgedStatement
    let document: Document
    /// What all documents say about the mission; nil where no last reading has it any more.
    let account: Account?
    /// What else is stated of the property, of the same mission.
    let others: [JudgedStatement]
    /// What the missions are called that the statements name.
    let missions: [MissionID: String]

    package init(
      item: JudgedStatement, document: Document, account: Account?, others: [JudgedStatement],
      missions: [MissionID: String]
    ) {
      self.item = item
      self.document = document
      self.account = account
      self.others = others
      self.missions = missions
    }
  }

  /// Where the proposal stands among what the filter lets through.
  package struct Position: Sendable {
    let count: Int
    /// How many come before it.
    let before: Int
    /// Whether it is one of them.
    let isListed: Bool
    let previous: StatementID?
    /// What comes behind it; more may follow.
    let following: [JudgedStatement]

    package init(
      count: Int, before: Int, isListed: Bool, previous: StatementID?, following: [JudgedStatement]
    ) {
      self.count = count
      self.before = before
      self.isListed = isListed
      self.previous = previous
      self.following = following
    }
  }

  let filter: ReviewFilter
  /// The names of the properties to choose from.
  let properties: [Property]
  let position: Position
  /// Nil where nothing is left.
  let proposal: Proposal?
  /// The statement behind which the review goes on, which was mostly decided just now.
  let left: JudgedStatement?
  let reviewer: Reviewer

  package init(
    filter: ReviewFilter, properties: [Property], position: Position, proposal: Proposal?,
    left: JudgedStatement?, reviewer: Reviewer
  ) {
    self.filter = filter
    self.properties = properties
    self.position = position
    self.proposal = proposal
    self.left = left
    self.reviewer = reviewer
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(
      wording(.review), in: .review, isWide: true, hasNotice: false, script: frame.files.review
    ) { out in
      out.element(.h1, text: wording(.review))
      out.element(.p, .id("said"), .class("unseen"), .aria(.live, "polite"), text: "")
      ReviewPage.states(filter, current: filter.state, &out, frame)
      ReviewForm(filter: filter, properties: properties).write(&out, frame)
      guard let proposal else {
        out.element(.section, .class("proposal"), .aria(.label, wording(.proposal))) { out in
          status(&out, frame)
          nothing(&out, frame)
          ReviewKeys.write(&out, frame)
        }
        return
      }
      out.element(.div, .class("beside")) { out in
        source(proposal, &out, frame)
        out.element(
          .section, .class("proposal"), .aria(.labelledby, ReviewPage.heading)
        ) { out in
          status(&out, frame)
          write(proposal, &out, frame)
        }
      }
    }
  }

  /// The same filter in each state: what is open, and what was accepted, rejected or corrected.
  /// - Parameter current: the state that the page shows; nil for the decisions that were dropped.
  static func states(
    _ filter: ReviewFilter, current: ReviewFilter.State?, _ out: inout HTMLWriter,
    _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(.nav, .class("inquiries states"), .aria(.label, wording(.state))) { out in
      out.element(.ul, .class("inline")) { out in
        for state in ReviewFilter.State.allCases {
          var other = filter
          other.state = state
          out.element(.li) { out in
            out.element(
              .a, .href(frame.addresses.review(other)),
              state == current ? .aria(.current, "page") : nil,
              text: wording.name(.verdict, state.rawValue) ?? state.rawValue)
          }
        }
        out.element(.li) { out in
          out.element(
            .a, .href(frame.addresses.link(["review", "dropped"])),
            current == nil ? .aria(.current, "page") : nil, text: wording(.droppedShort))
        }
      }
    }
  }

  /// The name of the proposal's heading in the page.
  static let heading = "proposal"

  /// What became of the statement before, and how many are left.
  private func status(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    frame.writeNotice(&out)
    out.element(.div, .id("status"), .role("status")) { out in
      if let left, let decision = left.decisions.last {
        out.element(.p) { out in
          out.element(.a, .href(frame.addresses.review(filter, at: left.id))) { out in
            out.foreign(left.label)
            out.text(" · " + wording.label(left.statement.property))
          }
          out.text(": ")
          let verdict = wording.name(.verdict, decision.verdict.word) ?? decision.verdict.word
          out.foreign(wording(.decidedBy, verdict, decision.by, wording.moment(decision.recorded)))
        }
      }
      out.element(.p, .class("progress")) { out in
        if proposal != nil, position.isListed {
          let state = filter.state.rawValue
          let place = wording(
            .reviewOf, wording.number(position.before + 1), wording.number(position.count))
          out.text("\(place) (\(wording.name(.verdict, state) ?? state))")
        } else {
          out.text(
            filter.state == .open
              ? wording.count(.open, position.count) : wording.count(.statements, position.count))
        }
      }
      if proposal != nil, !position.isListed {
        out.element(.p, .class("remark"), text: wording(.notListed))
      }
    }
    undoing(&out, frame)
  }

  private func nothing(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(
      .h2, .id(ReviewPage.heading), .tabIndex(-1),
      text: wording(position.count > 0 ? .reviewEnd : .reviewNone))
    if position.count > 0 {
      out.element(.p) { out in
        out.element(.a, .href(frame.addresses.review(filter)), text: wording(.reviewAgain))
      }
    }
    out.element(.nav, .class("pages"), .aria(.label, wording(.review))) { out in
      if let previous = position.previous {
        out.element(
          .a, .rel("prev"), .data(.key, "previous"),
          .href(frame.addresses.review(filter, at: previous)), text: wording(.previous))
      }
    }
  }

  private func source(_ proposal: Proposal, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let document = proposal.document
    out.element(.section, .class("source"), .aria(.labelledby, "source-shown")) { out in
      out.element(.h2, .id("source-shown")) { out in
        out.text(wording(.source) + " ")
        out.element(.small) { out in
          out.element(.a, .href(frame.addresses.source(document.id))) { $0.foreign(document.name) }
          out.text(" ")
          out.element(
            .a, .class("place"), .href(Link(fragment: ReviewExcerpt.anchor)),
            .aria(.label, wording(.toPassage)), text: "¶")
        }
      }
      // What scrolls must be reached by the keyboard.
      out.element(
        .div, .class("text excerpt"), .ownDirection, .tabIndex(0), .role("region"),
        .aria(.labelledby, "source-shown")
      ) { out in
        ReviewExcerpt(document, around: proposal.item.statement.passages).write(&out, frame)
      }
    }
  }
}
