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
    guard takesTokens, let field = request.headerFields[.authorization] else {
      return try await author(ofSession: request)
    }
    return try await author(ofToken: field)
  }

  // Apart, with each wait alone in its line: in one function the compiler's optimiser crashes (Swift
  // 6.3.1).
  @inline(never)
  private func author(ofToken field: String) async throws -> Author {
    let words = field.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0].lowercased() == "bearer" else { throw Problem.badToken }
    let token = try await validToken(String(words[1]))
    guard let token else { throw Problem.badToken }
    return Author(name: token.author, proof: .token(token.name))
  }

  @inline(never)
  private func author(ofSession request: HTTPRequest) async throws -> Author? {
    guard let secret = cookie.secret(in: request), let author = sessions.author(secret)
    else { return nil }
    guard case .session(_, let digest?) = author.proof else { return author }
    let stillHolds = try await holds(digest: digest)
    guard !stillHolds else { return author }
    sessions.end(author)
    return nil
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
