package import Statements

/// What became of documents that were uploaded.
package struct UploadPage: Sendable {
  package struct Row: Sendable {
    let name: String
    /// `read`, `updated`, `known`, `failed` or `proposed`.
    let verdict: String
    let reason: String
    /// Nil where it could not be read.
    let document: DocumentID?
    /// What a person should look at.
    let notes: [String]
    /// What the columns of a table seem to mean, as the text of a mapping file; nil where there is no guess.
    let mapping: String?

    package init(
      name: String, verdict: String, reason: String, document: DocumentID?, notes: [String],
      mapping: String? = nil
    ) {
      self.name = name
      self.verdict = verdict
      self.reason = reason
      self.document = document
      self.notes = notes
      self.mapping = mapping
    }
  }

  let rows: [Row]
  /// What was said of the day of which the documents speak.
  let sourceDate: String?

  package init(rows: [Row], sourceDate: String? = nil) {
    self.rows = rows
    self.sourceDate = sourceDate
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.uploaded), in: .sources) { out in
      out.element(.h1, text: wording(.uploaded))
      out.element(.ul, .class("plain uploads")) { out in
        for row in rows { write(row, &out, frame) }
      }
      for (index, row) in rows.enumerated() {
        guard let mapping = row.mapping else { continue }
        out.element(.h2) { out in
          out.text(wording(.mapOf) + " ")
          out.foreign(row.name)
        }
        out.element(.p, text: wording(.mapProposed))
        UploadForm(mapping: mapping, sourceDate: sourceDate, suffix: "-\(index + 1)")
          .write(&out, frame)
      }
      out.element(.p) { out in
        out.element(.a, .href(frame.addresses.sources), text: wording(.sources))
      }
    }
  }

  private func write(_ row: Row, _ out: inout HTMLWriter, _ frame: PageFrame) {
    out.element(.li) { out in
      out.element(.p) { out in
        out.badge(
          row.verdict == "proposed" ? "possibly" : row.document == nil ? "rejected" : "accepted",
          frame.wording.name(.upload, row.verdict) ?? row.verdict)
        out.text(" ")
        if let document = row.document {
          out.element(.a, .href(frame.addresses.source(document))) { $0.foreign(row.name) }
        } else {
          out.foreign(row.name)
        }
        out.text(" – ")
        out.reason(row.reason, frame)
      }
      guard !row.notes.isEmpty else { return }
      out.element(.ul) { out in
        for note in row.notes { out.element(.li) { $0.foreign(note) } }
      }
    }
  }
}
