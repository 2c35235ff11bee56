package import Foundation
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

  let site: Site
  let host: HostGuard
  private let origin: OriginGuard
  let limits: RequestLimits
  let guards: Guards
  private let gate: Gate
  private let uploads: Gate
  private let kept = ReplyCache(room: 8 << 20)

  /// - Parameters:
  ///   - writes: whether those who sign in may change something.
  ///   - reach: from where the server is reached.
  ///   - build: a name for the program as it is.
  ///   - version: the program's version.
  ///   - read: reads what is uploaded; nil where nothing is taken.
  ///   - now: the time.
  /// - Throws: `VocabularyError` where the words of the pages are not complete.
  package init(
    _ register: Register, writes: Bool = false, reach: Reach = Reach(), port: Int,
    limits: RequestLimits = RequestLimits(), guards: Guards = .all, build: String,
    version: String = "0", read: UploadReader? = nil,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws(VocabularyError) {
    site = try Site(
      register, writes: writes, reach: reach, port: port, guards: guards, build: build,
      version: version, read: read, now: now)
    host = HostGuard(reach, port: port)
    origin = OriginGuard(secureHost: reach.publicAddress?.authority)
    self.limits = limits
    self.guards = guards
    gate = Gate(guards.contains(.requests) ? limits.requests : nil)
    uploads = Gate(guards.contains(.requests) ? limits.uploads : nil)
  }

  /// Whether anybody signs in: to change something or, where others reach the server, to read.
  var takesAuthors: Bool { site.writes || site.reach.isNetworked }

  /// The path of a new link that signs in, once and for a quarter of an hour.
  /// - Parameter name: whom it signs in; nil where the person says so.
  package func invite(as name: String?) -> String {
    Link(["sign-in"], query: [("link", site.sessions.invite(as: name))]).text
  }

  package func respond(to request: Request, context: Context) async throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let intake = Intake(request, linger: limits.linger)
    var reply: Reply
    do {
      reply = try await gate.pass { try await self.reply(to: request.head, intake) }
    } catch {
      reply = self.reply(to: request.head, failure: error, context.logger)
    }
    if guards.contains(.fields) { SecurityHeaders.add(to: &reply.headers) }
    if reply.headers[.cacheControl] == nil { reply.headers[.cacheControl] = "no-cache" }
    AccessLog.write(
      request.head, status: reply.status, bytes: reply.body.count, time: clock.now - start,
      to: context.logger)
    return response(reply, to: request, intake)
  }

  private func response(_ reply: Reply, to request: Request, _ intake: Intake) -> Response {
    let content = reply.status == .notModified ? [] : reply.body
    var headers = reply.headers
    guard intake.isDone else {
      headers[.connection] = "close"
      let sent = request.method == .head ? [] : content
      return Response(
        status: reply.status, headers: headers,
        body: ResponseBody(contentLength: content.count) { writer in
          try await writer.write(ByteBuffer(bytes: sent))
          try await writer.finish(nil)
          try await intake.end()
        })
    }
    let response = Response(
      status: reply.status, headers: headers,
      body: reply.status == .notModified
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
    return request.method == .head ? response.createHeadResponse() : response
  }

  // MARK: Answers

  private func reply(to request: HTTPRequest, _ intake: Intake) async throws -> Reply {
    if guards.contains(.host) { try host.check(request) }
    try limits.check(request, guards)
    let target = try Target(request.path ?? "")
    let (route, format, captured) = try route(target, request.method)
    let author = try await site.author(
      of: request, takesTokens: route.method == .post || site.reach.isNetworked)
    try admit(request, by: author, to: route)
    let asked = Asked(
      route: route, format: format, captured: captured, target: target, author: author)
    // A body with files is in memory until it was read: few at a time.
    if route.body == .files {
      return try await uploads.pass { try await self.reply(to: request, asked, intake) }
    }
    return try await reply(to: request, asked, intake)
  }

  /// What was asked for, and by whom, before the body is read.
  struct Asked {
    let route: Route
    let format: Form
    let captured: [String: String]
    let target: Target
    let author: Author?
  }

  private func reply(
    to request: HTTPRequest, _ asked: Asked, _ intake: Intake
  ) async throws -> Reply {
    let route = asked.route
    let body = try await body(of: request, asked, intake)
    let arguments = try Arguments(
      body.pairs, of: route.parameters, allowsEmpty: asked.format == .html || route.method == .post)
    try arguments.check(anyOf: route.alternatives)
    let language = try language(arguments, request)
    let call = Call(
      site: site, format: asked.format, arguments: arguments, captured: asked.captured,
      wording: site.wording(language), path: barePath(asked.target.path, asked.format),
      query: asked.target.query, author: asked.author, files: body.files)
    guard route.method == .get else {
      // Where it leads is known to be of this site before anything is done.
      _ = try call.back(otherwise: call.addresses.overview)
      var reply = try await answer(call, by: route)
      reply.headers[.cacheControl] = "no-store"
      return reply
    }
    return try await reply(to: request, call, by: route)
  }

  /// Whether somebody is answered at all, before anything of the body is read.
  private func admit(
    _ request: HTTPRequest, by author: Author?, to route: Route
  ) throws(Problem) {
    guard route.method == .post else {
      if guards.contains(.reading), site.reach.isNetworked, author == nil,
        route.access != .anybody
      {
        throw .nobody
      }
      return
    }
    // Where others reach the server, one signs in to read as well.
    let isForReaders = route.access == .anybody && site.reach.isNetworked
    if guards.contains(.writing), !site.writes, !isForReaders {
      throw Problem(
        .forbidden, "This server only shows. To change something: annals serve --write.")
    }
    if guards.contains(.origin) {
      try origin.check(request, byToken: author?.isByToken ?? false)
    }
    if guards.contains(.author), route.access == .authors, author == nil { throw .nobody }
  }

  /// What a page answers, or that a copy of it is still good. A page for somebody who is signed in
  /// is theirs alone, and made anew each time.
  private func reply(
    to request: HTTPRequest, _ call: Call, by route: Route
  ) async throws -> Reply {
    let isPage = call.format == .html
    let hasWords = isPage || call.format == .svg
    let language = call.wording.language
    var reply: Reply
    if isPage, call.author != nil {
      reply = try await answer(call, by: route)
      reply.headers[.cacheControl] = "private, no-store"
    } else {
      // The state first: an answer may be newer than its tag says, never older.
      let tag = EntityTag(
        try await site.register.state(), build: site.build, language: hasWords ? language : nil)
      if tag.matches(request.headerFields[.ifNoneMatch]) {
        reply = .text("")
        reply.headers[.contentType] = nil
        reply.status = .notModified
      } else {
        reply = try await keptAnswer(call, by: route, tag)
      }
      if reply.headers[.cacheControl] != "no-store" { reply.headers[.eTag] = tag.description }
      if site.reach.isNetworked, route.access != .anybody {
        reply.headers[.cacheControl] = "private, no-cache"
      }
    }
    if hasWords {
      reply.headers[.vary] = isPage && site.writes ? "Accept-Language, Cookie" : "Accept-Language"
      reply.headers[.contentLanguage] = language
    }
    return reply
  }

  /// An answer for readers, made once as long as nothing changes.
  private func keptAnswer(
    _ call: Call, by route: Route, _ tag: EntityTag
  ) async throws -> Reply {
    let key = ReplyCache.Key(
      tag: tag.description, path: call.path, query: call.query, format: call.format)
    if call.author == nil, let reply = kept[key] { return reply }
    let reply = try await answer(call, by: route)
    if call.author == nil { kept.keep(reply, key) }
    return reply
  }

  private func answer(_ call: Call, by route: Route) async throws -> Reply {
    guard guards.contains(.time) else { return try await route.answer(call) }
    let time = route.body == .files ? limits.uploadTime : limits.time
    return try await within(time) { try await route.answer(call) }
  }

  private func route(
    _ target: Target, _ method: HTTPRequest.Method
  ) throws(Problem) -> (Route, Form, [String: String]) {
    var allowed: [Route.Method] = []
    // An address of its own is not also one of those that take any text in its place.
    var own: [String]?
    for route in Route.served where own.map({ $0 == route.path }) ?? true {
      guard let (format, captured) = route.match(target.path) else { continue }
      if captured.isEmpty { own = route.path }
      if route.method.admits(method) { return (route, format, captured) }
      if !allowed.contains(route.method) { allowed.append(route.method) }
    }
    guard !allowed.isEmpty else { throw .notFound("There is nothing at this address.") }
    let words = allowed.map(\.words).joined(separator: ", ")
    throw Problem(
      .methodNotAllowed,
      allowed == [.get]
        ? "This address can only be read: GET or HEAD." : "This address takes \(words).",
      headers: [.allow: words])
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
}
