import CVocabulary
package import Chronology

extension Vocabulary {
  /// The words of dates in a language, from the list `dates-en.tsv` or the like.
  ///
  /// - Parameter code: ISO 639-1, one of `dateLanguages`.
  /// - Throws: `VocabularyError` where there is no such list, or a row of it cannot be used.
  package static func dates(in code: String) throws(VocabularyError) -> DateLanguage {
    let name = datePrefix + code
    guard let text = text(ofList: name) else {
      throw VocabularyError(list: name, line: 0, reason: .noSuchList)
    }
    do {
      return try DateLanguage(parsing: text)
    } catch {
      throw VocabularyError(list: name, line: error.line, reason: .badDateWord(error.reason))
    }
  }

  /// The codes of the languages that dates can be said in, in alphabetic order.
  package static var dateLanguages: [String] {
    names.filter { $0.hasPrefix(datePrefix) }.map { String($0.dropFirst(datePrefix.count)) }
      .sorted()
  }

  private static let datePrefix = "dates-"
}
