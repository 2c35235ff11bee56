import Statements

/// Tells of the missions in a list that they go on, because the line or heading above it says so: "Current
/// operations", "Finland is participating in:".
struct OngoingListRule {
  let text: LexedText
  let lexicon: Lexicon
  private var tokens: [Token] { text.tokens }

  init(text: LexedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// The words that say so of a block's list; nil for a block that is no item, or where none do.
  func cue(of block: Int) -> Range<Int>? {
    guard text.outline.blocks[block].kind == .item || text.outline.blocks[block].kind == .row
    else { return nil }
    return text.listHeads[block].flatMap(head) ?? heading(text.outline.blocks[block].path)
  }

  /// "… is participating in (personnel in parentheses):"
  private func head(_ block: Int) -> Range<Int>? {
    let range = text.blocks[block]
    guard !range.isEmpty,
      range.suffix(8).contains(where: { tokens[$0].isMark(":") })
        || text.outline.blocks[block].kind == .label
    else { return nil }
    return lexicon.ongoingLists.all(in: tokens, range).first(where: \.value)?.tokens
  }

  private func heading(_ path: [Int]) -> Range<Int>? {
    guard let last = path.last else { return nil }
    let found = lexicon.ongoingLists.all(in: tokens, text.blocks[last])
    guard text.blocks[last].count <= 8, found.contains(where: { !$0.value }) else { return nil }
    return found.first(where: \.value)?.tokens
  }
}
