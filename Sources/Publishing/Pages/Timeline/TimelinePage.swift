internal import Chronology
package import Statements

/// Missions over time: drawn, and told by the table of the same data. Where there are too many to
/// draw each, they are counted.
package struct TimelinePage: Sendable {
  /// By what missions are drawn apart.
  package enum Lanes: String, CaseIterable, Sendable {
    case organisation, place, kind

    /// The names of the groups that a mission is in.
    package func names(of account: Account) -> [String] {
      switch self {
      case .organisation: account.texts(.organisation)
      case .place: account.texts(.place)
      case .kind: [account.mission.kind.rawValue]
      }
    }
  }

  /// Missions that are drawn together.
  package struct Group: Sendable {
    /// Nil where nothing sets them apart, and for those that have no such name.
    let name: String?
    package let timeline: Timeline

    package init(name: String?, timeline: Timeline) {
      self.name = name
      self.timeline = timeline
    }
  }

  package enum Content: Sendable {
    case drawn([Group], [Account])
    case counted(Tally)
  }

  let question: MissionsQuestion
  let lanes: Lanes?
  let content: Content
  let count: Int
  /// The days that are shown; nil where nothing is dated.
  let window: Window?

  package init(
    question: MissionsQuestion, lanes: Lanes?, content: Content, count: Int, window: Window?
  ) {
    self.question = question
    self.lanes = lanes
    self.content = content
    self.count = count
    self.window = window
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.timeline), in: .timeline, isWide: true) { out in
      out.element(.h1, text: wording(.timeline))
      TimelineForm(question: question, lanes: lanes).write(&out, frame)
      out.element(.p, .id("count"), .role("status")) { out in
        guard count > 0 else {
          return out.text(wording(question.query.isEmpty ? .noneKnown : .noneFound))
        }
        out.text(wording.count(.missions, count))
        if let window {
          let days = [window.first, window.last].map { wording.dates.words(for: $0) ?? "" }
          out.text(". " + wording(.window, days[0], days[1]))
        }
      }
      guard count > 0 else { return }
      zoom(&out, frame)
      switch content {
      case .drawn(let groups, let accounts):
        for (index, group) in groups.enumerated() { draw(group, index, &out, frame) }
        MissionsPage.table(of: accounts, &out, frame)
      case .counted(let tally):
        out.element(.p, text: wording(.tooMany))
        out.element(.figure, .class("drawing")) { out in
          out.element(.picture) { out in
            out.void(.source, .media(.narrow), .srcset(picture(nil, width: 480, frame)))
            out.void(.img, .src(picture(nil, width: 1200, frame)), .alt(wording(.timeline)))
          }
        }
        table(tally, &out, frame)
      }
    }
  }

  private func zoom(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard let window else { return }
    let wording = frame.wording
    out.element(.nav, .class("zoom"), .aria(.label, wording(.timeline))) { out in
      let steps: [(PageText, Window, DataKey)] = [
        (.earlier, window.earlier, .left), (.later, window.later, .right),
        (.zoomIn, window.closer, .plus), (.zoomOut, window.farther, .minus),
      ]
      for (text, step, key) in steps {
        out.element(
          .a, .class("button"), .data(.key, key.rawValue), .href(link(step, frame)),
          text: wording(text))
      }
      if question.during != nil {
        out.element(.a, .class("button"), .href(link(nil, frame)), text: wording(.whole))
      }
    }
  }

  private enum DataKey: String {
    case left = "ArrowLeft"
    case right = "ArrowRight"
    case plus = "+"
    case minus = "-"
  }

  /// This page with another window.
  private func link(_ window: Window?, _ frame: PageFrame) -> Link {
    frame.addresses.timeline(query(window))
  }

  private func query(_ window: Window?) -> [(name: String, value: String)] {
    var question = question
    question.during = window.flatMap { try? AskedDate($0.edtf) }
    return question.query + (lanes.map { [("lanes", $0.rawValue)] } ?? [])
  }

  private func draw(
    _ group: Group, _ index: Int, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    if let lanes { head(group, lanes, &out, frame) }
    out.timeline(
      group.timeline, prefix: "lanes\(index)", narrow: { picture(index, width: $0, frame) }, frame)
    if !group.timeline.undated.isEmpty {
      let names = group.timeline.undated.map(\.label).joined(separator: ", ")
      out.element(.p) { $0.foreign("\(wording(.undated)): \(names)") }
    }
  }

  /// What sets a group apart, which leads to its own timeline and to the list of its missions.
  private func head(
    _ group: Group, _ lanes: Lanes, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    guard let name = group.name else {
      return out.element(.h2) { $0.foreign(wording(.otherMissions)) }
    }
    var question = question
    switch lanes {
    case .organisation: question.filter.organisation = name
    case .place: question.filter.place = name
    case .kind: question.filter.kind = Mission.Kind(rawValue: name)
    }
    out.element(.h2) { out in
      out.element(.a, .href(frame.addresses.timeline(question.query))) {
        $0.foreign(lanes == .kind ? wording.name(.kind, name) ?? name : name)
      }
      out.text(" ")
      out.element(
        .a, .class("more"), .href(frame.addresses.missions(question.query)),
        text: wording.count(.missions, group.timeline.lanes.count + group.timeline.undated.count))
    }
  }

  /// The drawing of a group, or of the tally, by itself.
  private func picture(_ group: Int?, width: Int, _ frame: PageFrame) -> Link {
    let during = question.during.flatMap { _ in window }
    let rest = group.map { [(name: "group", value: String($0))] } ?? []
    return frame.addresses.link(
      ["timeline.svg"], query(during) + rest + [("width", String(width))])
  }

  private func table(_ tally: Tally, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.table, .class("tally")) { out in
      out.element(.caption, .class("unseen"), text: wording(.timeline))
      out.element(.thead) { out in
        out.element(.tr) { out in
          for head in [
            wording(.stretch), wording.name(Truth.certainly), wording.name(Truth.possibly),
          ] { out.element(.th, .scope(.column), text: head) }
        }
      }
      out.element(.tbody) { out in
        for stretch in tally.stretches where stretch.certainly + stretch.possibly > 0 {
          out.element(.tr) { out in
            out.element(.th, .scope(.row)) { out in
              out.element(
                .a, .href(link(Window(stretch.first, stretch.last), frame)), text: stretch.label)
            }
            for (truth, count) in [
              (Truth.certainly, stretch.certainly), (.possibly, stretch.possibly),
            ] {
              out.element(.td, .label(wording.name(truth)), text: wording.number(count))
            }
          }
        }
      }
    }
  }
}
