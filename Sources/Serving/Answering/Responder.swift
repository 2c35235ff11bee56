internal import HTTPTypes
package import Hummingbird
package import Keeping
internal import Logging
internal import NIOCore
internal import Publishing
package import Statements

/// Answers requests: guards first, then the route, then the headers that every answer has.
package struct Responder: HTTPResponder {
  package typealias Context = BasicRequestContext

  private let site: Site
  private let host: HostGuard?
  private let limits: RequestLimits
  private let gate: Gate

  /// - Parameters:
  ///   - hosts: names and addresses by which the server is reached, besides those of loopback; nil
  ///     to answer whatever a request names.
  ///   - build: a name for the program as it is.
  ///   - version: the program's version.
  /// - Throws: `VocabularyError` where the words of the pages are not complete.
  package init(
    _ register: Register, hosts: [String]? = [], port: Int, limits: RequestLimits = RequestLimits(),
    build: String, version: String = "0"
  ) throws(VocabularyError) {
    site = try Site(register, build: build, version: version)
    host = hosts.map { HostGuard(hosts: $0, port: port) }
    self.limits = limits
    gate = Gate(limits.requests)
  }

  package func respond(to request: Request, context: Context) async throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    var reply: Reply
    do {
      reply = try await gate.pass { try await self.reply(to: request.head) }
    } catch {
      reply = self.reply(to: request.head, failure: error, context.logger)
    }
    SecurityHeaders.add(to: &reply.headers)
    if reply.headers[.cacheControl] == nil { reply.headers[.cacheControl] = "no-cache" }
    let response = Response(
      status: reply.status, headers: reply.headers,
      body: reply.status == .notModified
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    AccessLog.write(
      request.head, status: reply.status, bytes: reply.body.count, time: clock.now - start,
      to: context.logger)
    return request.method == .head ? response.createHeadResponse() : response
  }

  // MARK: Answers

  private func reply(to request: HTTPRequest) async throws -> Reply {
    try host?.check(request)
    try limits.check(request)
    let target = try Target(request.path ?? "")
    let (route, format, captured) = try route(target, request.method)
    let arguments = try Arguments(
      target.query, of: route.parameters, allowsEmpty: format == .html)
    let language = try language(arguments, request)
    // The state first: an answer may be newer than its tag says, never older.
    let tag = EntityTag(
      try await site.register.state(), build: site.build,
      language: format == .html ? language : nil)
    var reply: Reply
    if tag.matches(request.headerFields[.ifNoneMatch]) {
      reply = .text("")
      reply.headers[.contentType] = nil
      reply.status = .notModified
    } else {
      let call = Call(
        site: site, format: format, arguments: arguments, captured: captured,
        wording: site.wording(language), path: barePath(target.path, format),
        query: target.query)
      reply = try await within(limits.time) { try await route.answer(call) }
    }
    reply.headers[.eTag] = tag.description
    if format == .html {
      reply.headers[.vary] = "Accept-Language"
      reply.headers[.contentLanguage] = language
    }
    return reply
  }

  private func route(
    _ target: Target, _ method: HTTPRequest.Method
  ) throws(Problem) -> (Route, Form, [String: String]) {
    for route in Route.served {
      guard let (format, captured) = route.match(target.path) else { continue }
      guard method == .get || method == .head else {
        throw Problem(
          .methodNotAllowed, "This address can only be read: GET or HEAD.",
          headers: [.allow: "GET, HEAD"])
      }
      return (route, format, captured)
    }
    throw .notFound("There is nothing at this address.")
  }

  private func barePath(_ path: [String], _ format: Form) -> [String] {
    guard let ending = format.ending, let last = path.last else { return path }
    return path.dropLast() + [String(last.dropLast(ending.count))]
  }

  private func language(
    _ arguments: Arguments, _ request: HTTPRequest
  ) throws(Problem) -> String {
    let offered = site.wordings.map(\.language)
    guard let asked = arguments["lang"] else {
      return Preference.language(request.headerFields[.acceptLanguage], among: offered)
    }
    guard offered.contains(asked) else {
      throw .badParameter(
        "lang", "“lang” is one of \(offered.joined(separator: ", ")), not “\(asked)”.")
    }
    return asked
  }

  // MARK: Failures

  private func reply(
    to request: HTTPRequest, failure: any Error, _ logger: Logger
  ) -> Reply {
    let problem = Problem(failure)
    if problem.status == .internalServerError {
      logger.error("failed", metadata: ["reason": "\(failure)"])
    }
    var reply = isForPerson(request) ? page(problem, request) : .problem(problem.json)
    reply.status = problem.status
    reply.headers.append(contentsOf: problem.headers)
    reply.headers[.cacheControl] = "no-store"
    return reply
  }

  /// Whether a browser shows the answer: it asks for HTML by name, and not for another form.
  private func isForPerson(_ request: HTTPRequest) -> Bool {
    guard request.headerFields[.accept]?.contains("text/html") == true else { return false }
    let path = request.path?.prefix { $0 != "?" } ?? ""
    return !path.hasSuffix(".json") && !path.hasSuffix(".csv")
  }

  private func page(_ problem: Problem, _ request: HTTPRequest) -> Reply {
    let language = Preference.language(
      request.headerFields[.acceptLanguage], among: site.wordings.map(\.language))
    let frame = PageFrame(
      wording: site.wording(language), addresses: Addresses(), files: site.files.references,
      languages: [], twins: [])
    let page = ProblemPage(
      status: problem.status.code, title: problem.title, detail: problem.detail)
    return .html(page.html(frame))
  }
}

extension Problem {
  /// The problem that an error means. What is not the reader's fault is said without details.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as RegisterError where error.reason == .locked:
      self.init(
        .serviceUnavailable, "The register is locked by another program; try again.",
        headers: [.retryAfter: "5"])
    case let error as RegisterError where error.reason == .cancelled:
      self.init(.serviceUnavailable, "The answer was stopped.")
    case is CancellationError: self.init(.serviceUnavailable, "The answer was stopped.")
    default:
      self.init(
        .internalServerError, "The register could not be read; the server's log says why.")
    }
  }
}
