/// The form by which documents come in, for those who may.
struct UploadForm {
  /// What the columns of tables mean: the text that is to be looked at; nil where nothing is known of them.
  var mapping: String?
  var sourceDate: String?
  /// What tells the names of its parts from those of another form on the page.
  var suffix = ""

  func write(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.form(.post, to: Link(["sources"]), frame, class: "filters", hasFiles: true) { out in
      field("file", wording(.chooseFiles), wording(.chooseFilesHint), &out) { out, id in
        out.void(
          .input, .type("file"), .id(id), .name("file"), mapping == nil ? .multiple : nil,
          .required, .aria(.describedby, "\(id)-hint"))
      }
      field("source-date", wording(.asOf), wording(.sourceDateHint), &out) { out, id in
        out.void(
          .input, .id(id), .name("source-date"), .size(12), .placeholder("2022-06-01"),
          sourceDate.map { .value($0) }, .aria(.describedby, "\(id)-hint"))
      }
      if mapping == nil {
        out.element(.details, .class("tables")) { out in
          out.element(.summary, text: wording(.tables))
          columns(&out, frame)
          out.element(.p, .class("field check")) { out in
            out.void(
              .input, .type("checkbox"), .id("guess-map"), .name("guess-map"), .value("true"))
            out.element(.label, .for("guess-map"), text: wording(.guessMap))
          }
        }
      } else {
        columns(&out, frame)
      }
      out.element(.p, .class("field buttons")) { out in
        out.element(.button, text: wording(mapping == nil ? .upload : .readByMap))
      }
    }
  }

  private func columns(_ out: inout HTMLWriter, _ frame: PageFrame) {
    field("map", frame.wording(.columnsMean), frame.wording(.columnsMeanHint), &out) { out, id in
      out.element(
        .textarea, .id(id), .name("map"), .rows(mapping == nil ? 6 : 18), .maxLength(1 << 16),
        .aria(.describedby, "\(id)-hint"), text: mapping ?? "")
    }
  }

  /// A field with its label and what is to be known of it.
  private func field(
    _ name: String, _ label: String, _ hint: String, _ out: inout HTMLWriter,
    content: (inout HTMLWriter, String) -> Void
  ) {
    let id = name + suffix
    out.element(.p, .class("field")) { out in
      out.element(.label, .for(id), text: label)
      content(&out, id)
      out.element(.small, .id("\(id)-hint"), text: hint)
    }
  }
}
