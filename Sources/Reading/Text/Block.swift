/// A unit of a document's layout: a heading, a label, a list item or a paragraph.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// 1 is the document's title, higher numbers lie deeper.
    case heading(level: Int)
    /// A line that names what follows inside its section, such as "Key Information".
    case label
    case item
    case paragraph
    /// A row of a table.
    case row
  }

  package let kind: Kind
  /// The UTF-8 bytes of the words, without bullet, number, `#`, underline or white space around.
  package let bytes: Range<Int>
  /// The headings the block stands under, outermost first, as indices into the outline; a heading
  /// is not under itself.
  package let path: [Int]

  package var level: Int? {
    if case .heading(let level) = kind { return level }
    return nil
  }
}

/// A document as its layout gives it: blocks in reading order.
package struct Outline: Hashable, Sendable {
  package private(set) var blocks: [Block] = []
  private var open: [(index: Int, level: Int)] = []

  package init() {}

  /// Adds a block; a heading closes the headings of its level and below.
  mutating func append(_ kind: Block.Kind, _ bytes: Range<Int>) {
    if case .heading(let level) = kind {
      while let last = open.last, last.level >= level { open.removeLast() }
    }
    blocks.append(Block(kind: kind, bytes: bytes, path: open.map(\.index)))
    if case .heading(let level) = kind { open.append((blocks.count - 1, level)) }
  }

  /// The same, with short paragraphs that name what follows as labels: those on a list, and lines
  /// that stand more than once.
  func labelled(_ labels: Set<String>, in text: String) -> Outline {
    let utf8 = Array(text.utf8)
    func words(_ block: Block) -> String? {
      guard block.kind == .paragraph, block.bytes.count <= 40 else { return nil }
      let text = String(decoding: utf8[block.bytes], as: UTF8.self)
      return text.hasSuffix(":") ? String(text.dropLast()) : text
    }
    var counts: [String: Int] = [:]
    for block in blocks {
      if let text = words(block) { counts[text, default: 0] += 1 }
    }
    var outline = Outline()
    for block in blocks {
      let isLabel = words(block).map { labels.contains($0.lowercased()) || counts[$0] ?? 0 > 1 }
      outline.append(isLabel == true ? .label : block.kind, block.bytes)
    }
    return outline
  }

  package static func == (left: Outline, right: Outline) -> Bool { left.blocks == right.blocks }
  package func hash(into hasher: inout Hasher) { hasher.combine(blocks) }
}
