import Foundation
import HTTPTypes
import Hummingbird
import Keeping
import Logging
import NIOCore
import NIOEmbedded
import Reading
import Statements
import Synchronization
import Testing

@testable import Serving

/// A register with what was read from some texts, and the site over it, without a socket.
final class Desk: Sendable {
  let folder: URL
  let register: Register
  let port = 8137

  init(_ texts: [String: String] = [:]) async throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("serving-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    register = try await Register.openOrCreate(folder.appendingPathComponent("annals.sqlite").path)
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) { try await read(text, name) }
  }

  deinit {
    try? register.close()
    try? FileManager.default.removeItem(at: folder)
  }

  func read(_ text: String, _ name: String) async throws {
    try await register.read(text, name)
  }

  func responder(
    writes: Bool = false, reach: Reach = Reach(), limits: RequestLimits = .patient,
    without guards: Guards = [], clock: Clock = Clock(), read: UploadReader? = nil
  ) throws -> Responder {
    try Responder(
      register, writes: writes, reach: reach, port: port, limits: limits,
      guards: Guards.all.subtracting(guards), build: "test", read: read,
      now: { clock.now })
  }

  /// Asks the site as a client would.
  func get(
    _ path: String, method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8137",
    headers: HTTPFields = [:], limits: RequestLimits = .patient, logger: Logger? = nil
  ) async throws -> Answer {
    try await responder(limits: limits).get(
      path, method: method, host: host, headers: headers, logger: logger)
  }
}

extension Responder {
  func get(
    _ path: String, method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8137",
    headers: HTTPFields = [:], body: RequestBody = RequestBody(buffer: ByteBuffer()),
    logger: Logger? = nil
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: host, path: path, headerFields: headers)
    let logger = logger ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
    let response = try await respond(
      to: Request(head: head, body: body), context: context)
    let sent = Body()
    var endsConnection = false
    do { try await response.body.write(sent) } catch is ConnectionEnd { endsConnection = true }
    return Answer(
      response: response, bytes: Array(buffer: sent.bytes), endsConnection: endsConnection)
  }
}

/// One for all tests: its word lists take longer to load than a dossier to read.
private let reader = Result { try Reader(vocabulary: .builtIn()) }

extension Register {
  /// Reads a text as `annals read` would a file of that name.
  @discardableResult
  func read(_ text: String, _ name: String, by author: String? = nil) async throws -> Addition {
    let bytes = Array(text.utf8)
    let id = try #require(Digest.sha256(bytes))
    let proposals = try reader.get().read(
      Manuscript(bytes), as: .plainText, id: DocumentID(rawValue: id),
      source: Source(location: name))
    return try await add(proposals, recorded: "2024-03-01T10:00:00Z", by: author)
  }
}

/// A clock that tests turn on.
final class Clock: Sendable {
  private let time: Mutex<Date>

  init(_ now: String = "2024-03-01T10:00:00Z") {
    time = Mutex((try? Date(now, strategy: .iso8601)) ?? .distantPast)
  }

  var now: Date { time.withLock { $0 } }
  func turn(by seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

/// What came back.
struct Answer {
  let response: Response
  let bytes: [UInt8]
  /// Whether no other request is taken on the connection.
  let endsConnection: Bool

  var status: Int { response.status.code }
  var text: String { String(decoding: bytes, as: UTF8.self) }
  func header(_ name: HTTPField.Name) -> String? { response.headers[name] }

  func json() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}

private final class Body: ResponseBodyWriter {
  var bytes = ByteBuffer()
  func write(_ buffer: ByteBuffer) async throws { bytes.writeImmutableBuffer(buffer) }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// A dossier with a stated period, events, an inherited period and a number.
let iraq = """
  Missions in Iraq

  NATO Training Mission in Iraq (NTM-I): 2004–2011

  - The mission was established in August 2004.
  - It ended on 31 December 2011.
  - It trained about 15,000 officers.

  NATO Mission Iraq (NMI): since 2021

  - Defence ministers expanded the mission in February 2021.
  """

extension RequestLimits {
  /// Every test asks its own site at the same time as all others: no answer is late for that.
  static var patient: RequestLimits {
    var limits = RequestLimits()
    limits.time = .seconds(600)
    return limits
  }
}
