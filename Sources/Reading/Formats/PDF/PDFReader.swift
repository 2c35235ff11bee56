import Statements

/// Reads PDFs from what poppler finds on their pages: words and rectangles.
enum PDFReader {
  /// - Parameters:
  ///   - words: the table that `pdftotext -tsv` writes.
  ///   - properties: what `pdfinfo -isodates` writes; empty where that failed.
  static func read(
    words: [UInt8], properties: [UInt8], limits: Limits
  ) throws(ReadingError) -> Transcript {
    let pages = try PDFWords(table: words).pages
    guard pages.contains(where: { !$0.blocks.isEmpty }) else {
      throw ReadingError(
        .damaged("a PDF without text; where its pages are pictures, it needs text recognition"))
    }
    var writer = PDFWriter(pages, limits: limits)
    try writer.write()
    var transcript = Transcript(text: writer.scribe.text, outline: writer.scribe.outline)
    if writer.scribe.headings.isEmpty { transcript.outline = nil }
    transcript.places = .pages(writer.lines, tables: writer.tables.tables { _ in [] })
    transcript.metadata = metadata(properties)
    if let title = writer.firstHeading, transcript.metadata.title == nil {
      transcript.metadata.offer(\.title, title)
    }
    let blank = pages.filter(\.blocks.isEmpty).map(\.number)
    if !blank.isEmpty {
      let some = blank.prefix(8).map(String.init).joined(separator: ", ")
      transcript.warnings.append(
        "\(blank.count) of \(pages.count) pages without text: \(some)\(blank.count > 8 ? ", …" : "")"
      )
    }
    return transcript
  }

  /// The title where it is one and not a file's name, author, and when the file was changed. When
  /// it was made is not when it was published.
  private static func metadata(_ properties: [UInt8]) -> FileMetadata {
    var file = FileMetadata()
    for line in String(decoding: properties, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
      switch line[..<colon] {
      case "Title":
        let endings = [".doc", ".docx", ".indd", ".qxd", ".pdf", ".tex", ".odt", ".rtf", ".html"]
        let isName =
          endings.contains { value.lowercased().hasSuffix($0) }
          || value.lowercased().hasPrefix("microsoft word") || value.lowercased() == "untitled"
        if !isName { file.offer(\.title, value) }
      case "Author": file.offer(\.author, value)
      case "ModDate": file.offer(\.modified, date: value)
      default: continue
      }
    }
    return file
  }
}
