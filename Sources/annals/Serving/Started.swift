import Foundation
import Synchronization

/// What is said of a server that runs: its addresses to standard output, the rest beside them.
final class Started: Sendable {
  private let network: NetworkOptions
  /// Of the register.
  private let path: String
  private let port = Mutex<Int?>(nil)

  init(network: NetworkOptions, path: String) {
    self.network = network
    self.path = path
  }

  /// - Parameter link: the path of the link that signs in; nil where nobody does.
  func tell(port: Int, link: String?) {
    self.port.withLock { $0 = port }
    let address = network.address(port: port)
    Speaker.print("\(address)/")
    guard let link else {
      return Speaker.say("serving \(path), to be read only; Ctrl-C ends it")
    }
    Speaker.print("\(address)\(link)")
    Speaker.say(
      "serving \(path); the second address signs in, once and within 15 minutes; Ctrl-C ends it")
    Speaker.say("for another such address: kill -USR1 \(getpid())")
  }

  /// Tells a link that was asked for while the server runs.
  func tell(link: String?) {
    guard let link, let port = port.withLock({ $0 }) else {
      return Speaker.say("nobody signs in here: this server only shows; see annals serve --write")
    }
    Speaker.print("\(network.address(port: port))\(link)")
    Speaker.say("this address signs in, once and within 15 minutes")
  }
}
