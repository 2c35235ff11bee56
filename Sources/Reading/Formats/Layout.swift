/// Reads the layout of plain text and Markdown: both write headings and lists as lines, and most
/// briefings mix the two.
struct Layout {
  let labels: Set<String>
  /// Whether a heading is nothing but a period ("2011-2018", "2018 to date").
  let isPeriod: (Range<Int>) -> Bool
  let text: String
  private let utf8: [UInt8]
  private let lines: [Line]
  private var outline = Outline()
  private var paragraph: Range<Int>?
  private var kind = Block.Kind.paragraph
  /// Whether headings are marked with `#`, so that an unmarked line is none.
  private var hasMarkedHeadings = false
  private let repeated: Set<String>

  /// - Parameter labels: lines that name what follows inside a section, in lower case.
  init(of text: String, labels: Set<String>, isPeriod: @escaping (Range<Int>) -> Bool) {
    self.text = text
    self.labels = labels
    self.isPeriod = isPeriod
    utf8 = Array(text.utf8)
    lines = Line.lines(of: utf8)
    repeated = Layout.repeated(lines, utf8)
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
      return 1
    }
    let (marker, words) = LineMarker.of(line, in: utf8)
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
      paragraph = words
      kind = .item
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
        // A line that goes on with the item or paragraph above.
        paragraph = (paragraph?.lowerBound ?? words.lowerBound)..<words.upperBound
      }
    }
    return 1
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
    let tokens = TextToken.tokens(of: text, in: words)
    let count = tokens.count { $0.kind != .mark }
    guard let first = tokens.first(where: { $0.kind != .mark }), let last = tokens.last,
      (1...16).contains(count), first.kind == .number || first.isCapitalised
    else { return nil }
    let isFollowedAtOnce = index + 1 < lines.count && !lines[index + 1].isBlank
    if isPeriod(words) { return 2 }
    switch last.text {
    case ".":
      guard tokens.dropLast().last?.text == ")", count <= 14 else { return nil }
    case "!", "?", ";", ",", "…": return nil
    default: break
    }
    guard !tokens.contains(where: { Layout.finiteVerbs.contains($0.lower) }) else { return nil }
    // Without a blank line below, only a line that a list or label follows, or a very short one
    // that leaves room on its line, stands by itself.
    if isFollowedAtOnce, !isFollowedByItemOrLabel(index),
      count > 4 || words.count * 3 > lines[index + 1].bytes.count
    {
      return nil
    }
    return outline.blocks.isEmpty ? 1 : 3
  }

  private func isFollowedByItemOrLabel(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let (marker, words) = LineMarker.of(lines[index + 1], in: utf8)
    if case .item = marker { return true }
    return isLabel(words)
  }

  private static let finiteVerbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "did",
    "does", "should", "became",
  ]
}
