import Chronology

/// What a page says about itself in its head.
///
/// Sources: HTML Living Standard § 4.2.5; Dublin Core in HTML (RFC 2731); Open Graph; schema.org in
/// JSON-LD 1.1; Google Scholar's `citation_` tags.
struct HTMLMetadata {
  var titleWords = WordBuffer()
  var dates: [HTMLPage.MarkedDate] = []
  private var tags: [String: String] = [:]
  private var linked = FileMetadata()

  mutating func take(_ name: String, _ attributes: Attributes) {
    guard name == "meta", tags.count < 1000, let value = attributes["content"],
      let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
        ?? attributes["http-equiv"]
    else { return }
    let lower = key.lowercased()
    if tags[lower] == nil { tags[lower] = value }
  }

  /// JSON-LD: an object, or a list or graph of them.
  mutating func takeLinkedData(_ utf8: [UInt8]) {
    guard let value = try? JSONScanner.value(of: utf8, depth: 64) else { return }
    var rest = [value]
    var seen = 0
    while let next = rest.popLast(), seen < 200 {
      seen += 1
      switch next.kind {
      case .array(let values): rest += values.reversed()
      case .object(let members):
        let fields = Dictionary(
          members.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
        if let graph = fields["@graph"] { rest.append(graph) }
        linked.offer(\.title, fields["headline"]?.string)
        linked.offer(\.published, date: fields["datePublished"]?.string)
        linked.offer(\.modified, date: fields["dateModified"]?.string)
        linked.offer(\.author, fields["author"].flatMap(HTMLMetadata.name))
        linked.offer(\.publisher, fields["publisher"].flatMap(HTMLMetadata.name))
      default: continue
      }
    }
  }

  private static func name(_ value: JSONScanner.Value) -> String? {
    switch value.kind {
    case .string(let text): text
    case .array(let values):
      values.compactMap(name).joined(separator: ", ")
    case .object(let members): members.first { $0.key == "name" }?.value.string
    default: nil
    }
  }

  /// The metadata, the most explicit first.
  func file(firstHeading: [UInt8]?) -> FileMetadata {
    var file = FileMetadata()
    var title = titleWords
    file.offer(\.title, tags["citation_title"] ?? tags["dc.title"] ?? tags["dcterms.title"])
    file.offer(\.title, firstHeading.map { String(decoding: $0, as: UTF8.self) })
    file.offer(\.title, tags["og:title"])
    file.offer(\.title, linked.title)
    file.offer(\.title, String(decoding: title.take(), as: UTF8.self))
    for key in ["author", "dc.creator", "dcterms.creator", "citation_author"] {
      file.offer(\.author, tags[key])
    }
    file.offer(\.author, linked.author)
    for key in ["dc.publisher", "dcterms.publisher", "citation_publisher", "og:site_name"] {
      file.offer(\.publisher, tags[key])
    }
    file.offer(\.publisher, linked.publisher)
    let published = [
      "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
      "dc.date.created", "citation_publication_date", "pubdate", "dc.date", "dcterms.date", "date",
    ]
    for key in published {
      file.offer(\.published, date: tags[key]?.replacing("/", with: "-"))
    }
    file.offer(\.published, date: linked.published?.description)
    let modified = [
      "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified",
      "dc.date.modified", "last-modified", "revised",
    ]
    for key in modified { file.offer(\.modified, date: tags[key]) }
    file.offer(\.modified, date: linked.modified?.description)
    for date in dates {
      let role = date.role.lowercased()
      if role.contains("publish") { file.offer(\.published, date: date.value) }
      if role.contains("modified") || role.contains("updated") {
        file.offer(\.modified, date: date.value)
      }
    }
    return file
  }

  /// The encoding that a page names in its first bytes: `<meta charset>` or an XML declaration.
  ///
  /// Source: HTML Living Standard, § 13.2.3.2.
  static func declaredEncoding(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1024).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for key in ["charset", "encoding"] {
      let key = Array(key.utf8)
      var index = 0
      while index + key.count < head.count {
        guard head[index...].starts(with: key) else {
          index += 1
          continue
        }
        var rest = head[(index + key.count)...].drop { $0 == 0x20 }
        index += key.count
        guard rest.first == UInt8(ascii: "=") else { continue }
        rest = rest.dropFirst().drop { [0x20, 0x22, 0x27].contains($0) }
        let name = rest.prefix { byte in
          (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }
}
