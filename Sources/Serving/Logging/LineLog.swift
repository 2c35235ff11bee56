internal import Logging
internal import Publishing

/// Writes each event as one line: words for a person, or JSON for a program.
package struct LineLog: Sendable {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel = Logger.Level.info
  private let isJSON: Bool
  private let now: @Sendable () -> String
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - now: the time: ISO 8601, UTC.
  ///   - write: takes a line without its end.
  package init(
    isJSON: Bool, now: @escaping @Sendable () -> String,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.isJSON = isJSON
    self.now = now
    self.write = write
  }
}

extension LineLog: LogHandler {
  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// The order in which a line gives what it says; the rest follows by name.
  private static let order = ["method", "path", "parameters", "status", "bytes", "micros"]

  func log(event: LogEvent) {
    let given = event.metadata ?? [:]
    var fields = LineLog.order.compactMap { key in given[key].map { (key, $0.description) } }
    if !metadata.isEmpty || given.count > fields.count {
      let others = metadata.merging(given) { $1 }.filter { key, _ in
        key != "hb.request.id" && !LineLog.order.contains(key)
      }
      fields += others.map { ($0.key, $0.value.description) }.sorted { $0 < $1 }
    }
    if isJSON {
      let members: [(String, JSON)] =
        [
          ("time", .string(now())), ("level", .string(event.level.rawValue)),
          ("event", .string(event.message.description)),
        ]
        + fields.map { ($0.0, Int($0.1).map { JSON($0) } ?? .string($0.1)) }
      write(JSON.object(members.map { (key: $0.0, value: $0.1) }).text(.compact))
    } else {
      let words = fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1.printable)" }
      write("\(now()) \(event.level) \(event.message.description) \(words.joined(separator: " "))")
    }
  }
}
