import ArgumentParser
import Keeping
import Serving

/// Where a server listens, and under which names others may reach it.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The address of this machine to listen on; others than 127.0.0.1, ::1 and localhost need "
        + "--allow-network.", valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Let other machines reach it: everybody signs in, also to read.")
  var allowNetwork = false

  @Option(
    help: ArgumentHelp(
      "A name by which others reach it, without a port; may be given several times.",
      valueName: "name"))
  var hostName: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where browsers reach it through a reverse proxy with TLS: https://annals.example.",
      valueName: "address"))
  var publicURL: String?

  func validate() throws {
    let isOpen = !Server.isLoopback(host) || publicURL != nil
    if isOpen, !allowNetwork {
      let what = publicURL == nil ? "--host \(host)" : "--public-url"
      throw ValidationError(
        "\(what) lets other machines in: say --allow-network as well, or name 127.0.0.1, ::1 or "
          + "localhost.")
    }
    if allowNetwork, !isOpen {
      throw ValidationError("--allow-network goes with --host ADDRESS or --public-url.")
    }
    if !hostName.isEmpty, !allowNetwork {
      throw ValidationError("--host-name goes with --allow-network.")
    }
    for name in hostName where !NetworkOptions.isName(name) {
      throw ValidationError("“\(name)” is no name of a host, such as annals.example.")
    }
    if let publicURL, PublicAddress(publicURL) == nil {
      throw ValidationError(
        "“\(publicURL)” is no address of a whole site, such as https://annals.example.")
    }
    if Server.isAnyAddress(host), hostName.isEmpty, publicURL == nil {
      throw ValidationError(
        "--host \(host) is no name that a browser can ask for: say --host-name NAME as well.")
    }
  }

  var reach: Reach {
    Reach(
      isNetworked: allowNetwork, hosts: hostName,
      publicAddress: publicURL.flatMap { PublicAddress($0) })
  }

  /// The address to print: the one that others reach, where there is one.
  func address(port: Int) -> String {
    if let address = reach.publicAddress { return address.text }
    let name = Server.isAnyAddress(host) ? hostName.first ?? host : host
    return "http://\(name.contains(":") && !name.hasPrefix("[") ? "[\(name)]" : name):\(port)"
  }

  /// What must be said before others are let in.
  /// - Throws: `Failure` where nobody could sign in.
  func check(_ register: Register, option: RegisterOption) async throws -> [String] {
    guard allowNetwork else { return [] }
    let now = Deciding.now
    let tokens = try await Tokens(beside: register.path).all()
    guard tokens.contains(where: { $0.state(at: now) == "valid" }) else {
      throw Failure(
        .refused, "other machines would reach the register, and there is no token to sign in by",
        remedy: "Make one first: annals token add NAME --by WHO\(option.words)")
    }
    guard reach.publicAddress == nil else { return [] }
    return [
      "warning: there is no TLS. Whoever is on the way reads and changes what is sent, tokens too.",
      "  Better: a reverse proxy with TLS before it, and --public-url; docs/serve.md says how.",
    ]
  }

  /// Letters, digits, `-` and `.`, or an IPv6 address.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 254
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || "-.:[]".utf8.contains(byte)
      } && (text.hasPrefix("[") || text.utf8.count { $0 == UInt8(ascii: ":") } != 1)
  }
}
