/// What went wrong with a request, for a person to read.
package struct ProblemPage: Sendable {
  let status: Int
  let title: String
  let detail: String

  package init(status: Int, title: String, detail: String) {
    self.status = status
    self.title = title
    self.detail = detail
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    frame.page(frame.wording(.problem), in: nil) { out in
      out.element(.h1) { out in out.english("\(title) (\(status))", frame) }
      out.element(.p) { out in out.english(detail, frame) }
      out.element(.p) { out in
        out.element(.a, .href(frame.addresses.overview), text: frame.wording(.goHome))
      }
    }
  }
}
