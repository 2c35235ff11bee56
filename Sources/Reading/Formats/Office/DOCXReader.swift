import Statements

/// Reads Word documents: the text as it stands with all tracked changes accepted, without comments.
///
/// Source: ECMA-376 (Office Open XML), part 1, § 17.
enum DOCXReader {
  static func read(_ bytes: [UInt8], limits: Limits) throws(ReadingError) -> Transcript {
    let archive = try Archive(bytes, limits: limits)
    guard let document = try archive.part("word/document.xml") else {
      throw ReadingError(
        .damaged(
          archive.has("content.xml")
            ? "an OpenDocument file with another ending" : "no Word document in the archive"))
    }
    let styles = DOCXStyles()
    if let part = try archive.part("word/styles.xml") {
      try Markup.parseXML(part, into: styles)
    }
    var notes: [String: [UInt8]] = [:]
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
      guard let part = try archive.part(name) else { continue }
      let reader = DOCXNotes(isEndnotes: name.contains("end"))
      try Markup.parseXML(part, into: reader)
      notes.merge(reader.notes) { one, _ in one }
    }
    let body = DOCXBody(styles: styles, notes: notes, limits: limits)
    let isWellFormed = try Markup.parseXML(document, into: body)
    var transcript = try body.blocks.transcript()
    if !isWellFormed {
      transcript.warnings.append("its XML is damaged: what stands behind the damage is missing")
    }
    if body.hasChanges {
      transcript.warnings.append("tracked changes, read as if all were accepted")
    }
    transcript.metadata = try OfficeMetadata.docx(archive, firstHeading: body.blocks.firstHeading)
    return transcript
  }
}

/// Text that a tracked change took away, or that another form of it repeats.
private let docxSkipped: Set<String> = [
  "del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "rPrChange", "pPrChange",
  "sectPrChange", "tblPrChange", "del", "fldData",
]

/// The body of a Word document.
private final class DOCXBody: MarkupSink {
  private(set) var blocks: OfficeBlocks
  private(set) var hasChanges = false
  private let styles: DOCXStyles
  private let notes: [String: [UInt8]]
  private var skipped = 0
  private var isText = false
  private var isRaised = false
  private var style: String?
  private var isItem = false
  private var level: Int?
  /// Paragraphs that are open: a text box is a paragraph inside another.
  private var depth = 0

  init(styles: DOCXStyles, notes: [String: [UInt8]], limits: Limits) {
    self.styles = styles
    self.notes = notes
    blocks = OfficeBlocks(limits: limits)
  }

  override func start(_ name: String, _ attributes: Attributes) {
    if ["ins", "del", "moveTo", "moveFrom"].contains(name) { hasChanges = true }
    if skipped > 0 || docxSkipped.contains(name) {
      skipped += 1
      return
    }
    switch name {
    case "t": isText = true
    case "tab", "br", "cr", "ptab": blocks.space()
    case "noBreakHyphen": blocks.append("-".utf8)
    case "p":
      if depth > 0 { take { () throws(ReadingError) in try blocks.endParagraph(.paragraph) } }
      depth += 1
      (style, isItem, level) = (nil, false, nil)
    case "pStyle": style = attributes["val"]
    case "numPr": isItem = true
    // "0" takes a list away that the style gives.
    case "numId": if attributes["val"] == "0" { isItem = false }
    case "outlineLvl": level = attributes["val"].flatMap { Int($0) }.map { $0 + 1 }
    case "r": isRaised = false
    case "vertAlign": isRaised = attributes["val"] == "superscript"
    case "footnoteReference", "endnoteReference":
      guard let id = attributes["id"],
        let note = notes[(name == "endnoteReference" ? "e" : "f") + id]
      else { return }
      blocks.append(Array(id.utf8).superscript)
      blocks.note(Array(id.utf8).superscript + [0x20] + note)
    case "tbl": take { () throws(ReadingError) in try blocks.beginTable() }
    case "tr": blocks.beginRow()
    case "tblHeader":
      if !["0", "false", "off"].contains(attributes["val"] ?? "1") { blocks.headRow() }
    case "gridBefore":
      blocks.beginCell(count: attributes["val"].flatMap { Int($0) } ?? 1)
      blocks.endCell()
    case "tc": blocks.beginCell()
    case "gridSpan":
      let span = attributes["val"].flatMap { Int($0) } ?? 1
      blocks.setCell { $0.columns = span }
    case "vMerge":
      let continues = attributes["val"] != "restart"
      blocks.setCell { $0.continues = continues }
    default: break
    }
  }

