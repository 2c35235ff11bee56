/// The kinds of file that can be read.
package enum Format: String, Hashable, Sendable, CaseIterable {
  case plainText = "text"
  case markdown

  /// The format that a path's ending names; nil for any other ending.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .plainText
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }

  /// The endings that name a format, without their dots.
  package static let endings = ["txt", "text", "md", "markdown"]
}
