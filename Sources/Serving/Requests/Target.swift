internal import HTTPTypes

/// The path and query of a request, decoded strictly: what is no UTF-8, or no percent-encoding, is
/// refused rather than guessed.
///
/// Source: RFC 3986, section 3; WHATWG URL, section 5 (application/x-www-form-urlencoded).
struct Target: Hashable, Sendable {
  /// The decoded segments of the path; none for `/`.
  let path: [String]
  /// The decoded names and values of the query, in order.
  let query: [Pair]

  struct Pair: Hashable, Sendable {
    let name: String
    let value: String
    /// What the value is in JSON; nil where it comes as text whatever it is, as in addresses and forms.
    var kind: Kind?

    enum Kind: Hashable, Sendable {
      case text, number, flag

      /// - Parameter type: as JSON Schema calls it.
      init?(_ type: String) {
        switch type {
        case "string": self = .text
        case "integer", "number": self = .number
        case "boolean": self = .flag
        default: return nil
        }
      }

      /// For a message.
      var words: String {
        switch self {
        case .text: "a text in quotes"
        case .number: "a number without quotes"
        case .flag: "true or false without quotes"
        }
      }
    }
  }

  init(_ text: String) throws(Problem) {
    guard text.utf8.first == UInt8(ascii: "/") else {
      throw Problem(.badRequest, "The address must be a path: it begins with “/”.")
    }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path: [String] = []
    for segment in parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let segment = Target.decoded(segment, plusIsSpace: false) else {
        throw Problem(.badRequest, "The path is not percent-encoded UTF-8.")
      }
      path.append(segment)
    }
    self.path = path == [""] ? [] : path
    query = parts.count == 2 ? try Target.pairs(parts[1]) : []
  }

  /// The pairs of a query or a form.
  static func pairs(_ text: Substring) throws(Problem) -> [Pair] {
    var pairs: [Pair] = []
    for part in text.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(sides[0], plusIsSpace: true),
        let value = decoded(sides.count == 2 ? sides[1] : "", plusIsSpace: true)
      else {
        throw Problem(
          .badRequest, "A parameter is not percent-encoded UTF-8.", field: String(sides[0]))
      }
      pairs.append(Pair(name: name, value: value))
    }
    return pairs
  }

  /// Nil where an encoding is broken, the bytes are no UTF-8, or one of them is NUL.
  private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst()?.hexadecimal, let low = rest.popFirst()?.hexadecimal
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
