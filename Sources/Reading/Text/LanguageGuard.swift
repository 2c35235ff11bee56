import Statements

/// Tells English from other languages by their function words, so that a text which no rule can
/// read is refused instead of mined for nonsense.
package struct LanguageGuard: Sendable {
  private let languages: [String]
  private let english: Int
  /// The languages that a word belongs to, a bit each, by the word's number.
  private let masks: [UInt32]

  init(vocabulary: Vocabulary, words: inout WordTable) throws(VocabularyError) {
    let table = try vocabulary.table("languages")
    var masks: [UInt32] = []
    var languages: [String] = []
    for record in table.records {
      let bit = UInt32(1) << UInt32(languages.count & 31)
      languages.append(record["language"] ?? "")
      for text in (record["words"] ?? "").split(separator: " ") {
        let number = Int(words.insert(text).rawValue)
        while masks.count <= number { masks.append(0) }
        masks[number] |= bit
      }
    }
    guard let english = languages.firstIndex(of: "English") else {
      throw VocabularyError(
        list: table.name, line: 0, reason: .badCell("", expected: "a row for English"))
    }
    self.languages = languages
    self.english = english
    self.masks = masks
  }

  /// The language that a text is in when that is not English; nil for English and for texts, such
  /// as lists of names, that have too few function words to tell.
  func foreignLanguage(of text: LexedText) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    var latin = 0
    for token in text.tokens where token.kind == .word {
      words += 1
      let first = text.utf8[Int(token.start)]
      // U+0250, the end of the Latin letters, is C9 90.
      if first < 0xC9 { latin += 1 }
      var mask =
        masks.indices.contains(Int(token.word.rawValue)) ? masks[Int(token.word.rawValue)] : 0
      while mask != 0 {
        counts[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
    guard words >= 10 else { return nil }
    guard latin * 2 > words else { return "a script other than Latin" }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), best != english,
      counts[best] >= 5, counts[best] * 2 > counts[english] * 3
    else { return nil }
    return languages[best]
  }
}
