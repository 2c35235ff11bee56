import Statements

/// Tells that one mission was a part of another: "EUJUST LEX-Iraq, part of …", "Operation Joint Forge ran
/// as part of SFOR".
struct PartRule {
  let text: LexedText
  let lexicon: Lexicon

  struct Found {
    let part: Mentions.Mention
    let whole: Mentions.Mention
    let cue: Range<Int>
  }

  /// Of the missions that a sentence names, which is said to be a part of which: the nearest one before
  /// the phrase of the first one behind it.
  func parts(of sentence: Sentence) -> [Found] {
    let named = sentence.mentions.filter { $0.missions.count == 1 }
    guard named.count >= 2 else { return [] }
    return lexicon.partPhrases.all(in: text.tokens, sentence.range).compactMap { phrase in
      guard let part = named.last(where: { $0.tokens.upperBound <= phrase.tokens.lowerBound }),
        let whole = named.first(where: { $0.tokens.lowerBound >= phrase.tokens.upperBound }),
        part.missions != whole.missions,
        whole.tokens.lowerBound - phrase.tokens.upperBound <= 3,
        phrase.tokens.lowerBound - part.tokens.upperBound <= 12
      else { return nil }
      return Found(part: part, whole: whole, cue: phrase.tokens)
    }
  }
}
