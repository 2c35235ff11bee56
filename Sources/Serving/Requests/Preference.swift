/// Which of some languages a browser prefers.
///
/// Source: RFC 9110, section 12.5.4 (Accept-Language).
enum Preference {
  /// The language that is wanted most; the first offered where none is named. Regions are not
  /// looked at: `fr-CH` is French.
  static func language(_ header: String?, among offered: [String]) -> String {
    var best: (language: String, weight: Double)?
    for part in (header ?? "").split(separator: ",").prefix(32) {
      let fields = part.split(separator: ";")
      guard let range = fields.first?.trimmed.lowercased() else { continue }
      let language = range == "*" ? offered[0] : String(range.prefix { $0 != "-" })
      guard offered.contains(language) else { continue }
      let weight =
        fields.dropFirst().map(\.trimmed).first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language ?? offered[0]
  }
}

extension StringProtocol {
  /// Without the white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
