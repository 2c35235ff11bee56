/// The kinds of file that can be read.
package enum Format: String, Hashable, Sendable, CaseIterable, Codable {
  case plainText = "text"
  case markdown
  case html
  case docx
  case odt
  case pdf
  case csv
  case tsv
  case json

  /// The format that a path's ending names; nil for any other ending.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .plainText
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "docx": self = .docx
    case "odt": self = .odt
    case "pdf": self = .pdf
    case "csv", "psv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    default: return nil
    }
  }

  /// The endings that name a format, without their dots.
  package static let endings = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "odt", "pdf", "csv", "psv",
    "tsv",
    "tab", "json",
  ]

  /// The format that a file's first bytes tell, for what comes without a name; text where they tell
  /// none.
  package static func sniffed(_ bytes: [UInt8]) -> Format {
    if bytes.prefix(1024).contains(sequence: Array("%PDF-".utf8)) { return .pdf }
    if isArchive(bytes) {
      let odt = Array("application/vnd.oasis.opendocument.text".utf8)
      return bytes.prefix(256).contains(sequence: odt) ? .odt : .docx
    }
    let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(16)
      .map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let tags = ["<!doctype html", "<html", "<head", "<body"]
    if tags.contains(where: { start.starts(with: Array($0.utf8)) }) { return .html }
    if start.first == UInt8(ascii: "{") || start.starts(with: Array("[{".utf8)) { return .json }
    return .plainText
  }

  /// What the first bytes tell of a format that is known and not read, with the remedy; nil for others.
  ///
  /// RTF is not read because no free library reads it without losing words: pandoc 2.17 drops the
  /// character behind a Unicode escape (“2001–2004” becomes “2001–004”), and unrtf 0.21 shows what was
  /// deleted.
  static func unread(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: "{\\rtf".utf8) {
      return "rich text (RTF); save it as .docx or .odt, for example with "
        + "`soffice --headless --convert-to docx FILE`"
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return "an old Office file (.doc, .xls) or one under a password; save it without a password "
        + "as .docx or .odt, and tables as .csv"
    }
    return nil
  }

  /// Whether a path's ending names documents of a kind that is known and not read: they get a verdict
  /// with the way out where they lie among others.
  package static func isUnread(path: String) -> Bool {
    let path = path.lowercased()
    return [".rtf", ".doc"].contains { path.hasSuffix($0) }
  }

  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Whether reading it takes a parser written in C.
  package var needsForeignParser: Bool {
    switch self {
    case .html, .markdown, .docx, .odt, .pdf: true
    case .plainText, .csv, .tsv, .json: false
    }
  }

  /// The name that people know it by.
  package var name: String {
    switch self {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "HTML"
    case .docx: "a Word document (.docx)"
    case .odt: "an OpenDocument text (.odt)"
    case .pdf: "PDF"
    case .csv, .tsv: "a table"
    case .json: "JSON"
    }
  }
}

extension Sequence where Element == UInt8 {
  /// Whether these bytes stand in a row somewhere.
  func contains(sequence: [UInt8]) -> Bool {
    let all = Array(self)
    guard let first = sequence.first, all.count >= sequence.count else { return false }
    for start in 0...(all.count - sequence.count) where all[start] == first {
      if all[start...].starts(with: sequence) { return true }
    }
    return false
  }
}
