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

  package static func == (left: Outline, right: Outline) -> Bool { left.blocks == right.blocks }
  package func hash(into hasher: inout Hasher) { hasher.combine(blocks) }
}
