/// Reads the layout of plain text and Markdown: both write headings and lists as lines, and most
/// briefings mix the two.
struct Layout {
  let labels: Set<String>
  /// Whether a heading is nothing but a period ("2011-2018", "2018 to date").
  let isPeriod: (Range<Int>) -> Bool
  private let lexer: Lexer
  /// Whether tokens open with a label and its colon ("Set up by: …").
  private let isLabelled: ([Token]) -> Bool
  private let utf8: [UInt8]
  private let lines: [Line]
  private var outline = Outline()
  private var paragraph: Range<Int>?
  private var kind = Block.Kind.paragraph
  /// Columns before the marker of the item that is being read.
  private var itemIndent = 0
  /// Whether the lines are rows of a table whose columns a line of dashes marks.
  private var isInTable = false
  /// Whether headings are marked with `#`, so that an unmarked line is none.
  private var hasMarkedHeadings = false
  private let repeated: Set<String>
  /// How many lines from the first on are the lines of a title page, each a block of its own.
  private let titleLines: Int
  /// What is known of lines, by their index.
  private var hints: [Int: LineHint.Kind] = [:]
  /// Short lines at the head of paragraphs that name what the paragraph is about.
  private let entryHeads: Set<Int>

  /// - Parameters:
  ///   - hints: what is known of lines, in their order.
  ///   - labels: lines that name what follows inside a section, in lower case.
  init(
    of text: String, hints: [LineHint] = [], labels: Set<String>, lexer: Lexer,
    isLabelled: @escaping ([Token]) -> Bool, isPeriod: @escaping (Range<Int>) -> Bool
  ) {
    self.isLabelled = isLabelled
    self.lexer = lexer
    self.labels = labels
    self.isPeriod = isPeriod
    utf8 = Array(text.utf8)
    lines = Line.lines(of: utf8)
    repeated = Layout.repeated(lines, utf8)
    let titles = TitleLines(utf8: utf8, lexer: lexer)
    titleLines = titles.count(in: lines)
    entryHeads = titles.entryHeads(in: lines)
    var rest = hints[...]
    for (index, line) in lines.enumerated() where !rest.isEmpty {
      // A line's words begin at its first byte or behind it, and before the next line.
      while let hint = rest.first, hint.start <= line.bytes.lowerBound {
        let isThis =
          index + 1 == lines.count
          || hint.start > (index > 0 ? lines[index - 1].bytes.upperBound : -1)
        if isThis { self.hints[index] = hint.kind }
        rest.removeFirst()
      }
    }
  }

