internal import Publishing

/// In which form a route answers.
enum Form: String, Sendable, CaseIterable {
  case html, json, csv, svg, text, file

  /// What stands behind the path for it; pages and files have nothing.
  var ending: String? {
    switch self {
    case .json: ".json"
    case .csv: ".csv"
    case .svg: ".svg"
    case .html, .text, .file: nil
    }
  }

  var type: String {
    switch self {
    case .html: "text/html"
    case .json: "application/json"
    case .csv: "text/csv"
    case .svg: "image/svg+xml"
    case .text: "text/plain"
    case .file: "application/octet-stream"
    }
  }
}

/// One thing that can be asked for. The table of routes is what requests are matched against and
/// what the description of the API is made from.
struct Route: Sendable {
  /// `["missions", "{id}"]`; a segment in braces takes any text.
  let path: [String]
  /// What it gives, as a sentence.
  let summary: String
  /// The first is the one without an ending.
  let formats: [Form]
  let parameters: [Parameter]
  let answer: @Sendable (Call) async throws -> Reply

  init(
    _ path: [String], _ summary: String, formats: [Form] = [.html, .json],
    parameters: [Parameter] = [], answer: @escaping @Sendable (Call) async throws -> Reply
  ) {
    self.path = path
    self.summary = summary
    self.formats = formats
    self.parameters = parameters + (formats.contains(.html) ? [.language] : [])
    self.answer = answer
  }
}

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
      twins: twins, now: addresses.link(path, now))
  }
}

extension Route {
  /// A path with the ending of a form; that of the first page is `/index.json`.
  static func path(_ path: [String], ending: String) -> [String] {
    guard let last = path.last else { return ["index\(ending)"] }
    return path.dropLast() + [last + ending]
  }

  /// Which form and values a path asks of this route; nil where it asks another.
  func match(_ segments: [String]) -> (format: Form, captured: [String: String])? {
    // The endings first: what a segment in braces takes would take them as well.
    for format in formats {
      guard let ending = format.ending else { continue }
      guard let last = segments.last, last.hasSuffix(ending), last.count > ending.count else {
        continue
      }
      let stem = String(last.dropLast(ending.count))
      let bare = path.isEmpty && stem == "index" ? [] : segments.dropLast() + [stem]
      if let captured = captures(bare) { return (format, captured) }
    }
    guard let bare = formats.first(where: { $0.ending == nil }) else { return nil }
    return captures(segments).map { (bare, $0) }
  }

  private func captures(_ segments: [String]) -> [String: String]? {
    guard segments.count == path.count else { return nil }
    var captured: [String: String] = [:]
    for (part, segment) in zip(path, segments) {
      if part.hasPrefix("{") {
        guard !segment.isEmpty else { return nil }
        captured[String(part.dropFirst().dropLast())] = segment
      } else if part != segment {
        return nil
      }
    }
    return captured
  }
}
