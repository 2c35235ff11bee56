import Chronology
import Statements

/// Reads missions and statements out of a document: first whom it speaks of, then what it says of
/// them. Each rule is a type of its own; this one says in which order they are asked.
struct Extractor {
  let text: LexedText
  let lexicon: Lexicon
  let lexer: Lexer
  let sentences: Sentences
  let dates: DateReader
  /// Whether a report with a dateline: yearless dates are near its own.
  let isReport: Bool

  init(_ text: LexedText, lexicon: Lexicon, lexer: Lexer, sentences: Sentences, tagger: Tagger) {
    self.text = text
    self.lexicon = lexicon
    self.lexer = lexer
    self.sentences = sentences
    dates = DateReader(text: text, tagger: tagger)
    isReport = NewsDateline(text: text.document.text, lexer: lexer, tagger: tagger)
      .isReport(text.outline)
  }

  func proposals() -> Proposals {
    var headings: [Int: HeadingRule.Reading] = [:]
    let headingRule = HeadingRule(text: text, lexicon: lexicon)
    for (index, block) in text.outline.blocks.enumerated() where block.level != nil {
      var clock = Clock()
      headings[index] = headingRule.read(
        block: index, dates: dates.dates(in: text.blocks[index], clock: &clock).dates,
        isTitle: block.level == 1 && block.path.isEmpty)
    }
    let parts = Parts(of: text, lexicon: lexicon, sentences: sentences)
    let tableRule = TableRule(text: text, lexicon: lexicon, dates: dates)
    let rows = parts.tables.compactMap { tableRule.missionRows(of: $0) }.flatMap(\.self)
    let census = Census(
      text: text, lexicon: lexicon, lexer: lexer, parts: parts, headings: headings, rows: rows)
    let roster = census.roster()
    let assembly = StatementAssembly(
      text: text, drafts: roster.drafts, lexicon: lexicon, lexer: lexer)
    var proposed = HeadingStatements(
      text: text, lexicon: lexicon, roster: roster, headings: headings
    ).proposed(assembly)
    let body = BodyReader(
      text: text, lexicon: lexicon, dates: dates, roster: roster, headings: headings, parts: parts,
      rows: rows,
      attachment: Attachment(
        text: text, lexicon: lexicon,
        mentions: Mentions(of: roster.drafts, in: text, lexicon: lexicon, lexer: lexer),
        drafts: roster.drafts,
        missionsOf: assembly.missionsByOrganisation()),
      ids: assembly.ids, isReport: isReport)
    let (read, doubts) = body.read()
    proposed += read
    proposed += assembly.successions()
    return assembly.proposals(proposed, doubts: doubts)
  }
}

/// The sentences of each block, divided at labels, and the tables.
struct Parts {
  struct Part {
    let block: Int
    let range: Range<Int>
    let label: FactLabel?
  }

  private(set) var parts: [Part] = []
  /// The tables that are not fact boxes.
  private(set) var tables: [TextTable] = []
  /// Blocks that are rows of those tables.
  private(set) var tableBlocks: Set<Int> = []

  init(of text: LexedText, lexicon: Lexicon, sentences: Sentences) {
    let labels = FactBoxRule(text: text, lexicon: lexicon)
    var labelled: [Int: FactLabel] = [:]
    for table in TextTables(text: text).tables() {
      let found = table.rows.compactMap { row in
        labels.label(of: row.cells).map { (row.block, $0) }
      }
      if found.count >= 2, found.count * 3 >= table.rows.count {
        for (block, label) in found { labelled[block] = label }
      } else {
        tables.append(table)
        tableBlocks.formUnion(table.rows.map(\.block))
      }
    }
    var values: Set<Int> = []
    let apparatus = Parts.apparatus(text, lexicon)
    for (index, block) in text.outline.blocks.enumerated()
    where block.level == nil && block.kind != .label && !text.blocks[index].isEmpty {
      guard !values.contains(index), !isApparatus(index, text, under: apparatus) else { continue }
      // A label on a line of its own, its value on the next.
      if index + 1 < text.blocks.count, text.outline.blocks[index + 1].kind == block.kind,
        text.outline.blocks[index + 1].path == block.path,
        let label = labels.label(alone: text.blocks[index]), text.blocks[index + 1].count <= 30
      {
        values.insert(index + 1)
        parts.append(
          Part(
            block: index, range: text.blocks[index].lowerBound..<text.blocks[index + 1].upperBound,
            label: label))
        continue
      }
      guard !lexicon.datelines.isDateline(text.tokens, text.blocks[index]) || labelled[index] != nil
      else { continue }
      if let label = labelled[index] {
        parts.append(
          Part(
            block: index, range: label.tokens.lowerBound..<text.blocks[index].upperBound,
            label: label))
        continue
      }
      for range in sentences.split(text.tokens, text.blocks[index]) {
        for part in labels.parts(of: range) {
          parts.append(Part(block: index, range: part.range, label: part.label))
        }
      }
    }
  }

  /// The headings "References" and the like, by their blocks.
  private static func apparatus(_ text: LexedText, _ lexicon: Lexicon) -> Set<Int> {
    let headings = text.outline.blocks.indices.filter { heading in
      guard text.outline.blocks[heading].level != nil else { return false }
      let words = text.blocks[heading].filter { text.tokens[$0].kind == .word }
      guard let low = words.first, let high = words.last, words.count <= 4 else { return false }
      return lexicon.apparatus.contains(text.words(low..<high + 1).lowercased())
    }
    return Set(headings)
  }

  /// What stands under "References", and footnotes: "[12] …", "Category: …".
  private func isApparatus(_ block: Int, _ text: LexedText, under headings: Set<Int>) -> Bool {
    let range = text.blocks[block]
    let first = range.lowerBound
    if range.count > 3, text.tokens[first].isMark("["), text.tokens[first + 1].kind == .number,
      text.tokens[first + 2].isMark("]")
    {
      return true
    }
    return !headings.isEmpty
      && text.outline.blocks[block].path.contains { headings.contains($0) }
  }
}
