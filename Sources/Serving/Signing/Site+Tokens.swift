internal import HTTPTypes
internal import Keeping

extension Site {
  /// The token of a secret that holds now; nil where there is none.
  func validToken(_ secret: String) async throws(RegisterError) -> Token? {
    guard let token = try await tokens.token(secret), holds(token) else { return nil }
    // A disk that cannot be written keeps nobody out; only the list is not up to date then.
    try? await tokens.use(token, at: moment)
    return token
  }

  /// Whether a session's token still holds.
  private func holds(digest: String) async throws(RegisterError) -> Bool {
    guard let token = try await tokens.token(digest: digest) else { return false }
    return holds(token)
  }

  private func holds(_ token: Token) -> Bool {
    switch token.state(at: moment) {
    case "revoked": !guards.contains(.revocation)
    case "expired": !guards.contains(.expiry)
    default: true
    }
  }

  /// Who sends a request: by a token, or by the cookie of a session, which ends with the token that
  /// began it.
  /// - Throws: `Problem` (401) for a token that does not hold.
  func author(of request: HTTPRequest, takesTokens: Bool) async throws -> Author? {
    if takesTokens, let field = request.headerFields[.authorization] {
      let words = field.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 2, words[0].lowercased() == "bearer",
        let token = try await validToken(String(words[1]))
      else { throw Problem.badToken }
      return Author(name: token.author, proof: .token(token.name))
    }
    guard let secret = cookie.secret(in: request), let author = sessions.author(secret)
    else { return nil }
    if case .session(_, let digest?) = author.proof, try await !holds(digest: digest) {
      sessions.end(author)
      return nil
    }
    return author
  }
}

extension Problem {
  /// A token that was never one, or is one no more: which of them is nobody's business.
  static var badToken: Problem {
    Problem(
      .unauthorized, "This token does not hold. Which do is listed by: annals token list.",
      headers: [.wwwAuthenticate: "Bearer realm=\"annals\", error=\"invalid_token\""])
  }
}
