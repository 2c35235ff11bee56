internal import HTTPTypes
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
  /// The names of parameters of which a request must have one; none where that is not so.
  let alternatives: [String]
  let method: Method
  let access: Access
  let body: Body
  let answer: @Sendable (Call) async throws -> Reply

  /// Whom a route answers.
  enum Access: Sendable {
    /// Anybody: what is needed to sign in.
    case anybody
    /// Who may read: anybody of this machine, and others who signed in.
    case readers
    /// Who is signed in.
    case authors
  }

  /// What a request brings.
  enum Body: Sendable {
    case none
    /// Fields, as a form or JSON.
    case fields
    /// Fields and files, as a form with files.
    case files
  }

  enum Method: String, Sendable {
    /// Shows something; HEAD is answered as well.
    case get
    /// Does something; the parameters are in the body.
    case post

    func admits(_ method: HTTPRequest.Method) -> Bool {
      switch self {
      case .get: method == .get || method == .head
      case .post: method == .post
      }
    }

    /// As the header field `Allow` says it.
    var words: String { self == .get ? "GET, HEAD" : "POST" }
  }

  init(
    _ path: [String], _ summary: String, formats: [Form] = [.html, .json],
    parameters: [Parameter] = [], access: Access = .readers,
    answer: @escaping @Sendable (Call) async throws -> Reply
  ) {
    self.init(path, summary, .get, formats, parameters, [], access, .none, answer)
  }

  /// An action: a browser that asks without ending is led on, a program that asks for `.json` is
  /// told what was done.
  /// - Parameter alternatives: the names of parameters of which one must be there.
  static func action(
    _ path: [String], _ summary: String, formats: [Form] = [.html, .json],
    parameters: [Parameter] = [], alternatives: [String] = [], access: Access = .authors,
    answer: @escaping @Sendable (Call) async throws -> Reply
  ) -> Route {
    Route(
      path, summary, .post, formats, parameters + [.back], alternatives, access, .fields, answer)
  }

  /// An action that takes files, and answers with a page or JSON what became of them.
  static func uploads(
    _ path: [String], _ summary: String, parameters: [Parameter],
    answer: @escaping @Sendable (Call) async throws -> Reply
  ) -> Route {
    Route(path, summary, .post, [.html, .json], parameters, [], .authors, .files, answer)
  }

  private init(
    _ path: [String], _ summary: String, _ method: Method, _ formats: [Form],
    _ parameters: [Parameter], _ alternatives: [String], _ access: Access, _ body: Body,
    _ answer: @escaping @Sendable (Call) async throws -> Reply
  ) {
    self.method = method
    self.access = access
    self.alternatives = alternatives
    self.body = body
    self.path = path
    self.summary = summary
    self.formats = formats
    self.parameters = parameters + (formats.contains(.html) ? [.language] : [])
    self.answer = answer
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
    guard segments.count == path.count || path.isEmpty else { return nil }
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
