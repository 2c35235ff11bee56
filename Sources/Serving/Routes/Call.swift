internal import HTTPTypes
internal import Keeping
internal import Publishing

/// One request to one route.
struct Call: Sendable {
  let site: Site
  let format: Form
  let arguments: Arguments
  /// What the segments in braces took, by their names.
  let captured: [String: String]
  let wording: Wording
  /// The path as it was asked for, without the ending of a form.
  let path: [String]
  let query: [Target.Pair]
  /// Who is signed in; nil for readers.
  let author: Author?
  /// What was uploaded; empty for all but the routes that take files.
  var files: [UploadBody.File] = []

  subscript(name: String) -> String { captured[name] ?? "" }

  var addresses: Addresses { Addresses(language: arguments["lang"], asOf: arguments["as-of"]) }

  /// The frame around a page of this address.
  func frame(_ formats: [Form]) -> PageFrame {
    let rest = query.filter { $0.name != "lang" && !$0.value.isEmpty }.map { ($0.name, $0.value) }
    let twins = formats.compactMap { format in
      format.ending.map { ending in
        PageFrame.Twin(
          name: format.rawValue.uppercased(), type: format.type,
          link: Link(Route.path(path, ending: ending), query: rest))
      }
    }
    let languages = site.wordings.map { wording in
      (wording.language, Link(path, query: rest + [("lang", wording.language)]))
    }
    let now = rest.filter { $0.0 != "as-of" }
    return PageFrame(
      wording: wording, addresses: addresses, files: site.files.references, languages: languages,
      twins: twins, now: addresses.link(path, now), visitor: visitor(path, rest))
  }
}

extension Call {
  /// Who looks at a page, of a server where something may be changed.
  private func visitor(
    _ path: [String], _ query: [(name: String, value: String)]
  ) -> PageFrame.Visitor? {
    guard site.writes || site.reach.isNetworked else { return nil }
    let language = arguments["lang"].map { [(name: "lang", value: $0)] } ?? []
    let here = Link(path, query: query + language)
    guard let author else { return PageFrame.Visitor(name: nil, writes: site.writes, here: here) }
    let notice = site.sessions.notice(for: author)
    return PageFrame.Visitor(
      name: author.name, writes: site.writes, here: here,
      notice: notice.map { PageFrame.Notice(text: $0.text, action: $0.action) })
  }

  /// Who does what this request asks for, now, and why.
  /// - Throws: `Problem` (401) where nobody is signed in.
  func act(note: String? = nil) throws(Problem) -> Act {
    guard let author else { throw .nobody }
    return Act(by: author.name, note: note, recorded: site.moment)
  }

  /// What an action answers: a program is told in JSON what was done, a browser is led to the page
  /// that the form names, and told there in a sentence.
  /// - Parameters:
  ///   - json: what was done.
  ///   - words: the sentence.
  ///   - action: what `POST /undo` would take back, for which there is a button then; nil for none.
  ///   - page: where a browser goes that names no page.
  func done(
    _ json: JSON, _ words: String, undoing action: ActionID?, page: Link
  ) throws(Problem) -> Reply {
    guard format == .html else { return .json(json) }
    if let author { site.sessions.tell(author, .init(text: words, action: action?.description)) }
    return .redirect(to: try back(otherwise: page))
  }

  /// The page of this site that a form names as the next one.
  func back(otherwise page: Link) throws(Problem) -> Link {
    guard let text = arguments["back"] else { return page }
    do { return try Link(onSite: text) } catch {
      throw .badParameter("back", "“back” is an address of this site, such as /missions.")
    }
  }
}

extension Link {
  /// An address of this site as a form sends it back: read and written anew, so that no text can
  /// lead elsewhere.
  init(onSite text: String) throws(Problem) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = try Target(String(parts[0]))
    self.init(
      target.path, query: target.query.map { ($0.name, $0.value) },
      fragment: parts.count == 2 ? String(parts[1]) : nil)
  }
}

extension Problem {
  /// Nobody is signed in.
  static var nobody: Problem {
    Problem(
      .unauthorized, "Sign in first: a decision has a name. Scripts send a token.",
      headers: [.wwwAuthenticate: "Bearer realm=\"annals\""])
  }
}
