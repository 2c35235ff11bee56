/// Where somebody signs in by the link that the program printed.
package struct SignInPage: Sendable {
  /// Whether anybody signs in at all.
  let isOpen: Bool
  /// The link's secret; nil where there is none that holds.
  let link: String?
  /// Whom the link signs in; nil where the person says so.
  let name: String?
  /// Whether there was a link, which does not hold any more.
  let wasUsed: Bool
  /// Where to go then.
  let back: String?
  /// How many bytes a name has at most.
  let longest: Int

  package init(
    isOpen: Bool, link: String?, name: String?, wasUsed: Bool, back: String?, longest: Int
  ) {
    self.isOpen = isOpen
    self.link = link
    self.name = name
    self.wasUsed = wasUsed
    self.back = back
    self.longest = longest
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.signIn), in: nil) { out in
      out.element(.h1, text: wording(.signIn))
      if !isOpen {
        out.element(.p, text: wording(.onlyShows))
      } else if let link {
        out.element(.p, text: wording(.signInLead))
        form(link, &out, frame)
      } else {
        out.element(.p, text: wording(wasUsed ? .linkWasUsed : .needsLink))
        out.element(.p, text: wording(.newLink))
        tokenForm(&out, frame)
      }
    }
  }

  private func tokenForm(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.form(.post, to: Link(["sign-in"]), frame, back: back) { out in
      out.element(.p, .class("field")) { out in
        out.element(.label, .for("token"), text: wording(.token))
        out.void(
          .input, .id("token"), .name("token"), .type("password"), .maxLength(200),
          .autocomplete("off"), .required, .aria(.describedby, "token-hint"))
        out.element(.small, .id("token-hint"), text: wording(.tokenHint))
      }
      out.element(.p) { $0.element(.button, text: wording(.signIn)) }
    }
  }

  private func form(_ link: String, _ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.form(.post, to: Link(["sign-in"]), frame, back: back) { out in
      out.hidden("link", link)
      if let name {
        out.element(.p) { out in
          out.text(wording(.yourName) + " ")
          out.element(.strong) { $0.foreign(name) }
        }
      } else {
        out.element(.p, .class("field")) { out in
          out.element(.label, .for("name"), text: wording(.yourName))
          out.void(
            .input, .id("name"), .name("name"), .maxLength(longest), .autocomplete("name"),
            .required, .aria(.describedby, "name-hint"))
          out.element(.small, .id("name-hint"), text: wording(.nameHint))
        }
      }
      out.element(.p) { $0.element(.button, text: wording(.signIn)) }
    }
  }
}
