/// An address that may stand in a page: one of the site's own, or an `http` or `https` address that
/// a document names. There is no other, so `javascript:` and `data:` cannot come in.
///
/// Source: RFC 3986.
package struct Link: Hashable, Sendable {
  /// The address, percent-encoded.
  package let text: String

  /// A page of the site: `/missions/ntm-i@3f9a2c41?lang=fr#period`.
  /// - Parameters:
  ///   - path: the segments, not encoded; empty for the first page.
  ///   - query: names and values, not encoded, in order.
  package init(
    _ path: [String], query: [(name: String, value: String)] = [], fragment: String? = nil
  ) {
    var text = path.allSatisfy(\.isEmpty) ? "/" : ""
    // An empty segment would make `//`, after which a host is read.
    for segment in path where !segment.isEmpty {
      text += "/"
      // A segment of dots alone would be taken away by whoever resolves the address.
      if segment.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) {
        text += String(repeating: "%2E", count: segment.utf8.count)
      } else {
        Link.encode(segment, to: &text, keeping: "@:,;=+$!*'()")
      }
    }
    for (index, pair) in query.enumerated() {
      text += index == 0 ? "?" : "&"
      Link.encode(pair.name, to: &text, keeping: "")
      text += "="
      Link.encode(pair.value, to: &text, keeping: "/:@,")
    }
    if let fragment {
      text += "#"
      Link.encode(fragment, to: &text, keeping: "/:@,")
    }
    self.text = text
  }

  /// A place in the same page.
  package init(fragment: String) {
    var text = "#"
    Link.encode(fragment, to: &text, keeping: "/:@,")
    self.text = text
  }

  /// An address elsewhere, as a document or a person wrote it; nil where it is not `http` or
  /// `https`, or holds what no address may hold.
  package init?(elsewhere text: String) {
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    self.text = text
  }

  /// Percent-encodes what is neither unreserved nor kept.
  private static func encode(_ part: String, to text: inout String, keeping kept: String) {
    let digits = Array("0123456789ABCDEF")
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"),
        _ where kept.utf8.contains(byte):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%"
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
  }
}
