import Dispatch
import Foundation
import Synchronization

/// A sign that others look at before they go on.
final class StopSign: Sendable {
  private let flag = Atomic<Bool>(false)
  var isUp: Bool { flag.load(ordering: .relaxed) }
  func raise() { flag.store(true, ordering: .relaxed) }
}

/// Ctrl-C during a long task: the first asks it to stop after the step it is in, the second stops
/// the program at once, and the register undoes the half-done step when it is next opened.
final class Interruption {
  let requests: Requests
  private let sources: [any DispatchSourceSignal]

  /// Whether the task should stop.
  var isRequested: Bool { requests.isAny }

  /// Takes SIGINT and SIGTERM until the value is gone.
  /// - Parameter when: at what the task stops: "after this document".
  init(stopping when: String = "after this document") {
    requests = Requests(stopping: when)
    let queue = DispatchQueue(label: "interruption")
    sources = [SIGINT, SIGTERM].map { number in
      // The source only sees what the default action leaves alive.
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [requests] in requests.add() }
      source.resume()
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }

  final class Requests: Sendable {
    private let count = Atomic<Int>(0)
    private let when: String

    fileprivate init(stopping when: String) { self.when = when }

    var isAny: Bool { count.load(ordering: .relaxed) > 0 }

    fileprivate func add() {
      guard count.wrappingAdd(1, ordering: .relaxed).newValue == 1 else {
        _exit(Outcome.interrupted.rawValue)
      }
      let words = "\nannals: stopping \(when); Ctrl-C again stops at once\n"
      FileHandle.standardError.write(Data(words.utf8))
    }
  }
}
