/// The lines at the head of a document that each say something by themselves: its title, an acronym, a
/// subtitle, who published it and when.
struct TitleLines {
  let utf8: [UInt8]
  let lexer: Lexer

  /// How many such lines there are up to the first blank one; 0 where the document opens with prose, or
  /// with one line alone.
  ///
  /// Each is short, opens with a capital or a number, ends in no stop, and the first is no label with its
  /// value.
  func count(in lines: [Line]) -> Int {
    guard let first = lines.firstIndex(where: { !$0.isBlank }), first == 0 else { return 0 }
    let run = lines.prefix { !$0.isBlank }
    guard (2...5).contains(run.count), run.allSatisfy(isTitleLine) else { return 0 }
    return run.count
  }

  /// The lines that head the entries of a list: each stands behind a blank line, is much shorter than the
  /// line below it, which goes on at once, and reads as a title; none where there are fewer than three.
  func entryHeads(in lines: [Line]) -> Set<Int> {
    let heads = lines.indices.dropLast().filter { index in
      let (line, next) = (lines[index], lines[index + 1])
      guard !line.isBlank, !next.isBlank, index == 0 || lines[index - 1].isBlank,
        line.bytes.count * 4 <= next.bytes.count * 3, isTitleLine(line),
        case .none = LineMarker.of(next, in: utf8).marker
      else { return false }
      let first = utf8[next.bytes.lowerBound]
      return first &- 0x41 < 26 || first &- 0x30 < 10
    }
    return heads.count >= 3 ? Set(heads) : []
  }

  private func isTitleLine(_ line: Line) -> Bool {
    guard line.bytes.count <= 100, line.indent < 4,
      case .none = LineMarker.of(line, in: utf8).marker
    else { return false }
    let tokens = lexer.tokens(of: utf8.span, in: line.bytes)
    guard let first = tokens.first, let last = tokens.last,
      first.isCapitalised || first.kind == .number
    else { return false }
    let isEnded = [".", ",", ";", ":", "?", "!"].contains { last.isMark($0) }
    return !isEnded && !tokens.contains { $0.isAny(of: TitleLines.verbs) }
  }

  private static let verbs: Keywords = [
    .is, .are, .was, .were, .has, .have, .had, .will, .would, .became, .did, .which, .who, .and,
    .or,
    .but,
  ]
}
