internal import Chronology
internal import Statements

/// What is around the content of every page: head, navigation, footer.
package struct PageFrame: Sendable {
  /// The parts of the site that the navigation leads to.
  package enum Part: String, CaseIterable, Sendable {
    case overview, missions, timeline, ask, review, search, checks, sources, history

    var phrase: PageText {
      switch self {
      case .overview: .overview
      case .missions: .missions
      case .timeline: .timeline
      case .review: .review
      case .ask: .ask
      case .search: .search
      case .checks: .checks
      case .sources: .sources
      case .history: .historyOfRegister
      }
    }

    func link(_ addresses: Addresses) -> Link {
      switch self {
      case .overview: addresses.overview
      case .missions: addresses.missions()
      case .timeline: addresses.timeline()
      case .review: addresses.review()
      case .ask: addresses.link(["ask"])
      case .search: addresses.search()
      case .checks: addresses.link(["checks"])
      case .sources: addresses.sources
      case .history: addresses.link(["history"])
      }
    }
  }

  /// The same content in another form: JSON, CSV.
  package struct Twin: Sendable {
    let name: String
    let type: String
    let link: Link

    package init(name: String, type: String, link: Link) {
      self.name = name
      self.type = type
      self.link = link
    }
  }

  /// The site's own files that pages refer to.
  package struct Files: Sendable {
    let style: Link
    let script: Link
    let icon: Link
    /// The script of the review page alone.
    let review: Link

    package init(style: Link, script: Link, icon: Link, review: Link) {
      self.style = style
      self.script = script
      self.icon = icon
      self.review = review
    }
  }

  package let wording: Wording
  package let addresses: Addresses
  let files: Files
  /// The page in the other languages: code and address.
  let languages: [(code: String, link: Link)]
  let twins: [Twin]
  /// The page as of now, where it shows what was known on a day.
  let now: Link?
  /// Who looks at the page; nil where nobody signs in.
  package let visitor: Visitor?

  package init(
    wording: Wording, addresses: Addresses, files: Files, languages: [(code: String, link: Link)],
    twins: [Twin], now: Link? = nil, visitor: Visitor? = nil
  ) {
    self.wording = wording
    self.addresses = addresses
    self.files = files
    self.languages = languages
    self.twins = twins
    self.now = now
    self.visitor = visitor
  }

  /// A whole page.
  /// - Parameters:
  ///   - part: the part of the site it belongs to; nil for pages outside of all.
  ///   - isWide: whether its content takes the whole width of the window.
  ///   - hasNotice: whether what was done last stands before the content, and not within it.
  ///   - script: a script of the site's own that it has besides the one of all pages.
  package func page(
    _ title: String, in part: Part?, isWide: Bool = false, hasNotice: Bool = true,
    script: Link? = nil,
    content: (inout HTMLWriter) -> Void
  ) -> HTMLWriter {
    var out = HTMLWriter(reserving: 1 << 14)
    out.doctype()
    out.element(.html, .lang(wording.language)) { out in
      head(title, script, &out)
      out.element(.body) { out in
        out.element(.a, .class("skip"), .href(Link(fragment: "content")), text: wording(.skip))
        header(part, &out)
        out.element(.main, .id("content"), .tabIndex(-1), isWide ? .class("wide") : nil) { out in
          if hasNotice { writeNotice(&out) }
          moment(&out)
          content(&out)
        }
        footer(&out)
      }
    }
    return out
  }

  /// Says where the page shows what was known on a day, and leads to the one of now.
  private func moment(_ out: inout HTMLWriter) {
    guard let asOf = addresses.asOf, let now else { return }
    let day = (try? AskedDate(asOf)).flatMap { wording.dates.words(for: $0.question.first) }
    out.element(.p, .class("remark moment")) { out in
      out.text(wording.dates.contracted(wording(.asOfRemark, day ?? asOf)) + " ")
      out.element(.a, .href(now), text: wording(.askNow))
    }
  }

  private func head(_ title: String, _ script: Link?, _ out: inout HTMLWriter) {
    let site = wording(.siteName)
    out.element(.head) { out in
      out.void(.meta, .charset)
      out.void(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
      out.void(.meta, .name("color-scheme"), .content("light dark"))
      out.element(.title, text: title == site ? site : "\(title.printable) – \(site)")
      out.void(.link, .rel("stylesheet"), .href(files.style))
      out.void(.link, .rel("icon"), .type("image/svg+xml"), .href(files.icon))
      for twin in twins {
        out.void(.link, .rel("alternate"), .type(twin.type), .href(twin.link))
      }
      for language in languages {
        out.void(.link, .rel("alternate"), .hreflang(language.code), .href(language.link))
      }
      out.script(files.script)
      if let script { out.script(script) }
    }
  }

  private func header(_ part: Part?, _ out: inout HTMLWriter) {
    out.element(.header, .class("site")) { out in
      out.element(.p, .class("name")) { out in
        out.element(.a, .href(addresses.overview), text: wording(.siteName))
      }
      out.element(.nav, .aria(.label, wording(.pages))) { out in
        out.element(.ul) { out in
          for other in Part.allCases {
            out.element(.li) { out in
              out.element(
                .a, .href(other.link(addresses)), other == part ? .aria(.current, "page") : nil,
                text: wording(other.phrase))
            }
          }
        }
      }
      writeVisitor(&out)
    }
  }

  private func footer(_ out: inout HTMLWriter) {
    out.element(.footer, .class("site")) { out in
      if !twins.isEmpty {
        out.element(.p) { out in
          out.text(wording(.otherForms) + " ")
          for (index, twin) in twins.enumerated() {
            if index > 0 { out.text(", ") }
            out.element(.a, .href(twin.link), .type(twin.type), text: twin.name)
          }
        }
      }
      if !languages.isEmpty { choice(&out) }
      out.element(.p, text: wording(.madeBy))
    }
  }

  /// The page in each language.
  private func choice(_ out: inout HTMLWriter) {
    out.element(.p) { out in
      out.text(wording(.language) + " ")
      for (index, language) in languages.enumerated() {
        if index > 0 { out.text(", ") }
        let isThis = language.code == wording.language
        out.element(
          .a, .href(language.link), .hreflang(language.code), .lang(language.code),
          isThis ? .aria(.current, "true") : nil, text: PageFrame.ownName(language.code))
      }
    }
  }

  /// What the speakers of a language call it; its code where that is not known.
  private static func ownName(_ code: String) -> String {
    ["en": "English", "fr": "français"][code] ?? code
  }
}
