package import Statements

/// What became of documents that were uploaded.
package struct UploadPage: Sendable {
  package struct Row: Sendable {
    let name: String
    /// `read`, `updated`, `known` or `failed`.
    let verdict: String
    let reason: String
    /// Nil where it could not be read.
    let document: DocumentID?
    /// What a person should look at.
    let notes: [String]

    package init(
      name: String, verdict: String, reason: String, document: DocumentID?, notes: [String]
    ) {
      self.name = name
      self.verdict = verdict
      self.reason = reason
      self.document = document
      self.notes = notes
    }
  }

  let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.uploaded), in: .sources) { out in
      out.element(.h1, text: wording(.uploaded))
      out.element(.ul, .class("plain uploads")) { out in
        for row in rows { write(row, &out, frame) }
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
          row.document == nil ? "rejected" : "accepted",
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

  /// The form by which documents come in, for those who may.
  static func form(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.h2, .id("upload"), text: wording(.upload))
    out.form(.post, to: Link(["sources"]), frame, class: "filters", hasFiles: true) { out in
      out.element(.p, .class("field")) { out in
        out.element(.label, .for("file"), text: wording(.chooseFiles))
        out.void(
          .input, .type("file"), .id("file"), .name("file"), .multiple, .required,
          .aria(.describedby, "file-hint"))
        out.element(.small, .id("file-hint"), text: wording(.chooseFilesHint))
      }
      out.element(.p, .class("field")) { out in
        out.element(.label, .for("source-date"), text: wording(.asOf))
        out.void(
          .input, .id("source-date"), .name("source-date"), .size(12), .placeholder("2022-06-01"),
          .aria(.describedby, "source-date-hint"))
        out.element(.small, .id("source-date-hint"), text: wording(.sourceDateHint))
      }
      out.element(.p, .class("field buttons")) { $0.element(.button, text: wording(.upload)) }
    }
  }
}
