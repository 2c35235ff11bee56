internal import HTTPTypes
internal import Synchronization

/// How much one request, and all of them together, may take.
package struct RequestLimits: Sendable {
  /// Bytes of path and query.
  package var target = 4 * 1024
  /// Bytes of all header fields.
  package var headers = 64 * 1024
  /// Bytes of a body where one is read at all.
  package var body = 64 * 1024
  /// Bytes of a body with files, all of them together.
  package var upload = 32 * 1024 * 1024
  /// Bodies with files that are taken at the same time, each of which is in memory whole.
  package var uploads = 2
  /// How long such a body may take to arrive, and again to be read.
  package var uploadTime = Duration.seconds(300)
  /// Requests that are answered at the same time; more are told to come again.
  package var requests = 64
  /// Connections that are open at the same time; more wait.
  package var connections = 256
  /// How long an answer may take.
  package var time = Duration.seconds(20)
  /// How long a connection may be idle, or a request take to arrive.
  package var idle = Duration.seconds(60)

  /// How long what is still sent is thrown away before the connection of a refusal is ended.
  package var linger = Duration.seconds(2)

  package init() {}

  /// Refuses an address that is too long, and a length that is none.
  func check(_ request: HTTPRequest, _ guards: Guards) throws(Problem) {
    if guards.contains(.target), request.path?.utf8.count ?? 0 > target {
      throw Problem(.uriTooLong, "The address is longer than \(target) bytes.")
    }
    guard let length = request.headerFields[.contentLength] else { return }
    guard Int(length) ?? -1 >= 0 else {
      throw Problem(.badRequest, "The length of the body is no number.")
    }
  }

  /// Refuses a body that says it is too long, before anything of it is read.
  func check(bodyOf request: HTTPRequest, atMost limit: Int) throws(Problem) {
    guard let length = request.headerFields[.contentLength].flatMap({ Int($0) }) else { return }
    if length > limit { throw Problem.tooLong(limit) }
  }
}

/// Counts the requests that are being answered.
final class Gate: Sendable {
  private let limit: Int
  private let inside = Mutex(0)

  /// - Parameter limit: how many may be inside; nil for any number.
  init(_ limit: Int?) { self.limit = limit ?? .max }

  /// Answers a request, or throws a problem where too many are being answered.
  func pass<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    let isIn = inside.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
    guard isIn else {
      throw Problem(
        .serviceUnavailable, "Too many requests are being answered; try again in a second.",
        headers: [.retryAfter: "1"])
    }
    defer { inside.withLock { $0 -= 1 } }
    return try await body()
  }
}

/// Runs a task, which is cancelled and reported where it takes too long.
func within<Result: Sendable>(
  _ time: Duration, _ body: @Sendable @escaping () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result.self) { group in
    group.addTask(operation: body)
    group.addTask {
      try await Task.sleep(for: time)
      throw Problem(
        .serviceUnavailable, "The answer took longer than \(time.components.seconds) seconds.",
        headers: [.retryAfter: "10"])
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw CancellationError() }
    return result
  }
}
