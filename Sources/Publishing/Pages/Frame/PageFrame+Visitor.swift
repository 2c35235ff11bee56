extension PageFrame {
  /// Who looks at a page of a server where one signs in.
  package struct Visitor: Sendable {
    /// Nil while nobody is signed in.
    package let name: String?
    /// Whether something may be changed, and not only read.
    let writes: Bool
    /// The address of this page, where a form leads back to.
    package let here: Link
    /// What happened last, told once.
    let notice: Notice?

    package init(name: String?, writes: Bool, here: Link, notice: Notice? = nil) {
      self.name = name
      self.writes = writes
      self.here = here
      self.notice = notice
    }
  }

  /// One sentence on what was done.
  package struct Notice: Sendable {
    let text: String
    /// The action that a button beside it takes back; nil for none.
    let action: String?

    package init(text: String, action: String?) {
      self.text = text
      self.action = action
    }
  }

  /// Whether pages have forms that change something: somebody is signed in.
  package var isForAuthor: Bool { visitor.map { $0.name != nil && $0.writes } ?? false }

  /// Who is signed in, or the way to sign in, in the header.
  func writeVisitor(_ out: inout HTMLWriter) {
    guard let visitor else { return }
    out.element(.div, .class("visitor")) { out in
      guard let name = visitor.name else {
        out.element(.a, .href(addresses.link(["sign-in"])), text: wording(.signIn))
        return
      }
      out.element(.span) { $0.foreign(name) }
      out.form(.post, to: Link(["sign-out"]), self, back: visitor.here.text) { out in
        out.element(.button, .class("quiet"), text: wording(.signOut))
      }
    }
  }

  /// What was done last, before the content of the page.
  func writeNotice(_ out: inout HTMLWriter) {
    guard let visitor, let notice = visitor.notice else { return }
    out.element(.div, .class("notice"), .role("status")) { out in
      out.element(.p) { $0.foreign(notice.text) }
      if let action = notice.action {
        out.form(.post, to: Link(["undo"]), self, back: visitor.here.text) { out in
          out.hidden("action", action)
          out.element(.button, .class("quiet"), text: wording(.undo))
        }
      }
    }
  }
}
