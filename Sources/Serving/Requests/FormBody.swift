internal import Foundation
internal import HTTPTypes

/// The fields of a form, as a page or a script sends them: `application/x-www-form-urlencoded`, or
/// one JSON object of texts, numbers and truth values.
enum FormBody {
  /// - Throws: `Problem` (415, 400) where the type is another, or the bytes are not of it.
  static func pairs(_ bytes: [UInt8], type: String?) throws(Problem) -> [Target.Pair] {
    let media = type.map { $0.prefix { $0 != ";" }.trimmed.lowercased() }
    switch media {
    case nil where bytes.isEmpty: return []
    case "application/x-www-form-urlencoded":
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Problem(.badRequest, "The form is not UTF-8.")
      }
      return try Target.pairs(text[...])
    case "application/json": return try json(bytes)
    default:
      throw Problem(
        .unsupportedMediaType,
        "The body is to be a form (application/x-www-form-urlencoded) or application/json.",
        headers: [.acceptPost: "application/x-www-form-urlencoded, application/json"])
    }
  }

  private static func json(_ bytes: [UInt8]) throws(Problem) -> [Target.Pair] {
    let fields: [String: Scalar]
    do {
      fields = try JSONDecoder().decode([String: Scalar].self, from: Data(bytes))
    } catch {
      throw Problem(
        .badRequest, "The body is not one JSON object of texts, numbers, true and false.")
    }
    return try fields.sorted { $0.key < $1.key }.map { name, value throws(Problem) in
      guard !value.text.utf8.contains(0) else {
        throw .badParameter(name, "“\(name)” holds a NUL character.")
      }
      return Target.Pair(name: name, value: value.text, kind: value.kind)
    }
  }

  private struct Scalar: Decodable {
    /// As a form would send it; null is what was left empty.
    let text: String
    /// Nil for null.
    let kind: Target.Pair.Kind?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        (text, kind) = ("", nil)
      } else if let flag = try? container.decode(Bool.self) {
        (text, kind) = (flag ? "true" : "false", .flag)
      } else if let number = try? container.decode(Int64.self) {
        (text, kind) = (String(number), .number)
      } else if let number = try? container.decode(Double.self) {
        (text, kind) = (String(number), .number)
      } else {
        (text, kind) = (try container.decode(String.self), .text)
      }
    }
  }
}

extension HTTPField.Name {
  /// RFC 7231 knows no such field; W3C Linked Data Platform 1.0, section 7.1.
  static let acceptPost = Self("Accept-Post")!
}
