internal import HTTPTypes

/// Lets only pages of this server change something, and scripts that hold a token. Another site, or
/// another server of this machine, whose page sends a form here is refused, whatever cookies the
/// browser adds.
///
/// Browsers send `Origin` with every POST and most also say `Sec-Fetch-Site`. A cookie without either
/// comes from no browser that keeps this promise, and is not believed. No secret is put into the forms
/// besides: a page that could make a browser send a wrong `Origin` could read the form as well.
///
/// Sources: Fetch, section 3.2 (Origin); Fetch Metadata Request Headers, section 2.3.
struct OriginGuard: Sendable {
  /// The host under which browsers reach the server by TLS; under any other they do without.
  let secureHost: String?

  /// - Parameter byToken: whether a token speaks for the request, which no page of another site has.
  func check(_ request: HTTPRequest, byToken: Bool) throws(Problem) {
    let site = request.headerFields[.secFetchSite]
    let origin = request.headerFields[.origin]
    if let site, site != "same-origin" { throw OriginGuard.refusal }
    if let origin {
      guard let host = request.authority?.lowercased(),
        origin.lowercased() == (host == secureHost ? "https://" : "http://") + host
      else { throw OriginGuard.refusal }
    }
    if site == nil, origin == nil, !byToken {
      throw Problem(
        .forbidden,
        "The request does not say which page it comes from (Origin), as browsers do; "
          + "a script signs in by a token.")
    }
  }

  private static let refusal = Problem(
    .forbidden, "Only pages of this server may change something; this request is another's.")
}

extension HTTPField.Name {
  static let secFetchSite = Self("Sec-Fetch-Site")!
}
