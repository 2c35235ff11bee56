package import Statements

/// Reads a document: bytes in, proposed statements out. Pure and synchronous.
package struct Reader: Sendable {
  package let tagger: Tagger
  private let lexicon: Lexicon
  private let languages: LanguageGuard
  /// For each field of a mapping the names that columns have, the likeliest first.
  let columnNames: [String: [String]]

  /// - Throws: `VocabularyError` where a word list cannot be used.
  package init(vocabulary: Vocabulary) throws(VocabularyError) {
    lexicon = try Lexicon(vocabulary: vocabulary)
    languages = try LanguageGuard(vocabulary: vocabulary)
    tagger = try Tagger(vocabulary: vocabulary, countNouns: lexicon.units.keys)
    columnNames = try MappingNames.byField(vocabulary)
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - format: what the bytes are; nil for an ending that names no format.
  ///   - id: the SHA-256 of the bytes.
  ///   - source: what is known of the source. What is nil is taken from the file's metadata or from
  ///     the text where they have it.
  ///   - mapping: what the columns of a table mean; tables are not read without.
  /// - Throws: `ReadingError` for what is empty, damaged, hostile, in no known encoding, not English
  ///   or no known format.
  package func read(
    _ manuscript: Manuscript, as format: Format?, id: DocumentID, source: Source,
    by mapping: Mapping? = nil, limits: Limits = Limits()
  ) throws(ReadingError) -> Proposals {
    let transcript = try transcript(of: manuscript, as: format, by: mapping, limits: limits)
    var source = source.completed(by: transcript.metadata)
    if let table = transcript.table, let mapping {
      let document = Document(
        id: id, text: transcript.text, source: source, places: transcript.places)
      var rows = TableReader(table, of: document, by: mapping, reader: self)
      return rows.proposals().with(warnings: transcript.warnings)
    }
    let outline = outline(of: transcript)
    let tokens = outline.blocks.flatMap { TextToken.tokens(of: transcript.text, in: $0.bytes) }
    if let language = languages.foreignLanguage(of: tokens) {
      throw ReadingError(.notEnglish(language))
    }
    let stated = Metadata.of(outline, text: transcript.text, tagger: tagger)
    source.asOf = source.asOf ?? stated.asOf
    source.title = source.title ?? stated.title
    let document = Document(
      id: id, text: transcript.text, source: source, places: transcript.places)
    var extractor = Extractor(document, outline: outline, lexicon: lexicon, tagger: tagger)
    return extractor.proposals()
      .with(
        warnings: transcript.warnings,
        headings: outline.blocks.filter { $0.level != nil }.map(\.bytes))
  }

  /// The layout that a format states, else the one that the text's lines show. Lines that name what
  /// follows are labels in either.
  private func outline(of transcript: Transcript) -> Outline {
    guard let outline = transcript.outline, outline.blocks.contains(where: { $0.level != nil })
    else { return self.outline(of: transcript.text) }
    return outline.labelled(lexicon.labels, in: transcript.text)
  }

  /// The layout of a text.
  package func outline(of text: String) -> Outline {
    let headings = HeadingReader(
      document: Document(id: DocumentID(rawValue: ""), text: text, source: Source(location: "")),
      lexicon: lexicon, tagger: tagger)
    var layout = Layout(of: text, labels: lexicon.labels) { bytes in
      headings.isPeriod(TextToken.tokens(of: text, in: bytes))
    }
    return layout.read()
  }
}
