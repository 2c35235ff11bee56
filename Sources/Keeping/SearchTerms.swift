internal import Statements

/// What a person types into a search: words that must all stand in a passage, phrases in double
/// quotes, and words that end in `*` for all words that begin so. Nothing else has a meaning, so
/// that no text is a mistake.
struct SearchTerms {
  /// Words in a row; the last may be only the begin of a word.
  struct Term: Hashable {
    let words: [String]
    let isPrefix: Bool
  }

  let terms: [Term]

  init(_ text: String) {
    var terms: [Term] = []
    var isQuoted = false
    for part in text.split(separator: #"""#, omittingEmptySubsequences: false) {
      if isQuoted {
        // An asterisk right behind the quote, as FTS5 has it, is found in the next part.
        terms.append(Term(words: Folding.words(of: String(part)), isPrefix: false))
      } else {
        for word in part.split(whereSeparator: \.isWhitespace) {
          // "NTM-I" is two words that stand in a row.
          terms.append(
            Term(words: Folding.words(of: String(word)), isPrefix: word.hasSuffix("*")))
        }
      }
      isQuoted.toggle()
    }
    self.terms = terms.filter { !$0.words.isEmpty }
  }

  /// The words of a text that the terms find, as ranges of its UTF-8 bytes, in order.
  func marks(in text: String) -> [Range<Int>] {
    let words = FoldedWord.all(in: text)
    var found: Set<Int> = []
    for term in terms where term.words.count <= words.count {
      for start in 0...(words.count - term.words.count) {
        let isHere = term.words.indices.allSatisfy { index in
          let word = words[start + index].folded
          return index == term.words.count - 1 && term.isPrefix
            ? word.hasPrefix(term.words[index]) : word == term.words[index]
        }
        if isHere { found.formUnion(start..<(start + term.words.count)) }
      }
    }
    var marks: [Range<Int>] = []
    for index in found.sorted() {
      let bytes = words[index].bytes
      // Two words that fold from one, or stand close together in a phrase, are one mark.
      if let last = marks.last, last.upperBound >= bytes.lowerBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, bytes.upperBound)
      } else {
        marks.append(bytes)
      }
    }
    return marks
  }
}

/// A folded word and where it stands.
private struct FoldedWord {
  let folded: String
  /// UTF-8 bytes of the text.
  let bytes: Range<Int>

  /// The words that `Folding.words` finds, with their places: it folds character by character, so
  /// a text may be cut between any two characters that are no part of a word.
  static func all(in text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var start: Int?
    var end = 0
    var run = ""
    func close() {
      if let start {
        for word in Folding.words(of: run) {
          words.append(FoldedWord(folded: word, bytes: start..<end))
        }
      }
      start = nil
      run = ""
    }
    var offset = 0
    for character in text {
      let length = String(character).utf8.count
      if Folding.isInsideWord(character) {
        if start == nil, Folding.isApostrophe(character) {
          // A quotation mark before a word is not a part of it.
        } else {
          if start == nil { start = offset }
          run.append(character)
          if !Folding.isApostrophe(character) { end = offset + length }
        }
      } else {
        close()
      }
      offset += length
    }
    close()
    return words
  }
}
