import Chronology
import Statements

/// What a document says about itself.
struct Metadata {
  /// The day up to which it speaks.
  private(set) var asOf: Day?
  private(set) var title: String?

  /// Looks for a short line such as "As of 1 June 2022" or "Page updated: 27 May 2024".
  init(
    of outline: Outline, text: String, marked: [MarkedDate], lexer: Lexer, datelines: Datelines,
    tagger: Tagger
  ) {
    let utf8 = text.utf8.span
    if let first = outline.blocks.first, first.level == 1 {
      title = String(decoding: Array(text.utf8)[first.bytes], as: UTF8.self)
    }
    for block in outline.blocks
    where block.bytes.count <= 120 && block.bytes.contains(where: { utf8[$0] &- 0x30 < 10 }) {
      let tokens = lexer.tokens(of: utf8, in: block.bytes)
      guard datelines.isDateline(tokens, 0..<tokens.count) else { continue }
      var clock = Clock()
      let tags = tagger.tag(
        utf8, in: block.bytes, clock: &clock, marked: marked.within(block.bytes))
      guard let timex = tags.timexes.first(where: { $0.kind == .date || $0.kind == .time }),
        timex.completion == nil || timex.completion == .markup,
        let date = try? EDTF(String(timex.value.prefix(10))),
        timex.value.utf8.count >= 10, let days = date.days, days.first == days.last
      else { continue }
      asOf = max(asOf ?? days.last, days.last)
    }
    if asOf == nil {
      asOf = NewsDateline(text: text, lexer: lexer, tagger: tagger).day(in: outline)
    }
  }
}

/// The words with which a short line says up to when a document speaks.
struct Datelines: Sendable {
  let phrases: Phrases<Bool>

  /// Whether a block is such a line, which is no statement about a mission.
  func isDateline(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count(where: { tokens[$0].kind != .mark }) <= 10
    else { return false }
    return phrases.match(tokens, at: first, before: range.upperBound) != nil
  }
}
