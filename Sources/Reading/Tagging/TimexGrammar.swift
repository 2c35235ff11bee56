/// The grammar of time expressions over the tokens of a run of text.
///
/// Each rule is tried at a token and gives the longest expression that begins there, or nil. A rule
/// says what is written; the clock later says what that means.
struct TimexGrammar {
  let tokens: [Token]
  let words: TimeWords
  let holidays: Holidays
  /// Whether the text is an account of the past, where more words are references ("former").
  var isNarrative = true
  /// Whether the text counts its years BC, so that "in 479" names one.
  var isBC = false

  /// What an expression says, before the context completes it.
  enum Meaning: Hashable {
    case point(DatePoint)
    /// "Last", "this" or "next" (-1, 0, 1) of a month, weekday, season or quarter.
    case relative(DatePoint, Int, Anchor)
    /// So many units from the anchor: "this week" is 0, "two years ago" -2.
    case shift(Int, TimeUnit, Anchor, DatePoint.Phase?)
    /// A part of a day on the anchor's day, moved by so many days: "tonight", "the next morning".
    case daypart(DatePoint.Time, Int, Anchor)
    /// The quarter told last, or the year, so many years before or after: "a year ago" in a report on
    /// quarters, "the 1988 quarter" with its year.
    case corresponding(Int)
    case quarterOf(Int)
    /// "The third quarter of last year".
    case within(DatePoint, year: Int, Anchor)
    /// No day is meant, but the past, the present or the future.
    case reference(Reference)
    /// A value that a word list gives, by its number there.
    case listed(UInt16)
    case duration(TimeLength)
    case set(Recurrence)
  }

  enum Reference: String, Hashable {
    case past = "PAST_REF"
    case present = "PRESENT_REF"
    case future = "FUTURE_REF"
  }

  /// What recurs.
  enum Recurrence: Hashable {
    case listed(UInt16)
    case every(TimeLength)
    case weekday(UInt8)
    case month(UInt8)
    case season(DatePoint.Part)
    case daypart(DatePoint.DayPart)
  }

  /// From when a relative expression counts.
  enum Anchor: Hashable {
    /// The document's own date: "ago", "last week", "yesterday".
    case document
    /// The date told last: "later", "the following year", "that day".
    case narrative
  }

  struct Found {
    var meaning: Meaning
    /// Token indices, the end exclusive.
    var tokens: Range<Int>
    var kind: Timex.Kind
    var modifier: Timex.Modifier?
    let rule: TimexRule
    /// The other reading of a date such as 04/05/2003.
    var alternative: DatePoint?

    init(
      _ meaning: Meaning, _ tokens: Range<Int>, _ kind: Timex.Kind = .date, rule: TimexRule,
      modifier: Timex.Modifier? = nil
    ) {
      self.meaning = meaning
      self.tokens = tokens
      self.kind = kind
      self.rule = rule
      self.modifier = modifier
    }
  }

  // MARK: Tokens

  @inline(__always)
  func token(_ index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  /// What the word at an index can be; nothing for other tokens and outside the run.
  @inline(__always)
  subscript(index: Int) -> TimeWord {
    index >= 0 && index < tokens.count ? words[tokens[index]] : TimeWord()
  }

  @inline(__always)
  func key(_ index: Int) -> TimeWord.Key { self[index].key }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isMark(mark)
  }

  /// A hyphen or dash without white space before or after it.
  func isHyphen(_ index: Int) -> Bool {
    isMark(index, "-") && tokens[index].touches && token(index + 1)?.touches == true
  }

  func number(_ index: Int) -> Int? { token(index)?.number }

  /// A number of so many digits.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard let token = token(index), let number = token.number, digits.contains(token.count)
    else { return nil }
    return number
  }

  func touches(_ index: Int) -> Bool { token(index)?.touches == true }

  func isCapitalised(_ index: Int) -> Bool { token(index)?.isCapitalised == true }

  /// Past a hyphen where there is one.
  func pastHyphen(_ index: Int) -> Int { isHyphen(index) ? index + 1 : index }

  // MARK: Expressions

  /// The expression that begins at a token: the first rule that knows it.
  func expression(at index: Int) -> Found? {
    guard index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .number: return numericExpression(index)
    case .mark: return apostropheYear(index)
    case .word: return wordExpression(index)
    }
  }

  private func numericExpression(_ index: Int) -> Found? {
    timeOfDay(index) ?? absolute(index) ?? counted(index)
  }

  private func wordExpression(_ index: Int) -> Found? {
    let word = self[index]
    guard !word.roles.isEmpty || word.key != .none else { return nil }
    if let time = timeOfDay(index) { return time }
    if let date = longer(deictic(index), absolute(index)) { return date }
    if let found = set(index) ?? counted(index) { return found }
    return unitPhrase(index) ?? reference(index)
  }

  /// The longer of two expressions, the first where they are alike.
  private func longer(_ first: Found?, _ second: Found?) -> Found? {
    guard let first else { return second }
    guard let second else { return first }
    return second.tokens.upperBound > first.tokens.upperBound ? second : first
  }
}
