import Chronology
import Statements

/// Finds the day on which a report was written, where it stands at its head: "PEMBA, 15 July 2024 – The
/// mission ended its work", or a line of the title page, "Monrovia, 4 June 2017".
struct NewsDateline {
  let text: String
  let lexer: Lexer
  let tagger: Tagger

  /// The whole date at the head of the first blocks; nil where none has one.
  func day(in outline: Outline) -> Day? { found(in: outline)?.day }

  /// Whether the date stands in the dateline of a report, not on a title page.
  func isReport(_ outline: Outline) -> Bool { found(in: outline)?.isReport ?? false }

  private func found(in outline: Outline) -> (day: Day, isReport: Bool)? {
    for (index, block) in outline.blocks.prefix(5).enumerated() {
      let utf8 = text.utf8.span
      guard block.bytes.contains(where: { utf8[$0] &- 0x30 < 10 }) else { continue }
      let head = block.bytes.prefix(90)
      let tokens = lexer.tokens(of: utf8, in: head)
      // Few blocks open like either; only in those is a date looked for.
      guard let first = tokens.first, isPlace(first) || index > 0 && isShort(block)
      else { continue }
      var clock = Clock()
      let tags = tagger.tag(utf8, in: block.bytes, clock: &clock)
      guard let timex = tags.timexes.first, timex.kind == .date, timex.completion == nil,
        timex.value.utf8.count == 10, timex.bytes.upperBound <= head.upperBound,
        let days = (try? EDTF(String(timex.value)))?.days, days.first == days.last
      else { continue }
      let day = days.first
      let before = tokens.filter { $0.bytes.upperBound <= timex.bytes.lowerBound }
      let behind = tokens.filter { $0.bytes.lowerBound >= timex.bytes.upperBound }
      if isDateline(before, behind) { return (day, true) }
      if index > 0, isTitleLine(before, behind, block) { return (day, false) }
    }
    return nil
  }

  /// "PEMBA, Mozambique, 15 July 2024 – …", "NEW YORK, July 13, 2001 (news desk) …".
  private func isDateline(_ before: [Token], _ behind: [Token]) -> Bool {
    guard let first = before.first, isPlace(first), before.count <= 8,
      before.allSatisfy({ $0.kind == .mark || $0.isCapitalised }),
      let next = behind.first
    else { return false }
    return next.isDash || next.isMark("(") || next.isMark(":") || next.isMark("/")
  }

  /// Whether a place may stand there as datelines write it: "PEMBA".
  private func isPlace(_ token: Token) -> Bool { token.isUpperCase && token.count >= 3 }

  private func isShort(_ block: Block) -> Bool { block.bytes.count <= 60 }

  /// A line with nothing but a place and the date: "Monrovia, 4 June 2017".
  private func isTitleLine(_ before: [Token], _ behind: [Token], _ block: Block) -> Bool {
    // "Founded: 14 August 2003" is a line of a fact box.
    isShort(block) && behind.isEmpty && before.count <= 6
      && before.allSatisfy { $0.isCapitalised || $0.kind == .mark && !$0.isMark(":") }
  }
}
