extension DateLanguage {
  /// Reads a phrase all of which is about one date, period or list; words before it that are
  /// nothing to dates, as in "launched in 2008", are passed over.
  ///
  /// Takes time and memory in proportion to the phrase, whatever its bytes.
  public func read(_ phrase: String) -> PhraseReading { read(utf8: phrase.utf8.span) }

  /// Reads a phrase from UTF-8 bytes, which need not be valid.
  public func read(utf8 phrase: Span<UInt8>) -> PhraseReading {
    if DateLanguage.isNotation(phrase), let value = try? EDTF(utf8: phrase) { return .edtf(value) }
    let tokens = PhraseTokenizer.tokens(of: phrase)
    let first = attempt(tokens, PhraseConventions())
    guard case .success(let only) = first.checked else { return first.failure(phrase) }
    guard !first.doubts.isEmpty else { return only }
    // Each way of reading the phrase that the dates in it do not rule out.
    var phrases: [Phrase] = []
    for conventions in PhraseConventions.all(for: first.doubts) {
      let attempt = conventions.isDefault ? first : self.attempt(tokens, conventions)
      guard case .success(let reading) = attempt.checked, attempt.agrees(with: conventions)
      else { continue }
      guard case .means(let phrase) = reading else { return reading }
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
    if phrases.count > 1 { return .ambiguous(phrases, first.doubts) }
    return phrases.first.map { .means($0) } ?? only
  }

  /// Whether a text has what EDTF has and prose has not: an open digit, a bracket, two full stops,
  /// a month between hyphens.
  private static func isNotation(_ text: Span<UInt8>) -> Bool {
    for at in 0..<text.count {
      switch text[at] {
      case UInt8(ascii: "X"), UInt8(ascii: "["), UInt8(ascii: "{"): return true
      case UInt8(ascii: "."):
        if at + 1 < text.count, text[at + 1] == text[at] { return true }
      case UInt8(ascii: "-"):
        if at + 3 < text.count, text[at + 3] == text[at] { return true }
      default: break
      }
    }
    return false
  }

  private func attempt(
    _ tokens: [PhraseToken], _ conventions: PhraseConventions
  ) -> PhraseParser {
    var parser = PhraseParser(tokens, self, conventions)
    parser.run()
    return parser
  }
}

extension PhraseParser {
  /// What a phrase that was not read lacks, or where it stopped making sense. A whole EDTF text is
  /// taken for what it is.
  fileprivate func failure(_ phrase: Span<UInt8>) -> PhraseReading {
    if let value = try? EDTF(utf8: phrase) { return .edtf(value) }
    if let need { return .needsContext(need) }
    if tokens.indices.contains(where: { word(.relative, $0) != nil }) {
      return .needsContext(.anchor)
    }
    guard case .failure(let error) = checked else { return .noDate }
    return .unread(error)
  }

  /// The answer where its dates exist and are in order.
  fileprivate var checked: Result<PhraseReading, PhraseError> {
    guard case .success(.means(let phrase)) = answer else { return answer }
    guard phrase.isComplete else { return .success(.needsContext(need ?? .year)) }
    // Years beyond any count of days have a text and no points.
    let isCountable = phrase.extent() != nil
    if isCountable || phrase.dates.allSatisfy({ $0.stretch() == nil }), phrase.hasText {
      return answer
    }
    if let unshared, !unshared.isComplete, phrase.dates.allSatisfy({ $0.stretch() != nil }) {
      // "November to March 2005": the first is of another year, which nobody writes.
      return .success(.needsContext(.year))
    }
    let isOneWrong = phrase.dates.contains { Phrase.event($0).edtf() == nil }
    return .failure(PhraseError(reason: isOneWrong ? .noSuchDate : .reversed, offset: 0))
  }
}

/// One choice in each matter on which writers differ.
struct PhraseConventions: Hashable, Sendable {
  var isMonthFirst = false
  var hyphenJoinsYears = false
  /// Winter 2004 is January and February 2004.
  var winterEnds = false
  var hundredsAreDecade = false
  /// Which of `PhraseParser.fiscalYears`.
  var fiscal = 0

  var isDefault: Bool { self == PhraseConventions() }

  /// Every combination in the matters that are in doubt, the likeliest first.
  static func all(for doubts: PhraseDoubts) -> [PhraseConventions] {
    var all = [PhraseConventions()]
    func vary(_ doubt: PhraseDoubts, _ change: (inout PhraseConventions) -> Void) {
      guard doubts.contains(doubt) else { return }
      all += all.map {
        var other = $0
        change(&other)
        return other
      }
    }
    vary(.order) { $0.isMonthFirst = true }
    vary(.hyphen) { $0.hyphenJoinsYears = true }
    vary(.winter) { $0.winterEnds = true }
    vary(.hundreds) { $0.hundredsAreDecade = true }
    guard doubts.contains(.fiscal) else { return all }
    return (0..<PhraseParser.fiscalYears.count).flatMap { choice in
      all.map {
        var other = $0
        other.fiscal = choice
        return other
      }
    }
  }
}
