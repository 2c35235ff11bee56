/// What was done to the register, last first.
package struct HistoryPage: Sendable {
  package struct Entry: Sendable {
    let kind: String
    let by: String?
    let note: String?
    /// ISO 8601, UTC.
    let recorded: String
    let location: String?
    let counts: [(key: String, value: Int)]
    let isUndone: Bool

    package init(
      kind: String, by: String?, note: String?, recorded: String, location: String?,
      counts: [String: Int], isUndone: Bool
    ) {
      self.kind = kind
      self.by = by
      self.note = note
      self.recorded = recorded
      self.location = location
      self.counts = counts.sorted { $0.key < $1.key }
      self.isUndone = isUndone
    }

    package var json: JSON {
      [
        "recorded": .string(recorded), "kind": .string(kind), "by": JSON(by), "note": JSON(note),
        "file": JSON(location), "counts": .object(counts.map { ($0.key, JSON($0.value)) }),
        "undone": .bool(isUndone),
      ]
    }
  }

  let since: String?
  let entries: [Entry]

  package init(since: String?, entries: [Entry]) {
    self.since = since
    self.entries = entries
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.historyOfRegister), in: .history) { out in
      out.element(.h1, text: wording(.historyOfRegister))
      out.element(.p, text: wording(.historyLead))
      out.element(.form, .class("filters"), .action(Link(["history"])), .method(.get)) { out in
        out.element(.p, .class("field")) { out in
          out.element(.label, .for("since"), text: wording(.since))
          out.void(
            .input, .id("since"), .name("since"), .value(since ?? ""), .size(12),
            .placeholder("2024-03-01"))
        }
        if let language = frame.addresses.language {
          out.void(.input, .type("hidden"), .name("lang"), .value(language))
        }
        out.element(.p, .class("field buttons")) { $0.element(.button, text: wording(.show)) }
      }
      out.element(.ol, .class("plain history")) { out in
        for entry in entries { write(entry, &out, frame) }
      }
    }
  }

  private func write(_ entry: Entry, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.li) { out in
      out.element(.time, .dateTime(entry.recorded), text: wording.moment(entry.recorded))
      out.text(" ")
      out.element(.strong, text: wording.name(.deed, entry.kind) ?? entry.kind)
      out.text(" ")
      out.foreign([entry.by, entry.location].compactMap(\.self).joined(separator: ": "))
      let counts = entry.counts.map { key, value in
        "\(wording.number(value)) \(wording.name(.verdict, key) ?? key)"
      }
      if !counts.isEmpty { out.text(": " + counts.joined(separator: ", ")) }
      if entry.isUndone { out.badge("no", wording(.undone)) }
      if let note = entry.note {
        out.text(" ")
        out.foreign("(\(note))")
      }
    }
  }
}
