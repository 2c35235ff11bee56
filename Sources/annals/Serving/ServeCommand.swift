import ArgumentParser
import Foundation
import Keeping
import Serving

/// `annals serve`: the register in a browser.
struct ServeCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the register in a browser; on this machine only, unless told otherwise.",
    discussion: """
      EXAMPLES:
        annals serve                             open the address that it prints; Ctrl-C ends it
        annals serve --port 8080                 on another port; 0 takes any that is free
        annals serve --register iraq.sqlite      another register
        annals serve --write                     also to decide there; prints a link to sign in by
        annals serve --write --as 'A. Reader'    the link signs in this person
        annals serve --host 192.168.1.5 --allow-network    for other machines; see annals help token
        annals serve --json 2> access.jsonl      the log for another program
        kill -USR1 4711                          another link to sign in by, while it runs; it says
                                                 its number when it starts

      Pages only show, they change nothing, but for --write: then who opens the link that is printed
      signs in, once, and decides under a name. Scripts, and whoever comes from another machine, sign in
      by a token: annals token. What another annals reads meanwhile shows up at once.
      Every page has a twin for programs: /missions.json beside /missions. The address goes to
      standard output, a line for each request to standard error.
      """)

  @Option(
    help: ArgumentHelp(
      "The port; 0 takes any that is free.", valueName: "number"),
    transform: { try ServeCommand.port($0) })
  var port = 8137

  @OptionGroup var network: NetworkOptions

  @Flag(help: "Let those who sign in decide, undo, and upload documents.")
  var write = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Whom the printed link signs in; without it the sign-in page asks.", valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      "With --write: how much may be uploaded at once, in MB; 0 for no uploads.", valueName: "MB"))
  var maxUpload = 32

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard (0...64).contains(maxUpload) else {
      throw ValidationError("--max-upload is a number from 0 to 64, not \(maxUpload).")
    }
    if author != nil, !write { throw ValidationError("--as goes with --write.") }
    if let author {
      guard Server.isName(author) else {
        throw ValidationError("--as takes a name of one line and at most 100 bytes.")
      }
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    var options = Server.Options(
      host: network.host, port: port, build: ServeCommand.build,
      version: Annals.configuration.version)
    options.writes = write
    options.author = author
    options.reach = network.reach
    let log = LineLog(isJSON: look.json, now: { Deciding.now }, write: { Speaker.say($0) })
    try console.flush()
    let environment = console.environment
    if write {
      try await register.changed(in: environment) { try await serve($0, options, log) }
    } else {
      try await register.asked(in: environment) { try await serve($0, options, log) }
    }
    return .done
  }

  private func serve(
    _ register: Register, _ options: Server.Options, _ log: LineLog
  ) async throws {
    let path = register.path
    var options = options
    options.limits.upload = maxUpload << 20
    if write, maxUpload > 0 {
      let uploads = Uploads(register: register, limits: ProcessLimits())
      options.read = { try await uploads.read($0) }
    }
    for line in try await network.check(register, option: self.register) { Speaker.say(line) }
    let started = Started(network: network, path: path)
    do {
      try await Server.run(
        register, options, log: log, onReady: { started.tell(port: $0, link: $1) },
        onLink: { started.tell(link: $0) })
    } catch Server.Refusal.cannotListen(let number) {
      throw Failure(
        .inputFailed, "\(network.host), port \(port): \(systemWords(number))",
        remedy: "Take another port: annals serve --port 0 takes any that is free.")
    }
  }

  /// When the program was built last, as far as its file tells: copies that a browser has from an
  /// earlier program are made anew.
  private static var build: String {
    let path = CommandLine.arguments.first.flatMap { _ in Bundle.main.executablePath } ?? ""
    let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate]
    return String(Int((changed as? Date)?.timeIntervalSince1970 ?? 0), radix: 36)
  }

  private static func port(_ text: String) throws -> Int {
    guard let port = UInt16(text) else {
      throw ValidationError("“\(text)” is no port: a number from 0 to 65535.")
    }
    return Int(port)
  }
}
