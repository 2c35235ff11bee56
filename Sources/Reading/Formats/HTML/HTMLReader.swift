import Statements

/// Reads HTML pages: the content without what is around it, headings, lists and tables kept.
enum HTMLReader {
  static func read(_ bytes: [UInt8], limits: Limits) throws(ReadingError) -> Transcript {
    let decoded = try Decoding.text(
      of: bytes, declared: HTMLMetadata.declaredEncoding(in: bytes), allowsControls: true)
    let page = HTMLPage(limits: limits)
    try Markup.parseHTML(Array(decoded.text.utf8), into: page)
    page.finish()
    let content = HTMLReader.content(of: page.pieces)
    guard !content.isEmpty else {
      throw ReadingError(.damaged("an HTML page without text that is shown"))
    }
    var scribe = Scribe(limit: limits.text)
    var marked: [MarkedDate] = []
    var tables = TablePlaces()
    for piece in content {
      guard let bytes = try scribe.append(piece.kind, piece.words, mark: piece.mark),
        bytes.count == piece.words.count
      else { continue }
      marked += piece.markedDates(at: bytes.lowerBound)
      if let (table, row) = piece.row { tables.add(row, of: table, at: bytes.lowerBound) }
    }
    var transcript = Transcript(text: scribe.text, outline: scribe.outline)
    let names = page.rows.names
    transcript.places = .sections(
      scribe.headings, tables: tables.tables { names[$0] ?? [] })
    transcript.markedDates = marked.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    transcript.metadata = page.metadata.file(
      firstHeading: content.first { $0.kind == .heading(level: 1) }?.words)
    transcript.warnings = decoded.warnings
    return transcript
  }

  /// The blocks of a fragment, as JSON has them inside its strings.
  static func fragment(_ text: String, limits: Limits) throws(ReadingError) -> [HTMLPage.Piece] {
    let page = HTMLPage(limits: limits)
    try Markup.parseHTML(Array(text.utf8), into: page)
    page.finish()
    return page.pieces
  }

  /// What lies in `main` or `article` where the page has that and it is a fair part of the whole,
  /// else all but runs of links.
  private static func content(of pieces: [HTMLPage.Piece]) -> [HTMLPage.Piece] {
    let all = pieces.reduce(0) { $0 + $1.words.count }
    let main = pieces.filter(\.isInMain)
    if main.reduce(0, { $0 + $1.words.count }) * 4 >= all, !main.isEmpty { return main }
    return withoutMenus(pieces)
  }

  /// Without runs of three or more short pieces that are links and nothing else.
  private static func withoutMenus(_ pieces: [HTMLPage.Piece]) -> [HTMLPage.Piece] {
    var kept: [HTMLPage.Piece] = []
    var run: [HTMLPage.Piece] = []
    func isLink(_ piece: HTMLPage.Piece) -> Bool {
      if case .heading = piece.kind { return false }
      return piece.words.count <= 80 && piece.linked * 10 >= piece.words.count * 9
    }
    for piece in pieces {
      if isLink(piece) {
        run.append(piece)
        continue
      }
      if run.count < 3 { kept += run }
      run = []
      kept.append(piece)
    }
    if run.count < 3 { kept += run }
    return kept.isEmpty ? pieces : kept
  }
}

extension HTMLPage.Piece {
  /// The dates that it marks up.
  ///
  /// - Parameter start: the byte of the text with which its words begin.
  func markedDates(at start: Int) -> [MarkedDate] {
    times.compactMap { time in
      let end = min(time.bytes.upperBound, words.count)
      guard time.bytes.lowerBound < end, let value = MarkedDate.Value(datetime: time.value)
      else { return nil }
      return MarkedDate(bytes: start + time.bytes.lowerBound..<start + end, value: value)
    }
  }
}
