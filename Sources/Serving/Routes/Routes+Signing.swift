internal import HTTPTypes
internal import Publishing

extension Route {
  /// Signing in by a link, and out. Looking at the link does not use it up, so that a program that
  /// looks at links before a person does harm to none.
  static let signing = [
    Route(
      ["sign-in"], "The page to sign in on.", formats: [.html],
      parameters: [
        Parameter("link", "The secret of the link that the program printed."), .back,
      ]
    ) { call in
      let invitation = call.arguments["link"].flatMap { call.site.sessions.invitation($0) }
      let page = SignInPage(
        writes: call.site.writes, link: invitation == nil ? nil : call.arguments["link"],
        name: invitation?.name, wasUsed: invitation == nil && call.arguments["link"] != nil,
        back: call.arguments["back"], longest: Author.longest)
      var reply = Reply.html(page.html(call.frame([])))
      reply.headers[.cacheControl] = "no-store"
      return reply
    },
    .action(
      ["sign-in"], "Signs a browser in by a link, once.", formats: [.html],
      parameters: [
        Parameter("link", "The secret of the link that the program printed.", isRequired: true),
        Parameter("name", "Under which name decisions are recorded.", longest: Author.longest),
      ], needsAuthor: false
    ) { call in
      let page = try call.back(otherwise: call.addresses.overview)
      let name = try call.site.sessions.use(
        call.arguments["link"] ?? "", as: call.arguments["name"])
      var reply = Reply.redirect(to: page)
      reply.headers[.setCookie] = call.site.cookie.handing(out: call.site.sessions.begin(as: name))
      return reply
    },
    .action(["sign-out"], "Signs a browser out.", formats: [.html], needsAuthor: false) { call in
      if let author = call.author { call.site.sessions.end(author) }
      var reply = Reply.redirect(to: try call.back(otherwise: call.addresses.overview))
      reply.headers[.setCookie] = call.site.cookie.takenBack
      return reply
    },
  ]
}
