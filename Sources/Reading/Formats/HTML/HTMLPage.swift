/// Collects the blocks of an HTML page.
final class HTMLPage: MarkupSink {
  /// A block before it is known which part of the page is the content.
  struct Piece {
    var kind: Block.Kind
    var words: [UInt8]
    var mark = ""
    /// Whether it lies inside `main` or `article`.
    var isInMain: Bool
    /// UTF-8 bytes of it that are links.
    var linked: Int
    /// The dates that it marks up.
    var times: [Time] = []
    /// Where it stands, of a row of a table.
    var row: (table: Int, row: TableGrid.Row)?
  }

  /// A date that the page marks up: `<time datetime>`.
  struct MarkedDate {
    let value: String
    /// What the element or its neighbours say that it is: `datePublished`, `updated`.
    let role: String
  }

  /// Words of a block, in bytes, and what their `<time datetime>` gives.
  struct Time {
    var bytes: Range<Int>
    let value: String
  }

  private struct Open {
    let name: String
    /// The date of a `time` element and where its words begin in the block.
    var time: (value: String, start: Int)?
    var isSkipped = false
    var isMain = false
    var isLink = false
    var isRaised = false
    /// The number of the next item of an ordered list; nil elsewhere.
    var nextItem: Int?
  }

  private(set) var pieces: [Piece] = []
  private(set) var metadata = HTMLMetadata()
  private var stack: [Open] = []
  /// How many open elements skip, are content, links.
  private var skipped = 0
  private var main = 0
  private var links = 0
  private var raised = 0
  private var buffer = WordBuffer()
  private var linked = 0
  private var times: [Time] = []
  private var mark = ""
  private var kind: Block.Kind = .paragraph
  private(set) var rows = HTMLRows()
  private var script: (isData: Bool, text: [UInt8])?
  private var isTitle = false
  private var size = 0
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  // MARK: Elements

  override func start(_ name: String, _ attributes: Attributes) {
    if skipped > 0 {
      if !HTMLPage.isVoid(name) { open(Open(name: name)) }
      return
    }
    switch name {
    case "meta", "link": return metadata.take(name, attributes)
    case "br": return lineBreak()
    case "img", "wbr", "col", "base", "source", "track", "embed", "area", "param": return
    case "hr": return close()
    case "script":
      script = (attributes["type"]?.lowercased() == "application/ld+json", [])
    case "title": isTitle = true
    case "time":
      if let value = attributes["datetime"] {
        metadata.dates.append(
          MarkedDate(
            value: value,
            role: [
              attributes["itemprop"], attributes["class"],
              attributes["pubdate"].map { _ in "published" },
            ]
            .compactMap { $0 }.joined(separator: " ")))
      }
    default: break
    }
    var element = Open(name: name)
    element.isSkipped =
      HTMLElement.skipped.contains(name) || HTMLElement.isHidden(attributes)
      || HTMLElement.isBoilerplate(name, attributes)
    if HTMLElement.blocks.contains(name) { begin(name, attributes, &element) }
    element.isMain = name == "main" || name == "article" || attributes["role"] == "main"
    element.isLink = name == "a" && attributes["href"] != nil
    element.isRaised = name == "sup"
    if name == "time" { element.time = attributes["datetime"].map { ($0, buffer.next) } }
    open(element)
  }

  override func end(_ name: String) {
    guard let index = stack.lastIndex(where: { $0.name == name }) else { return }
    while stack.count > index {
      guard let element = stack.popLast() else { return }
      finish(element)
    }
  }

