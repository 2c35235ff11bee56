/// What an office document says of itself in its properties.
///
/// Sources: ECMA-376 part 2 § 11 (core properties); OpenDocument 1.3 part 3 § 4.3. The day on which
/// a file was made is not the day on which it was published, so that is not taken.
enum OfficeMetadata {
  static func docx(
    _ archive: Archive, firstHeading: String?
  ) throws(ReadingError) -> FileMetadata {
    var file = FileMetadata()
    let core = Properties()
    if let part = try archive.part("docProps/core.xml") { try Markup.parseXML(part, into: core) }
    let app = Properties()
    if let part = try archive.part("docProps/app.xml") { try Markup.parseXML(part, into: app) }
    file.offer(\.title, core["title"])
    file.offer(\.title, firstHeading)
    file.offer(\.author, core["creator"])
    file.offer(\.publisher, app["Company"])
    file.offer(\.modified, date: core["modified"])
    return file
  }

  static func odt(
    _ archive: Archive, firstHeading: String?
  ) throws(ReadingError) -> FileMetadata {
    var file = FileMetadata()
    let meta = Properties()
    if let part = try archive.part("meta.xml") { try Markup.parseXML(part, into: meta) }
    file.offer(\.title, meta["title"])
    file.offer(\.title, firstHeading)
    file.offer(\.author, meta["initial-creator"] ?? meta["creator"])
    file.offer(\.publisher, meta["publisher"])
    file.offer(\.modified, date: meta["date"])
    return file
  }

  /// The text of each element that holds nothing else.
  private final class Properties: MarkupSink {
    private var values: [String: String] = [:]
    private var words: [UInt8] = []

    subscript(name: String) -> String? { values[name] }

    override func start(_ name: String, _ attributes: Attributes) { words = [] }
    override func end(_ name: String) {
      if !words.isEmpty, values[name] == nil {
        values[name] = String(decoding: words, as: UTF8.self)
      }
      words = []
    }
    override func text(_ utf8: UnsafeBufferPointer<UInt8>) {
      if words.count < 4096 { unsafe words.append(contentsOf: utf8) }
    }
  }
}
