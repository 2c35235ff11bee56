internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
package import Keeping
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import Statements
internal import UnixSignals

/// The web server over one register.
package struct Server: Sendable {
  package struct Options: Sendable {
    /// The address to listen on.
    package var host: String
    /// 0 for any that is free.
    package var port: Int
    package var limits = RequestLimits()
    /// Whether those who sign in may change something; the register must then be open for writing.
    package var writes = false
    /// Whom the first link signs in; nil where the person says so.
    package var author: String?
    /// Whether other machines reach it, and under which names, besides the address.
    package var reach = Reach()
    /// Reads what is uploaded; nil where nothing is taken.
    package var read: UploadReader?
    /// A name for the program as it is, by which copies of answers are compared.
    package var build: String

    /// The program's version, such as `0.1.0`.
    package var version: String

    package init(host: String, port: Int, build: String, version: String) {
      self.host = host
      self.port = port
      self.build = build
      self.version = version
    }
  }

  /// Why a server cannot be.
  package enum Refusal: Error, Sendable {
    /// The address cannot be listened on: the system's error number.
    case cannotListen(Int32)
  }

  /// Whether an address is this machine's own and no other's.
  package static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isFour =
      parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    return isFour || ["localhost", "::1", "[::1]"].contains(host.lowercased())
  }

  /// Whether an address stands for all of the machine's, and is none that a request can name.
  package static func isAnyAddress(_ host: String) -> Bool {
    ["0.0.0.0", "::", "[::]"].contains(host)
  }

  /// Whether a name can stand beside a decision: one line, not too long.
  package static func isName(_ name: String) -> Bool { (try? Author.checked(name)) != nil }

  /// Serves until it is told to end by SIGINT or SIGTERM, or its task is cancelled; what is being answered
  /// then is answered to its end.
  ///
  /// - Parameters:
  ///   - onReady: called when requests are taken, with the port and, where somebody signs in, the path of
  ///     the link that does it.
  ///   - onLink: called with another such path whenever the program is sent SIGUSR1; with nil where nobody
  ///     signs in.
  /// - Throws: `Refusal`, `VocabularyError`.
  package static func run(
    _ register: Register, _ options: Options, log: LineLog,
    onReady: @escaping @Sendable (_ port: Int, _ link: String?) async -> Void,
    onLink: @escaping @Sendable (_ link: String?) async -> Void = { _ in }
  ) async throws {
    let limits = options.limits
    let logger = Logger(label: "annals") { _ in log }
    let idle = TimeAmount(limits.idle)
    // The port is known only when it is bound, and the guard of names needs it.
    let late = LateResponder()
    let server = HTTPServerBuilder.http1(
      configuration: .init(
        idleTimeout: idle,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers,
          maxHeaderFieldCount: 100)))
    // Hummingbird's own lines are about its parts; ours are about requests.
    var quiet = logger
    quiet.logLevel = .error
    let host =
      options.host.hasPrefix("[") ? String(options.host.dropFirst().dropLast()) : options.host
    let application = Application(
      responder: late, server: server,
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: options.port),
        availableConnectionsDelegate: .maximum(limits.connections, logger: quiet)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? options.port
        do {
          var reach = options.reach
          if !Server.isAnyAddress(host) { reach.hosts.append(host) }
          let responder = try Responder(
            register, writes: options.writes, reach: reach, port: port, limits: limits,
            build: options.build, version: options.version, read: options.read)
          late.set(responder, logger: logger)
          await onReady(port, late.invite(as: options.author))
        } catch {
          logger.error("the words of the pages are not complete", metadata: ["reason": "\(error)"])
        }
      }, logger: quiet)
    let bell = LinkBell { await onLink(late.invite(as: options.author)) }
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: application), .init(service: bell)],
      gracefulShutdownSignals: [.sigint, .sigterm], logger: quiet)
    configuration.maximumGracefulShutdownDuration = .seconds(10)
    do {
      try await run(ServiceGroup(configuration: configuration))
    } catch let error as IOError {
      throw Refusal.cannotListen(error.errnoCode)
    }
  }

  /// Runs until the group ends. A task that is cancelled ends it as a signal does: were the group cancelled
  /// itself, a connection that is accepted in that moment would belong to nobody, which NIO takes for a
  /// programming error and stops the process.
  private static func run(_ group: ServiceGroup) async throws {
    let running = Task { try await group.run() }
    try await withTaskCancellationHandler {
      try await running.value
    } onCancel: {
      Task { await group.triggerGracefulShutdown() }
    }
  }
}