  /// Short lines that stand more than once: "Main points" under every heading is a label.
  private static func repeated(_ lines: [Line], _ utf8: [UInt8]) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for line in lines where !line.isBlank && line.bytes.count <= 40 {
      let text = String(decoding: utf8[line.bytes], as: UTF8.self)
      if !seen.insert(text).inserted { repeated.insert(text) }
    }
    return repeated
  }

  mutating func read() -> Outline {
    var index = 0
    while index < lines.count { index += take(index) }
    close()
    return outline
  }

  /// Takes the line at an index and says how many lines that used up.
  private mutating func take(_ index: Int) -> Int {
    let line = lines[index]
    guard !line.isBlank, !isRule(line) else {
      close()
      isInTable = false
      return 1
    }
    if isColumnRule(line) {
      close()
      return 1
    }
    if isInTable || index + 1 < lines.count && isColumnRule(lines[index + 1]) {
      close()
      isInTable = true
      outline.append(.row, line.bytes)
      return 1
    }
    guard !isGridRule(line) else {
      close()
      return 1
    }
    var (marker, words) = LineMarker.of(line, in: utf8)
    switch hints[index] {
    case .row: (marker, words) = (.row, line.bytes)
    case .paragraph: close()
    case nil: break
    }
    switch marker {
    case .heading(let level):
      close()
      hasMarkedHeadings = true
      outline.append(.heading(level: level), words)
    case .row:
      close()
      outline.append(.row, words)
    case .item:
      close()
      if isHeadingItem(index, words) {
        outline.append(.heading(level: 3), words)
      } else {
        paragraph = words
        kind = .item
        itemIndent = line.indent
      }
    case .none:
      if paragraph == nil || startsAfresh(index), let level = underline(below: index) {
        close()
        outline.append(.heading(level: level), words)
        return 2
      }
      if isLabel(words) {
        close()
        outline.append(.label, words)
      } else if let level = headingLevel(index) {
        close()
        let text = String(decoding: utf8[words], as: UTF8.self)
        let isLabel = repeated.contains(text) || hasMarkedHeadings
        outline.append(isLabel ? .label : .heading(level: level), words)
      } else {
        if leavesItem(index) || isUnbroken(index) || opensWithLabel(index) || index <= titleLines {
          close()
        }
        // A line that goes on with the item or paragraph above.
        paragraph = (paragraph?.lowerBound ?? words.lowerBound)..<words.upperBound
      }
    }
    return 1
  }

  /// Whether a short item heads an indented paragraph below it, as web pages with nested lists are
  /// copied: "• Sierra Leone", a blank line, "    The team …".
  private func isHeadingItem(_ index: Int, _ words: Range<Int>) -> Bool {
    guard words.count <= 80, let below = lines[(index + 1)...].firstIndex(where: { !$0.isBlank })
    else { return false }
    let next = lines[below]
    var tokens = lexer.tokens(of: utf8.span, in: words)
    let hasPeriod = dropPeriod(&tokens)
    guard let first = tokens.first, let last = tokens.last, first.isCapitalised, last.kind != .mark,
      tokens.count <= 8,
      !tokens.contains(where: { $0.isAny(of: Layout.finiteVerbs) || $0.kind == .number })
    else { return false }
    switch LineMarker.of(next, in: utf8) {
    case (.none, _):
      return below > index + 1 && next.indent > lines[index].indent
        && next.bytes.count > words.count
    // "- Mozambique (1993–1995)" above "- A team of observers was sent …".
    case (.item, let other):
      return hasPeriod && other.count > words.count
        && utf8[other.upperBound - 1] == UInt8(ascii: ".")
    default: return false
    }
  }

  /// Takes "(1993–1995)" off the end.
  private func dropPeriod(_ tokens: inout [Token]) -> Bool {
    guard tokens.last?.isMark(")") == true, let open = tokens.lastIndex(where: { $0.isMark("(") }),
      open > 0, tokens[open...].contains(where: { $0.kind == .number }),
      isPeriod(Int(tokens[open].end)..<Int(tokens[tokens.count - 1].start))
    else { return false }
    tokens.removeSubrange(open...)
    return true
  }

  /// Whether a line does not go on with the item above it, though no blank line stands between: it
  /// is not indented, and the item is short or has ended, or lines here are not broken at a width.
  private func leavesItem(_ index: Int) -> Bool {
    guard kind == .item, let paragraph, index > 0, !lines[index - 1].isBlank,
      lines[index].indent <= itemIndent
    else { return false }
    let isShort = lines[index - 1].bytes.count < 60
    let last = utf8[paragraph.upperBound - 1]
    return isShort || last == UInt8(ascii: ".") || lines[index].bytes.count > 160
  }

  /// Whether a line opens with a few words and a colon, as the lines of a fact sheet do: "Military
  /// service age: 18".
  private func opensWithLabel(_ index: Int) -> Bool {
    guard kind == .paragraph, paragraph != nil else { return false }
    let head = lines[index].bytes.prefix(70)
    guard let colon = head.first(where: { utf8[$0] == UInt8(ascii: ":") }),
      colon + 1 < lines[index].bytes.upperBound, utf8[colon + 1] == 0x20
    else { return false }
    let tokens = lexer.tokens(of: utf8.span, in: lines[index].bytes.lowerBound..<colon)
    guard let first = tokens.first else { return false }
    return first.isCapitalised && tokens.count <= 8
      && tokens.allSatisfy { $0.kind != .number && !$0.isAny(of: Layout.finiteVerbs) }
  }

  /// Whether lines here are not broken at a width, so that each is a paragraph.
  private func isUnbroken(_ index: Int) -> Bool {
    guard index > 0, !lines[index - 1].isBlank else { return false }
    return lines[index - 1].bytes.count > 160 || lines[index].bytes.count > 200
  }

  private mutating func close() {
    if let paragraph { outline.append(kind, paragraph) }
    paragraph = nil
    kind = .paragraph
  }

  /// A line of nothing but dashes, stars or equals signs.
  private func isRule(_ line: Line) -> Bool {
    guard line.bytes.count >= 3, let first = line.bytes.first.map({ utf8[$0] }),
      [
        UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"),
        UInt8(ascii: "~"),
      ]
      .contains(first)
    else { return false }
    return utf8[line.bytes].allSatisfy { $0 == first }
  }

  /// The border of a table drawn with characters: `+-----+-----+`, `---|---|`.
  private func isGridRule(_ line: Line) -> Bool {
    var dashes = 0
    var bars = 0
    for byte in utf8[line.bytes] {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
      case UInt8(ascii: "+"), UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: ":"), 0x20: continue
      default: return false
      }
    }
    return bars > 0 && dashes >= 3
  }

  /// `-------  -----------`: several runs of dashes or equals signs, which mark the columns of a table.
  private func isColumnRule(_ line: Line) -> Bool {
    guard let mark = line.bytes.first.map({ utf8[$0] }),
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=")
    else { return false }
    let runs = utf8[line.bytes].split(separator: 0x20)
    return runs.count > 1 && runs.allSatisfy { $0.count > 2 && $0.allSatisfy { $0 == mark } }
  }

  /// The level of a heading that the next line underlines: `===` 1, `---` 2.
  private func underline(below index: Int) -> Int? {
    guard index + 1 < lines.count, isRule(lines[index + 1]) else { return nil }
    switch utf8[lines[index + 1].bytes.lowerBound] {
    case UInt8(ascii: "="): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "~"): return 2
    default: return nil
    }
  }

  private func isLabel(_ words: Range<Int>) -> Bool {
    var bytes = words
    while let last = bytes.last, utf8[last] == UInt8(ascii: ":") || utf8[last] == UInt8(ascii: "*")
    {
      bytes = bytes.dropLast()
    }
    while let first = bytes.first, utf8[first] == UInt8(ascii: "*") { bytes = bytes.dropFirst() }
    guard bytes.count <= 40 else { return false }
    return labels.contains(String(decoding: utf8[bytes], as: UTF8.self).lowercased())
      || repeated.contains(String(decoding: utf8[words], as: UTF8.self))
  }

  /// Whether nothing above goes on in this line: a blank line, a heading, a label, a full stop.
  private func startsAfresh(_ index: Int) -> Bool {
    guard index > 0, let paragraph else { return true }
    guard kind == .paragraph, !lines[index - 1].isBlank else { return lines[index - 1].isBlank }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
      .contains(utf8[paragraph.upperBound - 1])
  }

  /// The level of an unmarked line that reads as a heading, else nil: 1 for the title, 2 for a
  /// period, 3 for others.
  ///
  /// A heading starts afresh, is short, ends in no stop (but may end in "(NTM-I)."), holds no
  /// finite verb of a sentence, and something follows it.
  private func headingLevel(_ index: Int) -> Int? {
    let words = lines[index].bytes
    guard words.count <= 140, startsAfresh(index), lines[index].indent < 4,
      lines[(index + 1)...].contains(where: { !$0.isBlank })
    else { return nil }
    let tokens = lexer.tokens(of: utf8.span, in: words)
    let count = tokens.count { $0.kind != .mark }
    guard let first = tokens.first(where: { $0.kind != .mark }), let last = tokens.last,
      (1...16).contains(count), first.kind == .number || first.isCapitalised
    else { return nil }
    let isFollowedAtOnce = index + 1 < lines.count && !lines[index + 1].isBlank
    if isPeriod(words) { return 2 }
    guard !isLabelled(tokens) else { return nil }
    switch last.mark {
    case ".":
      guard tokens.dropLast().last?.isMark(")") == true, count <= 14 else { return nil }
    case "!", "?", ";", ",", "…": return nil
    default: break
    }
    guard !tokens.contains(where: { $0.isAny(of: Layout.finiteVerbs) }) else { return nil }
    // Without a blank line below, only a line that a list or label follows, or a very short one
    // that leaves room on its line, stands by itself.
    if isFollowedAtOnce, !isFollowedByItemOrLabel(index), !isTitle(index, count),
      !(count <= 12 && entryHeads.contains(index)),
      count > 4 || words.count * 3 > lines[index + 1].bytes.count
    {
      return nil
    }
    return outline.blocks.isEmpty ? 1 : 3
  }

  /// Whether the first line of all stands over a short line with a date, as pages have it: "Last
  /// updated: 18 November 2021".
  private func isTitle(_ index: Int, _ count: Int) -> Bool {
    outline.blocks.isEmpty
      && (titleLines > 1
        || count <= 10 && lines[index + 1].bytes.count <= 60
          && lines[index + 1].bytes.contains { utf8[$0] &- 0x30 < 10 })
  }

  private func isFollowedByItemOrLabel(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let (marker, words) = LineMarker.of(lines[index + 1], in: utf8)
    if case .item = marker { return true }
    return isLabel(words)
  }

  private static let finiteVerbs: Keywords = [
    .is, .are, .was, .were, .has, .have, .had, .will, .would, .can, .could, .did, .does, .should,
    .became,
  ]
}
