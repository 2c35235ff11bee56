internal import HTTPTypes

/// Answers only requests that name this server. A page of another site whose name was made to point
/// at this machine (DNS rebinding) sends its own name, and is refused.
struct HostGuard: Sendable {
  /// `127.0.0.1:8137`, in lower case.
  let names: Set<String>

  init(_ reach: Reach, port: Int) {
    let all = ["127.0.0.1", "localhost", "[::1]"] + reach.hosts.map(HostGuard.bracketed)
    var names = Set(all.map { "\($0.lowercased()):\(port)" })
    if port == 80 { names.formUnion(all.map { $0.lowercased() }) }
    if let address = reach.publicAddress { names.insert(address.authority) }
    self.names = names
  }

  func check(_ request: HTTPRequest) throws(Problem) {
    guard let name = request.authority, !name.isEmpty else {
      throw Problem(.badRequest, "The request names no host.")
    }
    guard names.contains(name.lowercased()) else {
      throw Problem(
        .misdirectedRequest,
        "This server does not answer for “\(name.prefix(100))”, but for "
          + names.sorted().joined(separator: ", ") + ".")
    }
  }

  /// An IPv6 address as it stands in a URL.
  private static func bracketed(_ host: String) -> String {
    host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }
}
