internal import HTTPTypes
internal import Logging

/// One line for each answer. What was asked for is told by path and the names of parameters: their
/// values, header fields and bodies may be nobody else's business.
enum AccessLog {
  static func write(
    _ request: HTTPRequest, status: HTTPResponse.Status, bytes: Int, time: Duration,
    to logger: Logger
  ) {
    let parts = (request.path ?? "").split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let names =
      parts.count < 2
      ? []
      : parts[1].split(separator: "&").map { pair in
        String(pair.prefix { $0 != "=" }.prefix(40))
      }
    let micros =
      time.components.seconds * 1_000_000
      + time.components.attoseconds / 1_000_000_000_000
    logger.info(
      "answered",
      metadata: [
        "method": "\(request.method.rawValue)", "path": "\(parts.first?.prefix(300) ?? "")",
        "parameters": "\(names.joined(separator: ","))", "status": "\(status.code)",
        "bytes": "\(bytes)", "micros": "\(micros)",
      ])
  }
}
