import Foundation
import Testing

@testable import Serving

/// Requests whose end two programs could see in different places: a proxy before the server and the
/// server itself. What one takes for a body the other must not take for a request.
///
/// Source: RFC 9112, sections 5.1, 6.1, 6.3 and 11.2.
extension `A server on a socket` {
  /// Header lines that leave it open how long the body is, each with the body.
  private static let doubtful: [(head: String, body: String)] = [
    ("Content-Length: 4\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
    ("Transfer-Encoding: chunked\r\nContent-Length: 4", "0\r\n\r\n"),
    ("Content-Length: 0\r\nContent-Length: 5", ""), ("Content-Length: 0, 5", ""),
    ("Content-Length: +0", ""), ("Content-Length: 0x0", ""), ("Content-Length: -1", ""),
    ("Content-Length: 99999999999999999999", ""), ("Content-Length : 0", ""),
    ("Transfer-Encoding: xchunked", "0\r\n\r\n"), ("Transfer-Encoding : chunked", "0\r\n\r\n"),
    ("Transfer-Encoding: chunked, identity", "0\r\n\r\n"),
    ("Transfer-Encoding:\u{B}chunked", "0\r\n\r\n"),
    ("X: y\nTransfer-Encoding: chunked", "0\r\n\r\n"),
    ("X: y\rTransfer-Encoding: chunked", "0\r\n\r\n"), ("X: y\r\n Transfer-Encoding: chunked", ""),
    ("Transfer-Encoding: chunked", "0;x\n\r\n\r\n"), ("Transfer-Encoding: chunked", "0x0\r\n\r\n"),
    ("Transfer-Encoding: chunked", "-0\r\n\r\n"),
  ]

  @Test func `answers no request that stands where a body may be`() async throws {
    try await serving(RequestLimits()) { port in
      let host = "Host: 127.0.0.1:\(port)"
      for (head, body) in Self.doubtful {
        let answer = try Socket(port).asking(
          "GET /index.json HTTP/1.1\r\n\(host)\r\n\(head)\r\n\r\n\(body)"
            + "GET /files/annals.css HTTP/1.1\r\n\(host)\r\nConnection: close\r\n\r\n")
        #expect(!answer.contains("text/css"), "\(head.debugDescription)")
      }
      // Two that are clear are two, or the attack above would show nothing.
      let both = try Socket(port).asking(
        "GET /index.json HTTP/1.1\r\n\(host)\r\nContent-Length: 0\r\n\r\n"
          + "GET /files/annals.css HTTP/1.1\r\n\(host)\r\nConnection: close\r\n\r\n")
      #expect(both.contains("application/json") && both.contains("text/css"))
    }
  }

  @Test func `hangs up on a head that comes byte by byte for too long`() async throws {
    var limits = RequestLimits()
    limits.idle = .milliseconds(600)
    try await serving(limits) { port in
      let socket = try Socket(port)
      try socket.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nX: ")
      var sent = 0
      // It could go on like this for a minute.
      while sent < 600, (try? socket.send("a")) != nil {
        sent += 1
        if socket.isEnded(within: 0) { break }
        usleep(100_000)
      }
      #expect(sent < 600)
    }
  }
}
