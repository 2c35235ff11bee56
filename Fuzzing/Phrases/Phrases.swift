import Chronology
import Statements

private let languages = (
  english: try? Vocabulary.dates(in: "en"), french: try? Vocabulary.dates(in: "fr")
)

/// What libFuzzer calls with each input: a phrase, which may be EDTF, which may be nothing.
///
/// A broken law ends the process, which libFuzzer reports with the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  guard let english = languages.english, let french = languages.french else {
    fatalError("broken: the lists of date words can be read")
  }
  let reading = english.read(utf8: input.span)
  check(reading, input.count)
  if let value = try? EDTF(utf8: input.span, extensions: .boundedEnds) {
    say(value, english, french)
  }
  for phrase in phrases(of: reading) {
    if let value = phrase.edtf() { say(value, english, french) }
  }
  return 0
}

private func phrases(of reading: PhraseReading) -> [Phrase] {
  switch reading {
  case .means(let phrase): [phrase]
  case .ambiguous(let phrases, _): phrases
  case .edtf, .needsContext, .noDate, .unread: []
  }
}

/// The laws of what a reader answers.
private func check(_ reading: PhraseReading, _ length: Int) {
  let row = reading.row()
  switch reading {
  case .means(let phrase): check(phrase, row)
  case .ambiguous(let phrases, let doubts):
    require(phrases.count > 1 && !doubts.isEmpty, "what is ambiguous has several readings")
    require(Set(phrases).count == phrases.count, "readings differ")
    for phrase in phrases { check(phrase, phrase.row()) }
  case .edtf(let value): require(row.edtf == value.description, "EDTF is taken as it is written")
  case .unread(let error):
    require((0...length).contains(error.offset), "an error lies within its phrase")
    require(!"\(error)".isEmpty && "\(error)".utf8.count < 400, "an error is one sentence")
  case .needsContext, .noDate: require(row.edtf == "needs-context", "no value is made up")
  }
}

private func check(_ phrase: Phrase, _ row: PhraseReading.Row) {
  require(phrase.isComplete, "every date has its year")
  require(!row.edtf.isEmpty || !row.points.isEmpty, "a phrase has a value")
  guard let extent = phrase.extent(), let value = phrase.extendedEDTF(), !phrase.isExact(),
    let wide = value.extent(), wide.spans.count == extent.spans.count
  else { return }
  // The text may say less than the points, never something else.
  for (span, around) in zip(extent.spans, wide.spans) {
    require(span.overlaps(around) != .no, "EDTF speaks of the same time")
  }
}

/// The laws of saying a value.
private func say(_ value: EDTF, _ english: DateLanguage, _ french: DateLanguage) {
  for language in [english, french] {
    let words = language.words(for: value)
    require(!words.isEmpty && !words.contains("{"), "every value has words")
    require(!language.label(for: value).isEmpty, "every value has a label")
    require(!language.eventWords(for: value).isEmpty, "every value has words of an event")
    require(!Explanation(value, in: language).levelWords.isEmpty, "every level has words")
  }
  guard case .means(let phrase) = english.read(english.words(for: value)) else { return }
  let (row, bounds) = (phrase.row(), value.boundTexts())
  require(
    row.earliest == bounds.earliest && row.latest == bounds.latest,
    "words are read as no other time")
}

private func require(_ holds: Bool, _ law: StaticString) {
  if !holds { fatalError("broken: \(law)") }
}
