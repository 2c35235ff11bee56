package import Statements

/// Reads a document: bytes in, proposed statements out. Pure and synchronous.
package struct Reader: Sendable {
  package let tagger: Tagger
  private let lexicon: Lexicon
  private let languages: LanguageGuard

  /// - Throws: `VocabularyError` where a word list cannot be used.
  package init(vocabulary: Vocabulary) throws(VocabularyError) {
    lexicon = try Lexicon(vocabulary: vocabulary)
    languages = try LanguageGuard(vocabulary: vocabulary)
    tagger = try Tagger(vocabulary: vocabulary, countNouns: lexicon.units.keys)
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - format: what the bytes are; nil for an ending that names no format.
  ///   - id: the SHA-256 of the bytes.
  ///   - source: what is known of the source. An as-of day or title that is nil is taken from the
  ///     text where it has one.
  /// - Throws: `ReadingError` for what is empty, binary, not UTF-8, not English or no known format.
  package func read(
    _ bytes: [UInt8], as format: Format?, id: DocumentID, source: Source
  ) throws(ReadingError) -> Proposals {
    let text = try Decoding.text(of: bytes)
    guard format != nil else { throw ReadingError(.unsupportedFormat) }
    let outline = outline(of: text)
    let tokens = outline.blocks.flatMap { TextToken.tokens(of: text, in: $0.bytes) }
    if let language = languages.foreignLanguage(of: tokens) {
      throw ReadingError(.notEnglish(language))
    }
    let metadata = Metadata.of(outline, text: text, tagger: tagger)
    var source = source
    source.asOf = source.asOf ?? metadata.asOf
    source.title = source.title ?? metadata.title
    let document = Document(id: id, text: text, source: source)
    var extractor = Extractor(document, outline: outline, lexicon: lexicon, tagger: tagger)
    return extractor.proposals()
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
