import Statements

/// Joins two names of one mission: "UNCRO, in full the United Nations Confidence Restoration Operation in
/// Croatia", "an EU Police Mission that bore the code name EUPOL PROXIMA".
struct JoinRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// "A new name was found: NATO Training Mission in Iraq" names the mission spoken of before.
  func isNewName(_ naming: Naming, in block: Range<Int>) -> Bool {
    let before = max(block.lowerBound, naming.tokens.lowerBound - 10)..<naming.tokens.lowerBound
    return before.dropLast().contains { tokens[$0].isWord(.new) && tokens[$0 + 1].isWord(.name) }
  }

  /// The words that join two names which follow each other in one sentence; nil where nothing does.
  func cue(_ left: Naming, _ right: Naming) -> String? {
    let between = left.tokens.upperBound..<right.tokens.lowerBound
    guard left.tokens.upperBound <= right.tokens.lowerBound, between.count <= 9,
      !between.contains(where: { tokens[$0].isMark(".") || tokens[$0].isMark(";") })
    else { return nil }
    if let phrase = lexicon.nameJoins.first(in: tokens, between) {
      return text.words(phrase.tokens)
    }
    let words = between.filter { tokens[$0].kind == .word && !tokens[$0].isAny(of: .articles) }
    guard words.isEmpty else { return nil }
    // "UNCRO, the United Nations …", "EUJUST LEX-Iraq EU Integrated Rule of Law Mission".
    let (short, long) = left.name.name.contains(" ") ? (right, left) : (left, right)
    let isShort = !short.name.name.contains(" ") && long.name.acronym == nil
    let fits = Abbreviation.fits(short.name.name, Abbreviation.words(of: long.name.name))
    let isAdjacent = between.isEmpty && left.organisation != nil && right.name.acronym == nil
    return isShort && fits || isAdjacent ? "standing side by side" : nil
  }
}
