package import Chronology
import Statements

/// What a file says about itself, apart from its text.
package struct FileMetadata: Hashable, Sendable {
  package var title: String?
  package var author: String?
  package var publisher: String?
  package var published: EDTF?
  package var modified: EDTF?
  /// The day up to which it speaks.
  package var asOf: Day?

  package init() {}

  /// Takes a value where there is none yet: what stands first is the more special.
  mutating func offer(_ key: WritableKeyPath<FileMetadata, String?>, _ value: String?) {
    guard self[keyPath: key] == nil, let value else { return }
    let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, words.utf8.count <= 400 else { return }
    self[keyPath: key] = words
  }

  mutating func offer(_ key: WritableKeyPath<FileMetadata, EDTF?>, date: String?) {
    guard self[keyPath: key] == nil, let date else { return }
    self[keyPath: key] = FileMetadata.date(date)
  }

  /// The date of a timestamp: `2024-05-27`, `2024-05-27T09:12:00+02:00`, `D:20240527091200`,
  /// `20240527`; the time of day is left out. Nil for anything else.
  static func date(_ text: String) -> EDTF? {
    var rest = text.drop(while: \.isWhitespace)
    if rest.hasPrefix("D:") { rest = rest.dropFirst(2) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if digits.count >= 8, let year = Int(digits.prefix(4)), year >= 1000 {
      let month = digits.dropFirst(4).prefix(2)
      return try? EDTF("\(digits.prefix(4))-\(month)-\(digits.dropFirst(6).prefix(2))")
    }
    let date = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard [4, 7, 10].contains(date.count), date.first?.isNumber == true,
      date.count == rest.count || date.count == 10
    else { return nil }
    return try? EDTF(String(date))
  }
}

extension Source {
  /// This source, with what the file says where nothing better is known.
  func completed(by metadata: FileMetadata) -> Source {
    Source(
      location: location, title: title ?? metadata.title, author: author ?? metadata.author,
      publisher: publisher ?? metadata.publisher, published: published ?? metadata.published,
      modified: modified ?? metadata.modified, asOf: asOf ?? metadata.asOf)
  }
}
