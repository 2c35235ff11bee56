import Statements

/// The bytes of a file, with what a helper took out of it where we do not parse it ourselves.
package struct Manuscript: Sendable {
  package let bytes: [UInt8]
  /// What `pdftotext -tsv` and `pdfinfo` say of a PDF; nil for other formats.
  package let pdf: PDFParts?

  package struct PDFParts: Sendable {
    package let words: [UInt8]
    package let properties: [UInt8]
    package init(words: [UInt8], properties: [UInt8]) {
      self.words = words
      self.properties = properties
    }
  }

  package init(_ bytes: [UInt8], pdf: PDFParts? = nil) {
    self.bytes = bytes
    self.pdf = pdf
  }
}

extension Reader {
  /// The canonical text of a file with its layout, places and metadata.
  func transcript(
    of manuscript: Manuscript, as format: Format?, by mapping: Mapping?, limits: Limits
  ) throws(ReadingError) -> Transcript {
    let bytes = manuscript.bytes
    guard bytes.count <= limits.file else {
      throw ReadingError(.tooLarge(bytes: bytes.count, limit: limits.file))
    }
    if let foreign = Format.unread(bytes) { throw ReadingError(.unread(foreign)) }
    guard let format else { throw ReadingError(.unsupportedFormat) }
    guard !bytes.isEmpty else { throw ReadingError(.empty) }
    switch format {
    case .plainText, .markdown: return try text(bytes, format, limits)
    case .html: return try HTMLReader.read(try plausible(bytes, format), limits: limits)
    case .docx: return try DOCXReader.read(try archive(bytes, format), limits: limits)
    case .odt: return try ODTReader.read(try archive(bytes, format), limits: limits)
    case .pdf:
      guard Format.sniffed(bytes) == .pdf else { throw otherFormat(bytes, format) }
      guard let parts = manuscript.pdf else {
        throw ReadingError(.damaged("nothing could be taken out of the PDF"))
      }
      return try PDFReader.read(words: parts.words, properties: parts.properties, limits: limits)
    case .json where mapping == nil: return try JSONProse.read(bytes, limits: limits)
    case .csv, .tsv, .json: return try table(bytes, format, mapping, limits)
    }
  }

  private func text(
    _ bytes: [UInt8], _ format: Format, _ limits: Limits
  ) throws(ReadingError) -> Transcript {
    if Format.sniffed(bytes) == .pdf { throw otherFormat(bytes, format) }
    let decoded = try Decoding.text(of: bytes)
    guard decoded.text.utf8.count <= limits.text else {
      throw ReadingError(.tooMuchText(limit: limits.text))
    }
    guard format == .plainText else {
      return try MarkdownReader.read(decoded.text, warnings: decoded.warnings)
    }
    return Transcript(text: decoded.text, outline: nil, warnings: decoded.warnings)
  }

  private func table(
    _ bytes: [UInt8], _ format: Format, _ mapping: Mapping?, _ limits: Limits
  ) throws(ReadingError) -> Transcript {
    guard let mapping else { throw ReadingError(.unmapped) }
    let (table, decoded) = try TableSource.table(
      bytes, as: format, separator: mapping.separator, hasHeader: mapping.hasHeader, limits: limits)
    if let problem = mapping.problem(with: table.columns) {
      throw ReadingError(.wrongMapping(problem))
    }
    var transcript = Transcript(text: decoded.text, outline: nil, warnings: decoded.warnings)
    let mapped = table.columns.indices.filter { mapping.columns.values.contains(table.columns[$0]) }
    transcript.places = format == .json ? table.pointers(to: mapped) : table.places(of: mapped)
    transcript.table = table
    let uneven = table.rows.count { $0.cells.count != table.columns.count }
    if uneven > 0 {
      transcript.warnings.append("\(uneven) rows with another number of cells than the header")
    }
    return transcript
  }

  private func archive(_ bytes: [UInt8], _ format: Format) throws(ReadingError) -> [UInt8] {
    guard Format.isArchive(bytes) else { throw otherFormat(bytes, format) }
    return bytes
  }

  /// HTML may be nearly anything, but no archive and no PDF.
  private func plausible(_ bytes: [UInt8], _ format: Format) throws(ReadingError) -> [UInt8] {
    guard !Format.isArchive(bytes), !bytes.starts(with: "%PDF-".utf8) else {
      throw otherFormat(bytes, format)
    }
    return bytes
  }

  private func otherFormat(_ bytes: [UInt8], _ format: Format) -> ReadingError {
    let found = Format.sniffed(bytes)
    return ReadingError(
      .otherFormat(
        promised: format.name, found: found == .plainText ? "something else" : found.name))
  }
}
