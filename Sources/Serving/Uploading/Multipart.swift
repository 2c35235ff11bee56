internal import HTTPTypes

/// The parts of a form with files, as browsers send it. What they do not send is refused: parts
/// without a name, text before the first part, other encodings.
///
/// Sources: RFC 7578; RFC 2046, section 5.1; WHATWG HTML, section 4.10.21.8.
struct Multipart {
  struct Part {
    let name: String
    /// Nil for a field that is no file.
    let fileName: String?
    /// Where its content is in the body.
    let bytes: Range<Int>
  }

  /// How many parts a form has at most, and bytes the head of each.
  static let mostParts = 200
  static let longestHead = 4_096

  let parts: [Part]

  /// The boundary of a content type; nil where it is no form with files, or has none that may be.
  static func boundary(_ type: String?) -> [UInt8]? {
    guard let type else { return nil }
    let fields = type.split(separator: ";").map(\.trimmed)
    guard fields.first?.lowercased() == "multipart/form-data" else { return nil }
    let values = fields.dropFirst().compactMap { field -> Substring? in
      let sides = field.split(separator: "=", maxSplits: 1)
      return sides.count == 2 && sides[0].lowercased() == "boundary" ? sides[1] : nil
    }
    guard values.count == 1, var text = values.first else { return nil }
    if text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = text.dropFirst().dropLast()
    }
    // RFC 2046, section 5.1.1.
    let isMark = { (byte: UInt8) in "'()+_,-./:=?".utf8.contains(byte) }
    let isAllowed = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || isMark(byte)
    }
    return (1...70).contains(text.utf8.count) && isAllowed ? Array(text.utf8) : nil
  }

  /// - Throws: `Problem` (400) for anything but parts one after the other, each with a name.
  init(_ body: [UInt8], boundary: [UInt8]) throws(Problem) {
    var parts: [Part] = []
    var scanner = Scanner(body, boundary: boundary)
    guard scanner.take(scanner.delimiter.dropFirst(2)) else { throw Multipart.malformed }
    while true {
      if scanner.take([0x2D, 0x2D]) {
        guard scanner.isAtEnd else { throw Multipart.malformed }
        break
      }
      guard scanner.take([0x0D, 0x0A]), parts.count < Multipart.mostParts,
        let head = scanner.head(longest: Multipart.longestHead),
        let (name, fileName) = Multipart.names(head), let bytes = scanner.content()
      else { throw Multipart.malformed }
      parts.append(Part(name: name, fileName: fileName, bytes: bytes))
    }
    self.parts = parts
  }

  private static let malformed = Problem(
    .badRequest, "The body is no multipart/form-data as browsers send it, or has too many parts.")

  /// The names that the head of a part gives; nil where it gives none.
  private static func names(_ head: [UInt8]) -> (name: String, fileName: String?)? {
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    var disposition: String?
    for line in text.split(separator: "\r\n") {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      switch sides[0].lowercased() {
      case "content-disposition" where disposition == nil: disposition = String(sides[1])
      case "content-type": break
      default: return nil
      }
    }
    guard let disposition, let fields = fields(of: disposition) else { return nil }
    guard let name = fields["name"] else { return nil }
    return (name, fields["filename"])
  }

  /// `form-data; name="file"; filename="a.pdf"`: quoted texts in which `%22`, `%0D` and `%0A` stand
  /// for what would end them.
  private static func fields(of disposition: String) -> [String: String]? {
    var rest = Substring(disposition).drop { $0 == " " }
    guard rest.lowercased().hasPrefix("form-data") else { return nil }
    rest = rest.dropFirst("form-data".count)
    var fields: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.first == ";" else { return rest.allSatisfy { $0 == " " } ? fields : nil }
      rest = rest.dropFirst().drop { $0 == " " }
      let name = rest.prefix { $0 != "=" }
      rest = rest[name.endIndex...]
      guard ["name", "filename"].contains(String(name)), fields[String(name)] == nil,
        rest.hasPrefix("=\"")
      else { return nil }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest[value.endIndex...]
      guard rest.first == "\"", !value.utf8.contains(0) else { return nil }
      rest = rest.dropFirst()
      let plain = String(value).replacing("%22", with: "\"")
      fields[String(name)] = plain.replacing("%0D", with: " ").replacing("%0A", with: " ")
    }
    return fields
  }

  private struct Scanner {
    private let body: [UInt8]
    /// A line end, two dashes, the boundary.
    let delimiter: [UInt8]
    private var index = 0

    init(_ body: [UInt8], boundary: [UInt8]) {
      self.body = body
      delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
    }

    /// Whether nothing follows but a line end.
    var isAtEnd: Bool { body[index...].elementsEqual([0x0D, 0x0A]) || index == body.count }

    mutating func take(_ bytes: some Collection<UInt8>) -> Bool {
      guard body[index...].starts(with: bytes) else { return false }
      index += bytes.count
      return true
    }

    /// The lines up to an empty one; nil where they are too long or do not end.
    mutating func head(longest: Int) -> [UInt8]? {
      let end = min(body.count, index + longest)
      guard let next = Scanner.find([0x0D, 0x0A, 0x0D, 0x0A], in: body.span, index, end) else {
        return nil
      }
      defer { index = next + 4 }
      return Array(body[index..<next])
    }

    /// What is before the next delimiter; nil where there is none.
    mutating func content() -> Range<Int>? {
      guard let next = Scanner.find(delimiter, in: body.span, index, body.count) else { return nil }
      defer { index = next + delimiter.count }
      return index..<next
    }

    /// Where a run of bytes, which begins with a carriage return, is found first.
    private static func find(
      _ bytes: [UInt8], in body: Span<UInt8>, _ start: Int, _ end: Int
    ) -> Int? {
      let wanted = bytes.span
      var index = start
      while index + wanted.count <= end {
        if body[index] == 0x0D {
          var length = 1
          while length < wanted.count, body[index + length] == wanted[length] { length += 1 }
          if length == wanted.count { return index }
        }
        index += 1
      }
      return nil
    }
  }
}
