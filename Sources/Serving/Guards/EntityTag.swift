internal import HTTPTypes
internal import Keeping

/// What a copy of an answer is compared by: the state of the register, the program, the language.
/// Where they are the same, so is the answer, and it need not even be made.
///
/// Source: RFC 9110, sections 8.8.3 and 13.1.2.
struct EntityTag: Sendable, CustomStringConvertible {
  let description: String

  init(_ state: RegisterState, build: String, language: String?) {
    description = "\"\(state)-\(build)\(language.map { "-\($0)" } ?? "")\""
  }

  /// Whether a browser has such a copy already.
  func matches(_ header: String?) -> Bool {
    guard let header else { return false }
    if header.trimmed == "*" { return true }
    return header.split(separator: ",").contains { part in
      let tag = part.trimmed
      return (tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag) == description
    }
  }
}
