package import Chronology

/// A time expression in a text, in TimeML's terms, with its meaning in EDTF.
package struct Timex: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  package let kind: Kind
  /// TIMEX3's `mod`.
  package enum Modifier: String, Hashable, Sendable {
    case start = "START"
    case middle = "MID"
    case end = "END"
    case approx = "APPROX"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case equalOrLess = "EQUAL_OR_LESS"
    case equalOrMore = "EQUAL_OR_MORE"
  }

  /// UTF-8 bytes of the text, from 0, the end exclusive.
  package let bytes: Range<Int>
  /// TIMEX3's value: `2004-06-28`, `2014-Q1`, `P6M`; `XXXX` stands for an unknown year.
  package let value: String
  /// TIMEX3's mod: `START`, `MID`, `END`, `APPROX`.
  package let modifier: String?
  /// The name of the rule that found it.
  package let rule: String
  /// Where the year comes from when the text does not write it here.
  package let completion: Completion?
  /// The other value of a date that can be read in two ways: 04/05/2003.
  package let alternative: String?
  /// From when a relative expression counts.
  package let anchor: Anchor?

  /// The two dates that relative expressions count from.
  package enum Anchor: String, Hashable, Sendable {
    case documentDate = "document date"
    case dateTold = "date told last"
  }
}

/// One or two time expressions with the words that join them, as one date or period: "from 2004 to
/// 2011", "since 2021", "31 December 2011".
package struct DateExpression: Hashable, Sendable {
  /// UTF-8 bytes of the text, with the joining words.
  package let bytes: Range<Int>
  package let edtf: EDTF
  /// Whether the words tell of a period rather than of a moment.
  package let isPeriod: Bool
  /// The indices of its time expressions in the tags of the text.
  package let timexes: [Int]
  package let rule: String
  /// Where the year comes from when the text does not write it here.
  package let completion: String?
}

/// What a tagger found in a text, in the order of the text.
package struct Tags: Hashable, Sendable {
  package var timexes: [Timex] = []
  package var expressions: [DateExpression] = []
  /// Expressions that a reader could take in two ways, or that nothing completes.
  package var doubts: [(bytes: Range<Int>, reason: String)] = []

  package static func == (left: Tags, right: Tags) -> Bool {
    left.timexes == right.timexes && left.expressions == right.expressions
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(timexes)
    hasher.combine(expressions)
  }
}
