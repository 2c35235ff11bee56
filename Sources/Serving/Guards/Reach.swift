internal import Foundation

/// From where a server is reached, and under which names.
package struct Reach: Hashable, Sendable {
  /// Whether other machines reach it. Then nobody reads either without signing in.
  package var isNetworked = false
  /// Names and addresses with the port that is listened on, besides those of loopback.
  package var hosts: [String] = []
  /// Where browsers reach it through a reverse proxy, by TLS; nil where there is none.
  package var publicAddress: PublicAddress?

  package init(isNetworked: Bool = false, hosts: [String] = [], publicAddress: PublicAddress? = nil)
  {
    self.isNetworked = isNetworked
    self.hosts = hosts
    self.publicAddress = publicAddress
  }
}

/// The address of a whole site, as in `https://annals.example`.
package struct PublicAddress: Hashable, Sendable {
  /// Host and, where it is not the usual one, port: as `Host` says it, in lower case.
  let authority: String

  package var text: String { "https://\(authority)" }

  /// Nil where the text is no `https` address, or has a path, which pages would not know of.
  package init?(_ text: String) {
    guard let parts = URLComponents(string: text), parts.scheme?.lowercased() == "https",
      let host = parts.host, !host.isEmpty, parts.user == nil, parts.query == nil,
      parts.fragment == nil, ["", "/"].contains(parts.path)
    else { return nil }
    let port = parts.port.map { $0 == 443 ? "" : ":\($0)" } ?? ""
    authority = (host + port).lowercased()
  }
}
