internal import HTTPTypes
internal import Keeping
internal import Publishing

extension Route {
  /// Signing in by a link, and out. Looking at the link does not use it up, so that a program that
  /// looks at links before a person does harm to none.
  static let signing = [
    Route(
      ["sign-in"], "The page to sign in on.", formats: [.html],
      parameters: [
        Parameter("link", "The secret of the link that the program printed."), .back,
      ], access: .anybody
    ) { call in
      let invitation = call.arguments["link"].flatMap { call.site.sessions.invitation($0) }
      _ = try call.back(otherwise: call.addresses.overview)
      let page = SignInPage(
        isOpen: call.site.writes || call.site.reach.isNetworked,
        link: invitation == nil ? nil : call.arguments["link"],
        name: invitation?.name, wasUsed: invitation == nil && call.arguments["link"] != nil,
        back: call.arguments["back"], longest: Author.longest)
      var reply = Reply.html(page.html(call.frame([])))
      reply.headers[.cacheControl] = "no-store"
      return reply
    },
    .action(
      ["sign-in"], "Signs a browser in by a link, once, or by a token.", formats: [.html],
      parameters: [
        Parameter("link", "The secret of the link that the program printed."),
        Parameter("name", "Under which name decisions are recorded.", longest: Author.longest),
        Parameter("token", "A token, in place of a link; it says the name."),
      ], alternatives: ["link", "token"], access: .anybody
    ) { call in
      let sessions = call.site.sessions
      let session: String
      if let secret = call.arguments["token"] {
        guard let token = try await call.site.validToken(secret) else { throw Problem.badToken }
        session = sessions.begin(as: token.author, token: Secret.digest(secret))
      } else {
        let name = try sessions.use(call.arguments["link"] ?? "", as: call.arguments["name"])
        session = sessions.begin(as: name)
      }
      var reply = Reply.redirect(to: try call.back(otherwise: call.addresses.overview))
      reply.headers[.setCookie] = call.site.cookie.handing(out: session)
      return reply
    },
    .action(["sign-out"], "Signs a browser out.", formats: [.html], access: .anybody) { call in
      if let author = call.author { call.site.sessions.end(author) }
      var reply = Reply.redirect(to: try call.back(otherwise: call.addresses.overview))
      reply.headers[.setCookie] = call.site.cookie.takenBack
      return reply
    },
  ]
}
