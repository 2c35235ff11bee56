package import Statements

/// Tells English from other languages by their function words, so that a text which no rule can
/// read is refused instead of mined for nonsense.
package struct LanguageGuard: Sendable {
  private let languages: [(name: String, words: Set<String>)]

  package init(vocabulary: Vocabulary) throws(VocabularyError) {
    languages = try vocabulary.table("languages").records.map { record in
      (
        record["language"] ?? "",
        Set((record["words"] ?? "").split(separator: " ").map(String.init))
      )
    }
  }

  /// The language that a text is in when that is not English; nil for English and for texts, such
  /// as lists of names, that have too few function words to tell.
  package func foreignLanguage(of tokens: [TextToken]) -> String? {
    let words = tokens.filter { $0.kind == .word }
    guard words.count >= 10 else { return nil }
    let latin = words.count { $0.text.unicodeScalars.allSatisfy { $0.value < 0x250 } }
    guard latin * 2 > words.count else { return "a script other than Latin" }
    let counts = languages.map { language in
      (name: language.name, hits: words.count { language.words.contains($0.lower) })
    }
    let english = counts.first { $0.name == "English" }?.hits ?? 0
    guard let best = counts.max(by: { $0.hits < $1.hits }), best.name != "English",
      best.hits >= 5, best.hits * 2 > english * 3
    else { return nil }
    return best.name
  }
}
