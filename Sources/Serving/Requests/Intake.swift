internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// The body of one request, read once and no further than it may be long.
final class Intake: Sendable {
  private enum State { case untouched, begun, done }

  private let body: RequestBody
  /// What the request says its length is; nil where it comes in chunks.
  private let length: Int?
  private let state: Mutex<State>

  private let linger: Duration

  /// How many bytes are thrown away so that a refusal is heard by a client that is still sending.
  private static let mostThrownAway = 1 << 20

  /// - Parameter linger: for how long they are thrown away.
  init(_ request: Request, linger: Duration) {
    self.linger = linger
    let fields = request.head.headerFields
    let isChunked = fields[.transferEncoding] != nil
    body = request.body
    length = isChunked ? nil : fields[.contentLength].flatMap { Int($0) } ?? 0
    state = Mutex(length == 0 ? .done : .untouched)
  }

  /// Whether all of it was read, so that another request may follow on the connection.
  var isDone: Bool { state.withLock { $0 == .done } }

  /// Hands on the body piece by piece.
  /// - Throws: `Problem` (413) where it is longer than the limit, of which nil is none.
  func read(
    atMost limit: Int?, _ take: (ByteBuffer) async throws -> Void
  ) async throws {
    guard begin() else { return }
    var count = 0
    let clock = ContinuousClock()
    var end: ContinuousClock.Instant?
    for try await buffer in body {
      count += buffer.readableBytes
      if let limit, count > limit {
        end = end ?? clock.now + linger
        if let end, clock.now > end || count > limit + Intake.mostThrownAway { break }
      } else {
        try await take(buffer)
      }
    }
    // A task that is told to stop sees the body end.
    try Task.checkCancellation()
    if let limit, count > limit { throw Problem.tooLong(limit) }
    guard length == nil || count == length else {
      throw Problem(.badRequest, "The body is shorter than the request says.")
    }
    state.withLock { $0 = .done }
  }

  /// The whole body.
  func bytes(atMost limit: Int?) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await read(atMost: limit) { bytes += $0.readableBytesView }
    return bytes
  }

  /// Reads on for a moment where nothing was read yet, and then ends the connection by an error: what
  /// else is sent is nobody's.
  func end() async throws {
    if begin() {
      let body = self.body
      try? await within(linger) {
        var count = 0
        for try await buffer in body {
          count += buffer.readableBytes
          if count > Intake.mostThrownAway { break }
        }
      }
    }
    throw ConnectionEnd()
  }

  /// Whether the body was untouched, which can be read once.
  private func begin() -> Bool {
    state.withLock { state in
      guard state == .untouched else { return false }
      state = .begun
      return true
    }
  }
}

/// Ends a connection whose request was not read to its end.
struct ConnectionEnd: Error {}

extension Problem {
  static func tooLong(_ limit: Int) -> Problem {
    Problem(.contentTooLarge, "The body is longer than \(limit) bytes.")
  }
}
