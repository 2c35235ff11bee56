/// HTML text in the making, element by element.
///
/// Escaping cannot be forgotten: text and attributes come in as values and are escaped where they
/// are written, addresses are `Link`s, and there is no way to write markup, a script or a style
/// that came from elsewhere.
///
/// Source: WHATWG HTML, section 13.1 (writing HTML documents).
package struct HTMLWriter: Sendable {
  /// The UTF-8 bytes written so far.
  package private(set) var bytes: [UInt8] = []

  package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The text written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The declaration that keeps browsers in standards mode.
  mutating func doctype() { write("<!DOCTYPE html>\n") }

  /// An element that holds what `content` writes.
  package mutating func element(
    _ tag: HTMLTag, _ attributes: HTMLAttribute?..., content: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// An element that holds a text.
  package mutating func element(
    _ tag: HTMLTag, _ attributes: HTMLAttribute?..., text content: some StringProtocol
  ) {
    open(tag, attributes)
    text(content)
    close(tag)
  }

  /// An element that holds nothing, such as `br`, `input` or `meta`.
  package mutating func void(_ tag: HTMLTag, _ attributes: HTMLAttribute?...) {
    open(tag, attributes)
    if !tag.isVoid { close(tag) }
    if tag.isBlock { write("\n") }
  }

  /// A reference to a script of the site's own, run when the page has been read.
  mutating func script(_ source: Link) {
    write("<script defer src=\"")
    write(escaping: source.text.utf8, inAttribute: true)
    write("\"></script>\n")
  }

  /// A text, escaped. What would turn the direction of writing or cannot be shown becomes U+FFFD.
  package mutating func text(_ text: some StringProtocol) {
    write(escaping: text.utf8, inAttribute: false)
  }

  /// A drawing of the program's own.
  mutating func drawing(_ drawing: InlineDrawing) { write(drawing.svg) }

  /// What another writer has written, at this place.
  package mutating func append(_ other: HTMLWriter) { bytes += other.bytes }

  private mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute?]) {
    bytes.append(UInt8(ascii: "<"))
    write(tag.rawValue)
    for case let attribute? in attributes {
      bytes.append(UInt8(ascii: " "))
      write(attribute.name)
      guard let value = attribute.value else { continue }
      write("=\"")
      write(escaping: value.utf8, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ tag: HTMLTag) {
    write("</")
    write(tag.rawValue)
    write(tag.isBlock ? ">\n" : ">")
  }

  private mutating func write(_ text: String) { bytes += text.utf8 }
}

extension HTMLWriter {
  /// Writes the bytes of a text, with references for what has a meaning in HTML.
  private mutating func write(escaping text: some Collection<UInt8>, inAttribute: Bool) {
    let copied: Void? = text.withContiguousStorageIfAvailable { buffer in
      unsafe escape(buffer.span, inAttribute)
    }
    if copied == nil { escape(Array(text).span, inAttribute) }
  }

  private mutating func escape(_ text: Span<UInt8>, _ inAttribute: Bool) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\"") where inAttribute: write("&quot;")
      case UInt8(ascii: "\n") where inAttribute: write("&#10;")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
      case ..<0x20, 0x7F: write("\u{FFFD}")
      case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
        write("\u{FFFD}")
        index += 1
      case 0xE2 where HTMLWriter.turnsDirection(text, at: index):
        write("\u{FFFD}")
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  /// Whether an embedding, override or isolate of the direction of writing stands here: U+202A to
  /// U+202E, U+2066 to U+2069. The marks that Arabic and Hebrew need turn nothing after them.
  ///
  /// Source: Unicode Standard Annex #9, section 2.
  private static func turnsDirection(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    return switch (text[index + 1], text[index + 2]) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }
}