  override func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    if script != nil {
      if script?.isData == true, (script?.text.count ?? 0) < 1 << 20 {
        unsafe script?.text.append(contentsOf: utf8)
      }
      return
    }
    if isTitle { return unsafe metadata.titleWords.append(utf8) }
    guard skipped == 0 else { return }
    size += utf8.count
    guard size <= limits.text else {
      failure = ReadingError(.tooMuchText(limit: limits.text))
      return
    }
    if links > 0 { linked += utf8.count }
    if raised > 0 {
      unsafe buffer.append(Array(utf8).superscript)
    } else {
      unsafe buffer.append(utf8)
    }
  }

  private func open(_ element: Open) {
    if element.isSkipped { skipped += 1 }
    if element.isMain { main += 1 }
    if element.isLink { links += 1 }
    if element.isRaised { raised += 1 }
    stack.append(element)
  }

  private func finish(_ element: Open) {
    if element.isSkipped { skipped -= 1 }
    if let script, element.name == "script" {
      if script.isData { metadata.takeLinkedData(script.text) }
      self.script = nil
    }
    if element.name == "title" { isTitle = false }
    if let (value, start) = element.time, skipped == 0, start < buffer.end {
      times.append(Time(bytes: start..<buffer.end, value: value))
    }
    // What was open outside a skipped element goes on behind it.
    if skipped == 0, !element.isSkipped, HTMLElement.blocks.contains(element.name) {
      leave(element.name)
    }
    if element.isMain { main -= 1 }
    if element.isLink { links -= 1 }
    if element.isRaised { raised -= 1 }
  }

  // MARK: Blocks

  private func begin(_ name: String, _ attributes: Attributes, _ element: inout Open) {
    switch name {
    case "td", "th":
      close()
      return rows.beginCell(
        TableGrid.Cell(
          columns: HTMLPage.span(attributes["colspan"]), rows: HTMLPage.span(attributes["rowspan"]),
          isHeader: name == "th"))
    case "tr":
      close()
      return emit(rows.beginRow())
    case "table":
      if rows.isInCell { buffer.space() }
      close()
      return emit(rows.beginTable())
    default: break
    }
    guard !rows.isInCell else {
      // A cell is one run of words, whatever it is made of.
      buffer.space()
      if name == "ol" { element.nextItem = 1 }
      return
    }
    close()
    switch name {
    case "ol": element.nextItem = attributes["start"].flatMap { Int($0) } ?? 1
    case "li":
      kind = .item
      mark = "• "
      if let list = stack.lastIndex(where: { ["ol", "ul", "menu", "dir"].contains($0.name) }),
        let number = stack[list].nextItem
      {
        mark = "\(number). "
        stack[list].nextItem = number < Int.max ? number + 1 : number
      }
    case "dd": (kind, mark) = (.item, "• ")
    case "dt": kind = .label
    default:
      if let level = HTMLElement.headingLevel(name) { kind = .heading(level: level) }
    }
  }

  private func leave(_ name: String) {
    switch name {
    case "td", "th":
      rows.endCell(buffer.take(), linked: linked, times: times)
      linked = 0
      times = []
    case "tr": emit(rows.endRow())
    case "table": emit(rows.endTable())
    default:
      if rows.isInCell { buffer.space() } else { close() }
    }
  }

  private func lineBreak() {
    switch kind {
    case .heading: buffer.space()
    default:
      guard !rows.isInCell else { return buffer.space() }
      let (current, bullet) = (kind, mark)
      close()
      // A line that goes on an item belongs to it, without a bullet of its own.
      if case .item = current, bullet.isEmpty { kind = .item } else { kind = .paragraph }
    }
  }

  /// Ends the block that is open.
  private func close() {
    let words = buffer.take()
    if !words.isEmpty {
      pieces.append(
        Piece(
          kind: kind, words: words, mark: mark, isInMain: main > 0, linked: linked, times: times))
      mark = ""
    }
    if !words.isEmpty || kind != .item { kind = .paragraph }
    linked = 0
    times = []
  }

  private func emit(_ found: HTMLRows.Row?) {
    guard let found else { return }
    let row = found.row
    pieces.append(
      Piece(
        kind: row.isTable ? .row : .paragraph, words: row.words, mark: row.mark,
        isInMain: main > 0, linked: found.linked, times: row.times,
        row: row.isTable ? (found.table, row) : nil))
  }

  /// How many columns or rows a cell spans; 1 where it does not say or says nonsense. A row span of 0
  /// means all rows that follow.
  private static func span(_ value: String?) -> Int {
    guard let value, let span = Int(value.prefix(6)) else { return 1 }
    return span == 0 ? 65_534 : max(span, 1)
  }

  /// All that is still open.
  func finish() {
    while let element = stack.popLast() { finish(element) }
    close()
  }

  private static func isVoid(_ name: String) -> Bool {
    [
      "br", "hr", "img", "input", "meta", "link", "wbr", "col", "source", "embed", "area", "base",
      "param", "track",
    ]
    .contains(name)
  }
}
