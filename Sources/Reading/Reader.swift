package import Statements

/// Reads a document: bytes in, proposed statements out. Pure and synchronous.
package struct Reader: Sendable {
  package let tagger: Tagger
  let lexicon: Lexicon
  private let languages: LanguageGuard
  private let sentences: Sentences
  let lexer: Lexer
  /// Lexes a text for the rules and for the tagger at once.
  private let twinLexer: TwinLexer
  /// For each field of a mapping the names that columns have, the likeliest first.
  let columnNames: [String: [String]]

  /// - Throws: `VocabularyError` where a word list cannot be used.
  package init(vocabulary: Vocabulary) throws(VocabularyError) {
    var words = WordTable()
    lexicon = try Lexicon(vocabulary: vocabulary, words: &words)
    languages = try LanguageGuard(vocabulary: vocabulary, words: &words)
    sentences = Sentences(words: &words)
    lexer = Lexer(words: words)
    tagger = try Tagger(
      vocabulary: vocabulary, countNouns: try vocabulary.table("unit-nouns")["noun"])
    twinLexer = TwinLexer(lexer, tagger.lexer)
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
  ///   - isTextOnly: whether nothing is proposed: the document is all that is wanted.
  /// - Throws: `ReadingError` for what is empty, damaged, hostile, in no known encoding, not English
  ///   or no known format.
  package func read(
    _ manuscript: Manuscript, as format: Format?, id: DocumentID, source: Source,
    by mapping: Mapping? = nil, limits: Limits = Limits(), isTextOnly: Bool = false
  ) throws(ReadingError) -> Proposals {
    let transcript = try transcript(of: manuscript, as: format, by: mapping, limits: limits)
    var source = source.completed(by: transcript.metadata)
    if let table = transcript.table, let mapping {
      let document = Document(
        id: id, text: transcript.text, source: source, places: transcript.places)
      if isTextOnly { return Proposals(document: document, missions: [], statements: []) }
      var rows = TableReader(table, of: document, by: mapping, reader: self)
      return rows.proposals().with(warnings: transcript.warnings)
    }
    let outline = outline(of: transcript)
    let stated = Metadata(
      of: outline, text: transcript.prose ?? transcript.text, marked: transcript.markedDates,
      lexer: lexer, datelines: lexicon.datelines, tagger: tagger)
    source.asOf = source.asOf ?? stated.asOf
    source.title = source.title ?? stated.title
    let document = Document(
      id: id, text: transcript.text, source: source, places: transcript.places)
    let headings = outline.blocks.filter { $0.level != nil }.map(\.bytes)
    guard !isTextOnly else {
      return Proposals(document: document, missions: [], statements: [])
        .with(warnings: transcript.warnings, headings: headings)
    }
    let text = LexedText(
      document,
      prose: transcript.prose, outline: outline, markedDates: transcript.markedDates,
      lexer: twinLexer)
    if let language = languages.foreignLanguage(of: text) {
      throw ReadingError(.notEnglish(language))
    }
    return Extractor(
      text, lexicon: lexicon, lexer: lexer, sentences: sentences, tagger: tagger
    ).proposals()
      .with(warnings: transcript.warnings, headings: headings)
  }

  /// The layout that a format states, else the one that the text's lines show. Lines that name what
  /// follows are labels in either.
  func outline(of transcript: Transcript) -> Outline {
    guard let outline = transcript.outline, outline.blocks.contains(where: { $0.level != nil })
    else { return self.outline(of: transcript.prose ?? transcript.text, hints: transcript.hints) }
    return outline.labelled(lexicon.labels, in: transcript.text)
  }

  /// The layout of a text.
  package func outline(of text: String) -> Outline { outline(of: text, hints: []) }

  private func outline(of text: String, hints: [LineHint]) -> Outline {
    var layout = Layout(
      of: text, hints: hints, labels: lexicon.labels, lexer: lexer, isLabelled: lexicon.isLabelled,
      isPeriod: { tagger.isPeriod(text, in: $0) })
    return layout.read()
  }
}

extension Tagger {
  /// Whether words are nothing but a period: "2011-2018", "2018 to date".
  func isPeriod(_ text: String, in bytes: Range<Int>) -> Bool {
    let utf8 = text.utf8.span
    var clock = Clock()
    let tags = tag(utf8, in: bytes, clock: &clock)
    guard tags.expressions.count == 1, let expression = tags.expressions.first else { return false }
    return lexer.tokens(of: utf8, in: bytes).allSatisfy { token in
      expression.bytes.contains(Int(token.start)) || token.kind == .mark
        || Tagger.periodWords.contains(lexer.words.text(of: token.word))
    }
  }

  private static let periodWords: Set<String> = ["the", "years", "period", "phase"]
}
