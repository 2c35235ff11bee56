package import Statements

/// What one verdict on all that a filter lets through would decide, to be confirmed.
package struct BulkPage: Sendable {
  /// `accepted` or `rejected`.
  let verdict: String
  let filter: ReviewFilter
  let count: Int
  /// How many the filter lets through that have the verdict already.
  let already: Int
  /// How many of each property.
  let properties: [(property: Property, count: Int)]
  /// The first of them, with their documents.
  let samples: [(item: JudgedStatement, document: Document)]
  /// A name for what was shown, which the form sends back.
  let seal: String
  /// Whether the register changed since an earlier preview, so that nothing was done.
  let hasChanged: Bool
  /// What was typed as a note.
  let note: String
  let reviewer: Reviewer

  package init(
    verdict: String, filter: ReviewFilter, count: Int, already: Int,
    properties: [Property: Int], samples: [(item: JudgedStatement, document: Document)],
    seal: String, hasChanged: Bool, note: String, reviewer: Reviewer
  ) {
    self.verdict = verdict
    self.filter = filter
    self.count = count
    self.already = already
    self.properties = properties.sorted {
      $0.value == $1.value ? $0.key.rawValue < $1.key.rawValue : $0.value > $1.value
    }.map { ($0.key, $0.value) }
    self.samples = samples
    self.seal = seal
    self.hasChanged = hasChanged
    self.note = note
    self.reviewer = reviewer
  }

  private var isAcceptance: Bool { verdict == "accepted" }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.bulkTitle), in: .review) { out in
      out.element(.h1, text: wording(.bulkTitle))
      if hasChanged {
        out.element(.p, .class("error"), .role("alert"), text: wording(.bulkChanged))
      }
      out.element(.p, .id("count"), .role("status")) { out in
        out.element(
          .strong, text: wording.count(isAcceptance ? .wouldAccept : .wouldReject, count))
        out.text(". ")
        if already > 0 { out.text(wording.count(.decidedSo, already) + ". ") }
        if !hasChanged { out.text(wording(.nothingDone)) }
      }
      narrowed(&out, frame)
      if count > 0 { confirm(&out, frame) }
      out.element(.p) { out in
        out.element(.a, .href(frame.addresses.review(filter)), text: wording(.bulkBack))
      }
      summary(&out, frame)
      list(&out, frame)
    }
  }

  /// By what the statements are chosen.
  private func narrowed(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.dl, .class("facts")) { out in
      out.fact(wording(.mission), filter.mission)
      out.fact(wording(.property), filter.property.map { wording.label($0) })
      out.fact(wording(.source), filter.source)
      out.fact(wording(.rule), filter.rule)
      let state = filter.state.rawValue
      out.fact(wording(.state), wording.name(.verdict, state) ?? state)
    }
  }

  private func confirm(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    switch reviewer {
    case .reader: out.element(.p, .class("remark"), text: wording(.reviewReadOnly))
    case .stranger(let link):
      out.element(.p, .class("remark")) { out in
        out.text(wording(.reviewSignIn) + " ")
        out.element(.a, .href(link), text: wording(.reviewSignInLink))
      }
    case .author:
      out.form(.post, to: Link(["review", "bulk"]), frame, class: "confirm") { out in
        let fields = [("verdict", verdict), ("count", String(count)), ("seal", seal)]
        for (name, value) in filter.query + fields { out.hidden(name, value) }
        out.element(.p, .class("field")) { out in
          out.element(.label, .for("note"), text: wording(.noteOptional))
          out.element(
            .textarea, .id("note"), .name("note"), .rows(2), .maxLength(2_000), text: note)
        }
        out.element(.p, .class("buttons")) { out in
          out.element(
            .button, .class(isAcceptance ? "accept" : "reject"),
            text: wording(isAcceptance ? .confirmAccept : .confirmReject, wording.number(count)))
        }
      }
    }
  }

  private func summary(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard properties.count > 1 else { return }
    let wording = frame.wording
    out.element(.ul, .class("numbers")) { out in
      for (property, count) in properties {
        out.element(.li, text: "\(wording.label(property)): \(wording.number(count))")
      }
    }
  }

  private func list(_ out: inout HTMLWriter, _ frame: PageFrame) {
    guard !samples.isEmpty else { return }
    let wording = frame.wording
    out.element(
      .h2,
      text: samples.count == count
        ? wording(.statements) : wording(.bulkSamples, wording.number(samples.count)))
    out.element(.ol, .class("plain samples")) { out in
      for (item, document) in samples {
        out.element(.li) { out in
          out.element(.p) { out in
            out.element(.a, .href(frame.addresses.review(filter, at: item.id))) { out in
              out.foreign(item.label)
              out.text(" · \(wording.label(item.statement.property))")
            }
            let words = item.words(wording, besideQuotes: true)
            if !words.isEmpty {
              out.text(": ")
              out.foreign(words)
            }
            if item.state != "open" {
              out.text(" ")
              out.badge(item.state, wording.name(.verdict, item.state) ?? item.state)
            }
          }
          if let passage = item.statement.passages.first {
            out.quote(passage, in: document, frame)
          }
        }
      }
    }
  }
}
