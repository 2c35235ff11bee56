import ArgumentParser
import Foundation
import Keeping
import Serving

/// `annals serve`: the register in a browser.
struct ServeCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the register in a browser, on this machine only.",
    discussion: """
      EXAMPLES:
        annals serve                             open the address that it prints; Ctrl-C ends it
        annals serve --port 8080                 on another port; 0 takes any that is free
        annals serve --register iraq.sqlite      another register
        annals serve --json 2> access.jsonl      the log for another program

      Pages only show, they change nothing. What another annals reads meanwhile shows up at once.
      Every page has a twin for programs: /missions.json beside /missions. The address goes to
      standard output, a line for each request to standard error.
      """)

  @Option(
    help: ArgumentHelp(
      "The port; 0 takes any that is free.", valueName: "number"),
    transform: { try ServeCommand.port($0) })
  var port = 8137

  @Option(
    help: ArgumentHelp(
      "The address of this machine to listen on: 127.0.0.1, ::1 or localhost.",
      valueName: "address"))
  var host = "127.0.0.1"

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard Server.isLoopback(host) else {
      throw ValidationError(
        "--host \(host) can be reached from other machines, and nothing would keep them out: name "
          + "127.0.0.1, ::1 or localhost.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let path = register.path(in: console.environment)
    let options = Server.Options(
      host: host, port: port, build: ServeCommand.build,
      version: Annals.configuration.version)
    let isJSON = look.json
    try console.flush()
    let log = LineLog(isJSON: isJSON, now: { Deciding.now }, write: { Speaker.say($0) })
    return try await register.asked(in: console.environment) { register in
      do {
        try await Server.run(register, options, log: log) { port in
          let host = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
          Speaker.print("http://\(host):\(port)/")
          Speaker.say("serving \(path), to be read only; Ctrl-C ends it")
        }
      } catch Server.Refusal.cannotListen(let number) {
        throw Failure(
          .inputFailed, "\(host), port \(port): \(systemWords(number))",
          remedy: "Take another port: annals serve --port 0 takes any that is free.")
      }
      return .done
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
