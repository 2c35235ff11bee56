internal import Chronology
internal import Statements

extension ReviewPage {
  /// What is proposed, by which rule, and all that speaks for and against it.
  func write(_ proposal: Proposal, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let item = proposal.item
    let statement = item.statement
    out.element(.h2, .id(ReviewPage.heading), .tabIndex(-1)) { out in
      out.foreign(item.label)
      out.text(" · " + wording.label(statement.property))
    }
    out.element(.p, .class("value")) {
      item.writeValue(&$0, missions: proposal.missions, frame)
    }
    out.element(.div, .class("state")) {
      item.writeState(&$0, missions: proposal.missions, frame)
    }
    forms(proposal, &out, frame)
    turning(&out, frame)
    facts(proposal, &out, frame)
    if statement.passages.count > 1 {
      for passage in statement.passages { out.quote(passage, in: proposal.document, frame) }
    }
    others(proposal, &out, frame)
    candidates(proposal, &out, frame)
    following(&out, frame)
    bulk(&out, frame)
    ReviewKeys.write(&out, frame)
  }

  private func facts(_ proposal: Proposal, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    let statement = proposal.item.statement
    out.element(.dl, .class("facts")) { out in
      out.fact(wording(.mission)) { out in
        out.element(.a, .href(frame.addresses.mission(statement.subject))) { out in
          out.foreign(proposal.account?.mission.name ?? proposal.item.label)
        }
        only(.mission, { $0.mission = statement.subject.rawValue }, &out, frame)
      }
      out.fact(wording(.property)) { out in
        out.text(wording.label(statement.property))
        only(.property, { $0.property = statement.property }, &out, frame)
      }
      if let valid = statement.valid, statement.value != .date(valid) {
        date(wording(.date), valid, &out, frame)
      }
      if case .quantity(let quantity) = statement.value, let asOf = quantity.asOf {
        date(wording(.asOf), asOf, &out, frame)
      }
      out.fact(wording(.rule)) { out in
        out.rule(statement.rule, frame)
        if let note = statement.note {
          out.text(" – ")
          out.reason(note, frame)
        }
        only(.rule, { $0.rule = statement.rule }, &out, frame)
      }
      out.fact(wording(.source)) { out in
        for passage in statement.passages {
          out.place(passage, in: proposal.document, frame)
          out.text(" ")
        }
        only(.source, { $0.source = proposal.document.id.rawValue }, &out, frame)
      }
      out.fact(wording(.identifier)) { out in
        out.element(.code, text: proposal.item.id.inAddress)
      }
    }
  }

  private func date(
    _ term: String, _ date: EDTF, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    out.fact(term) { out in
      out.element(.time, text: frame.wording.words(date))
      out.text(" ")
      out.element(.code, text: date.description)
    }
  }

  /// A link that narrows the review to what has this in common; nothing where it is narrowed so.
  private func only(
    _ what: PageText, _ narrow: (inout ReviewFilter) -> Void, _ out: inout HTMLWriter,
    _ frame: PageFrame
  ) {
    var narrower = filter
    narrow(&narrower)
    guard narrower != filter else { return }
    let wording = frame.wording
    out.text(" ")
    out.element(
      .a, .class("only"), .href(frame.addresses.review(narrower)),
      .aria(.label, "\(wording(.onlyThese)): \(wording(what))"), text: wording(.onlyThese))
  }

  private func turning(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.nav, .class("pages"), .aria(.label, wording(.review))) { out in
      if let previous = position.previous {
        out.element(
          .a, .class("button"), .rel("prev"), .data(.key, "previous"),
          .href(frame.addresses.review(filter, at: previous)), text: wording(.previous))
      }
      if let next = position.following.first {
        out.element(
          .a, .class("button"), .rel("next"), .data(.key, "next"),
          .href(frame.addresses.review(filter, at: next.id)), text: wording(.next))
        if reviewer.desk != nil {
          out.element(
            .a, .class("button"), .data(.key, "skip"),
            .href(frame.addresses.review(filter, at: next.id)), text: wording(.passOver))
        }
      }
    }
  }

  private func others(_ proposal: Proposal, _ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !proposal.others.isEmpty else { return }
    let wording = frame.wording
    out.element(.details, .class("others"), .open) { out in
      out.element(
        .summary,
        text: wording(.alsoStated, wording.label(proposal.item.statement.property)))
      out.element(.ul, .class("plain")) { out in
        for other in proposal.others { write(other, proposal.missions, isShort: true, &out, frame) }
      }
    }
  }

  private func candidates(_ proposal: Proposal, _ out: inout HTMLWriter, _ frame: PageFrame) {
    guard let account = proposal.account, !account.period.candidates.isEmpty else { return }
    let wording = frame.wording
    let quotes = Set(proposal.item.statement.passages)
    let isWeighed = account.period.candidates.contains { quotes.contains($0.passage) }
    out.element(.details, .class("weighed"), isWeighed ? .open : nil) { out in
      out.element(.summary, text: wording(.datesWeighed))
      out.element(.p) { out in
        out.element(.strong, text: wording.words(account))
        out.text(" – ")
        out.reason(account.period.reason, frame)
      }
      out.element(.ul, .class("plain")) { out in
        for candidate in account.period.candidates {
          out.element(.li) { out in
            let edge = candidate.edge.rawValue
            out.text("\(wording.name(.edge, edge) ?? edge): ")
            out.element(.strong, text: wording.words(candidate.date))
            out.text(" (\(wording.label(candidate.property))) ")
            out.badge(
              candidate.isChosen ? "certainly" : "no",
              wording(candidate.isChosen ? .taken : .notTaken))
            out.text(" ")
            out.reason(candidate.reason, frame)
            out.text(" ")
            out.place(
              candidate.passage, in: account.document(holding: candidate.passage), frame)
          }
        }
      }
    }
  }

  private func following(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !position.following.isEmpty else { return }
    out.element(.details, .class("following")) { out in
      out.element(.summary, text: frame.wording(.following))
      out.element(.ol, .class("plain")) { out in
        for item in position.following { write(item, [:], isShort: false, &out, frame) }
      }
    }
  }

  /// A statement in a line, which leads to its own place in the review.
  /// - Parameter isShort: whether mission and property need not be said.
  private func write(
    _ item: JudgedStatement, _ missions: [MissionID: String], isShort: Bool,
    _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    out.element(.li) { out in
      let label = wording.label(item.statement.property)
      out.element(
        .a, .href(frame.addresses.review(filter, at: item.id)),
        isShort ? .aria(.label, "\(label): \(item.words(wording).printable)") : nil
      ) { out in
        if !isShort {
          out.foreign(item.label)
          out.text(" · \(label): ")
        }
        out.foreign(item.words(wording))
      }
      out.text(" ")
      out.badge(item.state, wording.name(.verdict, item.state) ?? item.state)
    }
  }
}

extension JudgedStatement {
  /// The date and value in one line.
  /// - Parameter besideQuotes: whether the passages are quoted there, so that a value which is no more
  ///   than one of them need not be said again.
  func words(_ wording: Wording, besideQuotes: Bool = false) -> String {
    let date = statement.valid.map { wording.words($0) } ?? ""
    let parts =
      switch statement.value {
      case .date(let value): [statement.valid == value ? "" : date, wording.words(value)]
      case _ where besideQuotes && isQuote: [date]
      default: [date, statement.value.words]
      }
    return parts.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