  override func end(_ name: String) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name {
    case "t": isText = false
    case "p":
      depth -= 1
      let (kind, mark) = kind
      take { () throws(ReadingError) in try blocks.endParagraph(kind, mark: mark) }
      (style, isItem, level) = (nil, false, nil)
    case "tc": blocks.endCell()
    case "tr": take { () throws(ReadingError) in try blocks.endRow() }
    case "tbl": take { () throws(ReadingError) in try blocks.endTable() }
    default: break
    }
  }

  override func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard isText, skipped == 0 else { return }
    if isRaised {
      unsafe blocks.append(Array(utf8).superscript)
    } else {
      unsafe blocks.append(utf8)
    }
  }

  private var kind: (Block.Kind, String) {
    if let level = styles.level(of: style) ?? level, (1...9).contains(level) {
      return (.heading(level: level), "")
    }
    return isItem || styles.isItem(style) ? (.item, "• ") : (.paragraph, "")
  }

  private func take(_ step: () throws(ReadingError) -> Void) {
    do { try step() } catch { failure = error }
  }
}

/// The footnotes or endnotes of a Word document, each as one run of words.
private final class DOCXNotes: MarkupSink {
  /// By `f` or `e` and the note's number.
  private(set) var notes: [String: [UInt8]] = [:]
  private let prefix: String
  private var id: String?
  private var words = WordBuffer()
  private var isText = false
  private var skipped = 0

  init(isEndnotes: Bool) { prefix = isEndnotes ? "e" : "f" }

  override func start(_ name: String, _ attributes: Attributes) {
    if skipped > 0 || docxSkipped.contains(name) {
      skipped += 1
      return
    }
    switch name {
    case "footnote", "endnote":
      // Separators have a type; notes have none.
      let isNote = attributes["type"] == nil || attributes["type"] == "normal"
      id = isNote ? attributes["id"] : nil
    case "t": isText = true
    case "p", "tab", "br": words.space()
    default: break
    }
  }

  override func end(_ name: String) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name {
    case "t": isText = false
    case "footnote", "endnote":
      let text = words.take()
      if let id, !text.isEmpty { notes[prefix + id] = text }
      id = nil
    default: break
    }
  }

  override func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    if isText, skipped == 0 { unsafe words.append(utf8) }
  }
}

/// Which paragraph styles are headings and list items.
final class DOCXStyles: MarkupSink {
  private struct Style {
    var name = ""
    var parent: String?
    var level: Int?
    var isItem = false
  }

  private var styles: [String: Style] = [:]
  private var id: String?

  override func start(_ name: String, _ attributes: Attributes) {
    switch name {
    case "style":
      id = attributes["type"] == "paragraph" ? attributes["styleId"] : nil
      if let id { styles[id] = Style() }
    case "name": set { $0.name = attributes["val"]?.lowercased() ?? "" }
    case "basedOn": set { $0.parent = attributes["val"] }
    case "outlineLvl":
      set { $0.level = attributes["val"].flatMap { Int($0) }.map { $0 + 1 } }
    case "numPr": set { $0.isItem = true }
    default: break
    }
  }

  private func set(_ change: (inout Style) -> Void) {
    if let id { change(&styles[id, default: Style()]) }
  }

  /// The heading level of a style by itself or what it is based on; a title counts as 1, and where
  /// there is one in use, headings as one deeper is left to the writer.
  func level(of id: String?) -> Int? {
    for style in chain(id) {
      if style.name == "title" { return 1 }
      if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
      // 10 is body text.
      if let level = style.level { return level <= 9 ? level : nil }
    }
    return nil
  }

  func isItem(_ id: String?) -> Bool {
    chain(id).contains { $0.isItem || $0.name.hasPrefix("list bullet") || $0.name == "list number" }
  }

  private func chain(_ id: String?) -> [Style] {
    var chain: [Style] = []
    var next = id
    // A circle of styles ends by itself.
    while let id = next, let style = styles[id], chain.count < 16 {
      chain.append(style)
      next = style.parent
    }
    return chain
  }
}
