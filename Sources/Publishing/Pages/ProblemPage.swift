/// What went wrong with a request, for a person to read.
package struct ProblemPage: Sendable {
  let status: Int
  let title: String
  let detail: String
  /// Whether signing in would help.
  let leadsToSignIn: Bool

  package init(status: Int, title: String, detail: String, leadsToSignIn: Bool = false) {
    self.leadsToSignIn = leadsToSignIn
    self.status = status
    self.title = title
    self.detail = detail
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    frame.page(frame.wording(.problem), in: nil) { out in
      out.element(.h1) { out in out.reason("\(title) (\(status))", frame) }
      out.element(.p) { out in out.reason(detail, frame) }
      if leadsToSignIn {
        out.element(.p) { out in
          out.element(
            .a, .href(frame.addresses.link(["sign-in"])), text: frame.wording(.signIn))
        }
      }
      out.element(.p) { out in
        out.element(.a, .href(frame.addresses.overview), text: frame.wording(.goHome))
      }
    }
  }
}
