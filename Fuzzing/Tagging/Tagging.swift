import Chronology
import Reading
import Statements

/// Made once: it does not depend on the input.
private let tagger: Tagger = {
  do {
    return try Reader(vocabulary: Vocabulary.builtIn()).tagger
  } catch {
    fatalError("the word lists cannot be used: \(error)")
  }
}()

/// What libFuzzer calls with each input: a text, whatever its bytes, tagged in both domains.
///
/// A broken law ends the process, which libFuzzer reports with the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  let date = Day(year: 2004, month: 5, day: 12)
  for domain in [Domain.news, .narrative, .auto] {
    let timexes = tagger.tag(text, documentDate: domain == .narrative ? nil : date, domain: domain)
    var end = 0
    for timex in timexes {
      require(timex.bytes.lowerBound >= end, "expressions are in order and apart")
      require(!timex.bytes.isEmpty && timex.bytes.upperBound <= count, "they lie within the text")
      require(!timex.value.isEmpty && timex.value.utf8.count < 64, "each has a value")
      end = timex.bytes.upperBound
    }
  }
  joined(text)
  wrapped(text, date)
  return 0
}

/// The laws of dates that are joined to periods.
private func joined(_ text: [UInt8]) {
  var clock = Clock(document: Day(year: 2004, month: 5, day: 12))
  let tags = tagger.tag(text.span, in: 0..<text.count, clock: &clock)
  for expression in tags.expressions {
    require(
      expression.bytes.upperBound <= text.count && !expression.bytes.isEmpty,
      "a date lies within the text")
    require(
      expression.timexes.allSatisfy { tags.timexes.indices.contains($0) },
      "a date rests on expressions that were found")
    require(
      (try? EDTF(expression.edtf.description)) == expression.edtf, "a date prints as EDTF")
  }
}

/// The law of TimeML: without its tags the text is the text.
private func wrapped(_ text: [UInt8], _ date: Day?) {
  let document = TimeML(name: "fuzz", plainText: text, documentDate: date)
  let output = document.tagged(
    with: tagger.tag(document.text, documentDate: date, domain: .news))
  guard let read = TimeML(parsing: output) else {
    return require(false, "tagged text is TimeML")
  }
  require(read.text == document.text, "tagging changes no byte of the text")
}

private func require(_ law: Bool, _ words: StaticString) {
  guard law else { fatalError("broken law: \(words)") }
}
