package import Statements

/// One mission: its period and the rule that gave it, the dates that were weighed, and every
/// statement with its quote, place, status and history.
package struct MissionView: Sendable {
  let account: Account
  let statements: [JudgedStatement]
  /// What the missions are called that statements name.
  let missions: [MissionID: String]
  /// The format of the file that it was read from.
  let format: String

  package init(
    account: Account, statements: [JudgedStatement], missions: [MissionID: String], format: String
  ) {
    self.account = account
    self.statements = statements
    self.missions = missions
    self.format = format
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let mission = account.mission
    return frame.page(mission.label, in: .missions) { out in
      out.element(.article, .class("mission")) { out in
        out.element(.h1) { out in
          out.foreign(mission.label)
          if let name = mission.fullName {
            out.text(" ")
            out.element(.small) { $0.foreign(name) }
          }
        }
        facts(&out, frame)
        period(&out, frame)
        candidates(&out, frame)
        groups(&out, frame)
      }
    }
  }

  /// The way to what nobody decided on yet: a document's own account apart from those that are one
  /// with it, as the review takes them.
  private func review(_ out: inout HTMLWriter, _ frame: PageFrame) {
    for member in account.members {
      let open = statements.count { $0.state == "open" && $0.statement.subject == member }
      guard open > 0 else { continue }
      out.element(.p) { out in
        out.element(
          .a, .href(frame.addresses.review(ReviewFilter(mission: member.rawValue))),
          text: frame.wording(.reviewHere))
        out.text(" (\(frame.wording.count(.open, open)))")
        if account.members.count > 1 {
          out.text(" ")
          out.element(.span, .class("muted")) { $0.foreign(member.rawValue) }
        }
      }
    }
  }

  private func facts(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.dl, .class("facts")) { out in
      out.fact(wording(.kind), wording.name(account.mission.kind))
      for property in [Property.organisation, .place] {
        let texts = account.texts(property)
        if !texts.isEmpty { out.fact(wording.label(property), texts.joined(separator: ", ")) }
      }
      let aliases = account.mission.aliases
      if !aliases.isEmpty { out.fact(wording(.alsoNamed), aliases.joined(separator: "; ")) }
      out.fact(wording(.identifier)) { $0.element(.code, text: account.id.rawValue) }
      out.fact(wording(.readFrom)) { out in
        for (index, document) in account.documents.enumerated() {
          if index > 0 { out.text("; ") }
          out.element(.a, .href(frame.addresses.source(document.id))) { $0.foreign(document.name) }
        }
        out.text(" (\(format))")
      }
    }
  }

  private func period(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.section, .class("period"), .aria(.labelledby, "period")) { out in
      out.element(.h2, .id("period"), text: wording(.period))
      out.element(.p, .class("dates")) { out in
        out.element(.strong, text: wording.words(account))
        out.text(" ")
        out.badge("origin \(account.period.origin.rawValue)", wording.name(account.period.origin))
      }
      out.element(.p) { out in
        out.text(wording(.ruleOfPeriod) + " ")
        out.reason(account.period.reason, frame)
      }
      for passage in account.evidence {
        out.quote(passage, in: account.document(holding: passage), frame)
      }
    }
  }

  private func candidates(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    guard !account.period.candidates.isEmpty else { return }
    out.element(.section, .aria(.labelledby, "dates")) { out in
      out.element(.h2, .id("dates"), text: wording(.datesWeighed))
      out.element(.p, text: wording(.datesWeighedHint))
      out.element(.table, .class("candidates")) { out in
        out.element(.caption, .class("unseen"), text: wording(.datesWeighed))
        out.element(.thead) { out in
          out.element(.tr) { out in
            for head in [PageText.edge, .date, .property, .verdict, .why, .evidence] {
              out.element(.th, .scope(.column), text: wording(head))
            }
          }
        }
        out.element(.tbody) { out in
          for candidate in account.period.candidates { write(candidate, &out, frame) }
        }
      }
    }
  }

  private func write(
    _ candidate: Period.Candidate, _ out: inout HTMLWriter, _ frame: PageFrame
  ) {
    let wording = frame.wording
    let edge = candidate.edge.rawValue
    out.element(.tr, candidate.isChosen ? .class("taken") : nil) { out in
      out.element(.td, .label(wording(.edge)), text: wording.name(.edge, edge) ?? edge)
      out.element(.th, .scope(.row), text: wording.words(candidate.date))
      out.element(.td, .label(wording(.property)), text: wording.label(candidate.property))
      out.element(.td, .label(wording(.verdict))) { out in
        out.badge(
          candidate.isChosen ? "certainly" : "no",
          wording(candidate.isChosen ? .taken : .notTaken))
      }
      out.element(.td, .label(wording(.why))) { $0.reason(candidate.reason, frame) }
      out.element(.td, .label(wording(.evidence))) {
        $0.quote(
          candidate.passage, in: account.document(holding: candidate.passage), frame)
      }
    }
  }

  private func groups(_ out: inout HTMLWriter, _ frame: PageFrame) {
    out.element(.section, .aria(.labelledby, "statements")) { out in
      out.element(.h2, .id("statements"), text: frame.wording(.statements))
      review(&out, frame)
      if statements.isEmpty { out.element(.p, text: frame.wording(.noStatements)) }
      var order: [Property] = []
      var groups: [Property: [JudgedStatement]] = [:]
      for item in statements {
        let property = item.statement.property
        if groups[property] == nil { order.append(property) }
        groups[property, default: []].append(item)
      }
      for property in order {
        out.element(.h3, .id("is-\(property.rawValue)"), text: frame.wording.label(property))
        out.element(.ul, .class("statements")) { out in
          for item in groups[property] ?? [] { write(item, &out, frame) }
        }
      }
    }
  }

  private func write(_ item: JudgedStatement, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.li, .id("s\(item.id.rawValue.prefix(16))"), .class("statement \(item.state)")) {
      out in
      // A clause without a date is its quote and nothing else.
      if item.statement.valid != nil || !item.isQuote {
        out.element(.p, .class("value")) {
          item.writeValue(&$0, missions: missions, besideQuotes: true, frame)
        }
      }
      for passage in item.statement.passages {
        out.quote(passage, in: account.document(holding: passage), frame)
      }
      out.element(.div, .class("state")) { out in
        item.writeState(&out, missions: missions, frame)
        out.element(.p, .class("rule")) { out in
          out.text(wording(.readAs) + " ")
          out.rule(item.statement.rule, frame)
          if let note = item.statement.note {
            out.text(" – ")
            out.reason(note, frame)
          }
        }
      }
    }
  }
}
