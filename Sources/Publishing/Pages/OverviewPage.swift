internal import Statements

/// The first page: what the register holds, and the ways into it.
package struct OverviewPage: Sendable {
  package struct Counts: Hashable, Sendable {
    package let missions: Int
    package let sources: Int
    /// Statements that the last readings propose.
    package let statements: Int
    /// Those of them that nobody decided on.
    package let open: Int

    package init(missions: Int, sources: Int, statements: Int, open: Int) {
      self.missions = missions
      self.sources = sources
      self.statements = statements
      self.open = open
    }
  }

  package let counts: Counts
  /// The sources that were read last, last first.
  package let latest: [SourcesPage.Row]

  package init(counts: Counts, latest: [SourcesPage.Row]) {
    self.counts = counts
    self.latest = latest
  }

  package func html(_ frame: PageFrame) -> HTMLWriter {
    let wording = frame.wording
    return frame.page(wording(.siteName), in: .overview) { out in
      out.element(.h1, text: wording(.siteName))
      out.element(.p, .class("lead"), text: wording(.overviewLead))
      guard counts.sources > 0 else {
        out.element(.p, text: wording(.emptyRegister))
        return
      }
      numbers(&out, frame)
      ask(&out, frame)
      out.element(.section, .aria(.labelledby, "questions")) { out in
        out.element(.h2, .id("questions"), text: wording(.ask))
        out.element(.ul, .class("plain")) { out in
          for inquiry in Inquiry.allCases {
            out.element(.li) { out in
              out.element(
                .a, .href(frame.addresses.link([inquiry.rawValue])), text: wording(inquiry.words))
            }
          }
        }
      }
      out.element(.section, .aria(.labelledby, "latest")) { out in
        out.element(.h2, .id("latest"), text: wording(.latest))
        out.element(.ul, .class("plain")) { out in
          for source in latest {
            out.element(.li) { out in
              out.element(.a, .href(frame.addresses.source(source.id))) {
                $0.foreign(source.source.name)
              }
            }
          }
        }
      }
    }
  }

  private func numbers(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(.ul, .class("numbers")) { out in
      out.element(.li) { out in
        out.element(
          .a, .href(frame.addresses.missions()), text: wording.count(.missions, counts.missions))
      }
      out.element(.li) { out in
        out.element(
          .a, .href(frame.addresses.sources), text: wording.count(.sources, counts.sources))
      }
      out.element(.li, text: wording.count(.statements, counts.statements))
      out.element(.li) { out in
        out.element(
          .a, .href(frame.addresses.review()), text: wording.count(.open, counts.open))
      }
      out.element(.li) { out in
        out.element(
          .a, .href(frame.addresses.link(["checks"])), text: wording(.whatChecksFind))
      }
    }
  }

  private func ask(_ out: inout HTMLWriter, _ frame: PageFrame) {
    let wording = frame.wording
    out.element(
      .form, .class("ask"), .action(Link(["missions"])), .method(.get), .role("search")
    ) { out in
      out.element(.label, .for("on"), text: wording(.askOnDay))
      out.void(
        .input, .id("on"), .name("on"), .size(12), .autocomplete("off"), .placeholder("2012-06-01"))
      if let language = frame.addresses.language {
        out.void(.input, .type("hidden"), .name("lang"), .value(language))
      }
      out.element(.button, text: wording(.show))
    }
  }
}
