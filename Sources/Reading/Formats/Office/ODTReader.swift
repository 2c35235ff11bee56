import Statements

/// Reads OpenDocument texts: the text as it stands, without comments and deleted passages.
///
/// Source: OpenDocument 1.3, part 3, § 5 (text content) and § 9 (tables).
enum ODTReader {
  static func read(_ bytes: [UInt8], limits: Limits) throws(ReadingError) -> Transcript {
    let archive = try Archive(bytes, limits: limits)
    guard let content = try archive.part("content.xml") else {
      throw ReadingError(.damaged("no OpenDocument text in the archive"))
    }
    let body = ODTBody(limits: limits)
    let isWellFormed = try Markup.parseXML(content, into: body)
    var transcript = try body.blocks.transcript()
    if !isWellFormed {
      transcript.warnings.append("its XML is damaged: what stands behind the damage is missing")
    }
    transcript.metadata = try OfficeMetadata.odt(archive, firstHeading: body.blocks.firstHeading)
    return transcript
  }
}

private final class ODTBody: MarkupSink {
  private(set) var blocks: OfficeBlocks
  private static let skipped: Set<String> = [
    "annotation", "tracked-changes", "ruby-text", "bookmark", "sequence-decls", "forms",
    "font-face-decls", "automatic-styles", "scripts", "covered-table-cell",
  ]
  private var skipped = 0
  private var isBody = false
  private var lists = 0
  /// Header rows that are open.
  private var headRows = 0
  private var level: Int?
  private var depth = 0
  /// The words of the note that is open, with its number.
  private var note: (citation: WordBuffer, words: WordBuffer, isBody: Bool)?

  init(limits: Limits) { blocks = OfficeBlocks(limits: limits) }

  override func start(_ name: String, _ attributes: Attributes) {
    if skipped > 0 || ODTBody.skipped.contains(name) {
      skipped += 1
      return
    }
    switch name {
    case "body": isBody = true
    case "h":
      depth += 1
      level = attributes["outline-level"].flatMap { Int($0) } ?? 1
    case "p" where note == nil:
      if depth > 0 { take { () throws(ReadingError) in try blocks.endParagraph(.paragraph) } }
      depth += 1
    case "p", "line-break", "tab", "s":
      if note == nil { blocks.space() } else { note?.words.space() }
    case "list": lists += 1
    case "note": note = (WordBuffer(), WordBuffer(), false)
    case "note-body": note?.isBody = true
    case "table": take { () throws(ReadingError) in try blocks.beginTable() }
    case "table-header-rows": headRows += 1
    case "table-row":
      blocks.beginRow()
      if headRows > 0 { blocks.headRow() }
    case "table-cell":
      func number(_ name: StaticString) -> Int { attributes[name].flatMap { Int($0) } ?? 1 }
      blocks.beginCell(
        TableGrid.Cell(
          columns: number("number-columns-spanned"), rows: number("number-rows-spanned")),
        count: number("number-columns-repeated"))
    default: break
    }
  }

  override func end(_ name: String) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name {
    case "p" where note == nil, "h":
      depth = max(0, depth - 1)
      let kind: Block.Kind =
        level.map { .heading(level: min(max($0, 1), 9)) } ?? (lists > 0 ? .item : .paragraph)
      take { () throws(ReadingError) in
        try blocks.endParagraph(kind, mark: kind == .item ? "• " : "")
      }
      level = nil
    case "list": lists -= 1
    case "note":
      guard var note else { return }
      let (citation, words) = (note.citation.take().superscript, note.words.take())
      self.note = nil
      blocks.append(citation)
      if !words.isEmpty { blocks.note(citation + [0x20] + words) }
    case "table-cell": blocks.endCell()
    case "table-row": take { () throws(ReadingError) in try blocks.endRow() }
    case "table-header-rows": headRows = max(0, headRows - 1)
    case "table": take { () throws(ReadingError) in try blocks.endTable() }
    default: break
    }
  }

  override func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard isBody, skipped == 0 else { return }
    if note != nil {
      if note?.isBody == true {
        unsafe note?.words.append(utf8)
      } else {
        unsafe note?.citation.append(utf8)
      }
    } else if depth > 0 {
      unsafe blocks.append(utf8)
    }
  }

  private func take(_ step: () throws(ReadingError) -> Void) {
    do { try step() } catch { failure = error }
  }
}
