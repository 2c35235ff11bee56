import Chronology
import Statements

/// A statement before its mission has an id.
struct Proposed {
  /// The index of its mission; nil where the text does not say whose it is.
  let draft: Int?
  let property: Property
  let value: Value
  let valid: EDTF?
  /// UTF-8 bytes of the quote.
  let bytes: Range<Int>
  /// UTF-8 bytes of the sentence around it: two statements are one where sentence and quote say the
  /// same word for word.
  let sentence: Range<Int>
  let rule: String
  var note: String?
  /// UTF-8 bytes of the words that led to it.
  var cue: Range<Int>?
  var rejected: [Rationale.Rejected] = []
  /// Whether the same words say the same of other missions, too.
  var isShared = false
}
