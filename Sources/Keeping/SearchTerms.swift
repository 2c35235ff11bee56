internal import Statements

/// The words that must all stand in a passage.
struct SearchTerms: Hashable {
  /// Words in a row; the last may be only the begin of a word.
  struct Term: Hashable {
    let words: [String]
    let isPrefix: Bool
  }

  let terms: [Term]

  /// How often each term stands in a text, in the order of the terms, and how many words it has.
  func counts(in text: String) -> (terms: [Int], words: Int) {
    let words = Folding.words(of: text)
    let counts = terms.map { term in
      guard term.words.count <= words.count else { return 0 }
      return (0...(words.count - term.words.count)).count { stands(term, in: words, at: $0) }
    }
    return (counts, words.count)
  }

  private func stands(_ term: Term, in words: [String], at start: Int) -> Bool {
    term.words.indices.allSatisfy { index in
      let word = words[start + index]
      return index == term.words.count - 1 && term.isPrefix
        ? word.hasPrefix(term.words[index]) : word == term.words[index]
    }
  }

  /// The words of a text that the terms find, as ranges of its UTF-8 bytes, in order.
  func marks(in text: String) -> [Range<Int>] {
    let words = FoldedWord.all(in: text)
    let folded = words.map(\.folded)
    var found: Set<Int> = []
    for term in terms where term.words.count <= words.count {
      for start in 0...(words.count - term.words.count)
      where stands(term, in: folded, at: start) {
        found.formUnion(start..<(start + term.words.count))
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
