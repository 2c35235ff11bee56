import Foundation

/// A plain connection to this machine, on which any bytes can be sent.
final class Socket {
  private let descriptor: Int32

  struct Failed: Error {}

  init(_ port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, size)
      }
    }
    guard descriptor >= 0, result == 0 else { throw Failed() }
  }

  deinit { close(descriptor) }

  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Foundation.send(
          descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failed() }
      rest = rest.dropFirst(count)
    }
  }

  /// Sends, and gives all that comes back until the connection ends or nothing came for a minute.
  func asking(_ text: String) throws -> String {
    try send(text)
    var answer: [UInt8] = []
    while let piece = receive(within: 60), !piece.isEmpty { answer += piece }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Whether the other side hangs up, having said nothing or not.
  func isEnded(within seconds: Int) -> Bool {
    while let piece = receive(within: seconds) {
      if piece.isEmpty { return true }
    }
    return false
  }

  func isAnswered(within seconds: Int) -> Bool { receive(within: seconds)?.isEmpty == false }

  /// What came; empty at the end, nil where nothing came.
  private func receive(within seconds: Int) -> [UInt8]? {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe Foundation.poll(&poll, 1, Int32(seconds * 1_000)) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    return count < 0 ? [] : Array(buffer.prefix(count))
  }
}
