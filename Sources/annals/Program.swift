import ArgumentParser
import Foundation

/// The program's one way in and out: arguments to a command, its end to an exit code.
@main
enum Program {
  static func main() async {
    reserveStandardDescriptors()
    if CommandLine.arguments.dropFirst().first == Worker.argument {
      exit(Worker.main(Array(CommandLine.arguments.dropFirst(2))))
    }
    // A reader that has gone is an error of `write`, not the end of a half-done reading.
    signal(SIGPIPE, SIG_IGN)
    var console = Console(environment: ProcessInfo.processInfo.environment)
    let outcome = await run(Array(CommandLine.arguments.dropFirst()), on: &console)
    exit(finish(outcome, on: &console).rawValue)
  }

  /// Parses and runs a command; every error becomes words on standard error and an outcome.
  private static func run(
    _ arguments: [String], on console: inout Console
  ) async -> Outcome {
    do {
      if let page = HelpTopic.page(for: arguments) {
        try console.print(page)
        return .done
      }
      try Misspelling.check(arguments, in: Annals.self)
      var command = try Annals.parseAsRoot(EarlyYears.hidden(arguments))
      guard let door = command as? any Door else {
        try command.run()
        return .done
      }
      if door.look.noColor { console.forbidColor() }
      return try await door.run(on: &console)
    } catch {
      return report(error, on: &console)
    }
  }

  /// Writes what is still buffered, so that a full disk is told and not only noticed.
  private static func finish(_ outcome: Outcome, on console: inout Console) -> Outcome {
    do {
      try console.flush()
      return outcome
    } catch {
      let failed = report(error, on: &console)
      return outcome == .done ? failed : outcome
    }
  }

  /// SQLite and others would otherwise be given a closed descriptor's number and be written into.
  private static func reserveStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }
}

extension Program {
  /// Says what an error means, and which outcome it is.
  private static func report(_ error: any Error, on console: inout Console) -> Outcome {
    if let error = error as? OutletError, error == .closed { return .done }
    if let failure = Failure(describing: error) {
      console.say(failure.message)
      return failure.outcome
    }
    // What is left is ArgumentParser's: a request for help or version, or a usage error.
    let text = Annals.fullMessage(for: error, columns: min(console.terminal.width, 100))
    if Annals.exitCode(for: error).isSuccess {
      do {
        try console.print(text)
        return .done
      } catch {
        return report(error, on: &console)
      }
    }
    console.say(text)
    return .usage
  }
}
